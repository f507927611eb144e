#pragma once

// The truth of what a vehicle carries. Only nature (what an inspection finds, what evidence a
// declaration shows), the criminal groups and the output may know it: a target that does not link
// `cordon_truth` cannot include this header.

#ifndef CORDON_KNOWS_THE_TRUTH
#error "only nature, the criminal groups and the output may see what a shipment hides"
#endif

#include "sim/model/ids.hpp"

namespace cordon {

/// A fact, never changed after it is made.
struct Shipment {
  CommodityIndex commodity;  ///< what is hidden; none in almost all
  GroupIndex owner;          ///< the group it belongs to; none: an opportunist's
  bool concealed = false;    ///< built in, rather than among the goods
  float mass_kg = 0;
  [[nodiscard]] bool illicit() const { return bool(commodity); }
};

}  // namespace cordon
