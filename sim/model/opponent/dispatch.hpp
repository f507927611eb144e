#pragma once

// A consignment sets out, on one vehicle or several, and perhaps a decoy before it.

#include "sim/model/opponent/group.hpp"

namespace cordon::group {

/// What goods of one of a group's commodities in one consignment are worth, in EUR.
[[nodiscard]] double goods_value(std::uint32_t number, CommodityIndex commodity, const Group& self,
                                 GroupStep step);

/// The first vehicle leaves now.
void send(std::uint32_t number, const Way& way, Group& self, GroupStep step);

}  // namespace cordon::group
