// Officers go on courses, and come back knowing more.

#include <algorithm>

#include "sim/model/staff/duty.hpp"

namespace cordon::staff {
namespace {

const CourseSetup& course_of(std::uint16_t course, CrossingStep step) {
  return here(step).courses[course];
}

// Officers of the team begin or end a course.
void change_attendance(TeamId id, int by, Staff& self, CrossingStep step) {
  Team& team = self.teams[id];
  team.on_course += by;
  if (team.on_duty) keep_to_roster(id, self, step);
}

}  // namespace

void on(const CourseBegan& event, Staff& self, CrossingStep step) {
  const CourseSetup& course = course_of(event.course, step);
  const auto crews = crews_of(course.team, self, step);
  const auto count = static_cast<int>(crews.size());
  const int all = event.officers > 0 ? event.officers : course.officers;
  for (int c = 0; c < count; ++c) {
    const TeamId id = crews[static_cast<std::size_t>(c)];
    const int share = all / count + (c < all % count ? 1 : 0);
    const int officers = std::min(share, available(self.teams[id]));
    if (officers == 0) continue;
    self.attending.push_back({event.course, id, officers});
    change_attendance(id, officers, self, step);
  }
  step.schedule(course.length, CourseEnded{event.course});
  step.schedule_at_once(StaffChanged{});
}

void on(const CourseEnded& event, Staff& self, CrossingStep step) {
  const CourseSetup& course = course_of(event.course, step);
  for (const Attendance& a : self.attending) {
    if (a.course != event.course) continue;
    Team& team = self.teams[a.team];
    const double share = static_cast<double>(a.officers) / team.officers;
    for (std::size_t t = 0; t < course.teaches.size(); ++t)
      if (course.teaches[t]) gain(team, t, course.gain * share, step);
    change_attendance(a.team, -a.officers, self, step);
  }
  std::erase_if(self.attending, [&](const Attendance& a) { return a.course == event.course; });
  step.schedule_at_once(StaffChanged{});
}

}  // namespace cordon::staff
