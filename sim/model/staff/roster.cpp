#include "sim/model/staff/roster.hpp"

#include <algorithm>
#include <cmath>

namespace cordon {
namespace {

constexpr std::chrono::days one_day{1};

Duration parse_clock(const std::string& text) {
  return std::stoi(text.substr(0, 2)) * 1h + std::stoi(text.substr(3, 2)) * 1min;
}

// "2026-08-15"
std::chrono::sys_days parse_date(const std::string& text) {
  return std::chrono::year{std::stoi(text.substr(0, 4))} /
         std::chrono::month{static_cast<unsigned>(std::stoi(text.substr(5, 2)))} /
         std::chrono::day{static_cast<unsigned>(std::stoi(text.substr(8, 2)))};
}

std::vector<ShiftTimes> parse_shifts(const std::vector<std::string>& texts) {
  std::vector<ShiftTimes> shifts;
  for (const std::string& text : texts) shifts.push_back(parse_shift(text));
  return shifts;
}

constexpr std::array day_names = {"holiday",  "monday", "tuesday",  "wednesday",
                                  "thursday", "friday", "saturday", "sunday"};

std::size_t kind_of_day(const RosterSetup& roster, std::chrono::sys_days day) {
  if (std::binary_search(roster.holidays.begin(), roster.holidays.end(), day)) return 0;
  return std::chrono::weekday{day}.iso_encoding();
}

// Which of the day's shifts a crew has: its own, or the one whose turn it is.
int turn(const RosterSetup& roster, int crew, std::chrono::sys_days day,
         std::chrono::sys_days first_day) {
  if (roster.cycle.empty()) return crew;
  const auto length = static_cast<std::int64_t>(roster.cycle.size());
  const std::int64_t later = crew * (length / roster.crews);
  const std::int64_t position = ((day - first_day).count() - later) % length;
  return roster.cycle[static_cast<std::size_t>((position + length) % length)];
}

std::optional<Shift> shift_on(const RosterSetup& roster, int crew, std::chrono::sys_days day,
                              const Calendar& calendar) {
  const auto& special = roster.days[kind_of_day(roster, day)];
  const auto& shifts = special && !special->shifts.empty() ? special->shifts : roster.shifts;
  const int which = turn(roster, crew, day, calendar.date(start_of_run));
  if (which < 0 || which >= static_cast<int>(shifts.size())) return std::nullopt;
  if (special && special->share <= 0) return std::nullopt;
  const ShiftTimes& shift = shifts[static_cast<std::size_t>(which)];
  return Shift{calendar.instant(day, shift.begins),
               calendar.instant(day, shift.begins + shift.lasts), special ? special->share : 1,
               day};
}

int break_groups(const RosterSetup& r) {
  if (r.break_length <= Duration::zero()) return 0;
  return std::max(1, static_cast<int>((r.break_to - r.break_from) / r.break_length));
}

int group_size(int officers, int groups, int group) {
  return officers / groups + (group < officers % groups ? 1 : 0);
}

}  // namespace

ShiftTimes parse_shift(const std::string& text) {
  const Duration begins = parse_clock(text.substr(0, 5));
  Duration lasts = parse_clock(text.substr(6, 5)) - begins;
  if (lasts <= Duration::zero()) lasts += 24h;
  return {begins, lasts};
}

RosterSetup make_roster(const RosterSpec& spec) {
  RosterSetup made;
  made.shifts = parse_shifts(spec.shifts);
  for (const std::string& name : spec.cycle) {
    const auto shift = std::find(spec.shifts.begin(), spec.shifts.end(), name);
    made.cycle.push_back(shift == spec.shifts.end()
                             ? RosterSetup::off
                             : static_cast<int>(shift - spec.shifts.begin()));
  }
  made.crews = spec.cycle.empty() ? static_cast<int>(spec.shifts.size()) : spec.crews;
  for (std::size_t d = 0; d < made.days.size(); ++d)
    if (const auto day = spec.day.find(day_names[d]); day != spec.day.end())
      made.days[d] = RosterSetup::Day{parse_shifts(day->second.shifts), day->second.share};
  for (const std::string& date : spec.holidays) made.holidays.push_back(parse_date(date));
  std::sort(made.holidays.begin(), made.holidays.end());
  made.handover = spec.handover;
  made.handover_share = spec.handover_share;
  made.break_length = spec.break_length;
  made.break_from = spec.break_from;
  made.break_to = spec.break_to;
  made.absence = spec.absence;
  made.overtime_limit = spec.overtime_limit;
  return made;
}

namespace roster {

std::vector<int> crew_sizes(const RosterSetup& roster, int officers) {
  int total = officers;
  if (!roster.cycle.empty()) {
    const auto at_work = std::count_if(roster.cycle.begin(), roster.cycle.end(),
                                       [](int shift) { return shift != RosterSetup::off; });
    total = static_cast<int>(
        std::llround(static_cast<double>(officers) * static_cast<double>(roster.cycle.size()) /
                     static_cast<double>(at_work)));
  }
  std::vector<int> sizes;
  for (int c = 0; c < roster.crews; ++c) sizes.push_back(group_size(total, roster.crews, c));
  return sizes;
}

Shift shift_at(const RosterSetup& roster, int crew, Time now, const Calendar& calendar) {
  constexpr int longest_search = 400;
  auto day = calendar.date(now) - one_day;
  for (int tries = 0; tries < longest_search; ++tries, day += one_day) {
    const auto shift = shift_on(roster, crew, day, calendar);
    if (shift && shift->ends > now) return *shift;
  }
  return {never, never, 1, {}};
}

int briefed(const RosterSetup& r, const Shift& shift, int officers, Time now) {
  if (now - shift.begins >= r.handover) return 0;
  return static_cast<int>(std::ceil(r.handover_share * officers - 1e-9));
}

int break_turns(const RosterSetup& r, const Shift& shift, Time now) {
  const Duration since = now - shift.begins - r.break_from;
  if (break_groups(r) == 0 || since < Duration::zero()) return 0;
  return std::min(break_groups(r), static_cast<int>(since / r.break_length) + 1);
}

int break_group(const RosterSetup& r, int officers, int group) {
  return group_size(officers, break_groups(r), group);
}

Time next_change(const RosterSetup& r, const Shift& shift, int officers, Time now) {
  if (now < shift.begins) return shift.begins;
  Time next = shift.ends;
  const auto consider = [&](Duration into) {
    if (shift.begins + into > now) next = std::min(next, shift.begins + into);
  };
  consider(r.handover);
  const int groups = std::min(break_groups(r), officers);  // the others have nobody
  for (int g = 0; g < groups; ++g) consider(r.break_from + g * r.break_length);
  return next;
}

}  // namespace roster
}  // namespace cordon
