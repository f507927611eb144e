#include "analysis/report/measure_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <vector>

#include "analysis/report/words.hpp"

namespace cordon {
namespace {

struct Label {
  std::string_view measure, label, unit;  // no unit: the measure's own
};

// Names that do not read well with their underscores taken out.
constexpr std::array labels = {
    Label{"wait_mean", "Wait, mean", ""},
    Label{"wait_p50", "Wait, median", ""},
    Label{"wait_p95", "Wait, 95th percentile", ""},
    Label{"wait_max", "Wait, longest", ""},
    Label{"time_in_system_mean", "Time at the crossing, mean", ""},
    Label{"queue_mean", "Queue, mean", ""},
    Label{"queue_max", "Queue, longest", ""},
    Label{"in_system_at_start", "In line or under control at the start", ""},
    Label{"in_system_at_end", "In line or under control at the end", ""},
    Label{"vehicle_hours_waited", "Hours waited, all vehicles", ""},
    Label{"balked", "Turned back, road full", ""},
    Label{"delay_cost", "Cost of waiting", ""},
    Label{"utilisation", "Lane time in use", "%"},
    Label{"illicit_passed", "Hidden goods passed", ""},
    Label{"illicit_attempts", "Attempts with hidden goods", ""},
    Label{"illicit_refused", "Hidden goods turned back", ""},
    Label{"illicit_in_system_at_end", "Hidden goods still there at the end", ""},
    Label{"interdiction_rate", "Share of hidden goods found", "%"},
    Label{"hit_rate", "Share of controls with a find", "%"},
    Label{"false_positive_rate", "Share of honest vehicles controlled", "%"},
    Label{"harm_passed", "Harm passed", "harm weight"},
    Label{"planned", "Consignments planned by groups", "consignments"},
    Label{"postponed", "Consignments put off", "times"},
    Label{"deterred", "Consignments given up", "consignments"},
    Label{"report_delay_mean", "Delay of a seizure report, mean", ""},
    Label{"duplicate_reports", "Reports received twice", ""},
    Label{"displacement", "Displacement of attempts", "%"},
};

}  // namespace

MeasureText text_of(const std::string& measure, const std::string& unit, double largest) {
  MeasureText text{.label = measure, .unit = unit, .difference = unit};
  std::replace(text.label.begin(), text.label.end(), '_', ' ');
  text.label = words::sentence(text.label);
  const auto* known = std::find_if(labels.begin(), labels.end(),
                                   [&](const Label& l) { return l.measure == measure; });
  if (known != labels.end()) {
    text.label = known->label;
    if (!known->unit.empty()) text.unit = text.difference = known->unit;
  }
  if (text.unit == "%") {
    text.factor = 100;
    text.difference = "percentage points";
  } else if (unit == "min" && std::abs(largest) >= 300) {
    text.factor = 1.0 / 60;
    text.unit = text.difference = "h";
  } else if (text.unit == "1") {
    text.unit = text.difference = "";
  }
  return text;
}

std::string scope_of(const Labels& labels) {
  std::string scope;
  for (const std::string* part :
       {&labels.crossing, &labels.direction, &labels.vehicle_class, &labels.stage,
        &labels.commodity, &labels.country, &labels.authority, &labels.period}) {
    if (part->empty() || *part == "all") continue;
    if (!scope.empty()) scope += ", ";
    scope += *part;
  }
  return scope;
}

}  // namespace cordon
