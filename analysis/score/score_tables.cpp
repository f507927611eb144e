#include "analysis/score/score_tables.hpp"

#include <fmt/format.h>

namespace cordon::score {
namespace {

constexpr std::size_t reasons_told = 3;
constexpr double least_told = 0.05;  // of log odds

constexpr Column engine{"engine", "string", "", "Engine that scored."};

constexpr std::array score_columns = {
    engine,
    Column{"share", "number", "", "Share of the declarations that is selected, the riskiest."},
    Column{"precision", "number", "", "Of the selected: those that are illicit."},
    Column{"recall", "number", "", "Of all that are illicit: those selected; empty: none is."},
    Column{"revenue", "number", "",
           "Of the duty (value x rate) on all that are illicit: that on those selected; empty: "
           "there is none."}};

constexpr std::array selected_columns = {
    engine,
    Column{"rank", "integer", "", "1 is the riskiest."},
    Column{"declaration", "string", "", "Its identifier; empty where the table has none."},
    Column{"score", "number", "", "The engine's score: log odds as far as it knows them."},
    Column{"illicit", "boolean", "", "What the inspection found."},
    Column{"reason_1", "string", "", "What speaks most for it, with its part of the score."},
    Column{"reason_2", "string", "", "What speaks for it after that."},
    Column{"reason_3", "string", "", "And after that."}};

std::string said(const scoring::Trait& trait, const Inspected& row) {
  using Kind = scoring::Trait::Kind;
  if (trait.kind == Kind::category)
    return fmt::format("{} {}", trait.name(), row.words[static_cast<std::size_t>(trait.category)]);
  if (trait.kind == Kind::exact)
    return fmt::format("{} {}", trait.name(), number_text(row.declared.of(trait.quantity)));
  return std::string(trait.name());
}

std::string reason(const scoring::Evidence& evidence, const Inspected& row) {
  std::string what;
  for (const scoring::Trait& trait : evidence.cross->traits())
    what += (what.empty() ? "" : ", ") + said(trait, row);
  return fmt::format("{}: {:+.2f}", what, evidence.log_odds);
}

}  // namespace

const TableShape score_table{"score.csv", "How much of what is illicit each engine selects.",
                             score_columns};
const TableShape selected_table{"selected.csv", "Which declarations each engine selects, and why.",
                                selected_columns};

std::vector<std::string> reasons(const scoring::Engine& engine, const Inspected& row,
                                 std::size_t most) {
  std::vector<std::string> told;
  for (const scoring::Evidence& evidence : engine.evidence(row.declared)) {
    if (told.size() == most || evidence.log_odds < least_told) break;
    told.push_back(reason(evidence, row));
  }
  return told;
}

std::string write_score(const std::filesystem::path& folder, const std::vector<Judgement>& all) {
  CsvTable csv(folder, score_table);
  for (const Judgement& j : all)
    for (const Precision& p : j.by_share) {
      csv.text(j.engine).number(p.share).number(p.precision).number(p.recall).number(p.revenue);
      csv.end_row();
    }
  return csv.close();
}

std::string write_selected(const std::filesystem::path& folder, const std::vector<Judgement>& all,
                           const Declarations& table) {
  CsvTable csv(folder, selected_table);
  for (const Judgement& j : all)
    for (std::size_t n = 0; n < j.by_share.back().selected; ++n) {
      const std::size_t at = j.ranking.rows[n];
      const Inspected& row = table.rows[at];
      csv.text(j.engine).integer(n + 1).text(row.id).number(j.ranking.scores[at]);
      csv.text(row.illicit ? "true" : "false");
      auto why = reasons(*j.learnt, row, reasons_told);
      why.resize(reasons_told);
      for (const std::string& text : why) csv.text(text);
      csv.end_row();
    }
  return csv.close();
}

}  // namespace cordon::score
