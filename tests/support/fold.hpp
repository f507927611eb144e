#pragma once

// The measures of a run, from the rows of its trace and nothing else: written without looking at
// the recorder, and as simply as can be.

#include <cmath>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "sim/output/trace/catalogue.hpp"
#include "sim/output/trace/header.hpp"

namespace cordon::testing {

/// Time that something lasted times how much of it there was, since measuring began.
struct Area {
  std::int64_t value = 0, since = 0;
  Int128 sum = 0;
  void set(std::int64_t now, std::int64_t to, std::int64_t begun) {
    sum += Int128{value} * (std::max(now, begun) - std::max(since, begun));
    since = now;
    value = to;
  }
};

/// What a line, or several, come to.
struct FoldedLine {
  std::map<std::string, std::int64_t> count;
  Int128 waited = 0, in_system = 0;
  std::int64_t waits = 0, longest = 0, stays = 0;
  Area queue, busy, open;
  std::int64_t queue_most = 0;
  std::map<std::uint32_t, std::int64_t> passed;  // by commodity
  std::map<std::uint32_t, double> mass_kg;

  void add(const FoldedLine& o) {
    for (const auto& [what, n] : o.count) count[what] += n;
    waited += o.waited, in_system += o.in_system, waits += o.waits, stays += o.stays;
    longest = std::max(longest, o.longest);
    queue.sum += o.queue.sum, busy.sum += o.busy.sum, open.sum += o.open.sum;
    queue_most = std::max(queue_most, o.queue_most);
    for (const auto& [goods, n] : o.passed) passed[goods] += n;
    for (const auto& [goods, kg] : o.mass_kg) mass_kg[goods] += kg;
  }
};

/// What a terminal comes to.
struct FoldedTerminal {
  std::map<std::string, std::int64_t> count;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::int64_t> lots;  // here: when they came
  Int128 waited = 0, stayed = 0, storage_cents = 0;
  std::int64_t waits = 0, stays = 0, most = 0;
  Area yard;
};

/// What a crossing has beside its lines.
struct FoldedPost {
  std::map<std::string, Area> officers;  // on duty, by authority
  std::map<std::pair<trace::CrewOf, std::uint32_t>, std::int64_t> crew_on_duty, crew_there;
  std::map<std::pair<trace::CrewOf, std::uint32_t>, bool> shift;
  Area cents;
  std::map<std::pair<trace::CrewOf, std::uint32_t>, Area> overtime, reporting, auditing,
      investigating;
  Int128 travel = 0, extra_cents = 0;
  std::int64_t sent = 0, lost = 0, held = 0, holdings = 0;
  std::map<std::string, std::int64_t> count;
};

class Fold {
 public:
  explicit Fold(const trace::Header& header)
      : h_(header),
        begun_(header.warm_up),
        lines_(header.lines.size() * vehicle_classes),
        terminals_(header.terminals.size()),
        posts_(header.crossings.size()) {
    for (std::uint16_t c = 0; c < h_.crossings.size(); ++c)
      for (std::uint16_t n = 0; n < h_.crossings[c].crews.size(); ++n)
        posts_[c].crew_there[{{{c}, n}, trace::none}] = h_.crossings[c].crews[n].officers;
  }

  void add(const trace::Row& row) {
    if (row.time > now_) end_of_instant();
    if (now_ < begun_ && row.time >= begun_) begin();
    now_ = row.time;
    row_ = &row;
    name_ = trace::events()[row.event].name;
    const std::string& kind = h_.places[row.place].kind;
    if (kind == "crossing") at_crossing();
    if (kind == "desk" && name_ == "ReportReceived") receive();
    if (name_ == "AssessmentDue" && measuring()) ++groups_["AssessmentDue"];
    if (name_ == "MachineOrdered" && measuring())
      ordered_[said(trace::Key::to)] += static_cast<double>(trace::real(row, trace::Key::price));
    if (kind == "desk") target(), exchange();
    if ((kind == "group" || kind == "headquarters") && measuring()) ++groups_[name_];
    if (name_ == "ConsignmentSent" && measuring())
      sent_[said(trace::Key::line)] += said(trace::Key::vehicles);
  }

