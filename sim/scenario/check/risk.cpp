// Declarations, and the engines that read them.

#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/category.hpp"
#include "sim/scenario/check/check.hpp"

namespace cordon {
namespace {

constexpr std::size_t most_fields = 8;

void check_fields(const Scenario& s, Problems& problems) {
  if (s.declaration.size() > most_fields)
    problems.at("declaration", fmt::format("has {} fields; expected at most {}",
                                           s.declaration.size(), most_fields));
  for (const auto& [name, field] : s.declaration) {
    const auto category = scoring::category_of(name);
    if (!category)
      problems.at(path_of({"declaration", name}),
                  "is not a field of a declaration; expected one such as goods, "
                  "country_of_origin, country_of_departure, declarant or seller");
    else if (category == scoring::Category::importer)
      problems.at(path_of({"declaration", name}),
                  "is the operator, who is always told; expected another field");
    if (field.typical > field.values)
      problems.at(path_of({"declaration", name, "typical"}),
                  fmt::format("is {}, more than `values`; expected at most {}", field.typical,
                              field.values));
  }
}

void check_engine(const Scenario& s, Problems& problems) {
  if (learns(s.selection.engine) && s.declaration.empty() && s.trader.operators == 0)
    problems.at(path_of({"selection", "engine"}),
                "learns from declarations, and nobody lodges one that says anything; expected "
                "fields in `declaration`, or `trader.operators` above 0");
  if (learns(s.selection.engine) && s.selection.orange + s.selection.red + s.selection.yellow <= 0)
    problems.at(path_of({"selection", "engine"}),
                "learns from inspections, and nobody is selected for one; expected a share of "
                "yellow, orange or red above 0");
}

bool sends(const GroupSpec& group, const std::string& commodity) {
  const auto& others = group.other_commodities;
  return group.commodity == commodity ||
         std::find(others.begin(), others.end(), commodity) != others.end();
}

void check_risk_information(const Scenario& s, Problems& problems) {
  const RiskInformationSpec& forms = s.risk_information;
  const auto path = [](std::string_view key) { return path_of({"risk_information", key}); };
  const bool by_chance = s.selection.engine == RiskEngine::random;
  if (forms.reach != FormReach::nobody && by_chance)
    problems.at(path("reach"),
                "tells posts what to look for, and the engine selects by chance alone; expected "
                "another engine");
  for (const auto& [name, criterion] : s.criterion) {
    const auto of = [&](std::string_view key) { return path_of({"criterion", name, key}); };
    if (by_chance)
      problems.at(of("field"),
                  "is looked at by nobody, as the engine selects by chance alone; "
                  "expected another engine");
    if (criterion.until && *criterion.until <= criterion.from)
      problems.at(of("until"), "is not after `from`; expected later");
    if (!criterion.group.empty() && !sends(s.group.at(criterion.group), criterion.commodity))
      problems.at(of("group"), fmt::format("'{}' never sends '{}'; expected a group that does",
                                           criterion.group, criterion.commodity));
    if (criterion.from >= s.length)
      problems.at(of("from"), "lies beyond the end of the run; expected less than `length`");
  }
  const bool told = std::any_of(s.exchange.begin(), s.exchange.end(),
                                [](const auto& e) { return e.second.tells_papers(); });
  if (forms.reach == FormReach::nobody && !told) return;
  if (forms.looks_at.size() > scoring::most_together)
    problems.at(path("looks_at"), fmt::format("are {} fields; expected at most {}",
                                              forms.looks_at.size(), scoring::most_together));
  for (const std::string& field : forms.looks_at) {
    const bool there = field == "importer" ? s.trader.operators > 0 : s.declaration.contains(field);
    if (!there)
      problems.at(path("looks_at"),
                  fmt::format("has '{}', which no declaration says; expected importer, or a name "
                              "of `declaration`",
                              field));
  }
}

void check_target(const std::string& name, const OperationSpec& operation, Problems& problems) {
  const TargetSpec& target = *operation.target;
  if (target.field.empty() != target.commodity.empty())
    problems.at(
        path_of({"operation", name, "target", target.field.empty() ? "field" : "commodity"}),
        "is missing; expected `field` and `commodity`, or neither");
}

void check_reviews(const Scenario& s, Problems& problems) {
  for (const auto& [name, operation] : s.operation) {
    const auto path = [&](std::string_view key) { return path_of({"operation", name, key}); };
    if (operation.target) check_target(name, operation, problems);
    if (operation.review_after >= operation.length)
      problems.at(path("review_after"), "is not before the end; expected less than `length`");
    if (operation.review_hit_rate > 0 && operation.review_after == Duration::zero())
      problems.at(path("review_hit_rate"), "is given without a review; expected `review_after`");
  }
}

void check_after_clearance(const Scenario& s, Problems& problems) {
  if (!s.after_clearance.technique.empty() && s.selection.blue <= 0)
    problems.at(path_of({"after_clearance", "technique"}),
                "has nothing to look at, as nothing goes by the blue lane; expected a share of "
                "blue above 0");
}

void check_advance(const Scenario& s, Problems& problems) {
  for (const auto& [name, advance] : s.advance) {
    const auto path = [&](std::string_view key) { return path_of({"advance", name, key}); };
    if (!is_class(name) || name == "car" || name == "bus")
      problems.at(path_of({"advance", name}),
                  "is not a class that carries goods; expected lorry, container, wagon, air_cargo "
                  "or parcel");
    if (!advance.before_loading && advance.voyage > Duration::zero())
      problems.at(path("voyage"), "is given without before_loading; expected both or neither");
  }
  if (!s.advance.empty())
    check_channel(s, s.targeting.channel, path_of({"targeting", "channel"}), problems);
  if (s.targeting.control + s.targeting.ask > 1)
    problems.at(path_of({"targeting", "ask"}),
                "and `control` are more than all; expected at most 1 together");
}

// Where somebody can be bribed is no business of a scenario of real posts.
void check_insiders(const Scenario& s, Problems& problems) {
  for (const auto& [name, group] : s.group)
    if (s.real_map && !group.insiders.empty())
      problems.at(path_of({"group", name, "insiders"}),
                  "names posts of a real map; expected none, or real_map = false");
}

}  // namespace

void check_risk(const Scenario& s, Problems& problems) {
  check_fields(s, problems);
  check_engine(s, problems);
  check_advance(s, problems);
  check_risk_information(s, problems);
  check_reviews(s, problems);
  check_after_clearance(s, problems);
  check_insiders(s, problems);
}

}  // namespace cordon
