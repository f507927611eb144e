#include "analysis/text/measure_text.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "analysis/text/labels.hpp"
#include "analysis/text/numbers.hpp"

namespace cordon {
namespace {

struct Label {
  std::string_view measure, label, unit;  // no unit: as the numbers are shown
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
    Label{"utilisation", "Lane time in use", ""},
    Label{"illicit_passed", "Hidden goods passed", ""},
    Label{"illicit_attempts", "Attempts with hidden goods", ""},
    Label{"illicit_refused", "Hidden goods turned back", ""},
    Label{"illicit_in_system_at_end", "Hidden goods still there at the end", ""},
    Label{"interdiction_rate", "Share of hidden goods found", ""},
    Label{"hit_rate", "Share of controls with a find", ""},
    Label{"false_positive_rate", "Share of honest vehicles controlled", ""},
    Label{"harm_passed", "Harm passed", "harm weight"},
    Label{"planned", "Consignments planned by groups", "consignments"},
    Label{"postponed", "Consignments put off", "times"},
    Label{"deterred", "Consignments given up", "consignments"},
    Label{"report_delay_mean", "Delay of a seizure report, mean", ""},
    Label{"duplicate_reports", "Reports received twice", ""},
    Label{"displacement", "Displacement of attempts", ""},
};

const Label* find_label(const Measure& measure) {
  const auto found = std::find_if(labels.begin(), labels.end(),
                                  [&](const Label& l) { return l.measure == measure.name; });
  return found == labels.end() ? nullptr : &*found;
}

}  // namespace

std::string label_of(const Measure& measure) {
  if (const Label* known = find_label(measure)) return std::string(known->label);
  std::string label(measure.name);
  std::replace(label.begin(), label.end(), '_', ' ');
  return text::sentence(label);
}

std::string unit_text(const Measure& measure, const std::string& shown) {
  const Label* known = find_label(measure);
  if (known != nullptr && !known->unit.empty()) return std::string(known->unit);
  return shown == "1" ? "" : shown;
}

std::string scope_of(const Labels& labels) {
  std::string scope;
  for (const std::string& part :
       {labels.crossing, text::traffic_of(labels), labels.stage, labels.commodity, labels.country,
        labels.authority, labels.period}) {
    if (part.empty() || part == "all") continue;
    scope += (scope.empty() ? "" : ", ") + part;
  }
  return scope;
}

}  // namespace cordon