  void end() {
    end_of_instant();
    now_ = h_.length;
    for (FoldedLine& l : lines_) {
      for (Area* a : {&l.queue, &l.busy, &l.open}) a->set(now_, 0, begun_);
    }
    targeters_.set(now_, 0, begun_);
    analysts_.set(now_, 0, begun_);
    for (FoldedTerminal& t : terminals_) {
      t.count["yard_at_end"] = t.yard.value;
      t.count["lots_at_end"] = static_cast<std::int64_t>(t.lots.size());
      t.yard.set(now_, 0, begun_);
    }
    for (FoldedPost& p : posts_) {
      for (auto& [who, area] : p.officers) area.set(now_, 0, begun_);
      p.cents.set(now_, 0, begun_);
      for (auto& [who, area] : p.reporting) area.set(now_, 0, begun_);
      for (auto& [who, area] : p.auditing) area.set(now_, 0, begun_);
      for (auto& [who, area] : p.investigating) area.set(now_, 0, begun_);
      for (auto& [who, area] : p.overtime) {
        area.set(now_, 0, begun_);
        const auto& crew = h_.crossings[who.first.home.value].crews[who.first.crew];
        p.extra_cents += area.sum * std::llround(crew.cost_per_hour *
                                                 (1 + h_.staff_costs.overtime_premium) * 100);
      }
    }
    for (const auto& [who, v] : here_) {
      if (!v.sector) ++line(v).count["in_system_at_end"];
      if (v.hides() && measured(v)) ++line(v).count["illicit_in_system_at_end"];
    }
  }

  /// @param crossing  its position, or negative: all together
  [[nodiscard]] std::map<std::string, double> measures(int crossing = -1) const;

 private:
  struct There {
    std::uint32_t line = 0, vehicle_class = 0, goods = trace::none, terminal = trace::none;
    std::int64_t joined = 0;
    bool initial = false, sector = false, matches = false;
    std::int64_t held = -1;  // below 0: never
    [[nodiscard]] bool hides() const { return goods != trace::none; }
  };

  [[nodiscard]] bool measuring() const { return now_ >= begun_; }
  [[nodiscard]] bool measured(const There& v) const { return !v.initial && v.joined >= begun_; }
  [[nodiscard]] std::uint32_t said(trace::Key key) const { return trace::slot(*row_, key); }
  FoldedLine& line(const There& v) { return lines_[v.line * vehicle_classes + v.vehicle_class]; }
  /// As in the words of the header.
  static std::uint32_t class_of(std::string_view word) {
    std::uint32_t c = 0;
    while (name_of(static_cast<VehicleClass>(c)) != word) ++c;
    return c;
  }
  [[nodiscard]] double delay_cost_per_hour(std::uint32_t line, std::uint32_t c) const {
    for (const trace::SharerShape& other : h_.lines[line].also)
      if (class_of(other.vehicle_class) == c) return other.delay_cost_per_hour;
    return h_.lines[line].delay_cost_per_hour;
  }
  FoldedTerminal& terminal_of_lot() {
    return terminals_[h_.services[said(trace::Key::service)].terminal];
  }
  void count(FoldedLine& line, const char* what, bool really = true) const {
    if (measuring() && really) ++line.count[what];
  }

  void begin() {
    for (const auto& [who, v] : here_)
      if (!v.sector) ++line(v).count["in_system_at_start"];
    for (FoldedLine& l : lines_) l.queue_most = l.queue.value;
    for (FoldedTerminal& t : terminals_) t.count["yard_at_start"] = t.most = t.yard.value;
  }
  // Who comes and begins at one instant has not waited.
  void end_of_instant() {
    for (FoldedLine& l : lines_) l.queue_most = std::max(l.queue_most, l.queue.value);
  }

  void at_crossing();
  void add_terminals(int crossing, std::map<std::string, double>& m) const;
  void arrive();
  FoldedLine& line_ahead();
  void count_ahead(const char* what);
  void refuse_loading();
  void target();
  void enter_sector();
  void leave_sector();
  void turn_back(const char* how);
  void divert();
  void change_yard(std::uint32_t terminal, int by);
  void at_terminal();
  void change_busy(int by);
  void begin_service();
  void end_service();
  void end_control();
  void change_activity();
  void choose();
  void hold();
  void end_holding(const There& v);
  void escape();
  void begin_delivery();
  void seize(const char* what);
  void release();
  void change_staff();
  void change_lanes();
  void move_officers();
  void receive();
  void exchange();
  void answer();

  const trace::Header& h_;
  std::int64_t begun_, now_ = -1;
  const trace::Row* row_ = nullptr;
  std::string name_;
  std::uint16_t c_ = 0;
  std::map<Subject, There> here_;
  std::vector<FoldedLine> lines_;
  std::vector<FoldedTerminal> terminals_;
  std::vector<FoldedPost> posts_;
  std::map<std::string, std::int64_t> groups_;
  std::map<std::uint32_t, double> ordered_;     // price of machines from funds, by post
  std::map<std::uint32_t, std::int64_t> sent_;  // vehicles of groups, by line
  std::set<std::pair<std::uint32_t, std::uint32_t>> known_;
  std::int64_t received_ = 0, duplicates_ = 0;
  Int128 delay_ = 0;
  Area targeters_;
  std::int64_t requests_ = 0;
  std::map<Subject, std::int64_t> found_;  // when goods were
  Area analysts_;
  std::int64_t lost_ = 0, checks_ = 0, hits_ = 0, read_ = 0;
  Int128 until_read_ = 0;
};

}  // namespace cordon::testing
