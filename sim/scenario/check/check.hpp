#pragma once

// The parts of the check of a scenario, by subject, and what they share.

#include <algorithm>
#include <string_view>

#include "sim/scenario/parameters.hpp"

namespace cordon {

/// Whether a text is a span of the clock, such as "06:00-22:00"; it may run past midnight.
[[nodiscard]] bool is_span(std::string_view text);
/// Opening hours, of a line or a desk.
void check_hours(const std::vector<std::string>& hours, const std::string& path,
                 Problems& problems);
/// Whether a word is a vehicle class.
[[nodiscard]] bool is_class(std::string_view word);
/// Whether a crossing has a line for this class and direction.
[[nodiscard]] bool has_line(const Scenario& s, const std::string& crossing, Direction d,
                            VehicleClass c);

/// Stages, what they lead to, areas and desks.
void check_layouts(const Scenario& scenario, Problems& problems);
/// Lines, their queues, hours, lanes and slots.
void check_lines(const Scenario& scenario, Problems& problems);

/// Flows, volumes and the other tables of traffic.
void check_traffic(const Scenario& scenario, Problems& problems);
/// What flows must be together with lines, volumes and one another.
void check_journeys(const Scenario& scenario, Problems& problems);
/// What the rows of `arrival` and `service` must be, beside each cell by itself.
void check_arrivals(const Scenario& scenario, Problems& problems);
/// What terminals and lots must be together.
void check_lots(const Scenario& scenario, Problems& problems);

/// Declarations, and the engines that read them.
void check_risk(const Scenario& scenario, Problems& problems);

/// Whether each layout that selects leads on from a selectivity lane; a problem of `path` if not.
void check_channel(const Scenario& s, Channel channel, const std::string& path, Problems& problems);

/// Desks, channels and exchanges.
void check_information(const Scenario& scenario, Problems& problems);

/// Cases, special forms, and whom they ask.
void check_investigation(const Scenario& scenario, Problems& problems);

/// Joint operations: when, where, who takes part, what they take.
void check_operations(const Scenario& scenario, Problems& problems);

/// What is decided for years: threat assessments, funds, training, the review.
void check_strategy(const Scenario& scenario, Problems& problems);

/// What changes during the run.
void check_shocks(const Scenario& scenario, Problems& problems);

/// Rosters, bases, teams, and where they go.
void check_staff(const Scenario& scenario, Problems& problems);
/// Officer shifts a day of an authority at a crossing.
[[nodiscard]] int officers_at(const Scenario& scenario, const std::string& crossing,
                              Authority authority);

}  // namespace cordon
