#include "analysis/results/detail_tables.hpp"

#include <cmath>
#include <map>
#include <utility>

#include "sim/output/recorder/recorder.hpp"
#include "sim/output/words.hpp"

namespace cordon {
namespace {

double in_hours(Int128 microseconds) { return static_cast<double>(microseconds) / 3600e6; }
double in_minutes(const Moments& microseconds) { return microseconds.mean() / 60e6; }
double to_cents(double eur) { return std::round(eur * 100) / 100; }
std::uint64_t count(std::int64_t n) { return static_cast<std::uint64_t>(n); }

// Rows of one replication, each beginning with scenario and replication.
struct Rows {
  Rows(const NamedScenario& of, const Replication& of_replication, std::size_t columns)
      : name(of.name), setup(*of.setup), number(of_replication.number), csv(columns) {}
  CsvRows& begin() { return csv.text(name).integer(number); }
  [[nodiscard]] const std::string& crossing(CrossingIndex c) const {
    return setup.crossings[c.value].name;
  }
  [[nodiscard]] const std::string& sender_or_receiver(PlaceId place) const {
    return setup.is_crossing(place) ? crossing(setup.crossing_at(place))
                                    : setup.desks[setup.desk_at(place)].name;
  }
  void moment_or_empty(Time at) {
    if (at == never)
      csv.empty();
    else
      csv.text(moment(at));
  }
  [[nodiscard]] std::string moment(Time at) const {
    return time_text(setup.scenario.start + at.time_since_epoch());
  }
  const std::string& name;
  const Setup& setup;
  std::uint32_t number;
  CsvRows csv;
};

// Crews work by shift; a team is all its shifts.
struct TeamHours {
  int officers = 0;
  Account hours;
  void add(const TeamHours& other) {
    officers += other.officers;
    hours += other.hours;
  }
};
struct TeamThere {
  CrossingIndex crossing;
  Authority authority;
  bool guests;
  OperationIndex operation;
  CrossingIndex home;
  std::string team;
  auto operator<=>(const TeamThere&) const = default;
};

using TeamRow = std::pair<const TeamThere, TeamHours>;

std::map<TeamThere, TeamHours> by_team(const Setup& setup, const Details& details) {
  std::map<TeamThere, TeamHours> teams;
  for (const CrewHours& c : details.crews) {
    const CrewSetup& crew = setup.crossings[c.who.home.value].crews[c.who.crew];
    const bool guests = c.who.home != c.crossing;
    teams[{c.crossing, crew.authority, guests, c.who.operation, c.who.home, crew.team}].add(
        {c.who.officers, c.hours});
  }
  return teams;
}

void add_hours(const TeamHours& team, Rows& rows) {
  rows.csv.integer(count(team.officers)).number(in_hours(team.hours.rostered));
  rows.csv.number(in_hours(team.hours.on_duty()));
  for_each_activity([&](Activity a) { rows.csv.number(in_hours(team.hours.of(a))); });
  rows.csv.end_row();
}

// Guests work here, but are not officers of this post.
void add_authority(const std::string& here, Authority authority, const std::vector<TeamRow>& teams,
                   Rows& rows) {
  TeamHours all;
  for (const auto& [team, hours] : teams) all.add({team.guests ? 0 : hours.officers, hours.hours});
  rows.begin().text(here).text(name_of(authority)).text("all").text(here).empty();
  add_hours(all, rows);
}

void add_team(const TeamThere& team, const TeamHours& hours, Rows& rows) {
  rows.begin().text(rows.crossing(team.crossing)).text(name_of(team.authority)).text(team.team);
  rows.csv.text(rows.crossing(team.home));
  rows.csv.text(team.operation ? rows.setup.operations[team.operation.value].name : "");
  add_hours(hours, rows);
}

struct Planned {
  int officers = 0, machines = 0;
};
Planned planned(const OperationSetup& plan) {
  Planned p;
  for (const MoveSetup& move : plan.moves) {
    p.officers += move.authority ? move.officers : 0;
    p.machines += move.equipment ? 1 : 0;
  }
  return p;
}

std::string names_of(const std::vector<CrossingIndex>& crossings, const Rows& rows) {
  std::string names;
  for (const CrossingIndex c : crossings) names += (names.empty() ? "" : " ") + rows.crossing(c);
  return names;
}

void add_operation(const OperationSetup& plan, const OperationTally& done, Rows& rows) {
  const Time begins = start_of_run + plan.spec.start;
  const Planned p = planned(plan);
  rows.begin().text(plan.name).text(name_of(plan.spec.kind)).text(plan.spec.action_plan);
  rows.moment_or_empty(done.ordered);
  rows.csv.text(rows.moment(begins));
  rows.csv.text(rows.moment(begins + plan.spec.length)).text(names_of(plan.crossings, rows));
  rows.csv.integer(count(p.officers)).integer(count(done.officers));
  rows.csv.integer(count(p.machines)).integer(count(done.machines));
  rows.csv.number(in_hours(done.on_duty)).number(in_hours(done.travel));
  rows.csv.integer(count(done.controls)).integer(count(done.checks));
  rows.csv.integer(count(done.double_checks)).integer(count(done.document_checks));
  rows.csv.integer(count(done.scans)).integer(count(done.searches));
  rows.csv.integer(count(done.seizures + done.referrals + done.sanction_refusals));
  rows.csv.integer(count(done.seizures));
  rows.csv.number(done.mass_kg).number(done.value);
  rows.csv.integer(count(done.referrals)).integer(count(done.arrests));
  rows.csv.number(in_minutes(done.waits_before)).number(in_minutes(done.waits_during));
  rows.csv.integer(count(done.warned)).integer(done.stopped ? 1 : 0);
  rows.moment_or_empty(done.debriefed);
  rows.moment_or_empty(done.reported);
  rows.csv.integer(count(done.posts_heard)).integer(count(done.controls_told));
  rows.csv.integer(count(done.detections_told));
  rows.csv.end_row();
}

void add_consignments(const GroupAtPost& at, Rows& rows) {
  rows.csv.integer(count(at.sent)).integer(count(at.lost));
  rows.csv.integer(count(at.passed)).integer(count(at.refused));
  rows.csv.end_row();
}

void add_group(const std::string& name, const GroupHistory& history, Rows& rows) {
  GroupAtPost all;
  for (const GroupAtPost& at : history.at) {
    all.sent += at.sent, all.lost += at.lost;
    all.passed += at.passed, all.refused += at.refused;
  }
  rows.begin().text(name).text("all").integer(count(history.planned));
  rows.csv.integer(count(history.postponed)).integer(count(history.deterred));
  rows.csv.integer(count(history.warnings));
  add_consignments(all, rows);
  if (rows.setup.scenario.real_map) return;
  for (std::size_t c = 0; c < history.at.size(); ++c) {
    rows.begin().text(name).text(rows.setup.crossings[c].name);
    rows.csv.empty().empty().empty().empty();
    add_consignments(history.at[c], rows);
  }
}

}  // namespace

CsvRows seizure_rows(const NamedScenario& of, const Replication& replication) {
  Rows rows(of, replication, seizures_table.columns.size());
  for (const Seizure& s : replication.details.seizures) {
    const LineSetup& line = rows.setup.lines[s.line.value];
    const CommoditySetup& goods = rows.setup.commodities[s.commodity.value];
    const auto& stages = rows.setup.crossings[line.crossing.value].stages;
    rows.begin().text(rows.moment(s.at)).text(rows.crossing(line.crossing));
    rows.csv.text(name_of(line.direction)).text(name_of(s.vehicle_class)).text(goods.name);
    rows.csv.single(s.mass_kg)
        .number(to_cents(s.mass_kg * goods.value_per_kg))
        .text(name_of(s.channel));
    if (s.stage) {
      const StageSetup& stage = stages[s.stage.value];
      rows.csv.text(stage.name).text(rows.setup.techniques[stage.technique.value].name);
    } else {
      rows.csv.text("green_border").text("patrol");
    }
    if (s.known == never)
      rows.csv.empty().empty();
    else
      rows.csv.text(rows.moment(s.known)).number(hours(s.known - s.at));
    rows.csv.end_row();
  }
  return std::move(rows.csv);
}

CsvRows team_rows(const NamedScenario& of, const Replication& replication) {
  Rows rows(of, replication, teams_table.columns.size());
  const auto all = by_team(rows.setup, replication.details);
  for (const CrossingSetup& here : rows.setup.crossings)
    for (std::size_t a = 0; a < authorities; ++a) {
      const auto authority = static_cast<Authority>(a);
      if (!is_at_work(authority, rows.setup.scenario)) continue;
      std::vector<TeamRow> teams;
      for (const TeamRow& team : all)
        if (team.first.crossing == here.index && team.first.authority == authority)
          teams.push_back(team);
      add_authority(here.name, authority, teams, rows);
      for (const auto& [team, hours] : teams) add_team(team, hours, rows);
    }
  return std::move(rows.csv);
}

CsvRows equipment_rows(const NamedScenario& of, const Replication& replication) {
  Rows rows(of, replication, equipment_table.columns.size());
  for (const MachineHours& m : replication.details.machines) {
    const CrossingSetup& here = rows.setup.crossings[m.crossing.value];
    rows.begin().text(here.name).text(rows.setup.equipment[m.equipment.value].name);
    rows.csv.integer(count(here.equipment[m.equipment.value])).number(in_hours(m.present));
    rows.csv.number(in_hours(m.working)).number(in_hours(m.in_use)).integer(count(m.vehicles));
    rows.csv.end_row();
  }
  return std::move(rows.csv);
}

CsvRows operation_rows(const NamedScenario& of, const Replication& replication) {
  Rows rows(of, replication, operations_table.columns.size());
  for (std::size_t o = 0; o < rows.setup.operations.size(); ++o)
    add_operation(rows.setup.operations[o], replication.details.operations[o], rows);
  return std::move(rows.csv);
}

CsvRows group_rows(const NamedScenario& of, const Replication& replication) {
  Rows rows(of, replication, groups_table.columns.size());
  for (std::size_t g = 0; g < rows.setup.groups.size(); ++g)
    add_group(rows.setup.groups[g].name, replication.details.groups[g], rows);
  return std::move(rows.csv);
}

CsvRows message_rows(const NamedScenario& of, const Replication& replication) {
  Rows rows(of, replication, messages_table.columns.size());
  for (const MessageHop& hop : replication.details.messages) {
    const Message& m = hop.message;
    const ExchangeSetup& exchange = rows.setup.exchanges[m.exchange.value];
    rows.begin().text(exchange.name).text(name_of(m.kind)).text(rows.moment(m.born));
    rows.csv.text(m.from ? rows.crossing(m.from) : "")
        .text(m.to ? rows.crossing(m.to) : exchange.spec.to);
    rows.csv.integer(m.hops + 1u).text(rows.sender_or_receiver(hop.sender));
    rows.csv.text(rows.sender_or_receiver(hop.hop.place));
    rows.csv.text(rows.setup.channels[hop.hop.channel.value].name).text(rows.moment(hop.sent));
    rows.moment_or_empty(hop.received);
    rows.moment_or_empty(hop.read);
    rows.csv.integer(hop.lost ? 1 : 0).integer(count(hop.controls));
    rows.csv.end_row();
  }
  return std::move(rows.csv);
}

CsvRows review_rows(const NamedScenario& of, const Replication& replication) {
  Rows rows(of, replication, reviews_table.columns.size());
  const auto& review = rows.setup.scenario.review;
  for (const MeasureValue& v : replication.values) {
    Labels whole = v.labels;
    whole.period = "all";
    if (!review || v.labels.period == "all" || whole != Labels{}) continue;
    const auto add = [&](const std::map<std::string, double>& targets, std::string_view aim) {
      const auto target = targets.find(std::string(v.measure->name));
      if (target == targets.end()) return;
      rows.begin().text(v.labels.period).text(v.measure->name).number(target->second);
      rows.csv.text(aim).number(v.value);
      const bool met = aim == "at_least" ? v.value >= target->second : v.value <= target->second;
      if (std::isnan(v.value))
        rows.csv.empty();
      else
        rows.csv.integer(met ? 1 : 0);
      rows.csv.end_row();
    };
    add(review->at_least, "at_least");
    add(review->at_most, "at_most");
  }
  return std::move(rows.csv);
}

CsvRows assessment_rows(const NamedScenario& of, const Replication& replication) {
  Rows rows(of, replication, assessments_table.columns.size());
  for (const AssessmentTally& a : replication.details.assessments)
    for (std::size_t c = 0; c < a.told.size(); ++c) {
      rows.begin()
          .text(rows.setup.assessments[a.assessment.value].name)
          .text(rows.moment(a.data_end));
      rows.csv.text(rows.setup.commodities[c].name).number(a.told[c]).number(a.truth[c]);
      rows.csv.end_row();
    }
  return std::move(rows.csv);
}

// A step that a case has skipped, or has not come to, is empty.
CsvRows case_rows(const NamedScenario& of, const Replication& replication) {
  Rows rows(of, replication, cases_table.columns.size());
  for (const CaseHistory& c : replication.details.cases) {
    rows.begin().text(rows.crossing(rows.setup.unit)).integer(c.number);
    rows.csv.text(rows.crossing(c.found_at)).text(rows.setup.commodities[c.goods.value].name);
    rows.csv.text(c.destination ? rows.setup.countries[c.destination.value] : "");
    rows.csv.text(c.form ? rows.setup.special_forms[c.form.value].name : "");
    rows.csv.text(rows.moment(c.opened));
    for (std::size_t step = 0; step < case_steps; ++step) {
      rows.moment_or_empty(c.began[step]);
      rows.moment_or_empty(c.ended[step]);
    }
    rows.moment_or_empty(c.closed);
    rows.csv.text(c.closed == never ? "" : name_of(c.outcome));
    rows.csv.end_row();
  }
  return std::move(rows.csv);
}

CsvRows desk_rows(const NamedScenario& of, const Replication& replication) {
  Rows rows(of, replication, desks_table.columns.size());
  const Scenario& s = rows.setup.scenario;
  const double measured = hours(s.length - s.warm_up);
  for (std::size_t d = 0; d < rows.setup.desks.size(); ++d) {
    const DeskSetup& desk = rows.setup.desks[d];
    if (!s.desk.contains(desk.name)) continue;
    const DeskWorkload& load = replication.details.desks[d];
    rows.begin().text(desk.name).integer(count(desk.spec.analysts));
    rows.csv.integer(count(load.received)).integer(count(load.read));
    rows.csv.number(in_hours(load.waiting) / measured).integer(count(load.most_waiting));
    if (load.wait.count() > 0)
      rows.csv.number(load.wait.mean() / 3600e6);
    else
      rows.csv.empty();
    rows.csv.number(in_hours(load.reading));
    rows.csv.end_row();
  }
  return std::move(rows.csv);
}

}  // namespace cordon
