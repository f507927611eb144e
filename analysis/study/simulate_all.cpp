#include "analysis/study/simulate_all.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "analysis/statistics/interval.hpp"
#include "analysis/statistics/sequential.hpp"
#include "analysis/statistics/values.hpp"
#include "analysis/study/user_error.hpp"
#include "sim/scenario/format/text.hpp"

namespace cordon {
namespace {

std::vector<std::string> measure_names() {
  std::vector<std::string> names;
  for (const Measure& m : measures()) names.emplace_back(m.name);
  return names;
}

std::optional<double> parse_share(std::string_view text) {
  const bool percent = text.ends_with('%');
  if (percent) text.remove_suffix(1);
  text = format::trimmed(text);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  if (percent) value /= 100;
  if (!(value > 0 && value < 1)) return std::nullopt;
  return value;
}

class Study {
 public:
  Study(const std::vector<NamedScenario>& scenarios, const Plan& plan, const Listener& listener,
        std::stop_token stop)
      : scenarios_(scenarios), plan_(plan), listener_(listener), stop_(std::move(stop)) {
    simulated.runs.resize(scenarios.size());
  }

  /// Goes on until each scenario has this many.
  void run_to(std::uint32_t count) {
    // Small, so that an interruption leaves pairs; rounds of all threads, so that few wait.
    const auto batch = static_cast<std::uint32_t>(4 * plan_.jobs);
    while (done_ < count && !simulated.interrupted) {
      const std::uint32_t now = std::min(batch, count - done_);
      for (std::size_t s = 0; s < scenarios_.size() && !simulated.interrupted; ++s)
        run(s, now, std::uint64_t{count} * scenarios_.size());
      done_ += now;
    }
  }

  Simulated simulated;

 private:
  void run(std::size_t s, std::uint32_t count, std::uint64_t planned) {
    const auto finished = [&](const Replication& r) {
      if (listener_.finished) listener_.finished(s, r, planned);
    };
    const Watch watch = plan_.watch.empty() ? Watch{} : plan_.watch[s];
    const auto results = replicate(scenarios_[s].setup, plan_.seed, done_ + 1, count, plan_.jobs,
                                   finished, stop_, watch);
    for (const Replication& r : results) {
      if (listener_.in_order) listener_.in_order(s, r);
      simulated.runs[s].add(r);
    }
    simulated.interrupted = results.size() < count;
  }

  const std::vector<NamedScenario>& scenarios_;
  const Plan& plan_;
  const Listener& listener_;
  std::stop_token stop_;
  std::uint32_t done_ = 0;
};

}  // namespace

Precision parse_precision(const std::string& text) {
  const std::size_t equals = text.find('=');
  const std::string name = text.substr(0, equals);
  const Measure* measure = find_measure(name);
  if (!measure)
    throw UserError(
        fmt::format("--precision: no measure is called '{}'{}; cordon describe lists them", name,
                    format::did_you_mean(name, measure_names())));
  const auto share = equals == std::string::npos
                         ? std::nullopt
                         : parse_share(std::string_view(text).substr(equals + 1));
  if (!share)
    throw UserError(fmt::format(
        "--precision: '{}' is not MEASURE=SHARE; expected such as {}=5%, between 0 and 100 %", text,
        name));
  return {measure, *share};
}

double precision_of(const std::vector<Runs>& runs, const Measure* measure) {
  const auto baseline = runs.front().values(measure->name);
  const Interval mean = mean_interval(baseline, confidence);
  double widest = runs.size() == 1 ? mean.half_width() : 0;
  for (std::size_t v = 1; v < runs.size(); ++v) {
    const auto variant = runs[v].values(measure->name);
    if (variant.size() != baseline.size()) return no_value;
    const double width = paired_difference(baseline, variant, confidence).half_width();
    if (std::isnan(width)) return no_value;
    widest = std::max(widest, width);
  }
  if (widest == 0) return 0;
  return mean.estimate == 0 ? no_value : widest / std::abs(mean.estimate);
}

Simulated simulate_all(const std::vector<NamedScenario>& scenarios, const Plan& plan,
                       const Listener& listener, std::stop_token stop) {
  Study study(scenarios, plan, listener, std::move(stop));
  std::uint32_t count =
      plan.precision ? std::max(fewest_for_precision, plan.replications) : plan.replications;
  for (;;) {
    study.run_to(count);
    if (!plan.precision || study.simulated.interrupted) break;
    const double reached = precision_of(study.simulated.runs, plan.precision->measure);
    study.simulated.precision = reached;
    if (reached <= plan.precision->share || count >= plan.most) break;
    count = next_replications(count, reached, plan.precision->share, plan.most);
  }
  return std::move(study.simulated);
}

}  // namespace cordon
