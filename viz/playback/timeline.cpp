#include "viz/playback/timeline.hpp"

#include <array>

#include "viz/playback/slots.hpp"

namespace cordon::viz {
namespace {

using trace::Key;
using trace::number_of;
using trace::slot;

// The shortest step that a reader of a time axis can name, with no more points than there may be.
Duration interval_for(Duration length) {
  for (const Duration step :
       {Duration(1min), Duration(5min), Duration(10min), Duration(15min), Duration(30min),
        Duration(1h), Duration(2h), Duration(3h), Duration(6h), Duration(12h)})
    if (length <= step * most_points) return step;
  const Duration day = 24h;
  return day * ((length - Duration{1}) / (day * most_points) + 1);
}

bool hides(const trace::Row& row) { return trace::holds(row, Key::hidden_commodity); }

std::optional<Mark::Kind> mark_of(std::uint16_t event) {
  switch (event) {
    case number_of<GoodsSeized>:
      return Mark::Kind::seizure;
    case number_of<PersonsReferred>:
      return Mark::Kind::referral;
    case number_of<PassageRefused>:
      return Mark::Kind::refusal;
    case number_of<OperationBegan>:
      return Mark::Kind::operation_began;
    case number_of<OperationEnded>:
      return Mark::Kind::operation_ended;
    case number_of<ShiftChanged>:
      return Mark::Kind::shift;
    case number_of<ConditionsChanged>:
      return Mark::Kind::conditions_changed;
    case number_of<MachineFailed>:
      return Mark::Kind::machine_failed;
    case number_of<MessageReceived>:
      return Mark::Kind::message_received;
    case number_of<MessageLost>:
      return Mark::Kind::message_lost;
    default:
      return std::nullopt;
  }
}

// What a mark says beside its kind.
std::uint16_t detail_of(const trace::Row& row) {
  for (const Key key : {Key::commodity, Key::operation, Key::equipment, Key::message})
    if (trace::slot_in(row.event, key) >= 0) return said(row, key);
  return trace::nobody;
}

void add_to(std::vector<std::int32_t>& sum, const std::vector<std::int32_t>& more) {
  sum.resize(more.size());
  for (std::size_t i = 0; i < more.size(); ++i) sum[i] += more[i];
}
void add_to(std::vector<std::int64_t>& sum, const std::vector<std::int64_t>& more) {
  sum.resize(more.size());
  for (std::size_t i = 0; i < more.size(); ++i) sum[i] += more[i];
}

std::size_t bytes_of(const LineCurves& c) {
  return 4 * (c.waiting.size() + c.in_service.size() + c.began.size() + c.crossed.size() +
              c.controls.size() + c.risky.size() + c.finds.size() + c.passed.size()) +
         8 * c.waited.size();
}

}  // namespace

std::optional<Duration> LineCurves::mean_wait(std::size_t interval) const {
  if (began[interval] == 0) return std::nullopt;
  return Duration{waited[interval] / began[interval]};
}

std::size_t Timeline::Hash::operator()(const PlaceAndVehicle& key) const {
  return mixed(packed(key.vehicle) ^ std::uint64_t{key.place} << 48);
}

Timeline::Timeline(const trace::Header& header)
    : header_(&header),
      interval_(interval_for(Duration{header.length})),
      all_(static_cast<std::size_t>((header.length - 1) / interval_.count() + 1)),
      crossing_at_(header.places.size(), -1),
      lines_(header.lines.size()),
      officers_(header.crossings.size(), std::vector<std::int32_t>(all_)),
      yards_(header.crossings.size()),
      waiting_(header.lines.size()),
      in_service_(header.lines.size()),
      last_shift_(header.places.size(), Time::min()) {
  for (std::size_t c = 0; c < header.crossings.size(); ++c)
    crossing_at_[header.crossings[c].place] = static_cast<int>(c);
  for (LineCurves& line : lines_) {
    for (auto* curve : {&line.waiting, &line.in_service, &line.began, &line.crossed, &line.controls,
                        &line.risky, &line.finds})
      curve->resize(all_);
    line.waited.resize(all_);
    if (header.truth) line.passed.resize(all_);
  }
}

Time Timeline::end_of(std::size_t interval) const {
  return std::min(start_of_run + interval_ * static_cast<std::int64_t>(interval + 1),
                  Time{Duration{header_->length}});
}

std::size_t Timeline::interval_at(Time moment) const {
  const auto n = static_cast<std::size_t>(moment.time_since_epoch() / interval_);
  return std::min(n, all_ - 1);
}

LineCurves Timeline::crossing(std::uint16_t crossing) const {
  LineCurves sum;
  for (std::size_t l = 0; l < lines_.size(); ++l) {
    if (header_->lines[l].crossing != crossing) continue;
    for (const auto curve :
         {&LineCurves::waiting, &LineCurves::in_service, &LineCurves::began, &LineCurves::crossed,
          &LineCurves::controls, &LineCurves::risky, &LineCurves::finds, &LineCurves::passed})
      add_to(sum.*curve, lines_[l].*curve);
    add_to(sum.waited, lines_[l].waited);
  }
  return sum;
}

const Mark* Timeline::next(std::uint64_t rows, MarkKinds kinds, std::uint16_t place) const {
  const auto from = std::partition_point(marks_.begin(), marks_.end(),
                                         [&](const Mark& m) { return m.row < rows; });
  const auto found = std::find_if(from, marks_.end(), [&](const Mark& m) {
    return kinds[static_cast<std::size_t>(m.kind)] && m.is_at(place);
  });
  return found == marks_.end() ? nullptr : &*found;
}

const Mark* Timeline::previous(std::uint64_t rows, MarkKinds kinds, std::uint16_t place) const {
  const auto until = std::partition_point(marks_.begin(), marks_.end(),
                                          [&](const Mark& m) { return m.row + 1 < rows; });
  const auto found = std::find_if(
      std::make_reverse_iterator(until), marks_.rend(),
      [&](const Mark& m) { return kinds[static_cast<std::size_t>(m.kind)] && m.is_at(place); });
  return found == marks_.rend() ? nullptr : &*found;
}

void Timeline::add(std::uint64_t number, const trace::Row& row, const trace::Playback& before) {
  sample_until(time_of(row), before);
  if (const auto kind = mark_of(row.event)) mark(*kind, number, row);
  if (crossing_at_[row.place] >= 0) count(row);
}

void Timeline::sample_until(Time moment, const trace::Playback& state) {
  while (sampled_ < all_ && end_of(sampled_) <= moment) sample(state);
}

void Timeline::sample(const trace::Playback& state) {
  for (std::size_t l = 0; l < lines_.size(); ++l) {
    lines_[l].waiting[sampled_] = waiting_[l];
    lines_[l].in_service[sampled_] = in_service_[l];
  }
  for (std::size_t c = 0; c < officers_.size(); ++c)
    for (const auto& [key, crew] : state.crossings()[c].crews)
      officers_[c][sampled_] += crew.on_duty;
  sample_yards(state);
  ++sampled_;
}

void Timeline::sample_yards(const trace::Playback& state) {
  for (std::size_t c = 0; c < yards_.size(); ++c) {
    const auto& terminals = state.crossings()[c].terminals;
    if (terminals.empty()) continue;
    yards_[c].resize(all_);
    for (const auto& [terminal, there] : terminals) yards_[c][sampled_] += there.in_yard;
  }
}

void Timeline::count(const trace::Row& row) {
  switch (row.event) {
    case number_of<VehicleArrived>:
      return arrive(row);
    case number_of<VehicleParted>:
      return part(row);
    case number_of<ServiceBegan>:
      begin_check(row);
      return change_service(row, 1);
    case number_of<ServiceResumed>:
      return change_service(row, 1);
    case number_of<ServiceInterrupted>:
    case number_of<ServiceEnded>:
      return change_service(row, -1);
    case number_of<ChannelChosen>:
      return choose(row);
    case number_of<GoodsSeized>:
    case number_of<PersonsReferred>:
    case number_of<PassageRefused>:
      ++of_its_line(row).finds[interval_at(time_of(row))];
      return forget(row);
    case number_of<VehicleReleased>:
    case number_of<VehicleEscaped>:
    case number_of<DeliveryLost>:
    case number_of<SectorLeft>:
      return pass(row);
    case number_of<VehicleBalked>:
    case number_of<VehicleGaveUp>:
    case number_of<BookingMissed>:
    case number_of<VehicleDiverted>:
    case number_of<DeliveryBegan>:
      return forget(row);
    default:
      return;
  }
}

LineCurves& Timeline::of_its_line(const trace::Row& row) {
  const std::uint16_t line = said(row, Key::line);
  if (line >= lines_.size()) throw trace::ImpossibleRow("it names no line");
  return lines_[line];
}

const trace::StageShape& Timeline::stage(const trace::Row& row) const {
  const auto& stages = header_->crossings[static_cast<std::size_t>(crossing_at_[row.place])].stages;
  const std::uint16_t at = said(row, Key::stage);
  if (at >= stages.size()) throw trace::ImpossibleRow("it names no stage");
  return stages[at];
}

Timeline::Vehicle* Timeline::known(const trace::Row& row) {
  const auto found = vehicles_.find({row.place, trace::vehicle(row)});
  return found == vehicles_.end() ? nullptr : &found->second;
}

void Timeline::arrive(const trace::Row& row) {
  (void)of_its_line(row);
  const Vehicle v{said(row, Key::line), said(row, Key::vehicles), time_of(row)};
  waiting_[v.line] += v.stands_for;
  vehicles_[{row.place, trace::vehicle(row)}] = v;
}

void Timeline::choose(const trace::Row& row) {
  const auto channel = static_cast<Channel>(said(row, Key::channel));
  LineCurves& line = of_its_line(row);
  const std::size_t now = interval_at(time_of(row));
  line.controls[now] += channel != Channel::green;
  line.risky[now] += channel == Channel::orange || channel == Channel::red;
}

// Who parts from another has had its first check with it, or waits for it no longer.
void Timeline::part(const trace::Row& row) {
  const auto from = vehicles_.find({row.place, trace::vehicle(row, Key::from)});
  if (from == vehicles_.end()) return;
  Vehicle parted = from->second;
  parted.stands_for = said(row, Key::vehicles);
  from->second.stands_for -= parted.stands_for;
  vehicles_[{row.place, trace::vehicle(row)}] = parted;
}

void Timeline::begin_check(const trace::Row& row) {
  Vehicle* v = known(row);
  if (!v || v->begun || !stage(row).first) return;
  v->begun = true;
  waiting_[v->line] -= v->stands_for;
  const std::size_t now = interval_at(time_of(row));
  lines_[v->line].began[now] += v->stands_for;
  lines_[v->line].waited[now] += (time_of(row) - v->arrived).count() * v->stands_for;
}

void Timeline::change_service(const trace::Row& row, int by) {
  (void)of_its_line(row);
  if (stage(row).line != trace::nobody) in_service_[said(row, Key::line)] += by;
}

void Timeline::pass(const trace::Row& row) {
  LineCurves& line = of_its_line(row);
  const std::size_t now = interval_at(time_of(row));
  const Vehicle* v = known(row);
  if (row.event != number_of<SectorLeft>) line.crossed[now] += v ? v->stands_for : 1;
  if (!line.passed.empty() && hides(row)) ++line.passed[now];
  forget(row);
}

// It waits no more, if it did.
void Timeline::forget(const trace::Row& row) {
  const auto found = vehicles_.find({row.place, trace::vehicle(row)});
  if (found == vehicles_.end()) return;
  if (!found->second.begun) waiting_[found->second.line] -= found->second.stands_for;
  vehicles_.erase(found);
}

void Timeline::mark(Mark::Kind kind, std::uint64_t number, const trace::Row& row) {
  const Time now = time_of(row);
  Mark mark{number, now, kind, row.place, trace::nobody, detail_of(row)};
  if (trace::slot_in(row.event, Key::line) >= 0) mark.line = said(row, Key::line);
  if (kind == Mark::Kind::shift && std::exchange(last_shift_[row.place], now) == now) return;
  if (kind == Mark::Kind::conditions_changed) {
    if (std::exchange(last_change_, now) == now) return;
    mark.place = trace::nobody;
  }
  marks_.push_back(mark);
}

std::size_t Timeline::bytes() const {
  std::size_t sum = marks_.size() * sizeof(Mark) + vehicles_.size() * 64;
  for (const LineCurves& line : lines_) sum += bytes_of(line);
  for (const auto* const curves : {&officers_, &yards_})
    for (const auto& curve : *curves) sum += 4 * curve.size();
  return sum;
}

}  // namespace cordon::viz
