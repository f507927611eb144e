#include <algorithm>
#include <map>

#include "sim/engine/elementary.hpp"
#include "sim/model/make_setup.hpp"

namespace cordon {
namespace {

using scoring::Category;
using scoring::trait;

void add_fields(Setup& setup) {
  for (const auto& [name, spec] : setup.scenario.declaration)
    setup.fields.push_back({*scoring::category_of(name), spec, elementary::log(spec.values + 1.0)});
}

// Each by itself; for an engine that weighs them, each two together as well.
void add_traits(Setup& setup) {
  std::vector<Category> said = {Category::importer};
  for (const FieldSetup& field : setup.fields) said.push_back(field.category);
  for (const Category c : said) setup.traits.push_back({trait(c)});
  if (setup.scenario.selection.engine != RiskEngine::logistic) return;
  for (std::size_t a = 0; a < said.size(); ++a)
    for (std::size_t b = 0; b < a; ++b) setup.traits.push_back({trait(said[b]), trait(said[a])});
}

// One engine for each post or country; the lessons of another count as far as they are pooled.
void add_judges(Setup& setup) {
  const SelectionSpec& policy = setup.scenario.selection;
  if (!learns(policy.engine)) return;
  std::map<std::string, JudgeIndex> judge_of;
  const auto authority = [&](const CrossingSetup& c) {
    return policy.learning == Learning::post ? c.name : c.country;
  };
  for (CrossingSetup& crossing : setup.crossings)
    crossing.judged_by =
        judge_of.emplace(authority(crossing), nth<JudgeIndex>(judge_of.size())).first->second;
  const double others = policy.learning == Learning::pooled ? policy.harmonisation : 0;
  setup.judges.resize(judge_of.size());
  for (std::size_t j = 0; j < setup.judges.size(); ++j)
    for (const CrossingSetup& crossing : setup.crossings)
      setup.judges[j].weight.push_back(crossing.judged_by.value == j ? 1 : others);
}

// What forms look at comes first, whether there are any or not.
void add_signs(Setup& setup) {
  const Scenario& s = setup.scenario;
  const bool forms = s.risk_information.reach != FormReach::nobody ||
                     std::any_of(s.exchange.begin(), s.exchange.end(),
                                 [](const auto& e) { return e.second.tells_papers(); });
  if (!forms && s.criterion.empty()) return;
  std::vector<Category> looked_at;
  if (forms)
    for (const std::string& field : s.risk_information.looks_at)
      looked_at.push_back(*scoring::category_of(field));
  setup.signs.emplace_back(looked_at);
  for (const auto& [name, spec] : s.criterion) {
    CriterionSetup criterion;
    criterion.sign = static_cast<std::uint16_t>(setup.signs.size());
    criterion.field = static_cast<std::size_t>(
        std::distance(s.declaration.begin(), s.declaration.find(spec.field)));
    criterion.commodity = index_in<CommodityIndex>(s.commodity, spec.commodity);
    for (const std::string& post : spec.crossings)
      criterion.posts.push_back(index_in<CrossingIndex>(s.crossing, post));
    criterion.group = index_in<GroupIndex>(s.group, spec.group);
    criterion.weight = spec.weight;
    criterion.from = start_of_run + spec.from;
    criterion.until = spec.until ? start_of_run + *spec.until : never;
    setup.signs.push_back({trait(setup.fields[criterion.field].category)});
    setup.criteria.push_back(std::move(criterion));
  }
  for (FieldSetup& field : setup.fields)
    field.in_a_sign = std::any_of(setup.signs.begin(), setup.signs.end(), [&](const auto& sign) {
      const auto traits = sign.traits();
      return std::find(traits.begin(), traits.end(), trait(field.category)) != traits.end();
    });
}

void add_advance(Setup& setup) {
  for (std::size_t c = 0; c < vehicle_classes; ++c) {
    const auto spec =
        setup.scenario.advance.find(std::string(name_of(static_cast<VehicleClass>(c))));
    if (spec != setup.scenario.advance.end()) setup.advance[c] = spec->second;
  }
}

}  // namespace

void add_risk(Setup& setup) {
  add_fields(setup);
  add_traits(setup);
  add_judges(setup);
  add_signs(setup);
  setup.audit =
      index_in<TechniqueIndex>(setup.scenario.technique, setup.scenario.after_clearance.technique);
  add_advance(setup);
}

}  // namespace cordon
