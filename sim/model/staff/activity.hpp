#pragma once

// What officers do with their time.

#include <array>
#include <cstdint>
#include <string_view>

namespace cordon {

/// Every officer does one of these at a time; an officer whose shift is off and who does not work
/// over time does none.
enum class Activity : std::uint8_t {
  lane,           ///< works at a lane
  spare,          ///< on duty, and there is no lane for him
  briefing,       ///< takes over from the shift before
  resting,        ///< on break
  reporting,      ///< writes up a seizure
  liaison,        ///< goes with guests who work under the host's command
  called_out,     ///< gets ready to leave on a call, or waits for vehicles where he was called to
  training,       ///< on a course in the hours of his shift
  absent,         ///< did not come
  travelling,     ///< on the road between posts
  overtime,       ///< works after his shift has ended
  auditing,       ///< controls after clearance
  investigating,  ///< works on a case, follows a delivery, or goes after who flees
};
inline constexpr std::size_t activities = 13;

/// The word of the tables.
[[nodiscard]] constexpr std::string_view name_of(Activity a) {
  constexpr std::array<std::string_view, activities> names = {
      "lane",     "spare",  "briefing",   "break",    "report", "liaison",      "called_out",
      "training", "absent", "travelling", "overtime", "audit",  "investigation"};
  return names[static_cast<std::size_t>(a)];
}

/// Officers by what they do.
class Counts {
 public:
  [[nodiscard]] int operator[](Activity a) const { return of_[static_cast<std::size_t>(a)]; }
  [[nodiscard]] int& operator[](Activity a) { return of_[static_cast<std::size_t>(a)]; }
  bool operator==(const Counts&) const = default;

 private:
  std::array<int, activities> of_{};
};

/// Calls `visit` with every activity.
template <class Visit>
void for_each_activity(Visit&& visit) {
  for (std::size_t a = 0; a < activities; ++a) visit(static_cast<Activity>(a));
}

}  // namespace cordon
