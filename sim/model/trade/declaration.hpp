#pragma once

// What an authority can see of what a vehicle carries, without opening it.

#include <cstdint>

namespace cordon {

struct Declaration {
  std::uint32_t trader = 0;  ///< operator number; 0: none (cars, buses)
  bool aeo = false;          ///< lodged by an authorised economic operator
  float risk_score = 0;      ///< standard normal for legal goods; given when papers are read
};

}  // namespace cordon
