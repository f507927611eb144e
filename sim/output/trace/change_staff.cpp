// Officers, machines and operations.

#include <algorithm>
#include <utility>

#include "sim/output/trace/change.hpp"

namespace cordon::trace {

// Guests are known by the operation that borrows them; of their own post's crews it is only said
// who is lent to one.
CrewThere& Change::crew_of_row() {
  require(holds(row_, Key::crew), "it names no crew");
  CrewKey key{crew(row_), {}};
  if (key.crew.home != index_)
    key.operation = {static_cast<std::uint16_t>(slot(row_, Key::operation))};
  return here_.crews[key];
}

void Change::change_duty(int sign) {
  CrewThere& crew = crew_of_row();
  crew.shift = sign > 0;
  crew.on_duty += sign * said(Key::officers);
  require(crew.on_duty >= 0 && crew.on_duty <= crew.officers,
          "more officers than there are come on duty, or go off it");
}

void Change::officers_arrive() {
  CrewThere& crew = crew_of_row();
  const int officers = said(Key::officers);
  crew.officers += officers;
  const bool at_home = trace::crew(row_).home == index_;
  if (at_home && crew.shift) crew.on_duty += officers;
}

void Change::officers_leave() {
  CrewThere& crew = crew_of_row();
  const int officers = said(Key::officers);
  crew.officers -= officers;
  if (slot(row_, Key::on_duty) == 1) crew.on_duty -= officers;
  require(crew.officers >= crew.on_duty && crew.on_duty >= 0, "more officers leave than there are");
}

void Change::post_officers() {
  CrewThere& crew = crew_of_row();
  const std::pair at{said(Key::stage), said(Key::lane)};
  const int officers = said(Key::officers);
  here_.doing[Activity::lane] += officers - std::exchange(crew.lanes[at], officers);
  if (officers == 0) crew.lanes.erase(at);
}

void Change::change_activity() {
  CrewThere& crew = crew_of_row();
  const auto activity = static_cast<Activity>(said(Key::activity));
  const int officers = said(Key::officers);
  here_.doing[activity] += officers - std::exchange(crew.doing[activity], officers);
}

void Change::change_machines(int by) {
  int& there = here_.machines[said(Key::equipment)];
  there += by;
  require(there >= 0, "a machine leaves that is not there");
}

void Change::finish_report() {
  --here_.open_reports;
  require(here_.open_reports >= 0, "a report is finished that nobody writes");
}

void Change::begin_operation() { here_.operations.push_back({said(Key::operation)}); }

void Change::end_operation() {
  const OperationIndex ended{said(Key::operation)};
  const auto found = std::find(here_.operations.begin(), here_.operations.end(), ended);
  require(found != here_.operations.end(), "an operation ends that has not begun");
  here_.operations.erase(found);
}

}  // namespace cordon::trace
