#pragma once

// A trace as a table.

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "analysis/results/csv.hpp"
#include "sim/output/trace/reader.hpp"

namespace cordon {

/// The columns of a trace: time, place, event, and every field that an event may have.
/// @param truth  with what no authority sees
[[nodiscard]] std::vector<Column> trace_columns(bool truth);

/// Rewrites a trace as CSV (RFC 4180), row by row.
///
/// @param truth  false: without what no authority sees
/// @param write  takes the bytes, piece by piece
/// @return how many rows there are below the header
/// @throws trace::TraceError  when the trace is cut short or damaged
std::uint64_t write_trace_csv(trace::Reader& trace, bool truth,
                              const std::function<void(std::string_view)>& write);

}  // namespace cordon
