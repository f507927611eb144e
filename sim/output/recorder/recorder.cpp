#include "sim/output/recorder/recorder.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace cordon {

Recorder::Recorder(const Setup& setup)
    : setup_(setup),
      events_(setup.places()),
      lines_(setup.lines.size() * places_of_line),
      at_unit_(setup.unit ? lines_.size() : 0),
      terminals_(setup.terminals.size()),
      posts_(setup.crossings.size()),
      groups_(setup.groups.size()),
      inboxes_(setup.desks.size()),
      ordered_cents_(setup.crossings.size()),
      attempted_(setup.commodities.size()),
      looked_back_(setup.assessments.size(), attempted_),
      stopped_(setup.operations.size()) {
  for (auto* lines : {&lines_, &at_unit_})
    for (LineTally& line : *lines) line.illicit.resize(setup.commodities.size());
  desk_.first_known.resize(setup.crossings.size());
}

// What has been counted is forgotten; what is going on goes on.
void Recorder::begin(const World& world, Time now) {
  begun_ = now;
  attempted_ = attempted_so_far();
  for (LineTally& line : lines_) {
    LineTally fresh;
    fresh.queue = line.queue, fresh.busy = line.busy, fresh.open = line.open;
    for (TimeWeighted* w : {&fresh.queue, &fresh.busy, &fresh.open}) w->restart(now);
    fresh.queue_most = fresh.queue.value();
    fresh.illicit.resize(setup_.commodities.size());
    line = std::move(fresh);
  }
  for (LineTally& line : at_unit_) {
    line = LineTally();
    line.illicit.resize(setup_.commodities.size());
  }
  for (TerminalTally& terminal : terminals_) {
    TerminalTally fresh;
    fresh.yard = terminal.yard;
    fresh.yard.restart(now);
    fresh.yard_at_start = fresh.yard_most = fresh.yard.value();
    terminal = fresh;
  }
  for (PostTally& post : posts_) {
    PostTally fresh;
    fresh.officers = post.officers, fresh.cents_per_hour = post.cents_per_hour;
    for (TimeWeighted& w : fresh.officers) w.restart(now);
    fresh.cents_per_hour.restart(now);
    post = fresh;
  }
  for (std::size_t c = 0; c < posts_.size(); ++c)
    posts_[c].crews = staff::accounts(world.crossings[c].staff, now);
  for (GroupTally& group : groups_) group = {};
  desk_ = {0, 0, {}, std::move(desk_.first_known)};
  targeting_.requests = 0;
  std::fill(stopped_.begin(), stopped_.end(), 0);
  std::fill(ordered_cents_.begin(), ordered_cents_.end(), 0);
  assessments_.clear();
  assessed_ = 0;
  targeting_.busy.restart(now);
  for (InboxTally& inbox : inboxes_) {
    InboxTally fresh;
    fresh.busy = inbox.busy;
    fresh.busy.restart(now);
    inbox = fresh;
  }
  count_in_system(world, false);
}

void Recorder::end(const World& world, Time now) {
  ended_ = now;
  for (LineTally& line : lines_) {
    line.queue_total = line.queue.total(now);
    line.busy_total = line.busy.total(now);
    line.open_total = line.open.total(now);
    line.queue_most = std::max(line.queue_most, line.queue.value());
  }
  for (std::uint16_t l = 0; l < setup_.lines.size(); ++l) {
    for (std::size_t c = 0; c < vehicle_classes; ++c) {
      const auto vehicle_class = static_cast<VehicleClass>(c);
      const FlowIndex flow = setup_.flow_of(vehicle_class, setup_.lines[l].direction);
      if (!setup_.lines[l].serves[c] || !flow) continue;
      LineTally& line = lines_[position({l}, vehicle_class)];
      line.delay_cost_micro_cents =
          line.queue_total.value_microseconds * cents(setup_.flows[flow.value].delay_cost_per_hour);
    }
    share_open_lanes({l});
  }
  for (TerminalTally& terminal : terminals_) {
    terminal.yard_total = terminal.yard.total(now);
    terminal.yard_at_end = terminal.yard.value();
  }
  for (PostTally& post : posts_) {
    for (std::size_t a = 0; a < authorities; ++a)
      post.officers_total[a] = post.officers[a].total(now);
    post.cents_total = post.cents_per_hour.total(now);
  }
  targeting_.busy_total = targeting_.busy.total(now);
  for (InboxTally& inbox : inboxes_) inbox.busy_total = inbox.busy.total(now);
  for (const PurchaseSetup& bought : setup_.purchases) {
    const Time ordered = start_of_run + bought.ordered;
    if (ordered >= begun_ && ordered < now)
      posts_[bought.crossing.value].purchase_cents += cents(bought.price);
  }
  for (std::size_t c = 0; c < posts_.size(); ++c) posts_[c].purchase_cents += ordered_cents_[c];
  count_hours(world, now);
  count_in_system(world, true);
  for (std::size_t l = 0; l < at_unit_.size(); ++l) lines_[l].merge(at_unit_[l]);
}

