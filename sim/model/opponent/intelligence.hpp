#pragma once

// Nature: what police and others hear of a group and tell a desk: what its papers say at that time,
// or, as often as their grades say, something else.

#include "sim/model/opponent/group.hpp"

namespace cordon::intelligence {

/// Schedules the first item of each exchange of intelligence.
void start(Group& self, const Setup& setup, const Luck& luck);

/// A desk is told what its papers say now, or what anybody's might.
void tell(ExchangeIndex what, bool is_true, Group& self, GroupStep step);

void on(const IntelligenceGathered& event, Group& self, GroupStep step);

}  // namespace cordon::intelligence
