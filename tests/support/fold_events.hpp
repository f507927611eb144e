#pragma once

// What each event adds to the measures.

#include "tests/support/fold.hpp"

namespace cordon::testing {

using trace::Key;

inline void Fold::at_crossing() {
  for (std::uint16_t c = 0; c < h_.crossings.size(); ++c)
    if (h_.crossings[c].place == row_->place) c_ = c;
  FoldedPost& post = posts_[c_];
  if (name_ == "VehicleArrived") arrive();
  if (name_ == "EntrySummaryLodged") count_ahead("entry_summaries");
  if (name_ == "EntrySummaryReferred") count_ahead("entry_summaries_referred");
  if (name_ == "ControlOrdered") count_ahead("controls_on_arrival");
  if (name_ == "LoadingRefused") refuse_loading();
  if (name_ == "SectorEntered") enter_sector();
  if (name_ == "SectorLeft") leave_sector();
  if (name_ == "RecordHit")
    count_ahead(said(Key::confirmed) == 1 ? "record_hits" : "false_record_hits");
  if (name_ == "VehicleBalked") turn_back("balked");
  if (name_ == "VehicleGaveUp") turn_back("gave_up");
  if (name_ == "BookingMissed") turn_back("missed");
  if (name_ == "VehicleDiverted") divert();
  if (name_ == "TransitBegan" && measuring())
    ++lines_[said(Key::line) * vehicle_classes + class_of(h_.lines[said(Key::line)].vehicle_class)]
          .count["transit"];
  if (name_.starts_with("Lot") || name_ == "UnloadingBegan" || name_ == "UnitPickedUp")
    at_terminal();
  if (name_ == "ServiceBegan") begin_service();
  if (name_ == "ServiceInterrupted") change_busy(-1);
  if (name_ == "ServiceResumed") change_busy(1);
  if (name_ == "ServiceEnded") end_service();
  if (name_ == "ControlEnded") end_control();
  if (name_ == "ChannelChosen") choose();
  if (name_ == "GoodsSeized") seize("seizures");
  if (name_ == "PersonsReferred") seize("referrals");
  if (name_ == "PassageRefused") seize("sanction_refusals");
  if (name_ == "VehicleReleased") release();
  if (name_ == "StaffChanged") change_staff();
  if (name_ == "LanesChanged") change_lanes();
  if (name_ == "ActivityChanged") change_activity();
  if (name_.starts_with("Team")) move_officers();
  if (name_ == "ReportWritten" && measuring()) post.sent += said(Key::copies);
  if (name_ == "ReportLost" && measuring()) ++post.lost;
  if (name_ == "GoodsHeld") hold();
  if (name_ == "VehicleEscaped") escape();
  if (name_ == "DeliveryBegan") begin_delivery();
  if (name_ == "DeliveryLost") escape();
  if (name_ == "GoodsSeized" || name_ == "PassageRefused") found_[trace::vehicle(*row_)] = now_;
  if (!measuring()) return;
  if (name_ == "SubstanceRecognised") ++post.count["substance_trainings"];
  if (name_ == "MessageWritten") ++post.count["messages_written"];
  if (name_ == "MessageLost") ++lost_;
  if (name_ == "MessageReceived") answer();
  if (name_ == "RiskFormIssued") ++post.count["risk_forms_issued"];
  if (name_ == "RiskFormTakenUp") ++post.count["risk_forms_taken_up"];
  if (name_ == "VehicleFled") ++post.count["fled"];
  if (name_ == "PursuitEnded") post.count["caught"] += said(Key::caught);
  if (name_ == "DeliveryBegan") ++post.count["controlled_deliveries"];
  if (name_ == "DeliveryLost") ++post.count["deliveries_lost"];
  if (name_ == "CaseOpened") ++post.count["cases_opened"];
  if (name_ == "CaseClosed") ++post.count["cases_closed"];
  if (name_ == "CaseClosed") post.count["cases_solved"] += said(Key::case_outcome) == 4;
  if (name_ == "AuditEnded") ++post.count["audits"];
  if (name_ == "AuditEnded" && said(Key::found) == 1) ++post.count["audit_findings"];
}

inline void Fold::arrive() {
  There v{said(Key::line),
          said(Key::vehicle_class),
          said(Key::hidden_commodity),
          said(Key::terminal),
          now_,
          said(Key::initial) == 1};
  if (v.terminal != trace::none) {
    change_yard(v.terminal, 1);
    if (measuring()) ++terminals_[v.terminal].count["units_unloaded"];
  }
  line(v).queue.set(now_, line(v).queue.value + 1, begun_);
  count(line(v), v.initial ? "in_system_at_start" : "arrivals");
  count(line(v), "illicit_attempts", !v.initial && v.hides());
  here_[trace::vehicle(*row_)] = v;
}

inline FoldedLine& Fold::line_ahead() {
  return lines_[said(Key::line) * vehicle_classes + said(Key::vehicle_class)];
}
inline void Fold::count_ahead(const char* what) { count(line_ahead(), what); }
inline void Fold::refuse_loading() {
  const bool hides = said(Key::hidden_commodity) != trace::none;
  count(line_ahead(), "loading_refused");
  count(line_ahead(), "illicit_attempts", hides);
  count(line_ahead(), "illicit_refused", hides);
}
inline void Fold::target() {
  if (name_ == "ReferralBegan") targeters_.set(now_, targeters_.value + 1, begun_);
  if (name_ == "ReferralEnded") targeters_.set(now_, targeters_.value - 1, begun_);
  if (name_ == "InformationRequested" && measuring()) ++requests_;
}

inline void Fold::enter_sector() {
  There v{said(Key::line), 0, said(Key::hidden_commodity), trace::none, now_, false};
  v.sector = true;
  count(line(v), "illicit_attempts");
  here_[trace::vehicle(*row_)] = v;
}

inline void Fold::leave_sector() {
  const There v = here_.at(trace::vehicle(*row_));
  if (measured(v)) ++line(v).passed[v.goods];
  here_.erase(trace::vehicle(*row_));
}

inline void Fold::hold() {
  const bool for_expert = said(Key::held_for) == 1;
  found_[trace::vehicle(*row_)] = now_;
  if (for_expert) here_.at(trace::vehicle(*row_)).held = now_;
  if (for_expert && measuring()) ++posts_[c_].count["goods_held"];
}

// What was held is so no more.
inline void Fold::end_holding(const There& v) {
  if (v.held < 0 || !measuring()) return;
  posts_[c_].held += now_ - v.held;
  ++posts_[c_].holdings;
}

inline void Fold::escape() {
  const There v = here_.at(trace::vehicle(*row_));
  count(line(v), "crossed");
  if (measured(v) && v.hides()) ++line(v).passed[v.goods];
  here_.erase(trace::vehicle(*row_));
}

// It is still on its way.
inline void Fold::begin_delivery() {
  There& v = here_.at(trace::vehicle(*row_));
  if (v.terminal != trace::none) change_yard(v.terminal, -1);
  v.terminal = trace::none;
}

inline void Fold::change_busy(int by) {
  const There& v = here_.at(trace::vehicle(*row_));
  if (h_.crossings[c_].stages[said(Key::stage)].line != trace::nobody)
    line(v).busy.set(now_, line(v).busy.value + by, begun_);
}

inline void Fold::turn_back(const char* how) {
  const There v = here_.at(trace::vehicle(*row_));
  line(v).queue.set(now_, line(v).queue.value - 1, begun_);
  count(line(v), how);
  count(line(v), "illicit_refused", measured(v) && v.hides());
  here_.erase(trace::vehicle(*row_));
}

// Its attempt is the one that it makes elsewhere.
inline void Fold::divert() {
  const There v = here_.at(trace::vehicle(*row_));
  line(v).queue.set(now_, line(v).queue.value - 1, begun_);
  count(line(v), "diverted");
  if (measuring() && v.hides()) --line(v).count["illicit_attempts"];
  here_.erase(trace::vehicle(*row_));
}

inline void Fold::change_yard(std::uint32_t terminal, int by) {
  FoldedTerminal& t = terminals_[terminal];
  t.yard.set(now_, t.yard.value + by, begun_);
  t.most = std::max(t.most, t.yard.value);
}

inline void Fold::at_terminal() {
  if (name_ == "LotDue") return;
  if (name_ == "UnitPickedUp") {
    FoldedTerminal& t = terminals_[said(Key::terminal)];
    const trace::TerminalShape& shape = h_.terminals[said(Key::terminal)];
    change_yard(said(Key::terminal), -1);
    if (!measuring()) return;
    ++t.count["units_picked_up"];
    const auto unloaded = trace::moment(*row_, Key::unloaded).time_since_epoch().count();
    const std::int64_t beyond = now_ - unloaded - shape.free_time, day = 86'400'000'000;
    if (beyond > 0)
      t.storage_cents +=
          Int128{(beyond + day - 1) / day} * std::llround(shape.storage_cost_per_day * 100);
    return;
  }
  FoldedTerminal& t = terminal_of_lot();
  const std::pair lot{said(Key::service), said(Key::call)};
  if (name_ == "LotArrived") t.lots[lot] = now_;
  const std::int64_t came = t.lots.at(lot);
  if (name_ == "UnloadingBegan" && came >= begun_) t.waited += now_ - came, ++t.waits;
  if (name_ == "LotLeft" && came >= begun_) t.stayed += now_ - came, ++t.stays;
  if (name_ == "LotLeft") t.lots.erase(lot);
  if (!measuring()) return;
  if (name_ == "LotArrived") ++t.count["lots_arrived"];
  if (name_ == "LotLeft") ++t.count["lots_left"];
}

inline void Fold::begin_service() {
  const There& v = here_.at(trace::vehicle(*row_));
  const trace::StageShape& stage = h_.crossings[c_].stages[said(Key::stage)];
  FoldedLine& l = line(v);
  if (stage.line != trace::nobody) l.busy.set(now_, l.busy.value + 1, begun_);
  if (!stage.first) return;
  l.queue.set(now_, l.queue.value - 1, begun_);
  if (!measured(v)) return;
  l.waited += now_ - v.joined;
  l.longest = std::max(l.longest, now_ - v.joined);
  ++l.waits;
}

inline void Fold::end_service() {
  const There& v = here_.at(trace::vehicle(*row_));
  const trace::StageShape& stage = h_.crossings[c_].stages[said(Key::stage)];
  FoldedLine& l = line(v);
  if (stage.line != trace::nobody) l.busy.set(now_, l.busy.value - 1, begun_);
}

inline void Fold::end_control() {
  const trace::StageShape& stage = h_.crossings[c_].stages[said(Key::stage)];
  FoldedLine& l = line(here_.at(trace::vehicle(*row_)));
  count(l, "document_checks", stage.control == "documents");
  count(l, "scans", stage.control == "scan");
  count(l, "physical_searches", stage.control == "search");
}

inline void Fold::change_activity() {
  FoldedPost& post = posts_[c_];
  const trace::CrewOf crew = trace::crew(*row_);
  const std::pair who{crew, crew.home.value == c_ ? trace::none : said(Key::operation)};
  const auto activity = static_cast<Activity>(said(Key::activity));
  if (activity == Activity::overtime) post.overtime[who].set(now_, said(Key::officers), begun_);
  if (activity == Activity::reporting) post.reporting[who].set(now_, said(Key::officers), begun_);
  if (activity == Activity::auditing) post.auditing[who].set(now_, said(Key::officers), begun_);
  if (activity == Activity::investigating)
    post.investigating[who].set(now_, said(Key::officers), begun_);
}

inline void Fold::choose() {
  There& v = here_.at(trace::vehicle(*row_));
  v.matches = said(Key::matches_profile) == 1;
  const bool controlled = said(Key::channel) != static_cast<std::uint32_t>(Channel::green);
  count(line(v), "controls", controlled);
  count(line(v), "profile_controls", controlled && v.matches);
  const int checks = static_cast<int>(said(Key::checks));
  for (int n = 0; n < checks; ++n) count(line(v), "operation_checks", true);
  for (int n = 1; n < checks; ++n) count(line(v), "double_checks", true);
  count(line(v), "chosen", true);
  count(line(v), "legal", !v.hides());
  count(line(v), "legal_controls", !v.hides() && controlled);
}

inline void Fold::seize(const char* what) {
  const There v = here_.at(trace::vehicle(*row_));
  if (v.terminal != trace::none) change_yard(v.terminal, -1);
  end_holding(v);
  count(line(v), what, measured(v));
  count(line(v), "profile_detections", measured(v) && v.matches);
  count(line(v), "found_at_sectors", measured(v) && v.sector);
  const bool may_arrest = name_ == "GoodsSeized" || name_ == "PersonsReferred";
  const bool arrest = may_arrest && said(Key::arrest) == 1;
  count(line(v), "arrests", measured(v) && arrest);
  if (measured(v) && name_ == "GoodsSeized")
    line(v).mass_kg[said(Key::commodity)] += static_cast<double>(trace::real(*row_, Key::mass_kg));
  here_.erase(trace::vehicle(*row_));
}

inline void Fold::release() {
  const There v = here_.at(trace::vehicle(*row_));
  count(line(v), "crossed");
  end_holding(v);
  if (v.held >= 0 && measuring()) ++posts_[c_].count["released_after_holding"];
  if (measured(v) && v.held < 0) line(v).in_system += now_ - v.joined, ++line(v).stays;
  if (measured(v) && v.hides()) ++line(v).passed[v.goods];
  here_.erase(trace::vehicle(*row_));
}

inline void Fold::change_staff() {
  FoldedPost& post = posts_[c_];
  post.officers["customs"].set(now_, said(Key::customs_on_duty), begun_);
  post.officers["border_guard"].set(now_, said(Key::border_guards_on_duty), begun_);
  post.officers["others"].set(now_, said(Key::others_on_duty), begun_);
  std::int64_t cents = 0;
  for (const auto& [who, officers] : post.crew_on_duty) {
    const auto& crew = h_.crossings[who.first.home.value].crews[who.first.crew];
    cents += officers * std::llround(crew.cost_per_hour * 100);
    if (who.first.home.value != c_)
      cents += officers * std::llround(h_.staff_costs.allowance_per_hour * 100);
  }
  post.cents.set(now_, cents, begun_);
}

inline void Fold::change_lanes() {
  const std::uint32_t open = said(Key::open);
  if (said(Key::line) == trace::none) return;
  const std::uint32_t own = class_of(h_.lines[said(Key::line)].vehicle_class);
  Area& lanes = lines_[said(Key::line) * vehicle_classes + own].open;
  lanes.set(now_, lanes.value + open - said(Key::was_open), begun_);
}

inline void Fold::move_officers() {
  FoldedPost& post = posts_[c_];
  const trace::CrewOf crew = trace::crew(*row_);
  const bool home = crew.home.value == c_;
  const std::pair who{crew, home ? trace::none : said(Key::operation)};
  const std::int64_t officers = said(Key::officers);
  if (name_ == "TeamCameOnDuty") post.crew_on_duty[who] += officers, post.shift[who] = true;
  if (name_ == "TeamWentOffDuty") post.crew_on_duty[who] -= officers, post.shift[who] = false;
  if (name_ == "TeamLeft") {
    post.crew_there[who] -= officers;
    if (said(Key::on_duty) == 1) post.crew_on_duty[who] -= officers;
  }
  if (name_ != "TeamArrived") return;
  post.crew_there[who] += officers;
  if (home && post.shift[who]) post.crew_on_duty[who] += officers;
  if (!measuring()) return;
  const auto left = trace::moment(*row_, Key::set_out).time_since_epoch().count();
  const Int128 spent = Int128{now_ - std::max(left, begun_)} * officers;
  post.travel += spent;
  const double cost = h_.crossings[crew.home.value].crews[crew.crew].cost_per_hour;
  post.extra_cents +=
      spent * (std::llround(cost * 100) + std::llround(h_.staff_costs.travel_cost_per_hour * 100));
}

inline void Fold::answer() {
  if (said(Key::message) != static_cast<std::uint32_t>(MessageKind::answer)) return;
  const trace::ExchangeShape& rules = h_.exchanges[said(Key::exchange)];
  if (rules.kind != "inquiry") return;
  const bool urgent = said(Key::urgent) == 1, direct = said(Key::direct) == 1;
  const std::int64_t deadline = !urgent  ? rules.deadline
                                : direct ? rules.urgent_deadline
                                         : rules.urgent_indirect_deadline;
  ++posts_[c_].count["requests_answered"];
  if (now_ - found_.at(trace::vehicle(*row_)) <= deadline)
    ++posts_[c_].count["requests_answered_in_time"];
}

inline void Fold::exchange() {
  if (name_ == "ReadingBegan") analysts_.set(now_, analysts_.value + 1, begun_);
  if (name_ == "ReadingEnded") analysts_.set(now_, analysts_.value - 1, begun_);
  if (!measuring()) return;
  if (name_ == "MessageLost") ++lost_;
  if (name_ == "AnswerDue") checks_ += h_.exchanges[said(Key::exchange)].kind == "inquiry";
  if (name_ == "MatchFound") ++hits_;
  const bool of_a_find = name_ == "ReadingEnded" && said(Key::crossing) != trace::none;
  if (!of_a_find || said(Key::to_post) != trace::none ||
      h_.exchanges[said(Key::exchange)].desk != row_->place ||
      h_.exchanges[said(Key::exchange)].kind == "permit" ||
      h_.exchanges[said(Key::exchange)].kind == "images")
    return;
  ++read_;
  until_read_ += now_ - found_.at(trace::vehicle(*row_));
}

inline void Fold::receive() {
  const bool fresh = known_.emplace(said(Key::crossing), said(Key::report)).second;
  if (!measuring()) return;
  ++received_;
  duplicates_ += !fresh;
  delay_ += now_ - trace::moment(*row_, Key::seized).time_since_epoch().count();
}

}  // namespace cordon::testing
