#include "sim/model/crossing/lane_types.hpp"

namespace cordon {

Admission admission_of(std::string_view type) {
  Admission kinds = 0;
  for (int c = 0; c < vehicle_classes; ++c)
    for (const bool aeo : {false, true})
      for (const bool empty : {false, true}) {
        Vehicle v;
        v.vehicle_class = static_cast<VehicleClass>(c);
        v.declaration.aeo = aeo;
        v.empty = empty;
        const bool kept = type == "aeo"     ? aeo
                          : type == "empty" ? empty
                                            : type == name_of(v.vehicle_class);
        if (kept) kinds |= Admission{1} << kind_of(v);
      }
  return kinds;
}

}  // namespace cordon
