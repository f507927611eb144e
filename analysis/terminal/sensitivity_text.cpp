#include "analysis/terminal/sensitivity_text.hpp"

#include <fmt/format.h>

#include "analysis/sweep/words.hpp"
#include "analysis/terminal/text_table.hpp"
#include "analysis/text/numbers.hpp"

namespace cordon::terminal {
namespace {

using enum TextTable::Align;

std::string table_of(const Experiment& experiment, const Sensitivity& found, bool colours) {
  const ShownIndices shown = shown_of(experiment.spec().design.method);
  const auto ranked = ranked_factors(found, shown.main);
  const std::string name = response_name(experiment, found.response);
  if (!varies(ranked, shown.main))
    return fmt::format("  {}: does not vary between designs.\n", name);
  std::vector<TextTable::Heading> headings = {{name, left}, {shown.main}, {"95 % interval"}};
  for (const std::string& index : shown.beside) headings.push_back({index});
  TextTable table(headings);
  for (const auto& [factor, indices] : ranked) {
    const BootstrapEstimate& main = indices.at(shown.main);
    std::vector<Cell> cells = {{experiment.factors()[factor].name(), Tone::strong},
                               {estimate_text(main, shown.has_unit)},
                               {interval_text(main, shown.has_unit)}};
    for (const std::string& index : shown.beside)
      cells.push_back({estimate_text(indices.at(index), shown.has_unit)});
    table.row(std::move(cells));
  }
  std::string text = table.text(colours);
  for (const std::string& sentence : reservations_of(found)) text += "  " + sentence + '\n';
  return text;
}

}  // namespace

std::string sensitivity_text(const Experiment& experiment, const SweepResults& found,
                             bool colours) {
  const std::string title =
      experiment.spec().title.empty() ? experiment.name() : experiment.spec().title;
  std::string text = toned(title, Tone::strong, colours) + '\n' +
                     fmt::format("What matters, by {} of {}.\n",
                                 sensitivity_method(experiment.spec().design.method),
                                 text::counted(experiment.designs(), "design"));
  for (const Sensitivity& s : found.sensitivity) text += '\n' + table_of(experiment, s, colours);
  text += '\n' + wrapped(shown_of(experiment.spec().design.method).meaning);
  for (const Sensitivity& s : found.sensitivity)
    if (const std::string conclusion = conclusion_of(experiment, s); !conclusion.empty())
      text += '\n' + wrapped(conclusion);
  for (const Discovery& d : found.discoveries)
    text += '\n' + wrapped(discovery_text(experiment, d));
  return text;
}

}  // namespace cordon::terminal
