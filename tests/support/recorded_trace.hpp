#pragma once

// A run of the busy border with its trace, in memory and in a file.

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "sim/output/trace/reader.hpp"
#include "sim/output/trace/tracer.hpp"
#include "sim/run/together.hpp"
#include "tests/support/busy_border.hpp"
#include "tests/support/observe.hpp"

namespace cordon::testing {

inline Scenario busy_border_with_operation(Duration length = 24h * 14) {
  Scenario s = busy_border(length);
  s.operation["action"] = joint_operation();
  return s;
}

struct ReadTrace {
  trace::Header header;
  std::vector<trace::Row> rows;
};

/// The bytes of the trace of one run.
[[nodiscard]] std::string trace_of(const std::shared_ptr<const Setup>& setup, bool truth,
                                   int threads);
/// @param more  observers that listen too
template <class Observer, class... More>
std::string trace_of(const std::shared_ptr<const Setup>& setup, bool truth, int threads,
                     Observer& observer, More&... more) {
  std::string bytes;
  trace::Writer writer(
      trace::header_of({"0", "busy", setup->scenario.title, "hash", 3, 1}, *setup, truth),
      [&](std::string_view piece) { bytes += piece; });
  trace::Tracer tracer(*setup, writer);
  World world = build_world(setup, 3, 1);
  Together together(tracer, observer, more...);
  observe(world, together, threads);
  return bytes;
}

/// The rows of one run.
[[nodiscard]] ReadTrace rows_of(const std::shared_ptr<const Setup>& setup, bool truth);
template <class Observer, class... More>
ReadTrace rows_of(const std::shared_ptr<const Setup>& setup, bool truth, Observer& observer,
                  More&... more) {
  ReadTrace all{
      trace::header_of({"0", "world", setup->scenario.title, "hash", 3, 1}, *setup, truth), {}};
  trace::Tracer tracer(*setup, truth, [&](std::span<const trace::Row> rows) {
    all.rows.insert(all.rows.end(), rows.begin(), rows.end());
  });
  World world = build_world(setup, 3, 1);
  Together together(tracer, observer, more...);
  observe(world, together, 1);
  return all;
}

/// A file of one test, gone after it.
class TraceFile {
 public:
  explicit TraceFile(const std::string& bytes) {
    std::string name = (std::filesystem::temp_directory_path() / "cordon_trace_XXXXXX").string();
    close(mkstemp(name.data()));
    path_ = name;
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  ~TraceFile() { std::filesystem::remove(path_); }
  TraceFile(const TraceFile&) = delete;
  TraceFile& operator=(const TraceFile&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

inline ReadTrace read_trace(const std::string& bytes) {
  const TraceFile file(bytes);
  trace::Reader reader(file.path());
  ReadTrace all{reader.header(), {}};
  for (trace::Row row; reader.next(row);) all.rows.push_back(row);
  return all;
}

}  // namespace cordon::testing
