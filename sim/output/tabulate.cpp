// From tallies to measures: one row for each line, crossing, direction and class, and the whole.

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

#include "sim/engine/elementary.hpp"
#include "sim/output/recorder/recorder.hpp"
#include "sim/output/words.hpp"

namespace cordon {
namespace {

constexpr double no_value = std::numeric_limits<double>::quiet_NaN();
constexpr double microseconds_per_minute = 60e6, microseconds_per_hour = 3600e6;

double ratio(double part, double whole) { return whole > 0 ? part / whole : no_value; }
template <class Integer>
double real(Integer n) {
  return static_cast<double>(n);
}

// Whether something is so at any time of the run.
template <class Says>
bool ever(const Setup& setup, Says says) {
  return says(setup) || std::any_of(setup.later.begin(), setup.later.end(),
                                    [&](const Setup::Later& later) { return says(*later.setup); });
}
template <class Things, class Is>
bool any_ever(const Setup& setup, Things Setup::*things, Is is) {
  return ever(setup, [&](const Setup& s) {
    return std::any_of((s.*things).begin(), (s.*things).end(), is);
  });
}

// Writes the values of one level of aggregation.
class Table {
 public:
  Table(const Setup& setup, Duration window, std::vector<MeasureValue>& into)
      : setup_(setup),
        window_(real(window.count())),
        into_(into),
        any_diverts_(
            any_ever(setup, &Setup::lines, [](const LineSetup& line) { return line.diverts; })),
        any_transit_(any_ever(setup, &Setup::flows,
                              [](const FlowSetup& flow) { return flow.transit_share > 0; })),
        any_sanctioned_(any_ever(setup, &Setup::commodities,
                                 [](const CommoditySetup& goods) { return goods.sanctioned; })),
        any_doubtful_(any_ever(setup, &Setup::commodities,
                               [](const CommoditySetup& goods) { return goods.needs_expert > 0; })),
        any_arrests_(any_ever(setup, &Setup::commodities,
                              [](const CommoditySetup& goods) { return goods.arrest > 0; })) {}

  void flow(const Labels& at, const LineTally& t) const {
    put("arrivals", at, real(t.arrivals));
    put("crossed", at, real(t.crossed));
    put("balked", at, real(t.balked));
    put("gave_up", at, real(t.gave_up));
    put("missed", at, real(t.missed));
    if (any_diverts_) put("diverted", at, real(t.diverted));
    if (any_transit_) put("transit", at, real(t.transit));
    put("in_system_at_start", at, real(t.at_start));
    if (setup_.targeting) advance(at, t);
    if (setup_.scenario.interoperability.look_up != LookUp::off) {
      put("record_hits", at, real(t.record_hits));
      put("false_record_hits", at, real(t.false_record_hits));
    }
    if (!setup_.signs.empty()) {
      put("profile_controls", at, real(t.profile_controls));
      put("profile_detections", at, real(t.profile_detections));
    }
    put("in_system_at_end", at, real(t.at_end));
    const bool waited = t.wait.count() > 0;
    put("wait_mean", at, t.wait.mean() / microseconds_per_minute);
    put("wait_p50", at, waited ? wait_quantile(t, 0.50) : no_value);
    put("wait_p95", at, waited ? wait_quantile(t, 0.95) : no_value);
    put("wait_max", at, waited ? real(t.wait.max()) / microseconds_per_minute : no_value);
    put("time_in_system_mean", at, t.in_system.mean() / microseconds_per_minute);
    put("queue_mean", at, real(t.queue_total.value_microseconds) / window_);
    put("queue_max", at, real(t.queue_most));
    put("vehicle_hours_waited", at, real(t.queue_total.value_microseconds) / microseconds_per_hour);
    put("utilisation", at,
        ratio(real(t.busy_total.value_microseconds), real(t.open_total.value_microseconds)));
    put("delay_cost", at, real(t.delay_cost_micro_cents) / microseconds_per_hour / 100);
    put("controls", at, real(t.controls));
    if (!setup_.operations.empty()) {
      put("operation_checks", at, real(t.operation_checks));
      put("double_checks", at, real(t.double_checks));
    }
    put("false_positive_rate", at, ratio(real(t.legal_controls), real(t.legal_chosen)));
    put("document_checks", at, real(t.document_checks));
    put("scans", at, real(t.scans));
    put("physical_searches", at, real(t.searches));
  }

