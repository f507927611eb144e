#include "analysis/pages/sensitivity_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/pages/design_charts.hpp"
#include "analysis/pages/page_words.hpp"
#include "analysis/pages/sweep_page.hpp"
#include "analysis/pages/weights.hpp"
#include "analysis/study/simulate_all.hpp"
#include "analysis/sweep/words.hpp"
#include "analysis/text/numbers.hpp"

namespace cordon::pages {
namespace {

constexpr std::size_t most_rows_drawn = 30, most_pairs = 100, answered = 3, labelled = 8;

// One response of an experiment: what matters for it, and how.
class ResponseSection {
 public:
  ResponseSection(const Experiment& experiment, const SweepOutcomes& outcomes,
                  const Sensitivity& found)
      : experiment_(experiment),
        outcomes_(outcomes),
        found_(found),
        method_(experiment.spec().design.method),
        shown_(shown_of(method_)),
        ranked_(ranked_factors(found, shown_.main)) {}

  /// @param is_first  of the page: it says how to read the others, too
  [[nodiscard]] PageSection made(bool is_first) const {
    PageSection section;
    section.heading = name();
    section.brief = name();
    if (!varies(ranked_, shown_.main)) {
      section.words = {"It does not vary between designs."};
      return section;
    }
    section.emphasis = answer();
    if (is_first) section.words = {shown_.meaning, about_chart()};
    if (has_two_marks()) section.key = {shown_.main, shown_.beside.front()};
    section.charts.push_back(bars());
    if (method_ == DesignMethod::morris) section.charts.push_back(spread());
    section.tables.push_back(table());
    if (PageTable pairs = pairs_table(); !pairs.rows.empty())
      section.tables.push_back(std::move(pairs));
    section.notes = reservations_of(found_);
    if (ranked_.size() > most_rows_drawn)
      section.notes.push_back(
          fmt::format("Drawn are the first {} of {} factors.", most_rows_drawn, ranked_.size()));
    return section;
  }

  /// "skill matters most for it (width 3.2 min), then time."
  [[nodiscard]] std::string answer() const {
    if (std::string conclusion = conclusion_of(experiment_, found_, name_of); !conclusion.empty())
      return conclusion;
    if (!varies(ranked_, shown_.main)) return name() + " does not vary between designs.";
    const auto said = [&](std::size_t i) {
      return fmt::format("{} ({} {})", factor(ranked_[i]).name(), shown_.main,
                         main_text(ranked_[i]));
    };
    const bool is_second = ranked_.size() > 1 && varies({ranked_[1]}, shown_.main);
    return fmt::format("For {}, {} matters most{}.", name(), said(0),
                       is_second ? ", then " + said(1) : "");
  }

  /// Along each factor, with where the difference passes zero; of other responses nothing.
  [[nodiscard]] std::optional<PageSection> break_even() const {
    if (!found_.response.is_difference || method_ != DesignMethod::one_at_a_time)
      return std::nullopt;
    PageSection section;
    section.heading = name() + ": along each factor";
    section.words = {
        "A dot is the mean difference at a level, its whisker the interval. Where the line passes "
        "zero the scenarios break even; there the interval lies along the factor."};
    section.key = {"difference", "break-even", "cannot be told from zero"};
    section.small_charts = true;
    for (const RankedFactor& ranked : ranked_)
      if (section.charts.size() < most_rows_drawn) section.charts.push_back(along(ranked.factor));
    return section;
  }

 private:
  [[nodiscard]] const Measured& measured() const {
    return experiment_.measures()[found_.response.measure];
  }
  [[nodiscard]] const Factor& factor(const RankedFactor& ranked) const {
    return experiment_.factors()[ranked.factor];
  }
  [[nodiscard]] std::string label_of(const RankedFactor& ranked) const {
    return factor(ranked).label().empty() ? factor(ranked).name() : factor(ranked).label();
  }

