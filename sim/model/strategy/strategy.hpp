#pragma once

// What is decided for all posts and for years, at the desk where seizure reports come together:
// threat assessments, equipment from funds, training by need, and the review.

#include "sim/model/strategy/threat_assessments.hpp"

namespace cordon {

/// How far a fund has come.
struct Programme {
  double money = 0;           ///< EUR, left
  std::vector<int> machines;  ///< by post: those that were there, and those ordered
  std::uint32_t ordered = 0;
};

struct Strategy {
  Assessors assessors;
  std::vector<Programme> programmes;
  std::vector<std::vector<int>> trained;  ///< officers, by training and place
};

namespace strategy {

[[nodiscard]] Strategy make(const Setup& setup, Agenda<DeskEvent>& agenda);

void on(const FundingDecided& event, Strategy& self, DeskStep step);
void on(const TrainingDecided& event, Strategy& self, DeskStep step);
void on(const StrategyReviewed& event, DeskStep step);

/// Who is next by highest averages (D'Hondt): weight / (has + 1); the first of equals. Without any
/// weight all are alike.
[[nodiscard]] std::size_t next_by_averages(const std::vector<double>& weight,
                                           const std::vector<int>& has);

}  // namespace strategy
}  // namespace cordon
