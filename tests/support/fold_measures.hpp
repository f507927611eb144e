#pragma once

// What the events add up to, as measures.

#include "tests/support/fold_events.hpp"

namespace cordon::testing {

inline void Fold::add_terminals(int crossing, std::map<std::string, double>& m) const {
  const auto real = [](auto n) { return static_cast<double>(n); };
  Int128 waited = 0, stayed = 0, yard = 0, cents = 0;
  std::int64_t waits = 0, stays = 0, most = 0;
  for (std::size_t t = 0; t < terminals_.size(); ++t) {
    if (crossing >= 0 && h_.terminals[t].crossing != crossing) continue;
    const FoldedTerminal& terminal = terminals_[t];
    for (const char* name : {"lots_arrived", "lots_left", "lots_at_end", "units_unloaded",
                             "units_picked_up", "yard_at_start", "yard_at_end"}) {
      const auto found = terminal.count.find(name);
      m[name] += found == terminal.count.end() ? 0 : real(found->second);
    }
    waited += terminal.waited, stayed += terminal.stayed, yard += terminal.yard.sum;
    waits += terminal.waits, stays += terminal.stays, cents += terminal.storage_cents;
    most = std::max(most, terminal.most);
  }
  m["lot_wait_mean"] = real(waited) / real(waits) / 3600e6;
  m["lot_turnaround_mean"] = real(stayed) / real(stays) / 3600e6;
  m["yard_mean"] = real(yard) / real(h_.length - begun_);
  m["yard_max"] = real(most);
  m["storage_cost"] = real(cents) / 100;
}

inline std::map<std::string, double> Fold::measures(int crossing) const {
  const auto is_here = [&](std::size_t c) { return crossing < 0 || std::size_t(crossing) == c; };
  const auto real = [](auto n) { return static_cast<double>(n); };
  FoldedLine all;
  Int128 delay_cost_cents = 0;
  for (std::size_t c = 0; c < h_.crossings.size(); ++c) {
    if (!is_here(c)) continue;
    FoldedLine post;
    for (std::size_t l = 0; l < lines_.size(); ++l) {
      const auto of = static_cast<std::uint32_t>(l / vehicle_classes);
      if (h_.lines[of].crossing != c) continue;
      post.add(lines_[l]);
      const double cost = delay_cost_per_hour(of, static_cast<std::uint32_t>(l % vehicle_classes));
      delay_cost_cents += lines_[l].queue.sum * std::llround(cost * 100);
    }
    all.add(post);
  }
  std::map<std::string, double> m;
  for (const char* name : {"arrivals",
                           "crossed",
                           "balked",
                           "gave_up",
                           "missed",
                           "diverted",
                           "transit",
                           "in_system_at_start",
                           "in_system_at_end",
                           "entry_summaries",
                           "entry_summaries_referred",
                           "controls_on_arrival",
                           "loading_refused",
                           "controls",
                           "profile_controls",
                           "record_hits",
                           "false_record_hits",
                           "profile_detections",
                           "operation_checks",
                           "double_checks",
                           "arrests",
                           "document_checks",
                           "scans",
                           "physical_searches",
                           "illicit_attempts",
                           "illicit_refused",
                           "illicit_in_system_at_end",
                           "seizures",
                           "referrals",
                           "sanction_refusals"}) {
    const auto found = all.count.find(name);
    m[name] = found == all.count.end() ? 0 : real(found->second);
  }
  const auto counted = [&](const char* name) {
    const auto found = all.count.find(name);
    return found == all.count.end() ? 0.0 : real(found->second);
  };
  m["wait_mean"] = real(all.waited) / real(all.waits) / 60e6;
  m["wait_max"] = real(all.longest) / 60e6;
  m["time_in_system_mean"] = real(all.in_system) / real(all.stays) / 60e6;
  m["queue_mean"] = real(all.queue.sum) / real(h_.length - begun_);
  m["queue_max"] = real(all.queue_most);
  m["vehicle_hours_waited"] = real(all.queue.sum) / 3600e6;
  m["utilisation"] = real(all.busy.sum) / real(all.open.sum);
  m["delay_cost"] = real(delay_cost_cents) / 3600e6 / 100;
  m["false_positive_rate"] = counted("legal_controls") / counted("legal");
  m["detections"] = m["seizures"] + m["referrals"] + m["sanction_refusals"];
  m["hit_rate"] = (m["detections"] - counted("found_at_sectors")) / m["controls"];
  m["seized_mass"] = m["seized_value"] = m["illicit_passed"] = m["harm_passed"] = 0;
  for (const auto& [goods, kg] : all.mass_kg) {
    m["seized_mass"] += kg;
    m["seized_value"] += kg * h_.commodities[goods].value_per_kg;
  }
  for (const auto& [goods, n] : all.passed) {
    m["illicit_passed"] += real(n);
    m["harm_passed"] += real(n) * h_.commodities[goods].harm_weight;
  }
  m["value_per_seizure"] = m["seized_value"] / m["seizures"];
  const double found_or_not = m["controls"] - counted("legal_controls");
  m["selection_precision"] = found_or_not / m["controls"];
  m["selection_recall"] = found_or_not / (counted("chosen") - counted("legal"));
  m["interdiction_rate"] = m["detections"] / (m["detections"] + m["illicit_passed"]);
  add_terminals(crossing, m);
  Int128 on_duty = 0, overtime = 0, travel = 0, reporting = 0, auditing = 0, cents = 0;
  Int128 investigating = 0, held = 0, holdings = 0;
  for (std::size_t c = 0; c < posts_.size(); ++c) {
    if (!is_here(c)) continue;
    const FoldedPost& p = posts_[c];
    for (const auto& [who, area] : p.officers) on_duty += area.sum;
    for (const auto& [who, area] : p.overtime) overtime += area.sum;
    for (const auto& [who, area] : p.reporting) reporting += area.sum;
    for (const auto& [who, area] : p.auditing) auditing += area.sum;
    for (const auto& [who, area] : p.investigating) investigating += area.sum;
    held += p.held, holdings += p.holdings;
    for (const char* what : {"risk_forms_issued", "risk_forms_taken_up", "audits", "audit_findings",
                             "messages_written", "substance_trainings", "requests_answered",
                             "requests_answered_in_time", "goods_held", "released_after_holding",
                             "fled", "caught", "controlled_deliveries", "deliveries_lost",
                             "cases_opened", "cases_closed", "cases_solved"}) {
      const auto found = p.count.find(what);
      m[what] += found == p.count.end() ? 0 : real(found->second);
    }
    travel += p.travel;
    cents += p.cents.sum + p.extra_cents;
    m["reports_sent"] += real(p.sent);
    m["reports_lost"] += real(p.lost);
  }
  m["officer_hours"] = real(on_duty + overtime + travel) / 3600e6;
  m["overtime_hours"] = real(overtime) / 3600e6;
  m["travel_hours"] = real(travel) / 3600e6;
  m["reporting_hours"] = real(reporting) / 3600e6;
  m["audit_hours"] = real(auditing) / 3600e6;
  m["investigation_hours"] = real(investigating) / 3600e6;
  m["held_hours_mean"] = real(held) / real(holdings) / 3600e6;
  m["cost"] = real(cents) / 3600e6 / 100;
  m["purchase_cost"] = 0;
  for (const trace::PurchaseShape& p : h_.purchases)
    if (is_here(p.crossing) && p.ordered >= begun_ && p.ordered < h_.length)
      m["purchase_cost"] += p.price;
  for (const auto& [post, price] : ordered_)
    if (is_here(post)) m["purchase_cost"] += price;
  if (crossing >= 0) return m;
  const auto of_groups = [&](const char* event) {
    const auto found = groups_.find(event);
    return found == groups_.end() ? 0.0 : real(found->second);
  };
  m["planned"] = of_groups("ConsignmentPlanned");
  m["postponed"] = of_groups("ConsignmentPostponed");
  m["deterred"] = of_groups("ConsignmentDeterred");
  m["operations_stopped"] = of_groups("OperationStopped");
  m["assessments"] = of_groups("AssessmentDue");
  m["information_requests"] = real(requests_);
  m["targeting_hours"] = real(targeters_.sum) / 3600e6;
  m["intelligence_items"] = of_groups("IntelligenceGathered");
  m["messages_lost"] = real(lost_);
  m["message_delay_mean"] = real(until_read_) / real(read_) / 3600e6;
  m["cross_checks"] = real(checks_);
  m["cross_check_hits"] = real(hits_);
  m["desk_hours"] = real(analysts_.sum) / 3600e6;
  m["groups_disrupted"] = of_groups("GroupDisrupted");
  m["groups_struck"] = of_groups("GroupStruck");
  m["routes_used"] = real(sent_.size());
  double all_sent = 0, entropy = 0;
  for (const auto& [line, n] : sent_) all_sent += real(n);
  for (const auto& [line, n] : sent_) entropy += real(n) / all_sent * std::log(all_sent / real(n));
  m["route_spread"] = all_sent > 0 ? std::exp(entropy) : NAN;
  m["reports_received"] = real(received_);
  m["duplicate_reports"] = real(duplicates_);
  m["report_delay_mean"] = real(delay_) / real(received_) / 3600e6;
  return m;
}

}  // namespace cordon::testing