  [[nodiscard]] std::string name() const { return name_of(found_.response, experiment_); }

  // The tables have the measure's own unit, and so have indices.
  [[nodiscard]] text::ShownUnit unit() const {
    return {std::string(shown_.has_unit ? measured().measure->unit : ""), 1};
  }

  [[nodiscard]] static const BootstrapEstimate& index_of(const RankedFactor& ranked,
                                                         const std::string& index) {
    return ranked.indices.at(index);
  }

  [[nodiscard]] PageCell cell(const BootstrapEstimate& e) const {
    const std::string range = interval_text(e, shown_.has_unit, text::typographic);
    return {estimate_text(e, shown_.has_unit, text::typographic),
            range.empty() ? "" : '(' + range + ')'};
  }

  [[nodiscard]] std::string main_text(const RankedFactor& ranked) const {
    return estimate_text(index_of(ranked, shown_.main), shown_.has_unit, text::typographic) +
           with_space(unit());
  }

  // Two indices of one scale, side by side.
  [[nodiscard]] bool has_two_marks() const {
    return method_ != DesignMethod::morris && method_ != DesignMethod::one_at_a_time;
  }

  [[nodiscard]] std::string about_chart() const {
    if (method_ == DesignMethod::one_at_a_time)
      return "A bar goes from the lowest mean along a factor to the highest; the line is the "
             "scenario as it is.";
    return "A bar is the index of a factor, its whisker the interval; the largest comes first.";
  }

  [[nodiscard]] PageChart bars() const {
    RowChart chart;
    chart.axis = shown_.has_unit ? axis_of(measured(), unit()) : "index";
    chart.lines = {method_ == DesignMethod::one_at_a_time ? as_it_is() : 0};
    std::string description = "Factors by " + shown_.main + ": ";
    for (const RankedFactor& ranked : ranked_) {
      if (chart.rows.size() == most_rows_drawn) break;
      chart.rows.push_back({label_of(ranked), marks_of(ranked)});
      description += label_of(ranked) + ' ' + main_text(ranked) + "; ";
    }
    return {"", description, std::move(chart)};
  }

  [[nodiscard]] double as_it_is() const {
    const auto now = std::find_if(found_.indices.begin(), found_.indices.end(),
                                  [](const SensitivityIndex& i) { return i.index == "as_it_is"; });
    return now->value.estimate;
  }

  [[nodiscard]] std::vector<RowMark> marks_of(const RankedFactor& ranked) const {
    if (method_ == DesignMethod::one_at_a_time) {
      const BootstrapEstimate &lowest = index_of(ranked, "lowest"),
                              &highest = index_of(ranked, "highest");
      return {{{highest.estimate},
               lowest.estimate,
               {},
               cell(lowest).text + " to " + cell(highest).text + with_space(unit())}};
    }
    std::vector<RowMark> marks = {mark_of(index_of(ranked, shown_.main), 0)};
    if (has_two_marks()) marks.push_back(mark_of(index_of(ranked, shown_.beside.front()), 1));
    return marks;
  }

  [[nodiscard]] RowMark mark_of(const BootstrapEstimate& e, int kind) const {
    const PageCell said = cell(e);
    return {{e.estimate, e.low, e.high}, 0, {kind, false}, in_words(said, unit())};
  }

