#include "analysis/new_post/queue_kind.hpp"

namespace cordon::new_post {

using namespace forecast;

QueueJumps jumps_of(const Series& series, double per_hour) {
  QueueJumps jumps;
  for (std::size_t i = 1; i < series.size(); ++i) {
    const double length = series[i].hour - series[i - 1].hour;
    const double growth = series[i].vehicles - series[i - 1].vehicles;
    const double came = growth + per_hour * length;
    if (length < 1 || length > longest_gap || growth < least_jump) continue;
    if (came < most_by_road * per_hour * length) continue;
    ++jumps.count;
    if (growth <= jumps.most) continue;
    jumps.most = growth;
    jumps.most_hours = length;
  }
  return jumps;
}

}  // namespace cordon::new_post
