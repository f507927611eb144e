#include <fmt/format.h>

#include <algorithm>

#include "analysis/text/numbers.hpp"
#include "sim/output/trace/catalogue.hpp"
#include "viz/hud/curves.hpp"
#include "viz/hud/operation_bars.hpp"
#include "viz/hud/panel.hpp"
#include "viz/hud/panels.hpp"
#include "viz/hud/ticks.hpp"
#include "viz/hud/time_text.hpp"

namespace cordon::viz {
namespace {

// The parts of the panel, from above: operations and bookmarks, the curve, finds, the axis.
struct Parts {
  Box bars, curve, finds, axis;
};
constexpr double row_height = 14;
constexpr int most_rows = 3;  // more leave no room for the curve

Parts parts_of(const Box& box, double scale, int rows) {
  const double left = box.low.x + 60 * scale, right = box.high.x - 16 * scale;
  const double a = box.low.y + 6 * scale, b = a + (row_height * rows + 2) * scale,
               d = box.high.y - 22 * scale;
  const double c = d - 14 * scale;
  return {{{left, a}, {right, b}},
          {{left, b}, {right, c}},
          {{left, c}, {right, d}},
          {{left, d}, {right, box.high.y}}};
}

bool is_find(const Mark& mark) {
  return mark.kind == Mark::Kind::seizure || mark.kind == Mark::Kind::referral ||
         mark.kind == Mark::Kind::refusal;
}

class TimeLinePainter {
 public:
  TimeLinePainter(const Box& box, const Picture& picture, const TimeRange& range, const Pen& pen)
      : picture_(picture),
        range_(range),
        pen_(pen),
        bars_(operation_bars(picture.header().operations, picture.shown_until(), most_rows)),
        parts_(parts_of(box, picture.text_scale, rows_of(bars_))) {}

  [[nodiscard]] double x_of(Time at) const {
    return parts_.curve.low.x + range_.share_of(at) * parts_.curve.size().x;
  }
  [[nodiscard]] Time time_at(double x) const {
    return range_.time_at(std::clamp((x - parts_.curve.low.x) / parts_.curve.size().x, 0.0, 1.0));
  }

  /// The find whose tick is at a point; null: there is none.
  [[nodiscard]] const Mark* find_at(Point at) const {
    if (at.y < parts_.finds.low.y || at.y > parts_.finds.high.y) return nullptr;
    const Mark* nearest = nullptr;
    for (const Mark& mark : picture_.recording.timeline().marks()) {
      if (mark.time > picture_.shown_until()) break;
      const double away = std::abs(x_of(mark.time) - at.x);
      if (is_find(mark) && away <= 5 && (!nearest || away < std::abs(x_of(nearest->time) - at.x)))
        nearest = &mark;
    }
    return nearest;
  }

  void draw() {
    pen_.list()->PushClipRect(vec(parts_.bars.low), vec(parts_.axis.high), true);
    draw_axis();
    draw_operations();
    pen_.list()->PopClipRect();
    draw_queue();
    pen_.list()->PushClipRect(vec(parts_.bars.low - Point{8, 8}), vec(parts_.axis.high), true);
    draw_finds();
    draw_injects();
    draw_bookmarks();
    draw_now();
    pen_.list()->PopClipRect();
  }

 private:
  void draw_axis() {
    const Theme& theme = picture_.theme;
    const int most = static_cast<int>(parts_.curve.size().x / (90 * picture_.text_scale));
    for (const TimeTick& tick :
         time_ticks(range_.from(), range_.to(), picture_.calendar, std::max(most, 2))) {
      const double x = x_of(tick.at);
      pen_.line({x, parts_.curve.low.y}, {x, parts_.axis.low.y + 4}, theme.grid);
      const std::string text = tick.is_day ? short_date_text(tick.at, picture_.calendar)
                                           : clock_text(tick.at, picture_.calendar);
      pen_.text(picture_.fonts.small, {x + 3, parts_.axis.low.y + 3}, theme.dim_text, text);
    }
    if (picture_.header().warm_up > 0) draw_warm_up();
  }

