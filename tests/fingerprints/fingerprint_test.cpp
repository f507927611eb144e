// The same bytes from every compiler, at every level of optimisation, with and without sanitizers:
// each build runs this test against one constant. A change of the constant is a change of what the
// simulator computes; the commit that makes it says why.

#include <gtest/gtest.h>

#include <bit>
#include <string>

#include "tests/support/busy_border.hpp"

namespace cordon::fingerprint_test {
namespace {

class Fingerprint {
 public:
  void add(std::string_view text) {
    for (const char c : text) add_byte(static_cast<unsigned char>(c));
    add_byte(0);
  }
  void add(double value) {
    auto bits = std::isnan(value) ? ~std::uint64_t{0} : std::bit_cast<std::uint64_t>(value);
    for (int byte = 0; byte < 8; ++byte, bits >>= 8) add_byte(static_cast<unsigned char>(bits));
  }
  [[nodiscard]] std::uint64_t value() const { return hash_; }

 private:
  void add_byte(unsigned char byte) { hash_ = (hash_ ^ byte) * 1099511628211u; }  // FNV-1a
  std::uint64_t hash_ = 14695981039346656037u;
};

TEST(Fingerprint, OfEveryMeasureOfABusyBorderWithAnOperation) {
  Scenario scenario = testing::busy_border();
  scenario.operation["action"] = testing::joint_operation();
  Fingerprint print;
  std::uint64_t events = 0;
  for (const Replication& r : replicate(make_setup(scenario), 1, 0, 2, 1)) {
    events += r.events;
    for (const MeasureValue& v : r.values) {
      print.add(v.measure->name);
      print.add(v.labels.crossing);
      print.add(v.value);
    }
    for (const QueueSample& q : r.queues) print.add(q.wait_estimate_min);
  }
  EXPECT_EQ(events, 1311874u);
  EXPECT_EQ(print.value(), 6009968252883768551u);
}

}  // namespace
}  // namespace cordon::fingerprint_test
