#include "analysis/terminal/time_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/terminal/text_table.hpp"
#include "analysis/text/labels.hpp"
#include "analysis/text/time_words.hpp"

namespace cordon::terminal {
namespace {

using enum TextTable::Align;
using Places = std::vector<const TimeUse*>;

constexpr std::size_t places_shown = 5, changes_shown = 2;
constexpr double told_of = 0.01;  // of all lost time

std::string hours_text(double hours) {
  return text::number(hours, hours < 10 ? 1 : hours < 10000 ? 0 : -2);
}

template <class Weight>
Places ordered_by(const std::vector<TimeUse>& times, const Weight& weight) {
  Places places;
  for (const TimeUse& use : times)
    if (is_place_of_loss(use) && weight(use) > 0) places.push_back(&use);
  std::stable_sort(places.begin(), places.end(),
                   [&](const TimeUse* a, const TimeUse* b) { return weight(*a) > weight(*b); });
  return places;
}

Places largest(const std::vector<TimeUse>& times, std::size_t variant) {
  const auto most = [&](const TimeUse& use) {
    return std::max(use.in.front().hours, use.in[variant].hours);
  };
  Places places = ordered_by(times, most);
  const auto all = hours_lost(times);
  std::erase_if(places, [&](const TimeUse* use) {
    return most(*use) < told_of * std::max(all.front(), all[variant]);
  });
  return places;
}

/// Those whose change is not chance, the greatest first.
Places most_changed(const std::vector<TimeUse>& times, std::size_t variant) {
  Places places = ordered_by(times, [&](const TimeUse& use) {
    return std::abs(use.in[variant].hours - use.in.front().hours);
  });
  std::erase_if(places, [&](const TimeUse* use) { return !is_clear(use->changes[variant - 1]); });
  return places;
}

/// The largest, with room for those that change most.
Places told(const std::vector<TimeUse>& times, std::size_t variant) {
  Places places = largest(times, variant);
  Places changed = most_changed(times, variant);
  changed.resize(std::min(changed.size(), changes_shown));
  places.resize(std::min(places.size(), places_shown));
  std::erase_if(changed, [&](const TimeUse* use) {
    return std::find(places.begin(), places.end(), use) != places.end();
  });
  places.resize(std::min(places.size(), places_shown - changed.size()));
  places.insert(places.end(), changed.begin(), changed.end());
  return places;
}

std::vector<Cell> where(const TimeUse& use) {
  Labels of;
  of.direction = use.direction, of.vehicle_class = use.vehicle_class;
  return {{use.crossing, Tone::strong}, {text::traffic_of(of)}, {text::loss_of(use)}};
}

std::string note(const std::string& hours, const char* more) {
  return wrapped("Lost is all time but that in service: " + hours +
                     ". The last columns are for each vehicle of this traffic at this crossing" +
                     more + '.',
                 line_width, 2);
}

std::string change_text(const Change& change) {
  if (is_slight(change)) return "about 0";
  const auto said = text::change_of_minutes(change);
  if (said.change.empty()) return "";
  const std::string text = said.change + ' ' + said.unit;
  return is_clear(change) || change.difference == 0 ? text : '(' + text + ')';
}

}  // namespace

std::string time_table(const std::vector<TimeUse>& times, bool colours) {
  TextTable table({{"time lost at", left},
                   {"", left},
                   {"", left},
                   {"vehicle hours"},
                   {"share"},
                   {"per vehicle"},
                   {"", left}});
  const auto all = hours_lost(times);
  Places places = times.empty() ? Places{} : largest(times, 0);
  places.resize(std::min(places.size(), places_shown));
  for (const TimeUse* use : places) {
    const TimeIn& in = use->in.front();
    const auto unit = text::unit_of_minutes(in.minutes);
    auto cells = where(*use);
    cells.push_back({hours_text(in.hours)});
    cells.push_back({text::share(in.hours, all.front())});
    cells.push_back({text::level_of_minutes(in.minutes, in.half_width, unit.factor)});
    cells.push_back({unit.unit, Tone::quiet});
    table.row(std::move(cells));
  }
  if (table.empty()) return "";
  return table.text(colours) + note(hours_text(all.front()) + " vehicle hours in all", "") + '\n';
}

std::string time_change_table(const std::vector<TimeUse>& times, int variant, bool colours) {
  if (times.empty()) return "";
  const auto v = static_cast<std::size_t>(variant) + 1;
  TextTable table({{"time lost at", left},
                   {"", left},
                   {"", left},
                   {"share"},
                   {"per vehicle", left},
                   {"baseline"},
                   {"variant"},
                   {"change"}});
  const auto all = hours_lost(times);
  for (const TimeUse* use : told(times, v)) {
    const TimeIn &before = use->in.front(), &after = use->in[v];
    const auto unit = text::unit_of_minutes(std::max(before.minutes, after.minutes));
    auto cells = where(*use);
    cells.push_back({text::share(before.hours, all.front())});
    cells.push_back({unit.unit, Tone::quiet});
    for (const TimeIn& in : {before, after})
      cells.push_back({text::level_of_minutes(in.minutes, in.half_width, unit.factor)});
    const Change& change = use->changes[v - 1];
    cells.push_back({change_text(change), is_clear(change) ? Tone::strong : Tone::quiet});
    table.row(std::move(cells));
  }
  if (table.empty()) return "";
  return table.text(colours) +
         note(fmt::format("{} vehicle hours in the baseline, {} in the variant",
                          hours_text(all.front()), hours_text(all[v])),
              "; a change in brackets may be chance") +
         '\n';
}

}  // namespace cordon::terminal
