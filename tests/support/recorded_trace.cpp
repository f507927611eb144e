#include "tests/support/recorded_trace.hpp"

namespace cordon::testing {
namespace {

struct Nobody {
  template <class E, class Place>
  void on(const E&, const Place&, Time) {}
  void begin(const World&, Time) {}
  void sample(const World&, Time) {}
  void end(const World&, Time) {}
};

}  // namespace

std::string trace_of(const std::shared_ptr<const Setup>& setup, bool truth, int threads) {
  Nobody nobody;
  return trace_of(setup, truth, threads, nobody);
}

ReadTrace rows_of(const std::shared_ptr<const Setup>& setup, bool truth) {
  Nobody nobody;
  return rows_of(setup, truth, nobody);
}

}  // namespace cordon::testing
