#include "sim/model/trade/papers.hpp"

#include "sim/engine/elementary.hpp"

namespace cordon::papers {
namespace {

enum class FieldLuck : std::uint32_t { filled_in, tells, value };

double draw(const Draws& draws, FieldLuck what) {
  return (draws.words[static_cast<std::size_t>(what)] + 0.5) * 0x1p-32;
}

// Zipf's law, exponent 1: a log-uniform rank.
std::uint64_t usual_value(const FieldSetup& field, double luck) {
  return static_cast<std::uint64_t>(elementary::exp(luck * field.log_values));
}

// The operator, and those fields that are filled in.
template <class Which>
scoring::Declared read_those(Which which, const Vehicle& vehicle, const Shipment& hidden,
                             const Setup& setup, const Luck& luck) {
  scoring::Declared made;
  const auto say = [&](scoring::Category c, std::uint64_t value) {
    made.says[static_cast<std::size_t>(c)] = value;
  };
  say(scoring::Category::importer, vehicle.declaration.trader);
  for (std::size_t f = 0; f < setup.fields.size(); ++f) {
    const FieldSetup& field = setup.fields[f];
    if (!which(field)) continue;
    const Draws draws = luck.draws(vehicle.draws.subject, field_block(f), vehicle.draws.part);
    if (draw(draws, FieldLuck::filled_in) >= field.spec.quality) continue;
    const double value = draw(draws, FieldLuck::value);
    const bool tells = hidden.looks_like && draw(draws, FieldLuck::tells) <
                                                setup.commodities[hidden.looks_like.value].tells[f];
    const auto nth = static_cast<std::uint32_t>(value * field.spec.typical);
    say(field.category,
        tells ? typical_value(f, nth, hidden, setup, luck) : usual_value(field, value));
  }
  return made;
}

}  // namespace

std::uint64_t typical_value(std::size_t field, std::uint32_t which, const Shipment& hidden,
                            const Setup& setup, const Luck& luck) {
  static constexpr std::uint32_t habits = source_of("papers");
  const std::uint32_t owner = hidden.owner ? hidden.owner.value + 1u : 0u;
  const Subject subject{habits,
                        owner << 16 | (hidden.looks_like.value & 0xffu) << 8 | hidden.papers};
  const auto values = static_cast<double>(setup.fields[field].spec.values);
  const auto address = static_cast<std::uint32_t>(field * 16) + which;
  return 1 + static_cast<std::uint64_t>(luck.uniform(subject, address) * values);
}

std::vector<std::uint64_t> typical_values(std::size_t field, CommodityIndex commodity,
                                          GroupIndex owner, const Setup& setup, const Luck& luck) {
  Shipment shown;
  shown.owner = owner;
  shown.looks_like = commodity;
  std::vector<std::uint64_t> values;
  const auto count = static_cast<std::uint32_t>(setup.fields[field].spec.typical);
  for (std::uint32_t which = 0; which < count; ++which)
    values.push_back(typical_value(field, which, shown, setup, luck));
  return values;
}

scoring::Declared read(const Vehicle& vehicle, const Shipment& hidden, const Setup& setup,
                       const Luck& luck) {
  return read_those([](const FieldSetup&) { return true; }, vehicle, hidden, setup, luck);
}

scoring::Declared read_signs(const Vehicle& vehicle, const Shipment& hidden, const Setup& setup,
                             const Luck& luck) {
  return read_those([](const FieldSetup& f) { return f.in_a_sign; }, vehicle, hidden, setup, luck);
}

}  // namespace cordon::papers
