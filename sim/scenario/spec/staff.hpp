#pragma once

// Officers: when they work, in which teams.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sim/engine/time.hpp"
#include "sim/scenario/spec/words.hpp"

namespace cordon {

/// Another roster on one kind of day.
struct DayRosterSpec {
  std::vector<std::string> shifts;  ///< of this day; empty: as on other days
  double share = 1;                 ///< of the officers who would work
};

/// Shifts that are ready to be used.
enum class RosterPattern : std::uint8_t { own, four_by_eight, overlapping };

struct RosterSpec {
  RosterPattern like = RosterPattern::own;  ///< where shifts, cycle and crews come from
  std::vector<std::string> shifts;          ///< "06:00-14:00", local time
  std::vector<std::string> cycle;           ///< one of the shifts or "off" for each day, then again
  int crews = 0;                            ///< that follow the cycle one after the other
  std::map<std::string, DayRosterSpec> day;  ///< "monday" .. "sunday", "holiday"
  std::vector<std::string> holidays;         ///< "2026-08-15"
  Duration handover{0};                      ///< at the beginning of a shift
  double handover_share = 1;                 ///< of the officers, who are not at lanes meanwhile
  Duration break_length{0};
  Duration break_from = 3h, break_to = 5h;  ///< since the shift began
  double absence = 0;                       ///< probability that an officer misses a shift
  Duration overtime_limit{0};               ///< for which officers stay where vehicles wait
};

/// The roster of a name: the scenario's own, with the shifts of what it is like, or one that is
/// ready by that name. There must be one.
[[nodiscard]] RosterSpec find_roster(const std::map<std::string, RosterSpec>& rosters,
                                     const std::string& name);

/// A stretch of green border, between crossing points, that patrols of a base watch.
struct SectorSpec {
  double area_km2 = 100;        ///< in which they look for who crosses
  Duration crossing_time = 4h;  ///< that somebody is in it
};

/// A way of patrolling.
struct PatrolSpec {
  int officers = 2;
  double width_km = 0.5;  ///< of what it sees at a time
  double speed_km_per_h = 4;
};

/// A place from which teams are sent out.
struct BaseSpec {
  std::string label, country;
  std::string place;  ///< where it is: a place or a crossing
  std::optional<SectorSpec> sector;
};

/// The officers of one authority at one crossing, or at a base.
struct TeamSpec {
  std::string crossing, base;  ///< one of them
  Authority authority = Authority::customs;
  int officers = 0;  ///< officer shifts a day, spread evenly over the roster's shifts
  std::string roster;
  double absence = 0;                    ///< as the roster's, of this team alone
  double skill = 0.5;                    ///< in everything not listed
  std::map<std::string, double> skills;  ///< by technique
  bool frontex = false;                  ///< of the EU's agency, under the host's command
  std::vector<Authority> joint_with;     ///< has officers, and so powers, of these too
  double cross_training = 0.8;           ///< of its skill, at the tasks of these
  double cost_per_hour = 35;             ///< EUR, an officer
  int on_call = 0;                       ///< officers who are sent where they are called to
  Duration preparation = 15min;          ///< until they leave
  Duration minimum_stay{0};              ///< where they were called to
  std::vector<std::string> beat;         ///< crossings and bases with green border, for it to visit
  Duration stay = 2h;                    ///< at each of them
  BeatChoice beat_choice = BeatChoice::in_turn;
  BeatKnowledge beat_knows = BeatKnowledge::own;
  int sets_out = 1, of_shifts = 0;  ///< in so many of so many shifts, by surprise; 0: in all
  double selection_multiplier = 1;  ///< at a post while it is there
  std::string patrol;               ///< how it watches the sector of its base; empty: not
};

/// Officers of one team who work at another post for a time.
struct SecondmentSpec {
  std::string team, to;
  int officers = 1;
  Duration start{0}, length = 24h * 30;
};

/// Detection falls with the hours on duty.
struct FatigueSpec {
  Duration after = 6h;
  double loss_per_hour = 0;
  double least = 0.5;
  bool slows = false;  ///< services take longer as well
};

struct LearningSpec {
  double by_doing = 0;          ///< of what is missing, for each inspection
  double from_colleagues = 0;   ///< of what the best at the lane has more, likewise
  double decay_per_year = 0.1;  ///< of what has been gained
};

/// Training: officers are off the roster, and come back with more skill.
struct CourseSpec {
  std::string team;
  int officers = 1;
  Duration start{0}, length = 72h;
  std::vector<std::string> techniques;  ///< empty: all
  double gain = 0.15;
};

/// What officers may do in a country.
struct CompetenceRow {
  Authority authority = Authority::customs;
  std::string country;  ///< where; empty: wherever no other row says
  Service service = Service::national;
  std::vector<Power> powers;
};

/// How officers are put to work, at all posts.
struct StaffingSpec {
  int frontex_per_liaison = 8;      ///< officers whom one of the host's leads
  double overtime_premium = 0;      ///< on the cost of an officer
  double travel_cost_per_hour = 0;  ///< EUR, an officer on the road, besides his cost
  double allowance_per_hour = 0;    ///< EUR, an officer on duty at another post, likewise
  bool finish_first = false;  ///< an officer finishes the vehicle in hand before he goes elsewhere
};

}  // namespace cordon
