#include "sim/output/trace/without_truth.hpp"

#include "sim/output/trace/header.hpp"

namespace cordon::trace {
namespace {

// A seized vehicle is heard of again, in the report.
bool is_last_heard(std::uint16_t event) {
  return event == number_of<VehicleReleased> || event == number_of<VehicleBalked> ||
         event == number_of<VehicleGaveUp> || event == number_of<BookingMissed> ||
         event == number_of<PersonsReferred> || event == number_of<LoadingRefused> ||
         event == number_of<VehicleEscaped> || event == number_of<DeliveryLost>;
}

}  // namespace

WithoutTruth::WithoutTruth() {
  for (std::uint16_t e = 0; e < events().size(); ++e) {
    truth_slots_.emplace_back();
    for (const Key key : events()[e].fields)
      if (field(key).truth)
        truth_slots_.back().push_back(static_cast<std::size_t>(slot_in(e, key)));
  }
}

bool WithoutTruth::take_from(Row& row) {
  if (!events()[row.event].seen) return false;
  forget_before(row);
  if (slot_in(row.event, Key::other_find) >= 0) rename(row, Key::other_find);
  if (slot_in(row.event, Key::vehicle) >= 0) rename(row, Key::vehicle);
  for (const std::size_t s : truth_slots_[row.event]) row.slots[s] = none;
  return true;
}

void WithoutTruth::forget_before(const Row& row) {
  const auto here = leaving_.find(row.place);
  if (here == leaving_.end() || here->second.time == row.time) return;
  for (const Subject vehicle : here->second.vehicles) number_.erase(vehicle);
  here->second = {row.time, {}};
}

void WithoutTruth::rename(Row& row, Key key) {
  const Subject known = vehicle(row, key);
  if (row.event == number_of<VehicleArrived> && slot(row, Key::initial) == 1)
    initial_.insert(known);
  if (initial_.contains(known)) return;  // nothing is hidden in these
  const auto [found, first_heard] = number_.emplace(known, heard_of_);
  heard_of_ += first_heard;
  static constexpr std::uint32_t unnamed = source_of(unnamed_source);
  std::uint32_t* const at = row.slots.data() + static_cast<std::size_t>(slot_in(row.event, key));
  at[0] = unnamed;
  at[1] = found->second;
  if (key == Key::vehicle) follow(row, known);
}

// Who is not heard of again is forgotten.
void WithoutTruth::follow(const Row& row, Subject known) {
  Leaving& leaving = leaving_[row.place];
  leaving.time = row.time;
  if (row.event == number_of<ChannelChosen> &&
      slot(row, Key::channel) == static_cast<std::uint32_t>(Channel::blue))
    audited_.insert(known);  // it may be heard of again after its release
  if (row.event == number_of<GoodsHeld>) audited_.insert(known);  // likewise, in messages
  if (is_last_heard(row.event) && !audited_.contains(known)) leaving.vehicles.push_back(known);
  if (row.event == number_of<TransitBegan>) std::erase(leaving.vehicles, known);
}

}  // namespace cordon::trace
