// Desks, channels, and what is exchanged over them.

#include "sim/scenario/parameters/words.hpp"

namespace cordon {

using namespace format;

const Table<InteroperabilitySpec>& parameters_of(Tag<InteroperabilitySpec>) {
  static const auto table =
      Table<InteroperabilitySpec>(
          "Interoperability of customs with the systems of justice and home affairs: whether they "
          "know who comes. All hits must be resolved, and most are false.")
          .key("look_up", &InteroperabilitySpec::look_up, "When who comes is looked up.",
               one_of<LookUp>(
                   {{"never", LookUp::off, "the systems are not there for customs"},
                    {"on_request", LookUp::on_request,
                     "in the first control after selection, of vehicles that are selected"},
                    {"at_first_check", LookUp::at_first_check,
                     "hit or no hit, at the first check, of all"},
                    {"ahead", LookUp::ahead,
                     "when the entry summary declaration is analysed, and hits go to targeters; of "
                     "vehicles without one at the first check"}}))
          .key("on_record", &InteroperabilitySpec::on_record,
               "Of the vehicles of groups: those that the systems know something of.", unit::share,
               source("assumed"), may_change)
          .key("false_hits", &InteroperabilitySpec::false_hits,
               "Of all others: those that the systems take for somebody else.", unit::share,
               source("assumed"), may_change)
          .key("check_time", &InteroperabilitySpec::check_time, "What it takes at a lane.",
               at_least(0h), source("assumed"), may_change)
          .key("resolve_time", &InteroperabilitySpec::resolve_time,
               "What it takes besides to find out whether a hit is right.", at_least(0h),
               source("assumed"), may_change)
          .key("channel", &InteroperabilitySpec::channel,
               "Selectivity lane of a vehicle whose hit is confirmed, whatever the lanes are full "
               "of.",
               control_words(), may_change);
  return table;
}

const Table<DeskSpec>& parameters_of(Tag<DeskSpec>) {
  static const auto table =
      Table<DeskSpec>(
          "Analysts who read messages, first come, first served: a single point of contact, the "
          "cross-check desk of Europol, the virtual operations coordination unit of OLAF.")
          .key("label", &DeskSpec::label, "Name for people.")
          .key("analysts", &DeskSpec::analysts, "At work while it is open.", between(1.0, 10000.0),
               source("assumed"), may_change)
          .key("time", &DeskSpec::time, "An analyst's for one message, to read it or pass it on.",
               unit::time, source("assumed"), may_change)
          .key("hours", &DeskSpec::hours,
               "Opening hours, such as \"08:00-16:00\"; always open when not given. What has been "
               "begun is finished.",
               may_change)
          .key("skill", &DeskSpec::skill,
               "Of its analysts: with it they see a match with probability 0.6 + 0.4 skill.",
               unit::share, source("assumed"), may_change);
  return table;
}

const Table<OutageSpec>& parameters_of(Tag<OutageSpec>) {
  static const auto table =
      Table<OutageSpec>("An outage: what is sent meanwhile leaves when it is over.")
          .key("from", &OutageSpec::from, "Since the start of the run.", required, at_least(0h))
          .key("length", &OutageSpec::length, "How long it lasts.", required, above(0h));
  return table;
}

const Table<ChannelSpec>& parameters_of(Tag<ChannelSpec>) {
  static const auto table =
      Table<ChannelSpec>(
          "A way for messages between those who have access: SIENA, a national network, letters. "
          "Messages go by the way that takes least time on average, over desks that pass them on.")
          .key("label", &ChannelSpec::label, "Name for people.")
          .key("crossings", &ChannelSpec::crossings, "Posts that have access themselves.",
               refers_to("crossing"))
          .key("bases", &ChannelSpec::bases, "Bases that have access.", refers_to("base"))
          .key("desks", &ChannelSpec::desks, "Desks that have access.", refers_to("desk"))
          .key("latency", &ChannelSpec::latency, "From sending to being there.", unit::time,
               source("assumed"), may_change)
          .key("loss", &ChannelSpec::loss, "Share that never arrives.", unit::share,
               source("assumed"), may_change)
          .key("quality", &ChannelSpec::quality,
               "Share of what arrives that says enough to be worked with; the rest is read all the "
               "same.",
               unit::share, source("assumed"), may_change)
          .key("officer_time", &ChannelSpec::officer_time,
               "Of an officer who writes a message at a post, after the reports of seizures; "
               "meanwhile he is at no lane.",
               at_least(0h), source("assumed"), may_change)
          .tables("outage", &ChannelSpec::outage, "When it is out of order.");
  return table;
}

const Table<ExchangeSpec>& parameters_of(Tag<ExchangeSpec>) {
  static const auto table =
      Table<ExchangeSpec>(
          "What posts do with a find of goods, beside the report of the seizure; or what reaches a "
          "desk otherwise.")
          .key("kind", &ExchangeSpec::kind, "What it is for.", required,
               one_of<ExchangeKind>(
                   {{"report", ExchangeKind::report, "the desk is told, and keeps it in its files"},
                    {"inquiry", ExchangeKind::inquiry,
                     "the desk is asked whether it knows a find with the same lead; where it does, "
                     "both posts learn what the papers of the other find said"},
                    {"warning", ExchangeKind::warning,
                     "the desk tells all other posts what the papers of the find said"},
                    {"alert", ExchangeKind::alert,
                     "early warning of a new substance: the desk tells all other posts, which "
                     "recognise it when they have been trained"},
                    {"intelligence", ExchangeKind::intelligence,
                     "not of finds: police and others tell the desk what papers of a group say, "
                     "rightly or not, and it tells all posts"},
                    {"expertise", ExchangeKind::expertise,
                     "goods that only an expert can tell (`needs_expert` of a commodity) are held, "
                     "and the desk has who knows them say whether the suspicion is right"},
                    {"images", ExchangeKind::images,
                     "not of finds: the desk reads the pictures of stages that name the exchange "
                     "in `read_at`"},
                    {"referral", ExchangeKind::referral,
                     "a find is referred to the prosecutor whose desk it is (a national one, the "
                     "European Public Prosecutor's Office), who has the unit of `investigation` "
                     "open a case"},
                    {"permit", ExchangeKind::permit,
                     "not of each find: the unit, or a post, asks for a permit of a special "
                     "form"}}))
          .key("to", &ExchangeSpec::to, "Desk.", required, refers_to("desk"))
          .key("crossings", &ExchangeSpec::crossings, "Posts that take part; all when not given.",
               refers_to("crossing"))
          .key("commodities", &ExchangeSpec::commodities,
               "Of what is found; any goods when not given.", refers_to("commodity"))
          .key("min_value", &ExchangeSpec::min_value, "Only finds of at least this value.",
               unit::eur, at_least(0.0), may_change)
          .key("min_damage", &ExchangeSpec::min_damage,
               "Only finds that damage the Union's budget by at least so much (`budget_share` of "
               "their value).",
               unit::eur, at_least(0.0),
               source("EPPO: EUR 10 000, Regulation (EU) 2017/1939, article 25(2)"), may_change)
          .key("countries", &ExchangeSpec::countries,
               "Of the posts that take part (ISO 3166 codes): such as the member states of the "
               "European Public Prosecutor's Office. Any when not given.")
          .key("operation", &ExchangeSpec::operation,
               "Only while it is in course at the post; always when not given.",
               refers_to("operation"))
          .key("every", &ExchangeSpec::every,
               "Of intelligence: mean time between two items, of all groups together.",
               at_least(1min), source("assumed"))
          .key("source_grade", &ExchangeSpec::source_grade,
               "Of intelligence: evaluation of the source in the 4x4 system. With the grade of the "
               "item it makes the probability that an item is true, by which posts weigh it.",
               one_of<SourceGrade>({{"A", SourceGrade::a, "always reliable; 0.95, assumed"},
                                    {"B", SourceGrade::b, "mostly reliable; 0.8, assumed"},
                                    {"C", SourceGrade::c, "sometimes reliable; 0.5, assumed"},
                                    {"X", SourceGrade::x, "reliability not known; 0.3, assumed"}}),
               may_change)
          .key("item_grade", &ExchangeSpec::item_grade, "Of intelligence: evaluation of the item.",
               one_of<ItemGrade>(
                   {{"1", ItemGrade::one, "known to be true without reservation; times 1, assumed"},
                    {"2", ItemGrade::two, "known to the source itself; times 0.85, assumed"},
                    {"3", ItemGrade::three,
                     "not known to the source, and corroborated; times 0.65, assumed"},
                    {"4", ItemGrade::four, "cannot be judged; times 0.4, assumed"}}),
               may_change)
          .key(
              "confirmed", &ExchangeSpec::confirmed,
              "Of expertise: share of suspicions that are confirmed. The other goods are released.",
              unit::share, source("assumed"), may_change)
          .key("urgent", &ExchangeSpec::urgent, "Of inquiries: share that is urgent.", unit::share,
               source("assumed"), may_change)
          .key("direct", &ExchangeSpec::direct,
               "Of inquiries: share for which the desk can look up the answer itself.", unit::share,
               source("assumed"), may_change)
          .key("holder_time", &ExchangeSpec::holder_time,
               "Of the other inquiries, and of expertise: until who holds the information, or "
               "knows the goods, has given it.",
               unit::time, source("assumed"), may_change)
          .key(
              "urgent_deadline", &ExchangeSpec::urgent_deadline,
              "For the answer to an urgent inquiry that the desk can look up itself. Deadlines are "
              "counted, not enforced.",
              above(0h), source("Directive (EU) 2023/977, article 5(1)(a)"), may_change)
          .key("urgent_indirect_deadline", &ExchangeSpec::urgent_indirect_deadline,
               "For the answer to any other urgent inquiry.", above(0h),
               source("Directive (EU) 2023/977, article 5(1)(b)"), may_change)
          .key("deadline", &ExchangeSpec::deadline,
               "For the answer to an inquiry that is not urgent.", above(0h),
               source("Directive (EU) 2023/977, article 5(1)(c)"), may_change);
  return table;
}

}  // namespace cordon
