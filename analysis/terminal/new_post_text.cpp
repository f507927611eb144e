#include "analysis/terminal/new_post_text.hpp"

#include <fmt/format.h>

#include <cmath>

#include "analysis/forecast/moment.hpp"
#include "analysis/terminal/forecast_text.hpp"
#include "analysis/terminal/text_table.hpp"
#include "analysis/text/numbers.hpp"
#include "sim/scenario/format/text.hpp"

namespace cordon::terminal {
namespace {

using enum TextTable::Align;
using namespace forecast;
using namespace new_post;

std::string vehicles(double value) { return text::number(value, value < 10 ? 1 : 0); }

std::string kind_text(const KindFound& kind) {
  const std::string name = kind.booked ? "booked" : "physical";
  if (kind.is_told) return name + ", as you say";
  if (kind.jumps.count == 0) return name;
  return fmt::format("{}: {}, +{} in {:.0f} h", name, text::counted(kind.jumps.count, "jump"),
                     text::number(kind.jumps.most, 0), kind.jumps.most_hours);
}

std::string no_forecasts(const Post& post) {
  return wrapped(fmt::format(
      "No forecasts: they need every hour of the week seen before, and 7 days after. The queues go "
      "from {} to {}.",
      moment_text(post.first_hour()), moment_text(post.last_hour())));
}

std::string counted_later_text(const std::set<LineKey>& later) {
  std::vector<std::string> lines;
  for (const LineKey& line : later)
    lines.push_back(fmt::format("{} ({})", line.crossing, traffic_of(line)));
  return wrapped(
      "Not quite fair: counted only later than a forecast is made: " + text::list(lines) + '.');
}

}  // namespace

std::string post_text(const Post& post, const std::vector<InSample>& in_sample, bool colours) {
  TextTable table({{"crossing", left},
                   {"traffic", left},
                   {"counted a day"},
                   {"queue", left},
                   {"seen, mean"},
                   {"simulated"}});
  for (const InSample& line : in_sample)
    table.row({{line.line.crossing, Tone::strong},
               {traffic_of(line.line)},
               {vehicles(post.volume_at(line.line, post.last_hour()).vehicles)},
               {kind_text(post.kinds().at(line.line))},
               {vehicles(line.observed)},
               {vehicles(line.simulated)}});
  std::string text = table.text(colours);
  text += wrapped(
      "A queue of entering lorries is booked when it jumped twice or more often: by 60 and more, "
      "while 4 times as many came as usually do. --booked and --physical say otherwise.");
  if (!post.data().not_read.empty())
    text += wrapped("Columns that were not read: " + text::list(post.data().not_read) + '.');
  return text;
}

std::string forecast_text(const Post& post, const Forecasts& forecasts, std::uint32_t replications,
                          bool colours) {
  if (forecasts.origins.empty()) return no_forecasts(post);
  const std::string text =
      forecast_text(forecasts, replications, "Each knows only what was seen before.", colours);
  const auto later = counted_later(post, forecasts.origins);
  return later.empty() ? text : text + counted_later_text(later);
}

}  // namespace cordon::terminal
