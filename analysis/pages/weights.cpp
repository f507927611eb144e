#include "analysis/pages/weights.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/pages/page_words.hpp"
#include "analysis/sweep/words.hpp"
#include "analysis/text/numbers.hpp"
#include "sim/scenario/format/text.hpp"

namespace cordon::pages {
namespace {

constexpr std::size_t most_responses = 3;

// Whether an operation helps is asked first.
std::vector<const Sensitivity*> told_of(const std::vector<Sensitivity>& found) {
  std::vector<const Sensitivity*> told;
  for (const bool differences : {true, false})
    for (const Sensitivity& s : found)
      if (s.response.is_difference == differences && told.size() < most_responses)
        told.push_back(&s);
  return told;
}

std::string index_words(const BootstrapEstimate& e, bool has_unit) {
  const std::string range = interval_text(e, has_unit, text::typographic);
  return estimate_text(e, has_unit, text::typographic) +
         (range.empty() ? "" : fmt::format(" ({})", range));
}

// The factor that varies a parameter; the one with the largest index where there are several.
const FactorWeight* factor_of(const std::string& path, const FactorWeights& weights) {
  const FactorWeight* found = nullptr;
  for (const FactorWeight& factor : weights.factors) {
    const bool is_it =
        std::any_of(factor.keys.begin(), factor.keys.end(),
                    [&](const std::string& key) { return holds_parameter(key, path); });
    if (is_it && (found == nullptr || factor.size[0] > found->size[0])) found = &factor;
  }
  return found;
}

struct Weighed {
  const AssumedParameter* assumption;
  const FactorWeight* factor;
};

double order_of(const Weighed& weighed) {
  const double size = weighed.factor->size[0];
  return std::isnan(size) ? -1 : size;
}

PageTable table_of(const std::vector<Weighed>& weighed, const FactorWeights& weights) {
  PageTable table;
  table.caption = "Assumptions by their weight: " + weights.index + " of the factor";
  table.headings = {{"Parameter", false}, {"Value", false}};
  for (const std::string& response : weights.responses) table.headings.push_back({response});
  for (const auto& [assumption, factor] : weighed) {
    std::vector<PageCell> cells = {{assumption->path, "factor " + factor->factor},
                                   {assumption->value, ""}};
    for (const std::string& words : factor->words) cells.push_back({words, ""});
    table.rows.push_back(std::move(cells));
  }
  return table;
}

}  // namespace

FactorWeights weights_of(const Experiment& experiment, const std::vector<Sensitivity>& found) {
  const ShownIndices shown = shown_of(experiment.spec().design.method);
  FactorWeights weights{shown.main, shown.meaning, {}, {}};
  for (const Factor& factor : experiment.factors())
    weights.factors.push_back(
        {factor.name(), experiment.spec().factor.at(factor.name()).keys, {}, {}});
  for (const Sensitivity* s : told_of(found)) {
    weights.responses.push_back(name_of(s->response, experiment));
    for (FactorWeight& factor : weights.factors) {
      factor.size.push_back(std::numeric_limits<double>::quiet_NaN());
      factor.words.emplace_back();
    }
    for (const RankedFactor& ranked : ranked_factors(*s, shown.main)) {
      const auto index = ranked.indices.find(shown.main);
      if (index == ranked.indices.end()) continue;
      weights.factors[ranked.factor].size.back() = std::abs(index->second.estimate);
      weights.factors[ranked.factor].words.back() = index_words(index->second, shown.has_unit);
    }
  }
  return weights;
}

bool holds_parameter(const std::string& key, const std::string& path) {
  const auto said = format::split_path(key), asked = format::split_path(path);
  if (!said || !asked || said->size() > asked->size()) return false;
  return std::equal(said->begin(), said->end(), asked->begin(),
                    [](const std::string& a, const std::string& b) { return a == "*" || a == b; });
}

std::optional<PageSection> weights_section(const std::vector<AssumedParameter>& assumptions,
                                           const FactorWeights& weights) {
  if (weights.responses.empty()) return std::nullopt;
  std::vector<Weighed> weighed;
  for (const AssumedParameter& assumption : assumptions)
    if (const FactorWeight* factor = factor_of(assumption.path, weights))
      weighed.push_back({&assumption, factor});
  if (weighed.empty()) return std::nullopt;
  std::stable_sort(weighed.begin(), weighed.end(),
                   [](const Weighed& a, const Weighed& b) { return order_of(a) > order_of(b); });
  PageSection section;
  section.heading = weights_heading;
  section.brief = "Weights";
  const Weighed& first = weighed.front();
  if (order_of(first) > 0)
    section.emphasis = fmt::format(
        "Of the assumptions that were varied, {} matters most for {}: {} {}.",
        first.assumption->path, weights.responses[0], weights.index, first.factor->words[0]);
  section.words = {weights.meaning};
  section.tables.push_back(table_of(weighed, weights));
  if (weighed.size() < assumptions.size())
    section.notes.push_back(fmt::format(
        "{} not varied: what the answer owes to them is not known.",
        text::sentence(text::counted(assumptions.size() - weighed.size(), "other assumption")) +
            (assumptions.size() - weighed.size() == 1 ? " was" : " were")));
  return section;
}

}  // namespace cordon::pages