  // Effects that are alike everywhere lie low, those that differ from place to place high.
  [[nodiscard]] PageChart spread() const {
    PlaneChart chart;
    chart.x_axis = "mu_star" + (unit().unit.empty() ? "" : ", " + unit().unit);
    chart.y_axis = "sigma" + (unit().unit.empty() ? "" : ", " + unit().unit);
    for (std::size_t i = 0; i < ranked_.size(); ++i) {
      const BootstrapEstimate& mu = index_of(ranked_[i], "mu_star");
      const BootstrapEstimate& sigma = index_of(ranked_[i], "sigma");
      PlanePoint point{{mu.estimate, mu.low, mu.high}, {sigma.estimate}, {}, 0, "", ""};
      point.label = i < labelled ? factor(ranked_[i]).name() : "";
      point.text =
          fmt::format("{}: mu_star {}, sigma {}", label_of(ranked_[i]), main_text(ranked_[i]),
                      estimate_text(sigma, true, text::typographic));
      chart.points.push_back(std::move(point));
    }
    return {"How much a factor's effect differs from place to place",
            "A plane of mu_star and sigma: a factor far to the right matters, one far up matters "
            "more in some places than in others.",
            std::move(chart)};
  }

  [[nodiscard]] PageTable table() const {
    PageTable table;
    table.caption = fmt::format("Factors for {}, by {} of {} {}; intervals of {} each", name(),
                                shown_.main, found_.used, found_.unit, text::percent(confidence));
    table.headings = {{"Factor", false},
                      {shown_.main + (unit().unit.empty() ? "" : ", " + unit().unit)}};
    for (const std::string& index : shown_.beside) table.headings.push_back({spaced(index)});
    for (const RankedFactor& ranked : ranked_) {
      std::vector<PageCell> cells = {{label_of(ranked), factor_note(ranked)},
                                     cell(index_of(ranked, shown_.main))};
      for (const std::string& index : shown_.beside) cells.push_back(cell(index_of(ranked, index)));
      table.rows.push_back(std::move(cells));
    }
    return table;
  }

  [[nodiscard]] std::string factor_note(const RankedFactor& ranked) const {
    const Factor& of = factor(ranked);
    const std::string name = of.label().empty() ? "" : of.name();
    const std::string unit = of.unit() == "1" ? "" : of.unit();
    return name + (name.empty() || unit.empty() ? "" : ", ") + unit;
  }

  static std::string spaced(std::string index) {
    std::replace(index.begin(), index.end(), '_', ' ');
    return index;
  }

  [[nodiscard]] PageTable pairs_table() const {
    PageTable table;
    table.folded = true;
    std::vector<const SensitivityIndex*> pairs;
    for (const SensitivityIndex& i : found_.indices)
      if (i.other >= 0) pairs.push_back(&i);
    std::stable_sort(pairs.begin(), pairs.end(), [](const auto* a, const auto* b) {
      return a->value.estimate > b->value.estimate;
    });
    pairs.resize(std::min(pairs.size(), most_pairs));
    table.caption = "What two factors do together beyond what each does by itself";
    table.headings = {{"Factors", false}, {"second order"}};
    for (const SensitivityIndex* i : pairs) {
      const auto name = [&](int f) {
        return experiment_.factors()[static_cast<std::size_t>(f)].name();
      };
      table.rows.push_back({{name(i->factor) + " and " + name(i->other), ""}, cell(i->value)});
    }
    return table;
  }

  // ---- along one factor -------------------------------------------------------------------------

  [[nodiscard]] PageChart along(std::size_t f) const {
    PageChart chart = chart_along(experiment_, outcomes_, f,
                                  {found_.response.measure, {found_.response.scenario}, true});
    auto& plane = std::get<PlaneChart>(chart.drawing);
    for (const SensitivityIndex& i : found_.indices) {
      if (i.factor != static_cast<int>(f)) continue;
      const std::string unit = with_space({experiment_.factors()[f].unit(), 1});
      if (i.index.starts_with("break_even")) {
        const std::string said = in_words(cell(i.value), {}) + unit;
        plane.points.push_back({{i.value.estimate, i.value.low, i.value.high},
                                {0},
                                {1, true},
                                0,
                                said,
                                "Break-even: " + said});
        chart.description += " It breaks even at " + said + '.';
      }
      if (i.index == "undecided") {
        const std::string said =
            text::range(i.value.low, i.value.high,
                        text::decimals((i.value.high - i.value.low) / 2, 0), text::typographic) +
            unit;
        plane.points.push_back({{(i.value.low + i.value.high) / 2, i.value.low, i.value.high},
                                {0},
                                {2, true},
                                0,
                                "",
                                "Cannot be told from zero: " + said});
        chart.description += " It cannot be told from zero from " + said + '.';
      }
    }
    return chart;
  }

