#pragma once

// A trace as bytes: a header line and rows of fixed length, in one frame of zstd with a checksum.

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "sim/output/trace/header.hpp"
#include "sim/output/trace/row.hpp"

namespace cordon::trace {

/// Takes the compressed bytes, piece by piece.
using Sink = std::function<void(std::string_view)>;
/// Takes the rows themselves, up to a border of time, in the order of a trace.
using RowSink = std::function<void(std::span<const Row>)>;

class Writer {
 public:
  /// @param sink  none: the trace is kept nowhere
  /// @param rows  sees them as well
  Writer(const Header& header, Sink sink, RowSink rows = {});
  ~Writer();
  Writer(Writer&&) noexcept;

  /// Whether its header says that the rows tell what vehicles hide.
  [[nodiscard]] bool says_truth() const;
  void write(std::span<const Row> rows);
  /// Without this the trace counts as cut short. Nothing may be written after it.
  void close();

 private:
  struct State;
  void compress(std::string_view bytes, bool last);
  std::unique_ptr<State> state_;
};

}  // namespace cordon::trace
