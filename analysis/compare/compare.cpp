#include "analysis/compare/compare.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>
#include <tuple>

#include "analysis/compare/settling.hpp"
#include "analysis/results/tables.hpp"
#include "sim/scenario/describe.hpp"

namespace cordon {
namespace {

double unix_ms(std::chrono::sys_time<std::chrono::microseconds> time) {
  return static_cast<double>(time.time_since_epoch().count()) / 1000;
}

/// The n-th of the values in order, at this share of the way from the least to the greatest.
double at_share(std::vector<std::int32_t>& values, double share) {
  const auto n =
      static_cast<std::ptrdiff_t>(std::lround(share * (static_cast<double>(values.size()) - 1)));
  std::nth_element(values.begin(), values.begin() + n, values.end());
  return values[static_cast<std::size_t>(n)];
}

QueuePoint point_of(double at_ms, std::vector<std::int32_t> waiting) {
  const double sum = std::accumulate(waiting.begin(), waiting.end(), 0.0);
  return {at_ms, sum / static_cast<double>(waiting.size()), at_share(waiting, 0.1),
          at_share(waiting, 0.9)};
}

/// crossing.medyka.lanes is an instance of crossing.NAME.lanes.
std::string meaning_of(const std::string& path) {
  const auto& section = parameters_of(format::Tag<Scenario>{}).section();
  const auto said = describe(section, path);
  if (!said) return "";
  const std::size_t begin = said->find("\n  ");
  if (begin == std::string::npos) return "";
  const std::size_t end = said->find('\n', begin + 1);
  return said->substr(begin + 3, end - begin - 3);
}

}  // namespace

std::vector<QueueLine> queues_of(const std::vector<NamedScenario>& scenarios,
                                 const std::vector<Runs>& runs) {
  std::vector<QueueLine> lines;
  for (std::size_t s = 0; s < scenarios.size(); ++s) {
    const Setup& setup = *scenarios[s].setup;
    for (const QueueHistory& queue : runs[s].queues()) {
      const LineSetup& line = setup.lines[queue.line];
      QueueLine& shown = lines.emplace_back();
      shown.scenario = static_cast<int>(s);
      shown.crossing = setup.crossings[line.crossing.value].name;
      shown.direction = name_of(line.direction);
      shown.vehicle_class = name_of(queue.vehicle_class);
      for (std::size_t t = 0; t < queue.at.size(); ++t)
        shown.points.push_back(point_of(
            unix_ms(setup.scenario.start + queue.at[t].time_since_epoch()), queue.waiting[t]));
    }
  }
  return lines;
}

std::vector<ObservedQueue> observed_of(const std::vector<NamedScenario>& scenarios) {
  const auto has_any = [](const NamedScenario& s) {
    return !s.reading.spec.observed_queue.empty();
  };
  const auto first = std::find_if(scenarios.begin(), scenarios.end(), has_any);
  if (first == scenarios.end()) return {};
  const Scenario& spec = first->reading.spec;
  std::map<std::tuple<std::string, Direction, VehicleClass>, ObservedQueue> lines;
  for (const ObservedQueueRow& row : spec.observed_queue) {
    if (row.time < spec.start || row.time > spec.start + spec.length) continue;
    ObservedQueue& line = lines[{row.crossing, row.direction, row.vehicle_class}];
    line.points.emplace_back(unix_ms(row.time), row.vehicles);
  }
  std::vector<ObservedQueue> observed;
  for (auto& [name, line] : lines) {
    line.crossing = std::get<std::string>(name);
    line.direction = name_of(std::get<Direction>(name));
    line.vehicle_class = name_of(std::get<VehicleClass>(name));
    std::sort(line.points.begin(), line.points.end());
    observed.push_back(std::move(line));
  }
  return observed;
}

std::vector<MessageFlow> messages_of(const std::vector<NamedScenario>& scenarios,
                                     const std::vector<Runs>& runs) {
  std::vector<MessageFlow> flows;
  for (std::size_t s = 0; s < scenarios.size(); ++s) {
    const Setup& setup = *scenarios[s].setup;
    const auto name = [&](PlaceId place) {
      if (setup.is_crossing(place)) return setup.crossings[setup.crossing_at(place).value].name;
      const DeskSetup& desk = setup.desks[setup.desk_at(place)];
      return desk.spec.label.empty() ? desk.name : desk.spec.label;
    };
    for (const MessageLink& link : runs[s].message_links()) {
      const ChannelSetup& channel = setup.channels[link.channel.value];
      const double of = static_cast<double>(runs[s].replications());
      MessageFlow& flow = flows.emplace_back();
      flow.scenario = static_cast<int>(s);
      flow.sender = name(link.sender);
      flow.receiver = name(link.receiver);
      flow.channel = channel.spec.label.empty() ? channel.name : channel.spec.label;
      flow.from_post = setup.is_crossing(link.sender);
      flow.to_post = setup.is_crossing(link.receiver);
      flow.sent = static_cast<double>(link.sent) / of;
      flow.lost = static_cast<double>(link.lost) / of;
      flow.hours = static_cast<double>(link.until_read) / static_cast<double>(link.read) / 3600e6;
    }
  }
  return flows;
}

std::vector<AssumedParameter> assumptions_of(const std::vector<NamedScenario>& scenarios) {
  std::map<std::string, AssumedParameter> found;
  for (const NamedScenario& scenario : scenarios)
    for (const auto& [path, value] : scenario.reading.provenance) {
      if (!value.is_assumed()) continue;
      const auto [known, added] =
          found.try_emplace(path, AssumedParameter{path, value.value, value.source, ""});
      if (added)
        known->second.meaning = meaning_of(path);
      else if (known->second.value != value.value)
        known->second.value += fmt::format("; {}: {}", scenario.name, value.value);
    }
  std::vector<AssumedParameter> list;
  for (auto& [path, parameter] : found) list.push_back(std::move(parameter));
  return list;
}

std::vector<Window> operations_of(const std::vector<NamedScenario>& scenarios) {
  std::vector<Window> windows;
  const auto add = [&](const NamedScenario& named, const std::string& name, Duration from,
                       Duration until) {
    const auto start = named.reading.spec.start;
    const Window window{name, unix_ms(start + from), unix_ms(start + until)};
    const bool known = std::any_of(windows.begin(), windows.end(), [&](const Window& w) {
      return w.name == window.name && w.from_ms == window.from_ms && w.to_ms == window.to_ms;
    });
    if (!known) windows.push_back(window);
  };
  for (const NamedScenario& named : scenarios) {
    for (const OperationSetup& plan : named.setup->operations)
      add(named, label_of(plan), plan.spec.start, plan.spec.start + plan.spec.length);
    for (const auto& [name, shock] : named.reading.spec.shock)
      add(named, shock.label.empty() ? name : shock.label, shock.start,
          shock.length > Duration::zero() ? shock.start + shock.length : named.reading.spec.length);
  }
  return windows;
}

std::map<std::string, std::string> labels_of(const NamedScenario& scenario) {
  std::map<std::string, std::string> labels;
  for (const auto& [name, crossing] : scenario.reading.spec.crossing)
    if (!crossing.label.empty()) labels.emplace(name, crossing.label);
  return labels;
}

// A scenario that says nothing of where its posts are has all of them at 0, 0.
std::map<std::string, std::pair<double, double>> positions_of(const NamedScenario& scenario) {
  std::map<std::string, std::pair<double, double>> positions;
  for (const auto& [name, crossing] : scenario.reading.spec.crossing)
    if (crossing.longitude != 0 || crossing.latitude != 0)
      positions.emplace(name, std::pair(crossing.longitude, crossing.latitude));
  return positions;
}

Comparison compare(const std::vector<NamedScenario>& scenarios, const Simulated& simulated,
                   const Plan& plan) {
  Comparison comparison;
  const Scenario& baseline = scenarios.front().reading.spec;
  comparison.version = CORDON_VERSION;
  comparison.baseline = scenarios.front().name;
  comparison.baseline_title = baseline.title;
  for (std::size_t v = 1; v < scenarios.size(); ++v) {
    comparison.variants.push_back(scenarios[v].name);
    comparison.variant_titles.push_back(scenarios[v].reading.spec.title);
  }
  comparison.seed = plan.seed;
  comparison.confidence = confidence;
  comparison.replications = static_cast<int>(simulated.runs.back().replications());
  comparison.from_ms = unix_ms(baseline.start + baseline.warm_up);
  comparison.to_ms = unix_ms(baseline.start + baseline.length);
  for (const NamedScenario& s : scenarios) {
    comparison.crossing_labels.merge(labels_of(s));
    comparison.crossing_positions.merge(positions_of(s));
  }
  comparison.changes = changes_of(scenarios, simulated.runs);
  comparison.answer = answer_of(comparison);
  comparison.pairing = pairing_of(comparison);
  comparison.queues = queues_of(scenarios, simulated.runs);
  comparison.observed = observed_of(scenarios);
  comparison.times = times_of(scenarios, simulated.runs);
  comparison.messages = messages_of(scenarios, simulated.runs);
  comparison.settling = settling_runs_of(scenarios, simulated.runs);
  comparison.operations = operations_of(scenarios);
  comparison.debriefings = debriefings_of(scenarios, simulated.runs);
  comparison.assumptions = assumptions_of(scenarios);
  comparison.warnings = warnings_of(scenarios, simulated, plan, comparison.changes);
  for (std::size_t s = 0; s < scenarios.size(); ++s)
    comparison.unfinished.push_back(unfinished_of(scenarios[s], simulated.runs[s]));
  return comparison;
}

}  // namespace cordon
