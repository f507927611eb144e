#include "analysis/pages/injects_part.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <limits>

#include "sim/output/trace/catalogue.hpp"

namespace cordon::pages {
namespace {

using Row = std::vector<std::string>;

// "2026-06-30T04:10:00Z", as tables have it; NaN where there is none.
double unix_ms(const std::string& text) {
  int year = 0;
  unsigned month = 0, day = 0;
  int hour = 0, minute = 0;
  double second = 0;
  if (std::sscanf(text.c_str(), "%d-%u-%uT%d:%d:%lf", &year, &month, &day, &hour, &minute,
                  &second) != 6)
    return std::numeric_limits<double>::quiet_NaN();
  const std::chrono::sys_days date =
      std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day};
  const double minutes =
      static_cast<double>(date.time_since_epoch().count()) * 1440 + hour * 60 + minute;
  return (minutes * 60 + second) * 1000;
}

InjectReview begin_review(const ResultTable& table, const Row& row) {
  InjectReview review;
  const auto said = [&](const char* column) { return table.text(row, column); };
  review.inject = said("inject");
  review.text = said("text");
  review.objective = said("objective");
  review.by = said("by");
  review.to = said("to");
  review.expected = said("expected");
  review.event = trace::meaning_of(said("expected_event"));
  review.place = said("expected_at");
  review.instead_of = said("instead_of");
  review.contingency = said("contingency");
  review.at_ms = unix_ms(said("time"));
  review.deadline_ms = unix_ms(said("deadline"));
  return review;
}

// Hours that the reaction took in each replication in which it came, sorted.
void add_times(std::vector<double> hours, InjectReview& review) {
  review.median = review.fastest = review.slowest = std::numeric_limits<double>::quiet_NaN();
  review.came = static_cast<int>(hours.size());
  if (hours.empty()) return;
  std::sort(hours.begin(), hours.end());
  const std::size_t half = hours.size() / 2;
  review.fastest = hours.front();
  review.slowest = hours.back();
  review.median = hours.size() % 2 == 1 ? hours[half] : (hours[half - 1] + hours[half]) / 2;
}

}  // namespace

std::vector<InjectReview> injects_of(const ResultTable& table,
                                     const std::vector<std::string>& scenarios) {
  std::vector<InjectReview> reviews;
  std::vector<std::vector<double>> hours;
  for (const Row& row : table.rows) {
    const auto scenario =
        std::find(scenarios.begin(), scenarios.end(), table.text(row, "scenario"));
    if (scenario == scenarios.end()) continue;
    const int number = static_cast<int>(scenario - scenarios.begin());
    auto review = std::find_if(reviews.begin(), reviews.end(), [&](const InjectReview& r) {
      return r.scenario == number && r.inject == table.text(row, "inject");
    });
    if (review == reviews.end()) {
      review = reviews.insert(review, begin_review(table, row));
      review->scenario = number;
      hours.emplace_back();
    }
    ++review->replications;
    if (table.text(row, "came") == "true")
      hours[static_cast<std::size_t>(review - reviews.begin())].push_back(
          (unix_ms(table.text(row, "came_at")) - review->at_ms) / 3'600'000);
  }
  for (std::size_t r = 0; r < reviews.size(); ++r) add_times(std::move(hours[r]), reviews[r]);
  return reviews;
}

}  // namespace cordon::pages
