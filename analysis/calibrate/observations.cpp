#include "analysis/calibrate/observations.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "sim/scenario/format/csv_rows.hpp"
#include "sim/scenario/format/parse_toml.hpp"
#include "sim/scenario/parameters/words.hpp"

namespace cordon {
namespace {

// A row of the file: as `observed_queue` has it, with its place and the note that leaves it out.
struct CountRow {
  std::string crossing;
  Direction direction = Direction::entry;
  VehicleClass vehicle_class = VehicleClass::lorry;
  std::chrono::sys_seconds time{};
  double vehicles = 0;
  bool has_note = false;
  FilePosition position;
};

const format::Table<CountRow>& parameters_of(format::Tag<CountRow>) {
  using namespace format;
  static const auto table =
      Table<CountRow>("A queue that was counted.")
          .key("crossing", &CountRow::crossing, "Where.", required)
          .key("direction", &CountRow::direction, "Which way.", direction_words())
          .key("vehicle_class", &CountRow::vehicle_class, "Who.", class_words())
          .key("time", &CountRow::time, "When.", required)
          .key("vehicles", &CountRow::vehicles, "Waiting for the first check.", required,
               unit::count)
          .placed(&CountRow::position);
  return table;
}

std::vector<CountRow> read_rows(const Experiment& experiment, Problems& problems,
                                std::string& bytes) {
  const std::string& named = experiment.spec().calibrate->queues;
  format::Files files;
  Provenance unused;
  format::Reader reader(files, problems, unused);
  const format::Reader::At calibrate(reader, "calibrate"), queues(reader, "queues");
  (void)files.open(experiment.file(), "");  // so that the table is looked for beside it
  FilePosition position = experiment.reading().provenance.at("calibrate.queues").position;
  if (!position.file) position.file = std::make_shared<const std::string>(experiment.file());
  std::vector<CountRow> rows;
  const auto take = [&](format::Node& row) {
    const format::Node* const note = row.find("note");
    CountRow& read = rows.emplace_back();
    read.has_note = note != nullptr && !note->text.empty();
    format::read_section(parameters_of(format::Tag<CountRow>{}).section(), row, &read, reader);
  };
  reader.is_in_rows = true;
  format::read_csv_rows(format::text_node(format::Node::Kind::text, named, position),
                        parameters_of(format::Tag<CountRow>{}).section(), take, reader);
  if (const InputFile* const file = files.open(named, experiment.file())) bytes = file->bytes;
  return rows;
}

bool is_of(const LineSetup& line, VehicleClass vehicle_class, const Series& queue,
           const Setup& setup) {
  return line.serves[static_cast<std::size_t>(vehicle_class)] &&
         name_of(vehicle_class) == queue.vehicle_class &&
         name_of(line.direction) == queue.direction &&
         setup.crossings[line.crossing.value].name == queue.crossing;
}

bool has_line(const Setup& setup, const Series& queue, VehicleClass vehicle_class) {
  return std::any_of(setup.lines.begin(), setup.lines.end(), [&](const LineSetup& line) {
    return is_of(line, vehicle_class, queue, setup);
  });
}

// Of a value in the measure's unit; times and shares may have one of their own.
std::optional<double> value_in_unit(const std::string& toml, const Measure& measure) {
  const format::Node node = format::parse_toml_value(toml, {});
  if (node.kind == format::Node::Kind::integer) return static_cast<double>(node.integer);
  if (node.kind == format::Node::Kind::real) return node.real;
  if (!node.is_text()) return std::nullopt;
  if (measure.unit == "1") return format::parse_quantity(node.text, format::unit::share).value;
  const double in_seconds = measure.unit == "min" ? 60 : measure.unit == "h" ? 3600 : 0;
  if (in_seconds == 0) return std::nullopt;
  const auto time = format::parse_quantity(node.text, format::unit::time).value;
  return time ? std::optional(*time / in_seconds) : std::nullopt;
}

double hour_of(std::chrono::sys_seconds time) {
  return static_cast<double>(time.time_since_epoch().count()) / 3600;
}

// In order of time, and of two counts at one time the later row.
void sort_by_time(forecast::Series& series) {
  const auto time = [](const forecast::Observation& o) { return o.hour; };
  std::ranges::reverse(series);
  std::ranges::stable_sort(series, {}, time);
  const auto again = std::ranges::unique(series, {}, time);
  series.erase(again.begin(), again.end());
}

// A queue over time in one run.
using History = std::vector<std::pair<Time, double>>;

double at(const History& history, Time time) {
  const auto after = std::lower_bound(history.begin(), history.end(), time,
                                      [](const auto& point, Time t) { return point.first < t; });
  if (after == history.end()) return std::numeric_limits<double>::quiet_NaN();
  if (after->first == time || after == history.begin()) return after->second;
  const auto before = after - 1;
  const double share = seconds(time - before->first) / seconds(after->first - before->first);
  return before->second + share * (after->second - before->second);
}

}  // namespace

Observations::Observations(const Experiment& experiment)
    : setup_(experiment.scenarios().front().setup) {
  Problems problems;
  for (const auto& [path, value] : experiment.reading().provenance)
    problems.locate(path, value.position);
  read_values(experiment, problems);
  if (!experiment.spec().calibrate->queues.empty()) read_queues(experiment, problems);
  problems.throw_if_any();
}

void Observations::read_values(const Experiment& experiment, Problems& problems) {
  const auto& measures = experiment.measures();
  for (const auto& [name, seen] : experiment.spec().calibrate->observed) {
    const std::string at = path_of({"calibrate", "observed", name});
    const auto measured = std::find_if(measures.begin(), measures.end(),
                                       [&](const Measured& m) { return m.name == seen.measure; });
    const Measure& measure = *measured->measure;
    const auto value = value_in_unit(seen.value.text, measure);
    const auto error = seen.spread ? value_in_unit(seen.spread->text, measure) : 0.0;
    const auto expected =
        fmt::format("expected a number, in {}", measure.unit == "1" ? "no unit" : measure.unit);
    if (!value) problems.at(at + ".value", fmt::format("is {}; {}", seen.value.text, expected));
    if (!error || *error < 0)
      problems.at(at + ".spread",
                  fmt::format("is {}; {}, at least 0", seen.spread->text, expected));
    if (!value || !error) continue;
    all_.push_back({series_.size(), {}, *value, true});
    series_.push_back({name, "", "", "", static_cast<std::size_t>(measured - measures.begin()),
                       std::string(measure.unit), *error, 1, 0});
  }
}

void Observations::read_queues(const Experiment& experiment, Problems& problems) {
  const Scenario& scenario = setup_->scenario;
  const Duration every = scenario.record.queues_every;
  const Time first = start_of_run + scenario.warm_up;
  const Time last = start_of_run + every * ((scenario.length - Duration{1}) / every);
  const auto& asked = experiment.spec().calibrate->vehicle_classes;
  for (const CountRow& row : read_rows(experiment, problems, file_)) {
    if (!asked.empty() && std::find(asked.begin(), asked.end(), row.vehicle_class) == asked.end())
      continue;
    const Series queue{"",
                       row.crossing,
                       std::string(name_of(row.direction)),
                       std::string(name_of(row.vehicle_class)),
                       std::nullopt,
                       "vehicles",
                       experiment.spec().calibrate->queue_spread,
                       0,
                       0};
    if (!has_line(*setup_, queue, row.vehicle_class)) {
      if (row.vehicles > 0 && !row.crossing.empty())
        problems.add(row.position, "",
                     fmt::format("is a queue ({}, {}) for which crossing '{}' has no line; "
                                 "expected one of its lines",
                                 queue.direction, queue.vehicle_class, row.crossing));
      continue;
    }
    CountedQueue& counted = counted_[{row.crossing, row.direction, row.vehicle_class}];
    counted.all.push_back({hour_of(row.time), row.vehicles});
    if (!row.has_note) counted.trusted.push_back(counted.all.back());
    const Time time = start_of_run + Duration{row.time - scenario.start};
    if (time < first || time > last) {
      ++outside_;
      continue;
    }
    const std::size_t s = series_of(queue);
    ++(row.has_note ? series_[s].left_out : series_[s].fitted);
    all_.push_back({s, time, row.vehicles, !row.has_note});
  }
  put_in_order();
  const bool has_any = std::any_of(all_.begin(), all_.end(), [&](const Observation& o) {
    return o.is_fitted && series_[o.series].is_queue();
  });
  if (!has_any && problems.empty())
    problems.at("calibrate.queues", "has no count while the scenario is measured");
}

void Observations::put_in_order() {
  std::erase_if(counted_, [&](const auto& entry) {
    return std::none_of(series_.begin(), series_.end(), [&](const Series& s) {
      return s.crossing == entry.first.crossing && s.direction == name_of(entry.first.direction) &&
             s.vehicle_class == name_of(entry.first.vehicle_class);
    });
  });
  for (auto& [line, counted] : counted_) {
    sort_by_time(counted.all);
    sort_by_time(counted.trusted);
  }
}

std::size_t Observations::series_of(const Series& queue) {
  const auto known = std::find_if(series_.begin(), series_.end(), [&](const Series& s) {
    return s.crossing == queue.crossing && s.direction == queue.direction &&
           s.vehicle_class == queue.vehicle_class;
  });
  if (known != series_.end()) return static_cast<std::size_t>(known - series_.begin());
  series_.push_back(queue);
  return series_.size() - 1;
}

Eigen::VectorXd Observations::simulated(const Replication& run,
                                        const std::vector<double>& measures) const {
  std::vector<History> histories(series_.size());
  for (const QueueSample& sample : run.queues)
    for (std::size_t s = 0; s < series_.size(); ++s) {
      const Series& queue = series_[s];
      if (!queue.is_queue() ||
          !is_of(setup_->lines[sample.line], sample.vehicle_class, queue, *setup_))
        continue;
      History& history = histories[s];
      if (history.empty() || history.back().first != sample.at)
        history.emplace_back(sample.at, 0.0);
      history.back().second += sample.waiting;
    }
  Eigen::VectorXd values(static_cast<Eigen::Index>(all_.size()));
  for (std::size_t o = 0; o < all_.size(); ++o) {
    const Series& series = series_[all_[o].series];
    values[static_cast<Eigen::Index>(o)] =
        series.is_queue() ? at(histories[all_[o].series], all_[o].at) : measures[*series.measure];
  }
  return values;
}

}  // namespace cordon