  void advance(const Labels& at, const LineTally& t) const {
    put("entry_summaries", at, real(t.entry_summaries));
    put("entry_summaries_referred", at, real(t.referred));
    put("controls_on_arrival", at, real(t.ordered));
    put("loading_refused", at, real(t.loading_refused));
  }

  // On a real map, what passed is not told by post: it would be a map of where to go.
  void enforcement(const Labels& at, const LineTally& t) const {
    IllicitTally all;
    double value = 0, harm = 0;
    for (std::size_t c = 0; c < t.illicit.size(); ++c) {
      const CommoditySetup& goods = setup_.commodities[c];
      all.merge(t.illicit[c]);
      value += t.illicit[c].seized_mass_kg * goods.value_per_kg;
      harm += real(t.illicit[c].passed) * goods.harm_weight;
    }
    illicit(at, all, value, harm);
  }

  // What selection at crossings comes to.
  void selection(const Labels& at, const LineTally& t) const {
    IllicitTally all;
    for (const IllicitTally& goods : t.illicit) all.merge(goods);
    put("hit_rate", at, ratio(real(all.detections()), real(t.controls)));
    const auto illicit_controls = t.controls - t.legal_controls;
    if (is_by_post(at)) return;
    put("selection_precision", at, ratio(real(illicit_controls), real(t.controls)));
    put("selection_recall", at, ratio(real(illicit_controls), real(t.chosen - t.legal_chosen)));
  }

  void groups(const GroupTally& t) const {
    put("planned", {}, real(t.planned));
    put("postponed", {}, real(t.postponed));
    put("deterred", {}, real(t.deterred));
    put("groups_disrupted", {}, real(t.disrupted));
    if (!setup_.exchanges.empty()) put("intelligence_items", {}, real(t.intelligence));
    if (setup_.unit) put("groups_struck", {}, real(t.struck));
    put("routes_used", {}, real(t.sent.size()));
    put("route_spread", {}, spread(t.sent));
  }

  void commodity(Labels at, const IllicitTally& t, std::size_t c) const {
    const CommoditySetup& goods = setup_.commodities[c];
    at.commodity = goods.name;
    illicit(at, t, t.seized_mass_kg * goods.value_per_kg, real(t.passed) * goods.harm_weight);
  }

  // Shannon's diversity of order 1 (Hill 1973).
  static double spread(const std::map<LineIndex, std::int64_t>& sent) {
    double all = 0, entropy = 0;
    for (const auto& [line, vehicles] : sent) all += real(vehicles);
    for (const auto& [line, vehicles] : sent)
      entropy -= real(vehicles) / all * elementary::log(real(vehicles) / all);
    return all > 0 ? elementary::exp(entropy) : no_value;
  }

  // The sketch is off by its error; no wait is longer than the longest.
  static double wait_quantile(const LineTally& t, double q) {
    return real(std::min(t.wait_quantiles.quantile(q), t.wait.max())) / microseconds_per_minute;
  }

  void terminals(const Labels& at, const TerminalTally& t) const {
    put("lots_arrived", at, real(t.lots));
    put("lots_left", at, real(t.lots_left));
    put("lots_at_end", at, real(t.lots_at_end));
    put("lot_wait_mean", at, t.lot_wait.mean() / microseconds_per_hour);
    put("lot_turnaround_mean", at, t.turnaround.mean() / microseconds_per_hour);
    put("units_unloaded", at, real(t.unloaded));
    put("units_picked_up", at, real(t.picked_up));
    put("yard_mean", at, real(t.yard_total.value_microseconds) / window_);
    put("yard_max", at, real(t.yard_most));
    put("yard_at_start", at, real(t.yard_at_start));
    put("yard_at_end", at, real(t.yard_at_end));
    put("storage_cost", at, real(t.storage_cents) / 100);
  }

