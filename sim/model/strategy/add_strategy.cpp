// What is decided for years.

#include "sim/model/make_setup.hpp"

namespace cordon {

void add_strategy(Setup& setup) {
  for (const auto& [name, spec] : setup.scenario.assessment)
    setup.assessments.push_back({name, spec});
}

}  // namespace cordon
