#pragma once

// The numbers that our exp and log look up. From musl 1.2.3, src/math; see LICENSE in this folder.
// Copyright (c) 2018, Arm Limited. MIT licence.

#include <cstdint>

namespace cordon::elementary {

/// n = 128 powers 2^(k/n), each as a rounded double and what the rounding lost.
struct ExpTable {
  double n_over_ln2;
  double minus_ln2_over_n_high;
  double minus_ln2_over_n_low;
  double shift;
  double poly[4];
  std::uint64_t table[2 * 128];
};
extern const ExpTable exp_table;

/// log(c) for 128 centres c in [0.6875, 1.375), with 1/c and c itself.
struct LogTable {
  double ln2_high;
  double ln2_low;
  double near_one[11];
  double poly[5];
  struct {
    double inverse_c, log_c;
  } table[128];
  struct {
    double c_high, c_low;
  } centre[128];
};
extern const LogTable log_table;

}  // namespace cordon::elementary
