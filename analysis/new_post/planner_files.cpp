#include "analysis/new_post/planner_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <functional>
#include <optional>
#include <set>

#include "analysis/forecast/moment.hpp"
#include "analysis/text/labels.hpp"
#include "sim/scenario/format/csv.hpp"
#include "sim/scenario/format/text.hpp"

namespace cordon::new_post {

using namespace forecast;

namespace {

using format::CsvCell;
using std::chrono::sys_days;

constexpr int fewest_days = 28;  // of a mean: four of each weekday

const std::vector<std::string> class_words = {"lorry", "car", "bus"};

std::optional<int> whole_number_in(const std::string& text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// Names of crossings, each with what the files call it.
class Crossings {
 public:
  explicit Crossings(PlannerData& data) : data_(data) {}

  std::string name_of(const std::string& label) {
    const auto known = names_.find(label);
    if (known != names_.end()) return known->second;
    const std::string plain = plain_name(label);
    const std::string stem = plain.empty()        ? "crossing"
                             : is_digit(plain[0]) ? "crossing_" + plain
                                                  : plain;
    std::string name = stem;
    for (int n = 2; data_.labels.contains(name); ++n) name = fmt::format("{}_{}", stem, n);
    data_.crossings.push_back(name);
    data_.labels[name] = label;
    return names_[label] = name;
  }

 private:
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }
  PlannerData& data_;
  std::map<std::string, std::string> names_;
};

/// What both tables have: whose vehicles a row counts, and how many.
class TableReader {
 public:
  TableReader(const std::string& file, std::vector<std::string> own_columns, Crossings& crossings,
              Problems& problems)
      : crossings_(crossings), problems_(problems), own_columns_(std::move(own_columns)) {
    format::Files files;
    const InputFile* input = files.open(file, "");
    if (input == nullptr) {
      problems.add({std::make_shared<const std::string>(file), files.fault_position.line,
                    files.fault_position.column},
                   "", files.fault);
      return;
    }
    problems.reads(input->name);
    table_ = format::parse_csv(*input, problems);
    if (table_) require({"crossing", "vehicles"});
  }

  /// Says of each column that is not there that it must be.
  void require(const std::vector<std::string>& columns) {
    for (const std::string& column : columns)
      if (!find(column)) lack(fmt::format("'{}'", column), column);
  }
  void lack(const std::string& what, const std::string& column) {
    is_good_ = false;
    const std::string near = format::nearest(column, strange_columns());
    problems_.add(table_->top(), "",
                  fmt::format("has no column {}; expected one{}", what,
                              near.empty() ? "" : "; is it " + format::in_quotes(near) + '?'));
  }
  [[nodiscard]] std::optional<std::size_t> find(const std::string& column) const {
    if (!table_) return std::nullopt;
    for (std::size_t n = 0; n < table_->header.size(); ++n)
      if (table_->header[n].text == column) return n;
    return std::nullopt;
  }
  [[nodiscard]] std::vector<std::string> strange_columns() const {
    std::vector<std::string> strange;
    for (const CsvCell& cell : table_->header)
      if (!is_known(cell.text)) strange.push_back(cell.text);
    return strange;
  }
  [[nodiscard]] bool is_good() const { return table_ && is_good_; }
  [[nodiscard]] const format::CsvTable& table() const { return *table_; }
  [[nodiscard]] const CsvCell& cell(const std::vector<CsvCell>& row, const char* column) const {
    return row[*find(column)];
  }

  /// Calls `take` with each row that is as long as the header.
  void each_row(const std::function<void(const std::vector<CsvCell>&)>& take) const {
    if (!is_good()) return;
    if (table_->rows.empty()) problems_.add(table_->top(), "", "has no rows; expected some");
    for (const auto& row : table_->rows)
      if (row.size() == table_->header.size()) take(row);
  }

  std::optional<LineKey> line(const std::vector<CsvCell>& row) {
    const CsvCell& crossing = cell(row, "crossing");
    if (crossing.text.empty()) refuse(crossing, "the name of a crossing");
    const auto direction = direction_in(row);
    const auto vehicle_class = class_in(row);
    if (crossing.text.empty() || !direction || !vehicle_class) return std::nullopt;
    return LineKey{crossings_.name_of(crossing.text), *direction, *vehicle_class};
  }
  std::optional<double> vehicles(const std::vector<CsvCell>& row) {
    const CsvCell& said = cell(row, "vehicles");
    const auto number = format::number_in(said.text);
    if (number && *number >= 0) return number;
    refuse(said, "a number of at least 0");
    return std::nullopt;
  }
  void refuse(const CsvCell& said, const std::string& expected) {
    problems_.add(table_->position(said), "",
                  fmt::format("is {}; expected {}", format::in_quotes(said.text), expected));
  }
  void add(const CsvCell& at, std::string what) {
    problems_.add(table_->position(at), "", std::move(what));
  }

