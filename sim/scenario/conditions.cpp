// A scenario whose values change during the run: what it is from one change to the next.

#include <algorithm>
#include <set>

#include "sim/scenario/format/text.hpp"
#include "sim/scenario/parameters.hpp"
#include "sim/scenario/value_changes.hpp"

namespace cordon {
namespace {

struct NamedShock {
  const std::string* name;
  const ShockSpec* spec;
  [[nodiscard]] Duration until() const {
    return spec->length > Duration::zero() ? spec->start + spec->length : Duration::max();
  }
};

// The first to begin comes first.
std::vector<NamedShock> in_order(const std::map<std::string, ShockSpec>& shocks) {
  std::vector<NamedShock> all;
  for (const auto& [name, spec] : shocks) all.push_back({&name, &spec});
  std::stable_sort(all.begin(), all.end(), [](const NamedShock& a, const NamedShock& b) {
    return a.spec->start < b.spec->start;
  });
  return all;
}

// What shocks that go on at one time make of the values of a scenario.
class ShocksAtOnce {
 public:
  ShocksAtOnce(const Reading<Scenario>& base, Problems& problems)
      : base_(base), changes_(base), problems_(problems) {}

  void add(const NamedShock& shock) {
    for (const auto& [what, change] : shock.spec->change) {
      const std::string at = path_of({"shock", *shock.name, "change", what});
      const auto position = position_of(at + (change.times ? ".times" : ".to"));
      const auto fault = changes_.add({change.key, change.to, change.times, true, position});
      if (!fault) continue;
      const std::string key = at + "." + fault->member;
      problems_.add(position_of(key), key,
                    fault->message + (fault->member == "times" ? "; expected `to`" : ""));
    }
  }
  [[nodiscard]] const std::vector<Override>& overrides() const { return changes_.overrides(); }

 private:
  [[nodiscard]] FilePosition position_of(const std::string& path) const {
    const auto said = base_.provenance.find(path);
    return said == base_.provenance.end() ? FilePosition{} : said->second.position;
  }

  const Reading<Scenario>& base_;
  ValueChanges changes_;
  Problems& problems_;
};

}  // namespace

Reading<Scenario> read_scenario(const std::filesystem::path& path,
                                const std::vector<Override>& overrides) {
  Reading<Scenario> reading = read<Scenario>(path, overrides);
  const auto shocks = in_order(reading.spec.shock);
  std::set<Duration> moments;
  for (const NamedShock& shock : shocks) moments.insert({shock.spec->start, shock.until()});
  moments.erase(moments.lower_bound(reading.spec.length), moments.end());
  Problems problems;
  for (const Duration at : moments) {
    ShocksAtOnce going_on(reading, problems);
    for (const NamedShock& shock : shocks)
      if (shock.spec->start <= at && at < shock.until()) going_on.add(shock);
    std::vector<Override> all = overrides;
    all.insert(all.end(), going_on.overrides().begin(), going_on.overrides().end());
    try {
      reading.spec.conditions.push_back(
          {at, std::make_shared<const Scenario>(read<Scenario>(path, all).spec)});
    } catch (const ScenarioError& error) {
      for (const Problem& p : error.problems) problems.add(p.position, p.path, p.message);
    }
  }
  problems.throw_if_any();
  return reading;
}

}  // namespace cordon
