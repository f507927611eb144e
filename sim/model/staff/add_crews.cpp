#include "sim/model/make_setup.hpp"

namespace cordon {
namespace {

Duration parse_clock(const std::string& text) {
  return std::stoi(text.substr(0, 2)) * 1h + std::stoi(text.substr(3, 2)) * 1min;
}

}  // namespace

// Officers of one authority, spread evenly over the shifts of its roster; the first shifts get
// what is left over.
void add_crews(const std::string& name, const TeamSpec& team, const RosterSpec& roster,
               CrossingSetup& crossing) {
  const int shifts = static_cast<int>(roster.shifts.size());
  for (int i = 0; i < shifts; ++i) {
    const std::string& shift = roster.shifts[static_cast<std::size_t>(i)];
    CrewSetup crew;
    crew.name = name + " " + shift;
    crew.team = name;
    crew.authority = team.authority;
    crew.officers = team.officers / shifts + (i < team.officers % shifts ? 1 : 0);
    crew.begins = parse_clock(shift.substr(0, 5));
    crew.lasts = parse_clock(shift.substr(6, 5)) - crew.begins;
    if (crew.lasts <= Duration::zero()) crew.lasts += 24h;
    crew.skill = team.skill;
    crew.cost_per_hour = team.cost_per_hour;
    crossing.crews.push_back(std::move(crew));
  }
}

}  // namespace cordon
