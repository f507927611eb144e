#pragma once

// Which special form of cooperation two states may use, and on what.

#include "sim/model/setup.hpp"

namespace cordon {

/// What a case or a delivery is about, as far as it matters who may do what.
struct Matter {
  CommodityIndex goods;
  CountryIndex found_in, destination;
};

namespace special_forms {

/// A form that may be used: of a kind; the one of them that promises most. None: it may not.
[[nodiscard]] SpecialFormIndex find(SpecialForm kind, const Matter& matter, const Setup& setup);
/// Of those that help a case: surveillance, a covert investigation, a joint team.
[[nodiscard]] SpecialFormIndex find_for_case(const Matter& matter, const Setup& setup);
/// Whether found goods may go on under watch: lethal goods only when they are replaced.
[[nodiscard]] SpecialFormIndex find_for_delivery(const Matter& matter, const Setup& setup);

/// How messages say it: goods, destination, and the form that a permit is asked for.
[[nodiscard]] std::uint64_t pack(const Matter& matter, SpecialFormIndex form);
/// @param found_at  where the find was, which a message says apart
[[nodiscard]] Matter matter_of(std::uint64_t says, CrossingIndex found_at, const Setup& setup);
[[nodiscard]] SpecialFormIndex form_of(std::uint64_t says);

}  // namespace special_forms
}  // namespace cordon
