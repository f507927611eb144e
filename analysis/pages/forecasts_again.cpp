#include "analysis/pages/forecasts_again.hpp"

#include "analysis/forecast/moment.hpp"

namespace cordon::pages {
namespace {

using namespace forecast;

// The rows of a table one after the other, each of which must be the one that is expected.
class Rows {
 public:
  Rows(const ResultTable& table, bool& are_expected) : table_(table), good_(are_expected) {}

  void next(const LineKey& line, Method method, const std::string& origin = "") {
    row_ = at_ < table_.rows.size() ? &table_.rows[at_++] : nullptr;
    good_ = good_ && row_ && table_.text(*row_, "crossing") == line.crossing &&
            table_.text(*row_, "direction") == cordon::name_of(line.direction) &&
            table_.text(*row_, "vehicle_class") == cordon::name_of(line.vehicle_class) &&
            table_.text(*row_, "method") == name_of(method) &&
            table_.text(*row_, "origin") == origin;
  }
  [[nodiscard]] double number(std::string_view column) const {
    return row_ ? table_.number(*row_, column) : Likeness::unknown;
  }

  [[nodiscard]] int count(std::string_view column) {
    const double value = number(column);
    good_ = good_ && value >= 0 && value <= 1e6;
    return good_ ? static_cast<int>(value) : 0;
  }

 private:
  const ResultTable& table_;
  bool& good_;
  const std::vector<std::string>* row_ = nullptr;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<Forecasts> forecasts_again(const Experiment& experiment,
                                         const Observations& observations,
                                         const ResultFolderRead& folder) {
  const auto means = folder.table(std::string(forecast_table.file));
  const auto by_origin = folder.table(std::string(forecast_origins_table.file));
  if (!means || !by_origin) return std::nullopt;
  bool are_expected = true;
  Rows mean(*means, are_expected), single(*by_origin, are_expected);
  Forecasts forecasts{
      forecast_origins(experiment, observations), {}, {fit_methods.begin(), fit_methods.end()}};
  for (const auto& [key, counted] : observations.counted()) {
    LineForecast line{key, {}, {}};
    for (const double origin : forecasts.origins) {
      Errors& errors = line.errors.emplace_back();
      for (const Method method : fit_methods) {
        single.next(key, method, moment_text(origin));
        errors[static_cast<std::size_t>(method)] = single.number("mean_absolute_error");
      }
      line.observations.push_back(single.count("observations"));
    }
    for (const Method method : fit_methods) {
      mean.next(key, method);
      if (method == Method::simulation)
        line.likeness = {mean.number("bias"), mean.number("simulated_spread"),
                         mean.number("seen_spread")};
    }
    forecasts.lines.push_back(std::move(line));
  }
  if (!are_expected) return std::nullopt;
  return forecasts;
}

}  // namespace cordon::pages
