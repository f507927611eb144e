#include "sim/model/cooperation/special_forms.hpp"

#include <algorithm>

namespace cordon::special_forms {
namespace {

bool binds(const SpecialFormSetup& form, CountryIndex country) {
  const auto& between = form.between;
  return between.empty() || std::find(between.begin(), between.end(), country) != between.end();
}

bool covers(const SpecialFormSetup& form, const Matter& matter) {
  return form.commodities[matter.goods.value] && binds(form, matter.found_in) &&
         binds(form, matter.destination);
}

// By how likely it is granted, how far it goes, or how often it succeeds.
double promise(const SpecialFormSpec& form, const Setup& setup) {
  if (form.kind == SpecialForm::controlled_delivery) return form.granted;
  if (form.kind != SpecialForm::hot_pursuit) return form.success;
  constexpr double no_limit = 1e9;
  const double within = form.within > Duration::zero() ? hours(form.within) : no_limit;
  const double speed = setup.scenario.investigation.speed;
  return std::min(within, form.distance > 0 ? form.distance / speed : no_limit);
}

template <class IsMeant>
SpecialFormIndex most_promising(IsMeant is_meant, const Matter& matter, const Setup& setup) {
  SpecialFormIndex best;
  for (std::uint16_t f = 0; f < setup.special_forms.size(); ++f) {
    const SpecialFormSetup& form = setup.special_forms[f];
    if (!is_meant(form.spec) || !covers(form, matter)) continue;
    if (!best || promise(form.spec, setup) > promise(setup.special_forms[best.value].spec, setup))
      best = {f};
  }
  return best;
}

}  // namespace

SpecialFormIndex find(SpecialForm kind, const Matter& matter, const Setup& setup) {
  return most_promising([&](const SpecialFormSpec& form) { return form.kind == kind; }, matter,
                        setup);
}

SpecialFormIndex find_for_case(const Matter& matter, const Setup& setup) {
  const auto helps = [](const SpecialFormSpec& form) {
    return form.kind != SpecialForm::hot_pursuit && form.kind != SpecialForm::controlled_delivery;
  };
  return most_promising(helps, matter, setup);
}

SpecialFormIndex find_for_delivery(const Matter& matter, const Setup& setup) {
  const bool lethal = setup.commodities[matter.goods.value].lethal;
  const auto may = [&](const SpecialFormSpec& form) {
    return form.kind == SpecialForm::controlled_delivery && (!lethal || form.contents_replaced);
  };
  return most_promising(may, matter, setup);
}

std::uint64_t pack(const Matter& matter, SpecialFormIndex form) {
  return matter.goods.value | std::uint64_t{matter.destination.value} << 16 |
         std::uint64_t{form.value} << 32;
}

Matter matter_of(std::uint64_t says, CrossingIndex found_at, const Setup& setup) {
  return {{static_cast<std::uint16_t>(says)},
          setup.crossings[found_at.value].state,
          {static_cast<std::uint16_t>(says >> 16)}};
}

SpecialFormIndex form_of(std::uint64_t says) { return {static_cast<std::uint16_t>(says >> 32)}; }

}  // namespace cordon::special_forms
