#include "analysis/text/after_action.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/report/section.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/text/numbers.hpp"

namespace cordon {
namespace {

using kainjow::mustache::data;

bool is_without_injects(const Comparison& comparison) {
  return std::none_of(comparison.injects.begin(), comparison.injects.end(),
                      [](const InjectReview& review) { return review.scenario == 0; });
}

std::string words_of(const ViewCommand& view) {
  if (std::isnan(view.at_ms))
    return fmt::format("In the replication that was traced, {} runs to the same end:",
                       view.variant);
  return fmt::format("See where {} parts from the baseline, side by side, on {}:", view.variant,
                     text::date(view.at_ms));
}

}  // namespace

void add_after_action(const Comparison& comparison, PageText& page, nlohmann::json& charts) {
  std::vector<std::string> names{comparison.baseline};
  names.insert(names.end(), comparison.variants.begin(), comparison.variants.end());
  const auto sections =
      after_action_of(comparison.injects, comparison.bookmarks, names,
                      is_without_injects(comparison) ? comparison.changes : std::vector<Change>{});
  page["has_after_action"] = data(!sections.empty());
  data all{data::type::list};
  for (std::size_t s = 0; s < sections.size(); ++s)
    all << section_text(sections[s], s == 0 ? "after-action" : fmt::format("after-action-{}", s),
                        charts);
  page["after_action"] = std::move(all);
}

void add_views(const Comparison& comparison, PageText& page) {
  data views{data::type::list};
  for (const ViewCommand& view : comparison.views) {
    data one;
    one["words"] = words_of(view);
    one["command"] = view.command;
    views << one;
  }
  page["has_views"] = data(!comparison.views.empty());
  page["views"] = std::move(views);
}

}  // namespace cordon