  void effort(Labels at, const PostTally& t) const {
    Int128 on_duty = 0, overtime = 0, travel = 0;
    for (std::size_t a = 0; a < authorities; ++a) {
      on_duty += t.officers_total[a].value_microseconds;
      overtime += t.overtime[a];
      travel += t.travel[a];
    }
    officers(at, on_duty, overtime, travel);
    put("reporting_hours", at, real(t.reporting) / microseconds_per_hour);
    put("cost", at,
        real(t.cents_total.value_microseconds + t.extra_cents) / microseconds_per_hour / 100);
    put("purchase_cost", at, real(t.purchase_cents) / 100);
    put("reports_sent", at, real(t.reports_sent));
    put("reports_lost", at, real(t.reports_lost));
    if (!setup_.exchanges.empty()) {
      put("messages_written", at, real(t.messages));
      put("substance_trainings", at, real(t.trainings));
      put("requests_answered", at, real(t.answered));
      put("requests_answered_in_time", at, real(t.answered_in_time));
    }
    if (setup_.scenario.investigation.flees > 0) {
      put("fled", at, real(t.fled));
      put("caught", at, real(t.caught));
    }
    if (setup_.unit) {
      put("controlled_deliveries", at, real(t.deliveries));
      put("deliveries_lost", at, real(t.deliveries_lost));
      put("cases_opened", at, real(t.cases_opened));
      put("cases_closed", at, real(t.cases_closed));
      put("cases_solved", at, real(t.cases_solved));
    }
    if (setup_.unit || setup_.scenario.investigation.flees > 0)
      put("investigation_hours", at, real(t.investigating) / microseconds_per_hour);
    if (any_doubtful_) {
      put("goods_held", at, real(t.goods_held));
      put("held_hours_mean", at, t.held.mean() / microseconds_per_hour);
      put("released_after_holding", at, real(t.released_after_holding));
    }
    if (!setup_.signs.empty()) {
      put("risk_forms_issued", at, real(t.forms_issued));
      put("risk_forms_taken_up", at, real(t.forms_taken_up));
    }
    if (setup_.audit) {
      put("audits", at, real(t.audits));
      put("audit_findings", at, real(t.audit_findings));
      put("audit_hours", at, real(t.auditing) / microseconds_per_hour);
    }
    for (std::size_t a = 0; a < authorities; ++a) {
      if (!is_at_work(static_cast<Authority>(a), setup_.scenario)) continue;
      at.authority = name_of(static_cast<Authority>(a));
      officers(at, t.officers_total[a].value_microseconds, t.overtime[a], t.travel[a]);
    }
  }

  void desks(const InboxTally& t, std::int64_t lost_by_posts) const {
    put("messages_lost", {}, real(t.lost + lost_by_posts));
    put("message_delay_mean", {}, t.delay.mean() / microseconds_per_hour);
    put("cross_checks", {}, real(t.checks));
    put("cross_check_hits", {}, real(t.hits));
    put("desk_hours", {}, real(t.busy_total.value_microseconds) / microseconds_per_hour);
  }

  void officers(const Labels& at, Int128 on_duty, Int128 overtime, Int128 travel) const {
    put("officer_hours", at, real(on_duty + overtime + travel) / microseconds_per_hour);
    put("overtime_hours", at, real(overtime) / microseconds_per_hour);
    put("travel_hours", at, real(travel) / microseconds_per_hour);
  }

  void put(std::string_view measure, const Labels& at, double value) const {
    const Measure* known = find_measure(measure);
    assert(known);
    into_.push_back({known, at, value});
  }

 private:
  [[nodiscard]] bool is_by_post(const Labels& at) const {
    return at.crossing != "all" && setup_.scenario.real_map;
  }

  void illicit(const Labels& at, const IllicitTally& t, double value, double harm) const {
    put("illicit_attempts", at, real(t.attempts));
    put("detections", at, real(t.detections()));
    put("seizures", at, real(t.seizures));
    put("referrals", at, real(t.referrals));
    if (any_arrests_) put("arrests", at, real(t.arrests));
    if (any_sanctioned_) put("sanction_refusals", at, real(t.sanction_refusals));
    put("seized_mass", at, t.seized_mass_kg);
    put("seized_value", at, value);
    put("value_per_seizure", at, ratio(value, real(t.seizures)));
    if (is_by_post(at)) return;
    put("illicit_passed", at, real(t.passed));
    put("illicit_refused", at, real(t.refused));
    put("illicit_in_system_at_end", at, real(t.in_system));
    put("interdiction_rate", at, ratio(real(t.detections()), real(t.detections() + t.passed)));
    put("harm_passed", at, harm);
  }

