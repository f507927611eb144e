#pragma once

// CSV files that hold what could stand in the scenario file: named tables, and plain rows.

#include <functional>
#include <optional>

#include "sim/scenario/format/csv.hpp"
#include "sim/scenario/format/reader.hpp"

namespace cordon::format {

/// Reads the file that `csv = "..."` among named tables names, and puts its rows under what the
/// scenario file says itself of the entries.
///
/// @return whether all is well with the file
bool read_csv_into(Node& tables, const Section& section, Reader& reader);

/// Hands every row of a CSV file on as a table.
///
/// @param reference  the text that names the file
void read_csv_rows(const Node& reference, const Section& section,
                   const std::function<void(Node&)>& read_row, Reader& reader);

/// Opens the CSV file that a text names, and gives the text the name of the file's copy.
[[nodiscard]] std::optional<CsvTable> open_csv(const Node& reference, Reader& reader);

/// The name of the file that names another, for Files::open: "" for an override.
[[nodiscard]] std::string naming_file(const FilePosition& position);

}  // namespace cordon::format
