#include "sim/model/staff/allocation.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

namespace cordon {
namespace {

class Allocation {
 public:
  Allocation(std::vector<Claim>& claims, std::vector<Pool>& pools)
      : claims_(claims), pools_(pools), order_(pools.size()) {
    std::iota(order_.begin(), order_.end(), std::uint8_t{0});
    std::stable_sort(order_.begin(), order_.end(), [&](std::uint8_t a, std::uint8_t b) {
      return std::popcount(pools[a].fits) < std::popcount(pools[b].fits);
    });
  }

  std::vector<Draft> run() {
    for (std::size_t s = 0; s < claims_.size(); ++s)
      while (claims_[s].lanes < std::min(claims_[s].first, claims_[s].most) && man(s)) {
      }
    full_.assign(claims_.size(), false);
    for (std::size_t s = least_manned(); s < claims_.size(); s = least_manned())
      if (!man(s)) full_[s] = true;  // and will not find more officers later
    return std::move(drafts_);
  }

 private:
  [[nodiscard]] std::size_t least_manned() const {
    std::size_t least = claims_.size();
    for (std::size_t s = 0; s < claims_.size(); ++s) {
      const Claim& c = claims_[s];
      if (full_[s] || c.lanes >= c.most) continue;
      if (least == claims_.size() || c.lanes * claims_[least].most < claims_[least].lanes * c.most)
        least = s;
    }
    return least;
  }

  // One more lane, if there is somebody for every need.
  bool man(std::size_t stage) {
    Claim& claim = claims_[stage];
    const std::size_t before = drafts_.size();
    const int joint = claim.joint ? draft_joint(stage, claim) : 0;
    for (const LaneNeed& n : claim.needs)
      if (!draft(stage, claim, n, n.officers - joint)) {
        give_back(before);
        return false;
      }
    ++claim.lanes;
    return true;
  }

  // @return how many officers there are for all needs at once
  int draft_joint(std::size_t stage, const Claim& claim) {
    Fitness all = 0;
    int most = 0;
    for (const LaneNeed& n : claim.needs) {
      all |= Fitness{1} << n.need;
      most = std::max(most, n.officers);
    }
    int drafted = 0;
    for (const std::uint8_t p : order_)
      if ((pools_[p].fits & all) == all)
        drafted += take(stage, claim, claim.needs.front().need, p, most - drafted);
    return drafted;
  }

  bool draft(std::size_t stage, const Claim& claim, const LaneNeed& need, int officers) {
    for (const std::uint8_t p : order_) {
      if (officers <= 0) return true;
      if (pools_[p].fits >> need.need & 1u) officers -= take(stage, claim, need.need, p, officers);
    }
    return officers <= 0;
  }

  int take(std::size_t stage, const Claim& claim, std::uint8_t need, std::uint8_t p, int wanted) {
    const int officers = std::min(wanted, pools_[p].officers);
    if (officers <= 0) return 0;
    pools_[p].officers -= officers;
    drafts_.push_back({{static_cast<std::uint16_t>(stage)},
                       static_cast<std::uint16_t>(claim.lanes),
                       need,
                       p,
                       officers});
    return officers;
  }

  void give_back(std::size_t from) {
    for (std::size_t d = from; d < drafts_.size(); ++d)
      pools_[drafts_[d].pool].officers += drafts_[d].officers;
    drafts_.resize(from);
  }

  std::vector<Claim>& claims_;
  std::vector<Pool>& pools_;
  std::vector<std::uint8_t> order_;  // of the pools, the least versatile first
  std::vector<bool> full_;
  std::vector<Draft> drafts_;
};

}  // namespace

std::vector<Draft> allocate(std::vector<Claim>& claims, std::vector<Pool>& pools) {
  return Allocation(claims, pools).run();
}

}  // namespace cordon