  const Setup& setup_;
  double window_;
  std::vector<MeasureValue>& into_;
  // What no scenario asks for has no rows.
  bool any_diverts_, any_transit_, any_sanctioned_, any_doubtful_, any_arrests_;
};

}  // namespace

bool is_at_work(Authority authority, const Scenario& scenario) {
  return std::any_of(scenario.team.begin(), scenario.team.end(),
                     [&](const auto& team) { return team.second.authority == authority; });
}

namespace {

bool any_review(const Setup& setup) {
  return std::any_of(setup.operations.begin(), setup.operations.end(), [](const auto& operation) {
    return operation.spec.review_after > Duration::zero();
  });
}

}  // namespace

std::vector<MeasureValue> Recorder::values() const {
  std::vector<MeasureValue> values;
  const Table table(setup_, ended_ - begun_, values);
  LineTally everything, with_green_border;
  PostTally all_posts;
  TerminalTally all_ports;
  std::map<std::pair<Direction, VehicleClass>, LineTally> by_class;
  for (std::size_t c = 0; c < setup_.crossings.size(); ++c) {
    const CrossingSetup& crossing = setup_.crossings[c];
    LineTally post;
    for (const LineIndex l : crossing.lines)
      for (std::size_t served = 0; served < vehicle_classes; ++served) {
        const LineSetup& line = setup_.lines[l.value];
        if (!line.serves[served]) continue;
        const auto vehicle_class = static_cast<VehicleClass>(served);
        const LineTally& tally = lines_[position(l, vehicle_class)];
        Labels at;
        at.crossing = crossing.name, at.country = crossing.country;
        at.direction = name_of(line.direction), at.vehicle_class = name_of(vehicle_class);
        table.flow(at, tally);
        table.enforcement(at, tally);
        table.selection(at, tally);
        post.merge(tally);
        by_class[{line.direction, vehicle_class}].merge(tally);
      }
    Labels at;
    at.crossing = crossing.name, at.country = crossing.country;
    if (!crossing.is_base) {
      table.flow(at, post);
      table.enforcement(at, post);
      table.selection(at, post);
    }
    if (crossing.sector) {
      LineTally sector;
      for (const LineIndex way : crossing.across)
        for (std::size_t of = 0; of < vehicle_classes; ++of)
          sector.merge(lines_[position(way, static_cast<VehicleClass>(of))]);
      table.enforcement(at, sector);
      with_green_border.merge(sector);
    }
    table.effort(at, posts_[c]);
    all_posts.merge(posts_[c]);
    everything.merge(post);
    if (crossing.berths.empty()) continue;
    TerminalTally port;
    for (std::size_t t = 0; t < terminals_.size(); ++t)
      if (setup_.terminals[t].crossing.value == c) port.merge(terminals_[t]);
    table.terminals(at, port);
    all_ports.merge(port);
  }
  if (!terminals_.empty()) table.terminals({}, all_ports);
  for (const auto& [key, tally] : by_class) {
    Labels at;
    at.direction = name_of(key.first), at.vehicle_class = name_of(key.second);
    table.flow(at, tally);
    table.enforcement(at, tally);
    table.selection(at, tally);
  }
  table.flow({}, everything);
  with_green_border.merge(everything);
  table.enforcement({}, with_green_border);
  table.selection({}, everything);
  for (std::size_t c = 0; c < with_green_border.illicit.size(); ++c)
    table.commodity({}, with_green_border.illicit[c], c);
  table.effort({}, all_posts);
  GroupTally groups;
  for (const GroupTally& g : groups_) groups.merge(g);
  table.groups(groups);
  if (setup_.targeting) {
    table.put("information_requests", {}, real(targeting_.requests));
    table.put("targeting_hours", {},
              real(targeting_.busy_total.value_microseconds) / microseconds_per_hour);
  }
  if (!setup_.exchanges.empty()) {
    InboxTally desks;
    for (const InboxTally& desk : inboxes_) desks.merge(desk);
    table.desks(desks, all_posts.messages_lost);
  }
  if (any_review(setup_))
    table.put("operations_stopped", {},
              real(std::accumulate(stopped_.begin(), stopped_.end(), std::int64_t{0})));
  if (!setup_.assessments.empty()) {
    double bias = 0;
    for (std::size_t a = 0; a < assessed_; ++a) bias += assessments_[a].bias();
    table.put("assessments", {}, real(assessed_));
    table.put("assessment_bias", {}, ratio(bias, real(assessed_)));
  }
  table.put("reports_received", {}, real(desk_.received));
  table.put("duplicate_reports", {}, real(desk_.duplicates));
  table.put("report_delay_mean", {}, desk_.delay.mean() / microseconds_per_hour);
  return values;
}

}  // namespace cordon