  void draw_warm_up() {
    const Time end{Duration{picture_.header().warm_up}};
    pen_.hatch({{x_of(start_of_run), parts_.curve.low.y}, {x_of(end), parts_.curve.high.y}},
               picture_.theme.grid);
    pen_.text(picture_.fonts.small, {x_of(start_of_run) + 6, parts_.curve.low.y + 2},
              picture_.theme.dim_text, picture_.words.warm_up);
  }

  void draw_operations() {
    const double height = row_height * picture_.text_scale;
    for (const OperationBar& bar : bars_) {
      const double top = parts_.bars.low.y + height * bar.row;
      const Box box{{x_of(bar.begins), top},
                    {x_of(std::min(bar.ends, picture_.shown_until())), top + height - 1}};
      pen_.fill(box, picture_.theme.operation.with_alpha(70), 2);
      pen_.frame(box, picture_.theme.operation, 1, 2);
      if (box.high.x < parts_.bars.low.x || box.low.x > parts_.bars.high.x) continue;
      draw_label(bar, box);
    }
  }

  void draw_label(const OperationBar& bar, const Box& box) {
    const double from = std::max(box.low.x, parts_.bars.low.x) + 4;
    const double to = std::min(box.high.x, x_of(bar.label_ends)) - 4;
    const auto& operation = picture_.header().operations[bar.operation];
    pen_.text(picture_.fonts.small, {from, box.low.y}, picture_.theme.text,
              cut_to(operation_label(operation), picture_.fonts.small, to - from));
  }

  void draw_queue() {
    const auto curve = queue_curve(picture_.recording, picture_.selected);
    std::vector<double> before;
    if (picture_.baseline) before = queue_curve(*picture_.baseline, picture_.selected);
    const auto yard = yard_curve(picture_.recording, picture_.selected);
    const auto highest_shown = [&](const Recording& of, const std::vector<double>& values) {
      return highest_of(of, values, picture_.shown_until());
    };
    double highest =
        std::max(highest_shown(picture_.recording, curve), highest_shown(picture_.recording, yard));
    if (picture_.baseline) highest = std::max(highest, highest_shown(*picture_.baseline, before));
    const double top = value_ticks(std::max(highest, 1.0), 5).back();
    const auto draw_one = [&](const Recording& of, const std::vector<double>& values, Colour c,
                              double width) {
      draw_curve(pen_, parts_.curve, {of, values, range_, top, picture_.shown_until()}, c, width);
    };
    if (picture_.baseline)
      draw_one(*picture_.baseline, before, picture_.theme.dim_text.with_alpha(150), 1);
    if (!yard.empty()) {
      draw_one(picture_.recording, yard, picture_.theme.customs, 1);
      draw_names_of_curves();
    }
    draw_one(picture_.recording, curve, picture_.theme.text, 1.5);
    pen_.line({parts_.curve.low.x, parts_.curve.high.y}, parts_.curve.high, picture_.theme.grid);
    const double right = parts_.curve.low.x - 6;
    for (const auto& [value, y] :
         {std::pair{top, parts_.curve.low.y}, std::pair{0.0, parts_.curve.high.y - 12}}) {
      const std::string text = text::number(value, 0);
      pen_.text(picture_.fonts.small, {right - size_of(picture_.fonts.small, text).x, y},
                picture_.theme.dim_text, text);
    }
  }

  void draw_names_of_curves() {
    ImFont* const font = picture_.fonts.small;
    double right = parts_.curve.high.x;
    for (const auto& [word, colour] : {std::pair{picture_.words.in_yard, picture_.theme.customs},
                                       {picture_.words.waiting, picture_.theme.text}}) {
      const double width = size_of(font, word).x;
      const Point at{right - width - 4, parts_.curve.low.y + 1};
      pen_.text(font, at, picture_.theme.text, word, picture_.theme.panel);
      pen_.line(at + Point{-20, font->FontSize / 2}, at + Point{-4, font->FontSize / 2}, colour, 2);
      right = at.x - 32;
    }
  }

