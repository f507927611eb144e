#include "sim/model/risk/profiles.hpp"

#include <algorithm>

#include "sim/engine/elementary.hpp"
#include "sim/model/trade/vehicle.hpp"

namespace cordon {
namespace {

constexpr std::uint16_t of_forms = 0;  // the sign that forms look at comes first

std::uint64_t key_of(std::uint16_t sign, std::uint64_t says) {
  return says ^ (sign + 1u) * 0x9e3779b97f4a7c15u;
}

double weight_of(const Profile& profile, Duration half_life, Time now) {
  if (now < profile.from || now >= profile.until) return 0;
  if (!profile.fades) return profile.weight;
  const double half_lives = seconds(now - profile.from) / seconds(half_life);
  return profile.weight * elementary::exp(-0.6931471805599453 * half_lives);
}

}  // namespace

void Profiles::open(std::uint16_t sign, std::uint64_t says, Profile profile, const Setup& setup) {
  Profile& there = open_[key_of(sign, says)];
  const Duration half_life = setup.scenario.risk_information.half_life;
  profile.weight = std::max(profile.weight, weight_of(there, half_life, profile.from));
  there = profile;
}

template <class Visit>
void Profiles::for_each_match(const scoring::Declared& declared, const Setup& setup, Time now,
                              Visit visit) const {
  for (std::uint16_t sign = 0; sign < setup.signs.size() && !open_.empty(); ++sign) {
    const std::uint64_t says = setup.signs[sign].in(declared);
    if (says == 0) continue;
    const auto found = open_.find(key_of(sign, says));
    if (found == open_.end()) continue;
    visit(found->second, weight_of(found->second, setup.scenario.risk_information.half_life, now));
  }
}

double Profiles::weight(const scoring::Declared& declared, const Setup& setup, Time now) const {
  double sum = 0;
  for_each_match(declared, setup, now, [&](const Profile&, double weight) { sum += weight; });
  return sum;
}

std::optional<Subject> Profiles::strongest(const scoring::Declared& declared, const Setup& setup,
                                           Time now) const {
  std::optional<Subject> found;
  double most = 0;
  for_each_match(declared, setup, now, [&](const Profile& profile, double weight) {
    if (!profile.found || weight <= most) return;
    most = weight;
    found = profile.found;
  });
  return found;
}

bool Profiles::begun(Time now) const {
  return std::any_of(open_.begin(), open_.end(),
                     [now](const auto& entry) { return entry.second.from <= now; });
}

void Profiles::clear_up(Time now) {
  std::erase_if(open_, [&](const auto& entry) { return entry.second.until <= now; });
}

}  // namespace cordon

namespace cordon::profiles {

Profiles make(const CrossingSetup& post, const Setup& setup,
              const std::vector<std::vector<std::uint64_t>>& values) {
  Profiles made;
  for (std::size_t c = 0; c < setup.criteria.size(); ++c) {
    const CriterionSetup& criterion = setup.criteria[c];
    const auto& posts = criterion.posts;
    if (!posts.empty() && std::find(posts.begin(), posts.end(), post.index) == posts.end())
      continue;
    for (const std::uint64_t value : values[c]) {
      scoring::Declared declared;
      declared.says[static_cast<std::size_t>(setup.fields[criterion.field].category)] = value;
      made.open(criterion.sign, setup.signs[criterion.sign].in(declared),
                {criterion.weight, criterion.from, criterion.until, false, {}}, setup);
    }
  }
  return made;
}

void report_find(Subject vehicle, const scoring::Declared& declared, CrossingStep step) {
  if (step.setup.scenario.risk_information.reach == FormReach::nobody) return;
  const std::uint64_t says = step.setup.signs[of_forms].in(declared);
  const CrossingIndex here = step.setup.crossing_at(step.agenda.place);
  if (says != 0) step.schedule_at_once(RiskFormIssued{{here, vehicle, says, 1}});
}

void on(const RiskFormIssued& event, CrossingStep step) {
  const RiskInformationSpec& rules = step.setup.scenario.risk_information;
  const CrossingSetup& here = step.setup.crossings[event.form.from.value];
  step.schedule_at_once(RiskFormTakenUp{event.form});
  for (const CrossingSetup& other : step.setup.crossings) {
    const bool reached = rules.reach == FormReach::all || other.country == here.country;
    if (reached && !other.is_base && other.index != here.index)
      step.send(other.place, std::max(rules.latency, step.setup.border), event.form);
  }
}

void on(const RiskFormReceived& event, CrossingStep step) {
  const CrossingIndex here = step.setup.crossing_at(step.agenda.place);
  const auto address = static_cast<std::uint32_t>(VehicleLuck::uptake) + here.value;
  if (step.luck.uniform(event.form.vehicle, address) < step.setup.scenario.risk_information.uptake)
    step.schedule_at_once(RiskFormTakenUp{event.form});
}

// Alike signals mean the same in another country only so far.
void on(const RiskFormTakenUp& event, Profiles& self, CrossingStep step) {
  const RiskInformationSpec& rules = step.setup.scenario.risk_information;
  const auto country_of = [&](CrossingIndex c) { return step.setup.crossings[c.value].country; };
  const CrossingIndex here = step.setup.crossing_at(step.agenda.place);
  const bool foreign = event.form.from && country_of(event.form.from) != country_of(here);
  const double means = static_cast<double>(event.form.counts) *
                       (foreign ? step.setup.scenario.selection.harmonisation : 1);
  self.clear_up(step.now);
  self.open(of_forms, event.form.says,
            {rules.weight * means, step.now, step.now + rules.validity, true, event.form.vehicle},
            step.setup);
}

}  // namespace cordon::profiles
