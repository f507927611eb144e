#include "analysis/report/kind_times.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "analysis/text/labels.hpp"
#include "analysis/text/numbers.hpp"
#include "analysis/text/time_words.hpp"

namespace cordon {
namespace {

constexpr double least_minutes = 1;

bool is_of(const TimeUse& use, const KindTimes& kind) {
  return use.direction == kind.lost->direction && use.vehicle_class == kind.lost->vehicle_class;
}

/// What costs most in one scenario, over all crossings, and where it costs most.
struct Bottleneck {
  std::string loss, crossing;
  double hours = 0, hours_there = 0;
};

Bottleneck worst_of(const Uses& places, std::size_t scenario) {
  std::map<std::string, Bottleneck> losses;
  for (const TimeUse* place : places) {
    Bottleneck& b = losses[text::loss_of(*place)];
    const double hours = place->in[scenario].hours;
    b.loss = text::loss_of(*place);
    b.hours += hours;
    if (hours > b.hours_there) b.hours_there = hours, b.crossing = place->crossing;
  }
  Bottleneck worst;
  for (const auto& [loss, b] : losses)
    if (b.hours > worst.hours) worst = b;
  return worst;
}

std::string words_of(const Bottleneck& b, const KindTimes& kind, std::size_t scenario) {
  const double all = kind.lost->in[scenario].hours;
  const auto share = [&](double hours) { return text::share(hours, all, text::typographic); };
  const bool is_all = b.hours > all * (1 - 1e-9);
  std::string words = fmt::format("{} of it {}", is_all ? "all" : share(b.hours), b.loss);
  if (kind.crossings.size() > 1)
    words += fmt::format(", most of all at {} ({})", b.crossing, share(b.hours_there));
  return words;
}

/// Where vehicles block a lane, the queue before it is not that lane's own.
std::string blocked_words(const KindTimes& kind) {
  Uses blocked = kind.places;
  std::erase_if(blocked, [](const TimeUse* place) { return place->activity != "blocked"; });
  const Bottleneck worst = worst_of(blocked, 0);
  const double all = kind.lost->in.front().hours;
  if (!(worst.hours >= least_share * all) || worst.hours <= 0) return "";
  return fmt::format(" Some are {} ({}): what holds them up there is the stage they go to next.",
                     worst.loss, text::share(worst.hours, all, text::typographic));
}

std::string with_variant(const KindTimes& kind, std::size_t v, const Comparison& comparison) {
  const auto said = text::change_of_minutes(kind.lost->changes[v], text::typographic);
  const std::string begin =
      fmt::format(" With {} {} ({}\u00a0{})", comparison.variants[v],
                  text::duration(kind.lost->in[v + 1], text::typographic), said.change, said.unit);
  const Bottleneck before = worst_of(kind.places, 0), after = worst_of(kind.places, v + 1);
  if (after.hours <= 0 || (before.loss == after.loss && before.crossing == after.crossing))
    return begin + '.';
  return begin + "; now " + words_of(after, kind, v + 1) + '.';
}

/// The variants that change much, one by one, and the others together.
std::string with_variants(const KindTimes& kind, const Comparison& comparison) {
  std::string sentences;
  std::vector<std::string> alike, unclear;
  for (std::size_t v = 0; v < comparison.variants.size(); ++v) {
    const Change& change = kind.lost->changes[v];
    if (is_slight(change))
      alike.push_back(comparison.variants[v]);
    else if (is_clear(change))
      sentences += with_variant(kind, v, comparison);
    else
      unclear.push_back(comparison.variants[v]);
  }
  if (!alike.empty()) sentences += fmt::format(" About the same with {}.", text::list(alike));
  if (!unclear.empty())
    sentences +=
        fmt::format(" With {} no change that can be told from chance.", text::list(unclear));
  return sentences;
}

}  // namespace

std::string KindTimes::name() const {
  Labels of;
  of.direction = lost->direction, of.vehicle_class = lost->vehicle_class;
  return text::sentence(text::traffic_of(of));
}

std::string KindTimes::vehicles() const { return text::vehicles_of(lost->vehicle_class); }

std::vector<KindTimes> kinds_of(const Comparison& comparison) {
  std::vector<KindTimes> kinds;
  for (const TimeUse& use : comparison.times)
    if (is_loss_of_traffic(use)) kinds.push_back({&use, nullptr, {}, {}});
  for (KindTimes& kind : kinds)
    for (const TimeUse& use : comparison.times) {
      if (!is_of(use, kind)) continue;
      if (use.activity == "in_service" && use.crossing == "all") kind.service = &use;
      if (use.activity == "lost" && use.crossing != "all") kind.crossings.push_back(&use);
      if (is_place_of_loss(use)) kind.places.push_back(&use);
    }
  return kinds;
}

const TimeUse* service_at(const TimeUse& crossing, const Comparison& comparison) {
  const auto found =
      std::find_if(comparison.times.begin(), comparison.times.end(), [&](const TimeUse& use) {
        return use.activity == "in_service" && use.crossing == crossing.crossing &&
               use.direction == crossing.direction && use.vehicle_class == crossing.vehicle_class;
      });
  return found == comparison.times.end() ? nullptr : &*found;
}

double greatest_share(const TimeUse& use, const KindTimes& kind) {
  double greatest = 0;
  for (std::size_t s = 0; s < use.in.size(); ++s)
    if (use.in[s].hours > 0)
      greatest = std::max(greatest, use.in[s].hours / kind.lost->in[s].hours);
  return greatest;
}

Uses greatest_of(Uses uses, const KindTimes& kind, double share, std::size_t most) {
  std::erase_if(uses, [&](auto* use) { return greatest_share(*use, kind) < share; });
  std::stable_sort(uses.begin(), uses.end(),
                   [](auto* a, auto* b) { return most_hours(*a) > most_hours(*b); });
  uses.resize(std::min(uses.size(), most));
  return uses;
}

bool loses_much(const KindTimes& kind, const Comparison& comparison) {
  const auto all = hours_lost(comparison.times);
  for (std::size_t s = 0; s < all.size(); ++s) {
    const TimeIn& in = kind.lost->in[s];
    if (in.minutes >= least_minutes || (in.hours > 0 && in.hours >= least_share * all[s]))
      return true;
  }
  return false;
}

std::string bottleneck_of(const KindTimes& kind, const Comparison& comparison) {
  const TimeIn& before = kind.lost->in.front();
  if (std::isnan(before.minutes))
    return fmt::format("none in {}.", comparison.baseline) + with_variants(kind, comparison);
  const Bottleneck worst = worst_of(kind.places, 0);
  std::string sentence =
      fmt::format("{} lost for each vehicle", text::duration(before, text::typographic));
  if (worst.hours > 0) sentence += ", " + words_of(worst, kind, 0);
  return sentence + '.' + blocked_words(kind) + with_variants(kind, comparison);
}

}  // namespace cordon
