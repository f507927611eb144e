#include "analysis/terminal/comparison_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "analysis/compare/compare.hpp"
#include "analysis/terminal/change_table.hpp"
#include "analysis/terminal/text_table.hpp"
#include "analysis/terminal/time_table.hpp"
#include "analysis/text/displacement_text.hpp"
#include "analysis/text/labels.hpp"
#include "analysis/text/numbers.hpp"

namespace cordon::terminal {
namespace {

/// What is printed of one variant.
class VariantText {
 public:
  VariantText(const Comparison& comparison, int variant, bool colours)
      : comparison_(comparison), variant_(variant), colours_(colours) {}

  [[nodiscard]] std::string all() const {
    std::string text =
        heading() + primary() + waits() + time_change_table(comparison_.times, variant_, colours_);
    for (const Family f : {Family::flow, Family::enforcement, Family::information, Family::effort})
      text += family(f);
    return text + nothing() + crossings("entry") + crossings("exit") + displacement() + gain() +
           wrapped("Unfinished at the end, " + comparison_.unfinished[index() + 1]) + '\n';
  }

 private:
  [[nodiscard]] std::size_t index() const { return static_cast<std::size_t>(variant_); }

  [[nodiscard]] std::vector<ChangeRow> rows(
      const std::function<bool(const Change&)>& wanted,
      const std::function<std::string(const Change&)>& name) const {
    std::vector<ChangeRow> found;
    for (const Change& c : comparison_.changes)
      if (c.variant == variant_ && wanted(c)) found.push_back({name(c), &c});
    return found;
  }
  [[nodiscard]] std::string table(const std::string& title,
                                  const std::vector<ChangeRow>& rows) const {
    const std::string text = change_table(title, rows, colours_);
    return text.empty() ? "" : text + '\n';
  }

  [[nodiscard]] std::string heading() const {
    if (comparison_.variants.size() == 1) return "";
    return toned(comparison_.variants[index()] + ": " + comparison_.variant_titles[index()],
                 Tone::strong, colours_) +
           "\n\n";
  }

  [[nodiscard]] std::string primary() const {
    const auto found =
        rows([](const Change& c) { return c.primary; }, [](const Change& c) { return measure(c); });
    if (found.empty()) return "";
    const std::string note = fmt::format(
        "  Primary measures: all intervals hold together at {} (Bonferroni: {} each).",
        text::percent(comparison_.confidence), text::percent(found.front().change->confidence));
    return change_table("primary", found, colours_) + toned(note, Tone::quiet, colours_) + "\n\n";
  }

  [[nodiscard]] std::string waits() const {
    return table("wait_mean of",
                 rows(is_traffic_wait, [](const Change& c) { return text::traffic_of(c.labels); }));
  }

  [[nodiscard]] std::string family(Family family) const {
    const auto wanted = [&](const Change& c) {
      return !c.primary && c.measure->family == family && is_total(c.labels) && !is_nothing(c);
    };
    return table(std::string(name_of(family)), rows(wanted, measure));
  }

  // Rows of zeros say little, and there are many of them.
  [[nodiscard]] std::string nothing() const {
    std::vector<std::string> names;
    for (const Change& c : comparison_.changes)
      if (c.variant == variant_ && !c.primary && is_total(c.labels) && is_nothing(c))
        names.push_back(measure(c));
    return names.empty() ? "" : wrapped("Zero in both: " + text::list(names) + ".") + '\n';
  }

  [[nodiscard]] std::string crossings(const char* direction) const {
    const auto wanted = [&](const Change& c) {
      return is_crossing_wait(c) && c.labels.direction == direction;
    };
    auto found = rows(wanted, [](const Change& c) { return c.labels.crossing; });
    std::string note;
    if (found.size() > crossings_shown) {
      note =
          fmt::format("The {} of {} crossings whose waits change most; comparison.csv has all.\n",
                      crossings_shown, found.size());
      std::stable_sort(found.begin(), found.end(), [](const ChangeRow& a, const ChangeRow& b) {
        return std::abs(a.change->difference) > std::abs(b.change->difference);
      });
      found.resize(crossings_shown);
    }
    return note + table(fmt::format("wait_mean, lorries, {}", direction), found);
  }

  [[nodiscard]] std::string displacement() const {
    const Change* moved = find_change(comparison_.changes, variant_, "displacement");
    const std::string said = moved ? text::displacement_text(*moved) : "";
    return said.empty() ? "" : wrapped(said);
  }

  [[nodiscard]] std::string gain() const {
    const Change* gain = find_change(comparison_.changes, variant_, "leak_adjusted_gain");
    if (!gain || std::isnan(gain->difference))
      return "Leak-adjusted gain: none can be given; the change in seizures may be zero.\n";
    const int decimals = text::decimals_of_change(gain->difference, gain->low, gain->high);
    return wrapped(fmt::format(
        "Leak-adjusted gain: {} of harm kept from passing for each additional seizure "
        "(95 % interval {}).",
        text::number(gain->difference, decimals), text::range(gain->low, gain->high, decimals)));
  }

  static std::string measure(const Change& c) { return std::string(c.measure->name); }
  static bool is_nothing(const Change& c) {
    return c.baseline == 0 && c.value == 0 && c.low == 0 && c.high == 0;
  }

  const Comparison& comparison_;
  int variant_;
  bool colours_;
};

}  // namespace

std::string comparison_text(const Comparison& comparison, bool colours) {
  std::string text = toned(fmt::format("{}\nagainst {}", text::list(comparison.variant_titles),
                                       comparison.baseline_title),
                           Tone::strong, colours);
  text +=
      fmt::format("\n{} of each under the same luck, seed {}\n\n",
                  text::counted(static_cast<std::size_t>(comparison.replications), "replication"),
                  comparison.seed);
  text += wrapped(comparison.answer) + '\n';
  for (std::size_t v = 0; v < comparison.variants.size(); ++v)
    text += VariantText(comparison, static_cast<int>(v), colours).all();
  text += wrapped(
      "Measures that are not primary explore: higher and lower have p < 0.05 after Holm's "
      "adjustment for their number, and say nothing of better or worse. Unfinished at the end, " +
      comparison.unfinished.front() + " Waits that are unfinished are in no mean.");
  if (!comparison.pairing.empty()) text += wrapped(comparison.pairing);
  text += fmt::format("{} assumed.\n", text::counted(comparison.assumptions.size(), "parameter") +
                                           (comparison.assumptions.size() == 1 ? " is" : " are"));
  for (const std::string& w : comparison.warnings) text += wrapped("Warning: " + w);
  return text;
}

}  // namespace cordon::terminal