// What the crews have done by now, less what they had done when measuring began.
void Recorder::count_hours(const World& world, Time now) {
  for (std::size_t c = 0; c < posts_.size(); ++c) {
    PostTally& tally = posts_[c];
    const auto before = std::exchange(tally.crews, staff::accounts(world.crossings[c].staff, now));
    for (std::size_t n = 0; n < before.size(); ++n) tally.crews[n] -= before[n];
    for (const Account& a : tally.crews) {
      const CrewSetup& crew = setup_.crossings[a.home.value].crews[a.crew];
      const Int128 late = a.of(Activity::overtime);
      tally.overtime[static_cast<std::size_t>(crew.authority)] += late;
      tally.extra_cents +=
          late * cents(crew.cost_per_hour * (1 + setup_.scenario.staffing.overtime_premium));
      tally.reporting += a.of(Activity::reporting);
      tally.auditing += a.of(Activity::auditing);
      tally.investigating += a.of(Activity::investigating);
    }
  }
}

// Classes that share lanes share their open time as they share the work: each uses the line as the
// line is used.
void Recorder::share_open_lanes(LineIndex line) {
  const LineSetup& setup = setup_.lines[line.value];
  LineTally& own = lines_[position(line, setup.vehicle_class)];
  const Int128 open = own.open_total.value_microseconds;
  Int128 busy = 0;
  for (std::size_t c = 0; c < vehicle_classes; ++c)
    if (setup.serves[c])
      busy += lines_[position(line, static_cast<VehicleClass>(c))].busy_total.value_microseconds;
  for (std::size_t c = 0; c < vehicle_classes && busy > 0; ++c) {
    const auto other = static_cast<VehicleClass>(c);
    if (!setup.serves[c] || other == setup.vehicle_class) continue;
    LineTally& tally = lines_[position(line, other)];
    const double share =
        static_cast<double>(tally.busy_total.value_microseconds) / static_cast<double>(busy);
    tally.open_total.value_microseconds = static_cast<Int128>(static_cast<double>(open) * share);
    own.open_total.value_microseconds -= tally.open_total.value_microseconds;
  }
}

// Those in line or under control, held, or on their way under watch; who is still on the way to the
// crossing has not joined.
void Recorder::count_in_system(const World& world, bool at_end) {
  for (const Crossing& crossing : world.crossings) {
    crossing.terminals.lots.for_each([&](LotId, const Lot& lot) {
      if (lot.arrived != never && at_end) ++terminal_of(lot).lots_at_end;
    });
    const auto count = [&](const Vehicle& v, const Shipment& hidden) {
      if (v.joined == never) return;
      LineTally& line = line_of(v, crossing);
      if (!crossing.setup->sector) (at_end ? line.at_end : line.at_start) += v.stands_for;
      if (at_end && hidden.illicit() && measured(v))
        ++line.illicit[hidden.commodity.value].in_system;
    };
    crossing.vehicles.for_each(
        [&](VehicleId id, const Vehicle& v) { count(v, crossing.hold.of(id)); });
    for (const Departure& d : crossing.departures) count(d.vehicle, d.hidden);
  }
}

std::vector<double> Recorder::attempted_so_far() const {
  std::vector<double> harm = attempted_;
  for (const LineTally& line : lines_)
    for (std::size_t c = 0; c < harm.size(); ++c)
      harm[c] += static_cast<double>(line.illicit[c].attempts) * setup_.commodities[c].harm_weight;
  return harm;
}

// Shares of the harm that was tried since the last assessment of the kind.
void Recorder::assess(const World& world) {
  const std::vector<double> so_far = attempted_so_far();
  for (; assessed_ < assessments_.size(); ++assessed_) {
    AssessmentTally& made = assessments_[assessed_];
    std::vector<double>& before = looked_back_[made.assessment.value];
    made.told = world.desks.front().strategy.assessors.of[made.assessment.value].shares;
    double all = 0;
    for (std::size_t c = 0; c < so_far.size(); ++c) all += so_far[c] - before[c];
    for (std::size_t c = 0; c < so_far.size(); ++c)
      made.truth.push_back(all > 0 ? (so_far[c] - before[c]) / all : 0);
    before = so_far;
  }
}

void Recorder::sample(const World& world, Time now) {
  if (assessed_ < assessments_.size()) assess(world);
  if (now < next_sample_) return;
  next_sample_ = now + setup_.scenario.record.queues_every;
  for (const Crossing& crossing : world.crossings)
    for (const LineIndex l : crossing.setup->lines)
      for (std::size_t c = 0; c < vehicle_classes; ++c) {
        if (!setup_.lines[l.value].serves[c]) continue;
        const auto vehicle_class = static_cast<VehicleClass>(c);
        const LineTally& tally = lines_[position(l, vehicle_class)];
        samples_.push_back({now, l.value, static_cast<std::int32_t>(tally.queue.value()),
                            static_cast<std::int32_t>(tally.busy.value()),
                            seconds(world.board.wait[l.value]) / 60, vehicle_class});
      }
}

std::uint64_t Recorder::events() const {
  return std::accumulate(events_.begin(), events_.end(), std::uint64_t{0});
}
void Recorder::observe(const AssessmentDue& e, const Desk&, Time now) {
  assessments_.push_back({e.assessment, now, {}, {}});
}

// Headquarters of different operations may be told of by different threads.
void Recorder::observe(const OperationStopped&, const Headquarters& here, Time) {
  stopped_[here.index.value] = 1;
}

}  // namespace cordon
