#pragma once

// Reads a trace again, row by row, and notices what is cut, altered or none.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stdexcept>

#include "sim/output/trace/header.hpp"
#include "sim/output/trace/row.hpp"

namespace cordon::trace {

/// The file is no whole trace; `what()` is one line that names it and says why.
struct TraceError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

class Reader {
 public:
  /// @throws TraceError  as does `next`
  explicit Reader(std::filesystem::path file);
  ~Reader();

  [[nodiscard]] const Header& header() const { return header_; }
  /// The next row, in the order of (time, place, number). Its event is known, it happens where such
  /// an event may, and the names that it mentions are in the header's lists.
  /// @return false when all have been read
  [[nodiscard]] bool next(Row& row);

 private:
  struct State;
  [[noreturn]] void fail(const std::string& why) const;
  bool fill();
  void read_header();
  void check(const Row& row) const;

  std::filesystem::path path_;
  std::unique_ptr<State> state_;
  Header header_;
  std::uint64_t rows_ = 0;
  std::int64_t now_ = 0;
};

}  // namespace cordon::trace
