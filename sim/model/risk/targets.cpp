#include "sim/model/risk/targets.hpp"

#include <algorithm>

namespace cordon::targets {
namespace {

template <class Items, class Item>
bool is_among(const Items& items, const Item& item) {
  return std::find(items.begin(), items.end(), item) != items.end();
}

template <class Items, class Item>
bool is_any_or_among(const Items& items, const Item& item) {
  return items.empty() || is_among(items, item);
}

}  // namespace

bool is_about(const OperationSetup& plan, const Vehicle& v, const scoring::Declared* declared,
              const std::vector<std::uint64_t>& values, const Setup& setup) {
  const TargetSpec& target = *plan.spec.target;
  const bool goods =
      !reads_papers(plan) ||
      (declared != nullptr && is_among(values, declared->of(setup.fields[plan.field].category)));
  return goods && is_any_or_among(target.classes, v.vehicle_class) &&
         (!target.direction || *target.direction == v.direction) &&
         is_any_or_among(plan.flows, v.flow) &&
         is_any_or_among(target.operators, static_cast<int>(v.declaration.trader));
}

}  // namespace cordon::targets
