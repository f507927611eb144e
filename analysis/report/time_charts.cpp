#include "analysis/report/time_charts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/report/queue_panel.hpp"
#include "analysis/text/numbers.hpp"
#include "analysis/text/time_words.hpp"

namespace cordon {
namespace {

using nlohmann::json;

constexpr double dwarfs = 4;   // so many times the rest, a wait gets a chart of its own
constexpr double seen = 0.02;  // of the longest bar: what is less is put together
constexpr std::size_t most_parts = 5;

/// A part of every bar: minutes by crossing, then scenario.
struct Part {
  std::string label;
  bool service = false;
  std::vector<std::vector<double>> minutes;

  [[nodiscard]] double longest() const {
    double longest = 0;
    for (const auto& scenarios : minutes)
      for (const double m : scenarios) longest = std::max(longest, m);
    return longest;
  }
};

double known(double minutes) { return std::isfinite(minutes) ? minutes : 0; }

void add(const TimeUse& use, std::size_t crossing, Part& part) {
  for (std::size_t s = 0; s < use.in.size(); ++s)
    part.minutes[crossing][s] += known(use.in[s].minutes);
}

/// All bars of a kind, in parts: the wait for the first check, other losses, service.
class Bars {
 public:
  Bars(const KindTimes& kind, Uses crossings, const Comparison& comparison)
      : crossings_(std::move(crossings)), comparison_(comparison) {
    before_ = blank("waiting for the first check");
    service_ = blank("in service, all stages");
    service_.service = true;
    for (const TimeUse* place : kind.places) {
      const auto at = std::find_if(crossings_.begin(), crossings_.end(),
                                   [&](auto* c) { return c->crossing == place->crossing; });
      if (at == crossings_.end()) continue;
      const auto row = static_cast<std::size_t>(at - crossings_.begin());
      add(*place, row, place->before_control ? before_ : part_of(text::loss_of(*place)));
    }
    for (std::size_t c = 0; c < crossings_.size(); ++c)
      if (const TimeUse* service = service_at(*crossings_[c], comparison))
        add(*service, c, service_);
  }

  [[nodiscard]] std::vector<TimeChart> charts() const {
    std::vector<Part> after = put_together(others_);
    std::erase_if(after, [](const Part& p) { return p.longest() == 0; });
    const bool loses_later = !after.empty();
    if (service_.longest() > 0) after.push_back(service_);
    if (loses_later && before_.longest() > dwarfs * longest_bar(after))
      return {{"Before the first check", chart({before_})}, {"From then on", chart(after)}};
    if (before_.longest() > 0) after.insert(after.begin(), before_);
    return {{"All time at the crossing", chart(after)}};
  }

 private:
  [[nodiscard]] Part blank(std::string label) const {
    return {std::move(label),
            false,
            {crossings_.size(), std::vector<double>(comparison_.variants.size() + 1)}};
  }
  Part& part_of(const std::string& label) {
    const auto part = std::find_if(others_.begin(), others_.end(),
                                   [&](const Part& p) { return p.label == label; });
    return part == others_.end() ? others_.emplace_back(blank(label)) : *part;
  }

  [[nodiscard]] double longest_bar(const std::vector<Part>& parts) const {
    double longest = 0;
    for (std::size_t c = 0; c < crossings_.size(); ++c)
      for (std::size_t s = 0; s <= comparison_.variants.size(); ++s)
        longest = std::max(longest, bar(parts, c, s));
    return longest;
  }
  static double bar(const std::vector<Part>& parts, std::size_t crossing, std::size_t scenario) {
    double length = 0;
    for (const Part& part : parts) length += part.minutes[crossing][scenario];
    return length;
  }

  /// The few that are long enough to be seen, and the others as one.
  [[nodiscard]] std::vector<Part> put_together(std::vector<Part> parts) const {
    std::vector<double> lengths;
    for (const Part& part : parts) lengths.push_back(part.longest());
    std::sort(lengths.rbegin(), lengths.rend());
    parts.push_back(service_);
    double least = seen * longest_bar(parts);
    parts.pop_back();
    if (lengths.size() > most_parts) least = std::max(least, lengths[most_parts - 1]);
    std::vector<Part> shown;
    Part rest = blank("lost elsewhere");
    for (const Part& part : parts) {
      if (part.longest() >= least) {
        shown.push_back(part);
        continue;
      }
      for (std::size_t c = 0; c < crossings_.size(); ++c)
        for (std::size_t s = 0; s <= comparison_.variants.size(); ++s)
          rest.minutes[c][s] += part.minutes[c][s];
    }
    shown.push_back(rest);
    return shown;
  }

  [[nodiscard]] json chart(const std::vector<Part>& parts) const {
    const text::ShownUnit unit = text::unit_of_minutes(longest_bar(parts));
    const auto tidy = [&](double minutes) {
      return std::round(minutes * unit.factor * 1000) / 1000;
    };
    json labels = json::array(), rows = json::array();
    for (const Part& part : parts)
      labels.push_back({{"label", part.label}, {"service", part.service}});
    std::string spoken = "Time for each vehicle: ";
    for (std::size_t c = 0; c < crossings_.size(); ++c)
      for (std::size_t s = 0; s <= comparison_.variants.size(); ++s) {
        json values = json::array();
        for (const Part& part : parts) values.push_back(tidy(part.minutes[c][s]));
        const double length = bar(parts, c, s);
        const std::string total =
            text::level_of_minutes(length, 0.1 * length, unit.factor, text::typographic);
        spoken += fmt::format("{}, {}, {} {}; ", crossings_[c]->crossing,
                              scenario_name(s, comparison_), total, unit.unit);
        rows.push_back({{"crossing", crossings_[c]->crossing},
                        {"scenario", s},
                        {"values", values},
                        {"total", total}});
      }
    return {{"kind", "time_bars"},
            {"unit", unit.unit},
            {"parts", labels},
            {"rows", rows},
            {"description", spoken + "the table below has the losses."}};
  }

  Uses crossings_;
  const Comparison& comparison_;
  Part before_, service_;
  std::vector<Part> others_;
};

}  // namespace

std::vector<TimeChart> time_bars(const KindTimes& kind, const Uses& crossings,
                                 const Comparison& comparison) {
  return Bars(kind, crossings, comparison).charts();
}

json hours_chart(const TimeUse& crossing, const std::string& vehicles,
                 const Comparison& comparison) {
  json lines = json::array();
  std::string spoken = text::sentence(vehicles) + " that lose time at " + crossing.crossing +
                       ", by hour of the day: ";
  for (std::size_t s = 0; s < crossing.in.size(); ++s) {
    const auto& hours = crossing.in[s].by_hour;
    json values = json::array();
    for (const double v : hours) values.push_back(std::round(v * 1000) / 1000);
    const auto most = std::max_element(hours.begin(), hours.end());
    spoken += fmt::format("{} at most {} at {}:00; ", scenario_name(s, comparison),
                          text::number(*most, *most < 10 ? 1 : 0, text::typographic),
                          most - hours.begin());
    lines.push_back({{"scenario", s}, {"values", values}});
  }
  return {{"kind", "hours"},
          {"lines", lines},
          {"unit", vehicles},
          {"description", spoken + "the table below has all hours."}};
}

}  // namespace cordon
