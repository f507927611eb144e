#include "viz/hud/word_panel.hpp"

#include <fmt/format.h>

#include "analysis/text/labels.hpp"
#include "analysis/text/numbers.hpp"
#include "sim/output/trace/names.hpp"
#include "viz/hud/row_text.hpp"
#include "viz/hud/time_text.hpp"
#include "viz/hud/written.hpp"

namespace cordon::viz {
namespace {

std::string from_to(const MessageWay& way, const trace::Header& header, const Words& words) {
  const auto label = [&](std::uint16_t crossing) {
    return place_label(header.crossings[crossing].place, header);
  };
  const std::string to = way.to_post != trace::nobody
                             ? label(way.to_post)
                             : place_label(header.exchanges[way.exchange].desk, header);
  if (way.from == trace::nobody) return fmt::format("{} {}", words.to, to);
  return fmt::format("{} {}, {} {}", words.on_find_at, label(way.from), words.to, to);
}

MessageWay as_far_as(const MessageWay& way, Time until) {
  MessageWay so_far = way;
  std::erase_if(so_far.steps, [&](const Found& step) { return time_of(step.row) > until; });
  return so_far;
}

std::string step_text(const WordStep& step, const Picture& picture) {
  if (step.way) return way_text(*step.way, picture.header(), picture.words, picture.shown_until());
  return row_text(step.row.row, picture.header(), picture.shows_truth());
}

void draw_step(const WordStep& step, const Picture& picture, Wish& wish) {
  const std::string text = step_text(step, picture);
  if (text.empty()) return;
  const Colour& colour = step.at <= picture.now ? picture.theme.text : picture.theme.dim_text;
  ImGui::PushID(static_cast<int>(step.row.number));
  ImGui::PushStyleColor(ImGuiCol_Text, ink(colour));
  const std::string when =
      fmt::format("{}  {}", moment_text(step.at, picture.calendar),
                  picture.words.word_kinds[static_cast<std::size_t>(step.kind)]);
  if (ImGui::Selectable(when.c_str())) wish.seek = step.at;
  write_text(picture.fonts.small, text);
  if (step.kind == WordStep::Kind::used) {
    const Subject selected = trace::vehicle(step.row.row);
    if (ImGui::SmallButton(trace::vehicle_name(selected, picture.header()).c_str()))
      wish.select = selected;
  }
  ImGui::PopStyleColor();
  ImGui::PopID();
}

}  // namespace

std::string way_text(const MessageWay& way, const trace::Header& header, const Words& words,
                     Time until) {
  const MessageWay so_far = as_far_as(way, until);
  if (so_far.steps.empty()) return "";
  std::string text = fmt::format(
      "{} ({}) {}",
      text::sentence(spaced(trace::name_in(so_far.steps.front().row, trace::Key::message, header))),
      spaced(header.exchanges[way.exchange].name), from_to(way, header, words));
  if (const int hops = so_far.hops(); hops > 0)
    text += fmt::format(": {} {}", hops, hops == 1 ? words.hop : words.hops);
  if (const auto arrived = so_far.arrived())
    return text +
           fmt::format(", {} {}", words.arrived_after, span_text(*arrived - *so_far.began()));
  return text + ", " + (so_far.lost() ? words.message_lost : words.under_way);
}

void WordPanel::look_for(Subject find, const std::shared_ptr<const Recording>& recording) {
  search_ = std::make_unique<Search>();
  search_->thread =
      std::jthread([search = search_.get(), find, recording](const std::stop_token& stop) {
        search->found = chain(*recording, find, stop);
        search->steps = steps_of(search->found);
        search->over = true;
      });
}

void WordPanel::draw(const Picture& picture, Wish& wish) const {
  if (!search_ || !search_->over) return write_text(picture.fonts.plain, picture.words.looking);
  for (const WordStep& step : search_->steps)
    if (step.at <= picture.shown_until()) draw_step(step, picture, wish);
}

}  // namespace cordon::viz