  const Experiment& experiment_;
  const SweepOutcomes& outcomes_;
  const Sensitivity& found_;
  DesignMethod method_;
  ShownIndices shown_;
  std::vector<RankedFactor> ranked_;
};

PageSection discovery_section(const Experiment& experiment, const Discovery& found) {
  PageSection section;
  section.heading = "Where does it happen: " + found.name;
  section.brief = found.name;
  section.emphasis = discovery_text(experiment, found);
  section.words = {
      "A box was chosen for the very designs that it is measured on: try it on others before "
      "leaning on it."};
  if (found.boxes.empty()) return section;
  PageTable table;
  table.caption =
      "The box that is told; p: the chance of as many if a limit had nothing to do with it";
  table.headings = {{"Factor", false}, {"Limit"}, {"p"}};
  const PrimBox& box = found.boxes[found.chosen];
  for (const Restriction& r : box.restrictions) {
    const Factor& factor = experiment.factors()[static_cast<std::size_t>(r.factor)];
    const double end = r.upper ? box.high[r.factor] : box.low[r.factor];
    table.rows.push_back({{factor.name(), ""},
                          {(r.upper ? "at most " : "at least ") + factor.at(end).brief(), ""},
                          {text::p_value(r.quasi_p), ""}});
  }
  if (!table.rows.empty()) section.tables.push_back(std::move(table));
  return section;
}

std::string answer_of(const Experiment& experiment, const SweepResults& found) {
  std::vector<std::string> conclusions, others;
  for (const Sensitivity& s : found.sensitivity) {
    const std::string said = ResponseSection(experiment, found.outcomes, s).answer();
    (conclusion_of(experiment, s).empty() ? others : conclusions).push_back(said);
  }
  // Whether something helps is asked first; what matters for it, second.
  conclusions.insert(conclusions.end(), others.begin(), others.end());
  std::string answer;
  for (std::size_t i = 0; i < std::min(conclusions.size(), answered); ++i)
    answer += (i == 0 ? "" : " ") + conclusions[i];
  return answer;
}

}  // namespace

ResultPage sensitivity_page(const Experiment& experiment, const SweepResults& found,
                            const std::vector<std::string>& commands) {
  ResultPage page = page_of(experiment);
  page.answer = answer_of(experiment, found);
  page.facts = {size_of(experiment, found.outcomes)};
  page.warnings = warnings_of(found.outcomes);
  for (const Sensitivity& s : found.sensitivity) {
    const ResponseSection section(experiment, found.outcomes, s);
    page.sections.push_back(section.made(&s == &found.sensitivity.front()));
    if (auto along = section.break_even()) page.sections.push_back(std::move(*along));
  }
  for (const Discovery& discovery : found.discoveries)
    page.sections.push_back(discovery_section(experiment, discovery));
  if (auto weights = weights_section(page.assumptions, weights_of(experiment, found.sensitivity)))
    page.sections.push_back(std::move(*weights));
  page.sections.push_back(designs_section(experiment, found.outcomes));
  page.method = {
      fmt::format("What matters was told by {}: {}",
                  sensitivity_method(experiment.spec().design.method),
                  shown_of(experiment.spec().design.method).meaning),
      "Replication r of all designs and scenarios meets the same luck.",
      fmt::format("Intervals are of {} by bootstrap, each by itself. They tell how well the "
                  "design's points show an index; what the replications leave unknown of each "
                  "point is noise to them.",
                  text::percent(confidence)),
      what_intervals_are};
  page.commands = commands;
  return page;
}

}  // namespace cordon::pages
