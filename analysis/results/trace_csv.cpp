#include "analysis/results/trace_csv.hpp"

#include <optional>

#include "sim/output/moment_text.hpp"
#include "sim/output/trace/names.hpp"
#include "sim/output/trace/without_truth.hpp"

namespace cordon {
namespace {

using namespace trace;

constexpr std::size_t piece = std::size_t{1} << 16;  // bytes that are written at once

std::string_view type_of(Kind kind) {
  switch (kind) {
    case Kind::integer:
      return "integer";
    case Kind::real:
      return "number";
    case Kind::boolean:
      return "boolean";
    case Kind::moment:
      return "datetime";
    default:
      return "string";
  }
}

// Writes the rows of one trace.
class Table {
 public:
  Table(const Header& header, bool truth)
      : header_(header),
        moment_(std::chrono::sys_seconds(std::chrono::seconds(header.start))),
        rows_(trace_columns(truth).size()) {
    for (const Field& f : fields)
      if (truth || !f.truth) keys_.push_back(f.key);
  }

  void add(const Row& row) {
    rows_.text(moment_(Time{Duration{row.time}})).text(header_.places[row.place].name);
    rows_.text(events()[row.event].name);
    for (const Key key : keys_) {
      if (slot_in(row.event, key) < 0)
        rows_.empty();
      else
        add(row, key);
    }
    rows_.end_row();
  }
  CsvRows& rows() { return rows_; }

 private:
  void add(const Row& row, Key key) {
    const Kind kind = field(key).kind;
    if (kind == Kind::vehicle)
      rows_.text(vehicle_name(vehicle(row, key), header_));
    else if (kind == Kind::moment)
      rows_.text(moment_(trace::moment(row, key)));
    else if (!holds(row, key))
      rows_.empty();
    else if (kind == Kind::integer)
      rows_.integer(slot(row, key));
    else if (kind == Kind::real)
      rows_.single(real(row, key));
    else if (kind == Kind::boolean)
      rows_.boolean(slot(row, key) != 0);
    else
      rows_.text(name_in(row, key, header_));
  }

  const Header& header_;
  MomentText moment_;
  CsvRows rows_;
  std::vector<Key> keys_;
};

}  // namespace

std::vector<Column> trace_columns(bool truth) {
  std::vector<Column> columns = {
      {"time", "datetime", "UTC", "When it happened, to the microsecond."},
      {"place", "string", "", "Where: a region, crossing, desk, group, or an operation's staff."},
      {"event", "string", "", "What happened; cordon export --events says what each means."}};
  for (const Field& f : fields)
    if (truth || !f.truth) columns.push_back({f.name, type_of(f.kind), f.unit, f.meaning});
  return columns;
}

std::uint64_t write_trace_csv(Reader& trace, bool truth,
                              const std::function<void(std::string_view)>& write) {
  const bool says_truth = truth && trace.header().truth;
  std::optional<WithoutTruth> without;
  if (!truth && trace.header().truth) without.emplace();
  Table table(trace.header(), says_truth);
  const auto columns = trace_columns(says_truth);
  write(header_row({"", "", columns}));
  std::uint64_t count = 0;
  for (Row row; trace.next(row);) {
    if (without && !without->take_from(row)) continue;
    table.add(row);
    ++count;
    if (table.rows().bytes().size() < piece) continue;
    write(table.rows().bytes());
    table.rows().clear();
  }
  write(table.rows().bytes());
  return count;
}

}  // namespace cordon
