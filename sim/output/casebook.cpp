#include "sim/output/casebook.hpp"

#include <algorithm>

namespace cordon {

// Numbers rise; the first of the list is not the first of the unit.
CaseHistory* Casebook::find(std::uint32_t number) {
  const auto found =
      std::lower_bound(cases_.begin(), cases_.end(), number,
                       [](const CaseHistory& c, std::uint32_t n) { return c.number < n; });
  return found != cases_.end() && found->number == number ? &*found : nullptr;
}

void Casebook::on(const CaseOpened& e, const Crossing&, Time now) {
  CaseHistory made;
  made.number = e.number;
  made.found_at = e.found_at;
  made.goods = e.goods;
  made.destination = e.destination;
  made.opened = now;
  cases_.push_back(made);
}

// What is put aside and taken up again has begun once.
void Casebook::on(const CaseStepBegan& e, const Crossing&, Time now) {
  CaseHistory* const known = find(e.number);
  if (!known) return;
  known->form = e.form;
  Time& began = known->began[static_cast<std::size_t>(e.step)];
  if (began == never) began = now;
}

void Casebook::on(const CaseStepEnded& e, const Crossing&, Time now) {
  if (CaseHistory* const known = find(e.number))
    known->ended[static_cast<std::size_t>(e.step)] = now;
}

void Casebook::on(const CaseClosed& e, const Crossing&, Time now) {
  CaseHistory* const known = find(e.number);
  if (!known) return;
  known->form = e.form;
  known->closed = now;
  known->outcome = e.outcome;
}

}  // namespace cordon
