#pragma once

// What map and panels show: read by everything that draws, changed by nothing that draws.

#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "viz/exercise/branch_run.hpp"
#include "viz/exercise/session_edit.hpp"
#include "viz/hud/fonts.hpp"
#include "viz/hud/post_now.hpp"
#include "viz/hud/words.hpp"
#include "viz/playback/history.hpp"
#include "viz/playback/recording.hpp"
#include "viz/scene/camera.hpp"
#include "viz/scene/colour.hpp"
#include "viz/scene/geography.hpp"

namespace cordon::viz {

/// A desk or headquarters: a place that is on no map.
struct Office {
  std::uint16_t place = trace::nobody;  ///< as in the header's list
  bool operator==(const Office&) const = default;
};
/// What was clicked.
using Selected = std::variant<std::monostate, CrossingIndex, Subject, trace::CrewOf, OperationIndex,
                              GroupIndex, MessagesOn, Office>;

/// What the posts of the map are coloured by.
enum class HeatMap : std::uint8_t { wait, finds, displacement, wait_change, risk };
inline constexpr int heat_maps = 5;

struct KnownAt;

struct Picture {
  const Recording& recording;
  const Recording* baseline;  ///< to compare with; null: none
  const Calendar& calendar;
  const Geography& geography;
  const std::vector<trace::CrossingState>& crossings;  ///< now
  const std::vector<PostNow>& posts;                   ///< as the crossings of the header
  const std::vector<PostNow>* other_posts;             ///< of the run beside it; null: none
  const Theme& theme;
  const Fonts& fonts;
  const Words& words;
  std::span<const Bookmark> bookmarks;
  std::span<const InjectThen> injects;
  std::string title;
  Time now;
  bool is_playing = false, is_unbounded = false;
  double speed = 1;
  double text_scale = 1;
  bool instructor = false;  ///< who may see the truth
  HeatMap heat_map = HeatMap::wait;
  Selected selected;
  MarkKinds stop_at;  ///< where playing stops by itself
  bool stops_at_injects = true;
  /// Whose knowledge is shown, a place of the header's list; nobody: all that there is.
  std::uint16_t knower = trace::nobody;
  const KnownAt* known = nullptr;  ///< what it knew; null: still being looked for

  [[nodiscard]] const trace::Header& header() const { return recording.header(); }
  /// Whether to say what vehicles hide.
  [[nodiscard]] bool shows_truth() const { return instructor && header().truth; }
  /// Trainees do not see what is still to come.
  [[nodiscard]] Time shown_until() const { return instructor ? recording.end() : now; }
};

/// What a click on a panel or the map asks for.
struct Wish {
  std::optional<Time> seek;
  std::optional<Selected> select;
  std::optional<std::size_t> stop_kind;  ///< kind of mark: no longer stop there, or from now on
  bool stop_at_injects = false;          ///< no longer, or from now on
  std::optional<Bookmark> note;          ///< of the bookmark at this moment
};

/// Its label, or where it has none its name.
[[nodiscard]] inline const std::string& operation_label(const trace::OperationShape& operation) {
  return operation.label.empty() ? operation.name : operation.label;
}

/// Mean wait of those whose first check began within a time before now; none: nobody's did.
[[nodiscard]] std::optional<Duration> recent_wait(const Timeline& timeline, std::uint16_t line,
                                                  Time now, Duration within);
/// The longest of these among the lines of a crossing.
[[nodiscard]] std::optional<Duration> longest_recent_wait(const Recording& recording,
                                                          std::size_t crossing, Time now);
/// Waits count as recent for so long.
inline constexpr Duration recent = 6h;

}  // namespace cordon::viz
