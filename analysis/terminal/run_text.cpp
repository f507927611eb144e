#include "analysis/terminal/run_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>

#include "analysis/statistics/interval.hpp"
#include "analysis/study/simulate_all.hpp"
#include "analysis/terminal/text_table.hpp"
#include "analysis/terminal/time_table.hpp"
#include "analysis/text/labels.hpp"
#include "analysis/text/numbers.hpp"
#include "analysis/text/shown_unit.hpp"

namespace cordon::terminal {
namespace {

using enum TextTable::Align;

/// A mean over replications with its interval, as cells.
struct Shown {
  std::string mean, interval;
  text::ShownUnit unit;
  Interval known;
};

Shown shown(const Runs& runs, std::string_view measure, const Labels& at = {}) {
  const Interval i = mean_interval(runs.values(measure, at), confidence);
  const auto unit = text::shown_unit(*find_measure(measure), i.estimate);
  const int decimals = text::decimals(i.half_width() * unit.factor, i.estimate * unit.factor);
  return {text::number(i.estimate * unit.factor,
                       text::decimals_of_level(i.estimate * unit.factor, decimals)),
          text::range(i.low * unit.factor, i.high * unit.factor, decimals), unit, i};
}

std::string family_table(Family family, const Runs& runs, bool colours) {
  TextTable table({{std::string(name_of(family)), left},
                   {"unit", left},
                   {"mean"},
                   {"95 % interval"},
                   {"", left}});
  for (const Measure& m : measures()) {
    if (m.family != family || runs.values(m.name).empty()) continue;
    const Shown s = shown(runs, m.name);
    const std::string dropped =
        s.known.dropped == 0
            ? ""
            : fmt::format("in {} of {} replications", s.known.used, s.known.used + s.known.dropped);
    table.row({{std::string(m.name), Tone::strong},
               {s.unit.unit, Tone::quiet},
               {s.mean},
               {s.interval},
               {dropped, Tone::quiet}});
  }
  return table.empty() ? "" : table.text(colours) + '\n';
}

std::string waits_table(const std::string& title, const Runs& runs, const std::vector<Labels>& rows,
                        const std::function<std::string(const Labels&)>& name, bool colours) {
  TextTable table({{title, left},
                   {"arrivals"},
                   {"wait_mean"},
                   {"", left},
                   {"95 % interval"},
                   {"wait_p95"},
                   {"", left},
                   {"queue_mean"}});
  for (const Labels& at : rows) {
    const Shown wait = shown(runs, "wait_mean", at), longest = shown(runs, "wait_p95", at);
    table.row({{name(at), Tone::strong},
               {shown(runs, "arrivals", at).mean},
               {wait.mean},
               {wait.unit.unit, Tone::quiet},
               {wait.interval},
               {longest.mean},
               {longest.unit.unit, Tone::quiet},
               {shown(runs, "queue_mean", at).mean}});
  }
  return table.empty() ? "" : table.text(colours) + '\n';
}

std::vector<Labels> with_waits(const Runs& runs, const std::function<bool(const Labels&)>& wanted) {
  std::vector<Labels> found;
  for (const auto& [measure, at] : runs.keys())
    if (measure->name == "wait_mean" && wanted(at)) found.push_back(at);
  return found;
}

std::string crossings_table(const char* direction, const Runs& runs, bool colours) {
  auto rows = with_waits(runs, [&](const Labels& at) {
    return at.crossing != "all" && at.direction == direction && at.vehicle_class == "lorry";
  });
  std::string note;
  if (rows.size() > crossings_shown) {
    note = fmt::format("The {} of {} crossings with the longest queues; measures.csv has all.\n",
                       crossings_shown, rows.size());
    std::map<std::string, double> queue;
    for (const Labels& at : rows)
      queue[at.crossing] = mean_interval(runs.values("queue_mean", at), confidence).estimate;
    std::stable_sort(rows.begin(), rows.end(), [&](const Labels& a, const Labels& b) {
      return queue[a.crossing] > queue[b.crossing];
    });
    rows.resize(crossings_shown);
  }
  return note + waits_table(
                    fmt::format("lorries, {}", direction), runs, rows,
                    [](const Labels& at) { return at.crossing; }, colours);
}

}  // namespace

std::string run_text(const Runs& runs, const std::vector<TimeUse>& times, bool colours) {
  std::string text =
      waits_table("traffic", runs, with_waits(runs, is_traffic_total), text::traffic_of, colours);
  text += time_table(times, colours);
  for (const Family f : {Family::flow, Family::enforcement, Family::information, Family::effort})
    text += family_table(f, runs, colours);
  return text + crossings_table("entry", runs, colours) + crossings_table("exit", runs, colours);
}

}  // namespace cordon::terminal
