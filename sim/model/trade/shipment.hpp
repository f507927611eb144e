#pragma once

// The truth of what a vehicle carries. Only nature (what an inspection finds, what evidence a
// declaration shows), the criminal groups and the output may know it: a target that does not link
// `cordon_truth` cannot include this header.

#ifndef CORDON_KNOWS_THE_TRUTH
#error "only nature, the criminal groups and the output may see what a shipment hides"
#endif

#include <cstdint>

#include "sim/model/ids.hpp"

namespace cordon {

/// A fact, never changed after it is made.
struct Shipment {
  CommodityIndex commodity;   ///< what is hidden; none in almost all
  GroupIndex owner;           ///< the group it belongs to; none: an opportunist's
  CommodityIndex looks_like;  ///< what its papers hint at: the same, or a decoy's
  bool concealed = false;     ///< built in, rather than among the goods
  bool bribes = false;        ///< its driver offers a bribe
  std::uint8_t papers = 0;    ///< how often its owner has changed what his papers look like
  float mass_kg = 0;
  [[nodiscard]] bool illicit() const { return bool(commodity); }
};

}  // namespace cordon