 private:
  [[nodiscard]] bool is_known(const std::string& column) const {
    static const std::set<std::string> common = {"crossing", "direction", "vehicle_class",
                                                 "vehicles"};
    return common.contains(column) ||
           std::find(own_columns_.begin(), own_columns_.end(), column) != own_columns_.end();
  }
  std::optional<Direction> direction_in(const std::vector<CsvCell>& row) {
    if (!find("direction")) return Direction::entry;
    const CsvCell& said = cell(row, "direction");
    if (said.text == "entry") return Direction::entry;
    if (said.text == "exit") return Direction::exit;
    refuse(said, "entry or exit");
    return std::nullopt;
  }
  std::optional<VehicleClass> class_in(const std::vector<CsvCell>& row) {
    if (!find("vehicle_class")) return VehicleClass::lorry;
    const CsvCell& said = cell(row, "vehicle_class");
    if (said.text == "lorry" || said.text == "truck") return VehicleClass::lorry;
    if (said.text == "car") return VehicleClass::car;
    if (said.text == "bus") return VehicleClass::bus;
    refuse(said, "lorry, car or bus" + format::did_you_mean(said.text, class_words));
    return std::nullopt;
  }

  Crossings& crossings_;
  Problems& problems_;
  std::vector<std::string> own_columns_;
  std::optional<format::CsvTable> table_;
  bool is_good_ = true;
};

struct Days {
  sys_days first{}, end{};
};

Days days_of(std::chrono::year_month month) {
  return {sys_days{month / 1}, sys_days{(month + std::chrono::months{1}) / 1}};
}

std::optional<Days> days_in(TableReader& reader, const std::vector<CsvCell>& row) {
  if (reader.find("date")) {
    const CsvCell& said = reader.cell(row, "date");
    const auto day = parse_date(said.text);
    if (day) return Days{*day, *day + std::chrono::days{1}};
    reader.refuse(said, "a date such as 2026-04-15");
    return std::nullopt;
  }
  const CsvCell& said = reader.cell(row, "month");
  if (!reader.find("year")) {
    if (const auto month = parse_month(said.text)) return days_of(*month);
    reader.refuse(said, "a month such as 2026-04");
    return std::nullopt;
  }
  const CsvCell& year_said = reader.cell(row, "year");
  const auto year = whole_number_in(year_said.text), month = whole_number_in(said.text);
  if (!year || *year < 1971 || *year > 2099) {
    reader.refuse(year_said, "a year from 1971 to 2099");
    return std::nullopt;
  }
  if (!month || *month < 1 || *month > 12) {
    reader.refuse(said, "a month from 1 to 12");
    return std::nullopt;
  }
  return days_of(std::chrono::year{*year} / *month);
}

/// @return whether the table says when its vehicles were counted
bool says_when(TableReader& reader) {
  const auto date = reader.find("date"), month = reader.find("month");
  if (!date && !month) reader.lack("'date' or 'month'", "date");
  if (date && month)
    reader.add(reader.table().header[*month],
               "is a month, and there is a column 'date' too; expected one of the two");
  return reader.is_good() && date.has_value() != month.has_value();
}

std::string whose(const LineKey& line, const PlannerData& data) {
  return fmt::format("{} ({})", data.labels.at(line.crossing), traffic_of(line));
}

void read_counts(const std::string& file, PlannerData& data, Crossings& crossings,
                 Problems& problems) {
  TableReader reader(file, {"date", "month", "year"}, crossings, problems);
  if (!reader.is_good() || !says_when(reader)) return;
  data.not_read = reader.strange_columns();
  reader.each_row([&](const std::vector<CsvCell>& row) {
    const auto line = reader.line(row);
    const auto days = days_in(reader, row);
    const auto vehicles = reader.vehicles(row);
    if (!line || !days || !vehicles) return;
    std::vector<Count>& counts = data.counts[*line];
    for (const Count& other : counts)
      if (days->first < other.end && other.first < days->end)
        return reader.add(row.front(), fmt::format("is a second count of {} on {}; expected one",
                                                   whose(*line, data), date_text(days->first)));
    counts.push_back({days->first, days->end, *vehicles});
  });
  for (auto& [line, counts] : data.counts)
    std::sort(counts.begin(), counts.end(),
              [](const Count& a, const Count& b) { return a.first < b.first; });
}

void read_queues(const std::string& file, PlannerData& data, Crossings& crossings,
                 const PostClock& clock, Problems& problems) {
  TableReader reader(file, {"time"}, crossings, problems);
  if (reader.is_good()) reader.require({"time"});
  if (!reader.is_good()) return;
  for (const std::string& column : reader.strange_columns())
    if (std::find(data.not_read.begin(), data.not_read.end(), column) == data.not_read.end())
      data.not_read.push_back(column);
  std::map<LineKey, std::map<double, double>> seen;
  reader.each_row([&](const std::vector<CsvCell>& row) {
    if (reader.cell(row, "vehicles").text.empty()) return;
    const CsvCell& time = reader.cell(row, "time");
    const auto hour = parse_moment(time.text, clock);
    if (!hour) reader.refuse(time, "a date and time such as 2026-07-15T12:00Z");
    const auto line = reader.line(row);
    const auto vehicles = reader.vehicles(row);
    if (!line || !hour || !vehicles) return;
    if (!data.counts.empty() && !data.counts.contains(*line))
      return reader.add(row.front(), fmt::format("is a queue of {}, of which there are no counts; "
                                                 "expected some",
                                                 whose(*line, data)));
    if (!seen[*line].emplace(*hour, *vehicles).second)
      reader.add(time, fmt::format("is the time of a second queue of {}; expected one",
                                   whose(*line, data)));
  });
  if (seen.empty() && problems.empty())
    problems.add(reader.table().top(), "", "has no queue that was seen; expected some");
  for (const auto& [line, queue] : seen)
    for (const auto& [hour, vehicles] : queue) data.queues[line].push_back({hour, vehicles});
}

// From U+00C0 to U+017F; "." is no letter.
constexpr std::string_view unmarked =
    "aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

}  // namespace

PlannerData read_planner_files(const std::string& counts, const std::string& queues,
                               const PostClock& clock) {
  PlannerData data;
  Crossings crossings(data);
  Problems problems;
  read_counts(counts, data, crossings, problems);
  read_queues(queues, data, crossings, clock, problems);
  problems.throw_if_any();
  return data;
}

DailyMean daily_mean(const std::vector<Count>& counts, sys_days before) {
  auto end = std::find_if(counts.begin(), counts.end(),
                          [&](const Count& count) { return count.end > before; });
  DailyMean mean;
  mean.is_later = end == counts.begin();
  if (mean.is_later) {  // the first ones, from the last of them on
    auto days = std::chrono::days{0};
    for (; end != counts.end() && days.count() < fewest_days; ++end) days += end->end - end->first;
  }
  auto days = std::chrono::days{0};
  mean.end = std::prev(end)->end;
  while (end != counts.begin() && days.count() < fewest_days) {
    --end;
    mean.vehicles += end->vehicles;
    days += end->end - end->first;
  }
  mean.first = end->first;
  mean.vehicles /= static_cast<double>(days.count());
  return mean;
}

std::string plain_name(std::string_view label) {
  std::string name;
  const auto add = [&](char c) { name += c; };
  for (std::size_t i = 0; i < label.size(); ++i) {
    const auto byte = static_cast<unsigned char>(label[i]);
    char plain = '.';
    if ((byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z')) {
      plain = label[i];
    } else if (byte >= 'A' && byte <= 'Z') {
      plain = static_cast<char>(byte - 'A' + 'a');
    } else if (byte >= 0xC3 && byte <= 0xC5 && i + 1 < label.size()) {
      const auto low = static_cast<unsigned char>(label[++i]) & 0x3Fu;
      plain = unmarked[(byte - 0xC3u) * 64u + low];
    }
    if (plain != '.')
      add(plain);
    else if (!name.empty() && name.back() != '_')
      add('_');
  }
  while (!name.empty() && name.back() == '_') name.pop_back();
  return name;
}

}  // namespace cordon::new_post
