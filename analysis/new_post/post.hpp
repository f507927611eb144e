#pragma once

// A planner's posts, and what their counts and queues say at some moment.

#include <optional>
#include <set>

#include "analysis/new_post/booked_queue.hpp"
#include "analysis/new_post/physical_queue.hpp"
#include "analysis/new_post/planner_files.hpp"
#include "analysis/new_post/queue_kind.hpp"

namespace cordon::new_post {

/// What the planner says beside the files.
struct Wishes {
  /// Crossings: what their queue of entering lorries is.
  std::set<std::string> booked = {}, physical = {};
  std::set<std::string> sharing = {};  ///< whose booked lorries go where the wait is shorter
  /// What a week counts in a forecast relative to the week after it; in (0, 1].
  double memory = 0.5;
};

/// How one queue was told to be booked or not.
struct KindFound {
  bool booked = false;
  bool is_told = false;  ///< by the planner
  QueueJumps jumps;
};

/// All that is known of one line at some moment.
struct LineFit {
  DailyMean volume;
  std::optional<BookedWeek> booked;
  std::optional<PhysicalWeek> physical;  ///< neither: no queue was seen
};

/// All that is known of the posts at some moment.
struct PostFit {
  std::map<LineKey, LineFit> lines;  ///< with traffic
  /// Traffic by hour of the week relative to the mean, of classes and directions with an observed
  /// physical queue, all crossings together.
  std::map<std::pair<Direction, VehicleClass>, WeekTable> profiles;
};

class Post {
 public:
  /// @throws UserError  when a wish names no crossing of the data, or asks for what cannot be
  Post(PlannerData data, Wishes wishes, PostClock clock);

  [[nodiscard]] const PlannerData& data() const { return data_; }
  [[nodiscard]] const Wishes& wishes() const { return wishes_; }
  [[nodiscard]] const PostClock& clock() const { return clock_; }
  /// Of each line whose queue was seen.
  [[nodiscard]] const std::map<LineKey, KindFound>& kinds() const { return kinds_; }
  [[nodiscard]] double first_hour() const;  ///< of all observations, since 1970
  [[nodiscard]] double last_hour() const;

  /// The line's queue as it was seen earlier than `hour`; spikes are left out when it is booked.
  [[nodiscard]] Series queue_for_fit(const LineKey& line, double hour) const;
  /// The first line whose queue had not been seen in every hour of the week earlier than `hour`.
  [[nodiscard]] std::optional<LineKey> unseen(double hour) const;
  /// What the counts and queues earlier than `hour` say, by which none is unseen.
  /// @param memory  what a week counts relative to the week after it; 1: all alike
  [[nodiscard]] PostFit fit(double hour, double memory = 1) const;
  /// Of a line that was counted, as it was known then.
  [[nodiscard]] DailyMean volume_at(const LineKey& line, double hour) const;

 private:
  void check(const std::set<std::string>& crossings, const char* flag) const;
  void find_kinds();
  void pool_profiles(PostFit& fit) const;

  PlannerData data_;
  Wishes wishes_;
  PostClock clock_;
  std::map<LineKey, KindFound> kinds_;
};

}  // namespace cordon::new_post