  void draw_finds() {
    const double middle = parts_.finds.centre().y;
    for (const Mark& mark : picture_.recording.timeline().marks()) {
      if (mark.time < range_.from()) continue;
      if (mark.time > std::min(range_.to(), picture_.shown_until())) return;
      const double x = x_of(mark.time);
      if (is_find(mark))
        pen_.triangle({x - 3, middle + 5}, {x + 3, middle + 5}, {x, middle - 5},
                      picture_.theme.find);
      if (mark.kind == Mark::Kind::conditions_changed)
        pen_.line({x, parts_.curve.low.y}, {x, parts_.curve.high.y}, picture_.theme.trouble, 2);
      if (mark.kind == Mark::Kind::machine_failed) {
        pen_.line({x - 3, middle - 3}, {x + 3, middle + 3}, picture_.theme.dim_text, 1.5);
        pen_.line({x - 3, middle + 3}, {x + 3, middle - 3}, picture_.theme.dim_text, 1.5);
      }
    }
  }

  void draw_injects() {
    for (const InjectThen& inject : picture_.injects) {
      if (inject.at > picture_.shown_until()) continue;
      const double x = x_of(inject.at), y = parts_.bars.low.y;
      pen_.line({x, y}, {x, parts_.curve.high.y}, picture_.theme.trouble);
      pen_.fill({{x - 4, y - 1}, {x + 4, y + 13}}, picture_.theme.trouble, 2);
      pen_.fill({{x - 1, y + 1}, {x + 1, y + 7}}, picture_.theme.panel);
      pen_.fill({{x - 1, y + 9}, {x + 1, y + 11}}, picture_.theme.panel);
    }
  }

  void draw_bookmarks() {
    for (const Bookmark& bookmark : picture_.bookmarks) {
      const Point foot{x_of(bookmark.at), parts_.curve.high.y};
      const Point head{foot.x, parts_.bars.low.y};
      pen_.line(foot, head, picture_.theme.text);
      pen_.triangle(head, head + Point{9, 4}, head + Point{0, 8}, picture_.theme.text);
      if (bookmark.at <= picture_.shown_until())
        pen_.text(picture_.fonts.small, head + Point{11, 0}, picture_.theme.text, bookmark.note,
                  picture_.theme.panel);
    }
  }

  void draw_now() {
    const double x = x_of(picture_.now);
    if (x < parts_.curve.low.x - 1 || x > parts_.curve.high.x + 1) return;
    pen_.line({x, parts_.bars.low.y}, {x, parts_.axis.low.y}, picture_.theme.selected, 2);
    pen_.triangle({x - 6, parts_.bars.low.y - 4}, {x + 6, parts_.bars.low.y - 4},
                  {x, parts_.bars.low.y + 6}, picture_.theme.selected);
  }

  const Picture& picture_;
  const TimeRange& range_;
  const Pen& pen_;
  std::vector<OperationBar> bars_;
  Parts parts_;
};

}  // namespace

Wish draw_time_line(const Box& box, const Picture& picture, TimeRange& range) {
  const Panel panel("time line", box);
  const Pen pen = panel.pen();
  TimeLinePainter painter(box, picture, range, pen);
  painter.draw();
  ImGui::SetCursorScreenPos(vec(box.low));
  ImGui::InvisibleButton("scrub", vec(box.size()));
  Wish wish;
  const double x = ImGui::GetIO().MousePos.x;
  const Mark* const find = painter.find_at(point(ImGui::GetIO().MousePos));
  if (find && ImGui::IsItemClicked())
    wish.select = trace::vehicle(picture.recording.row(find->row));
  if (ImGui::IsItemActive())
    wish.seek =
        find && !ImGui::IsMouseDragging(ImGuiMouseButton_Left) ? find->time : painter.time_at(x);
  if (ImGui::IsItemHovered() && ImGui::GetIO().MouseWheel != 0)
    range.zoom_at(range.share_of(painter.time_at(x)),
                  std::pow(1.25, static_cast<double>(ImGui::GetIO().MouseWheel)));
  return wish;
}

}  // namespace cordon::viz
