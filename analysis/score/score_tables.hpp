#pragma once

// The tables of a judgement of scoring engines.

#include <string>
#include <vector>

#include "analysis/results/csv.hpp"
#include "analysis/score/judge.hpp"

namespace cordon::score {

extern const TableShape score_table, selected_table;

/// One engine, and how it did.
struct Judgement {
  std::string engine;
  std::unique_ptr<scoring::Engine> learnt;
  Ranking ranking;
  std::vector<Precision> by_share;  ///< ascending
};

/// What speaks most for a declaration to be illicit: "goods 392690, importer X: +1.3", the
/// strongest first, no more than so many, and nothing that speaks against it.
[[nodiscard]] std::vector<std::string> reasons(const scoring::Engine& engine, const Inspected& row,
                                               std::size_t most);

/// Rows by engine and share.
/// @return SHA-256 of the file
std::string write_score(const std::filesystem::path& folder, const std::vector<Judgement>& all);
/// The declarations that the greatest share selects, by engine and rank, with the reasons.
std::string write_selected(const std::filesystem::path& folder, const std::vector<Judgement>& all,
                           const Declarations& table);

}  // namespace cordon::score
