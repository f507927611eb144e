#include "analysis/terminal/new_post_text.hpp"

#include <fmt/format.h>

#include <cmath>

#include "analysis/new_post/moment.hpp"
#include "analysis/terminal/text_table.hpp"
#include "analysis/text/numbers.hpp"
#include "sim/scenario/format/text.hpp"

namespace cordon::terminal {
namespace {

using enum TextTable::Align;
using namespace new_post;

std::string whole(double value) { return text::number(value, value < 10 ? 1 : 0); }

std::string kind_text(const KindFound& kind) {
  const std::string name = kind.booked ? "booked" : "physical";
  if (kind.is_told) return name + ", as you say";
  if (kind.jumps.count == 0) return name;
  return fmt::format("{}: {}, +{} in {:.0f} h", name, text::counted(kind.jumps.count, "jump"),
                     text::number(kind.jumps.most, 0), kind.jumps.most_hours);
}

std::string date_of(double hour) {
  return text::date(static_cast<double>(moment_of(hour).time_since_epoch().count()) * 1000);
}

std::string no_forecasts(const Post& post) {
  return wrapped(fmt::format(
      "No forecasts: they need every hour of the week seen before, and 7 days after. The queues go "
      "from {} to {}.",
      moment_text(post.first_hour()), moment_text(post.last_hour())));
}

std::string counted_later_text(const Forecasts& forecasts) {
  std::vector<std::string> lines;
  for (const LineKey& line : forecasts.counted_later)
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
               {whole(post.volume_at(line.line, post.last_hour()).vehicles)},
               {kind_text(post.kinds().at(line.line))},
               {whole(line.observed)},
               {whole(line.simulated)}});
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
  TextTable table({{"crossing", left},
                   {"traffic", left},
                   {"simulation"},
                   {"weekday mean"},
                   {"recent weeks"},
                   {"last week"}});
  std::string verdicts;
  for (const LineForecast& line : forecasts.lines) {
    table.row({{line.line.crossing, Tone::strong},
               {traffic_of(line.line)},
               {whole(line.mean_error(Method::simulation)), Tone::strong},
               {whole(line.mean_error(Method::weekday_mean))},
               {whole(line.mean_error(Method::recent_weekday_mean))},
               {whole(line.mean_error(Method::last_week))}});
    verdicts += wrapped(
        fmt::format("{}, {}: {}.", line.line.crossing, traffic_of(line.line), verdict_of(line)),
        line_width, 2);
  }
  std::string text = wrapped(fmt::format(
      "Mean absolute error in vehicles, 7 days ahead, of {}, {} to {}. Each knows only what "
      "was seen before. The simulation is the mean of {}.",
      text::counted(forecasts.origins.size(), "forecast"), date_of(forecasts.origins.front()),
      date_of(forecasts.origins.back()), text::counted(replications, "replication")));
  text += table.text(colours) + verdicts;
  text += wrapped(
      "Forecasts of neighbouring days share most of their week: this is a few weeks' experience, "
      "however many forecasts there are.");
  return forecasts.counted_later.empty() ? text : text + counted_later_text(forecasts);
}

}  // namespace cordon::terminal
