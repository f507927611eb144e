#pragma once

// Declarations with known outcomes, from CSV.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "sim/model/risk/scoring/declared.hpp"
#include "sim/scenario/format/files.hpp"

namespace cordon::score {

/// One declaration that was inspected.
struct Inspected {
  scoring::Declared declared;
  std::string id;   ///< of the declaration; "" when the table has none
  int day = 0;      ///< of lodging, since 1970; 0 when the table has no dates
  double duty = 0;  ///< value x tax rate: what is lost if it is fraudulent and passes
  bool illicit = false;
  /// What the fields say, in the words of the table, by category; for telling reasons.
  std::array<std::string, scoring::categories> words;
};

struct Declarations {
  std::string file;
  std::vector<Inspected> rows;
  std::vector<std::string> read, not_read;  ///< columns
};

/// Reads a table. Columns are known by their names, whatever their case, with blanks or
/// underscores: "Importer ID", "hs6_code". Columns that are none of a declaration's fields are left
/// out and named. Rows are put in order of their dates.
/// @param label  the column that says what the inspection found: 0 or 1
/// @return none when there was a problem
[[nodiscard]] std::optional<Declarations> read_declarations(const std::string& file,
                                                            const std::string& label,
                                                            Problems& problems);

/// Leaves out the declarations that repeat one of `learnt`: the same goods, origin, mass and price.
/// @return how many there were
std::size_t remove_repeats(Declarations& table, const std::vector<Declarations>& learnt);

}  // namespace cordon::score
