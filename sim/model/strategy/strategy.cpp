#include "sim/model/strategy/strategy.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "sim/model/crossing/machines.hpp"

namespace cordon::strategy {
namespace {

double recent_finds(CrossingIndex post, const Board& board) {
  double sum = 0;
  for (const Finds& finds : board.finds[post.value]) sum += finds.recent;
  return sum;
}

std::vector<double> weights(const ProgrammeSetup& programme, DeskStep step) {
  std::vector<double> weights;
  for (std::size_t p = 0; p < programme.posts.size(); ++p) {
    switch (programme.spec.rule) {
      case AllocationRule::by_traffic:
        weights.push_back(programme.traffic[p]);
        break;
      case AllocationRule::by_finds:
        weights.push_back(recent_finds(programme.posts[p], step.board));
        break;
      default:
        weights.push_back(1);
    }
  }
  return weights;
}

void order(std::size_t post, const ProgrammeSetup& programme, Programme& self, DeskStep step) {
  const EquipmentSpec& kind =
      step.setup.scenario.equipment.at(step.setup.equipment[programme.equipment.value].name);
  const CrossingIndex to = programme.posts[post];
  const Machine machine = machines::bought(
      programme.equipment, to, {programme.source, self.ordered++}, step.setup, step.luck);
  step.send(step.setup.crossings[to.value].place, std::max(kind.lead_time, step.setup.border),
            MachineSent{machine});
  step.schedule_at_once(MachineOrdered{to, programme.equipment, kind.price});
  self.money -= kind.price;
  ++self.machines[post];
}

int officers_of(const CrossingSetup& post, Authority authority) {
  int officers = 0;
  for (const CrewSetup& crew : post.crews)
    if (crew.authority == authority) officers += crew.officers;
  return officers;
}

// A post, its officers of the authority, and what they have found lately.
struct Yield {
  const CrossingSetup* post = nullptr;
  double finds = 0;
  int officers = 0, fewest = 0;
  [[nodiscard]] double rate() const { return finds / officers; }
};

std::vector<Yield> yields(Authority authority, DeskStep step) {
  std::vector<Yield> yields;
  for (const CrossingSetup& post : step.setup.crossings) {
    const int officers = officers_of(post, authority);
    if (post.is_base || officers == 0) continue;
    const Finds& finds = step.board.finds[post.index.value][static_cast<std::size_t>(authority)];
    yields.push_back({&post, finds.recent, officers, (officers + 1) / 2});
  }
  return yields;
}

// The two that differ most, of those that differ enough, can spare an officer and have a road
// between them: no officer is sent from an island.
std::optional<std::pair<Yield*, Yield*>> furthest_apart(std::vector<Yield>& posts, double margin) {
  std::optional<std::pair<Yield*, Yield*>> furthest;
  double apart = 0;
  for (Yield& from : posts) {
    if (from.officers <= from.fewest) continue;
    for (Yield& to : posts) {
      const double more = to.rate() - from.rate();
      if (more <= apart || to.rate() <= margin * from.rate() ||
          from.post->way[to.post->index.value] == endless)
        continue;
      apart = more;
      furthest = {&from, &to};
    }
  }
  return furthest;
}

}  // namespace

Strategy make(const Setup& setup, Agenda<DeskEvent>& agenda) {
  Strategy made;
  made.assessors = threat_assessments::make(setup, agenda);
  const auto first = [&](Duration at, const auto& event) {
    agenda.future.schedule(start_of_run + at, agenda.next_order(), event);
  };
  for (std::uint16_t p = 0; p < setup.programmes.size(); ++p) {
    const ProgrammeSetup& programme = setup.programmes[p];
    Programme& fund = made.programmes.emplace_back();
    for (const CrossingIndex post : programme.posts)
      fund.machines.push_back(setup.crossings[post.value].equipment[programme.equipment.value]);
    first(programme.spec.first, FundingDecided{{p}});
  }
  for (std::uint16_t t = 0; t < setup.training_needs.size(); ++t) {
    made.trained.emplace_back(setup.training_needs[t].places.size());
    first(setup.training_needs[t].spec.first, TrainingDecided{{t}});
  }
  if (setup.scenario.review) first(setup.scenario.review->first, StrategyReviewed{});
  return made;
}

std::size_t next_by_averages(const std::vector<double>& weight, const std::vector<int>& has) {
  const bool any = std::any_of(weight.begin(), weight.end(), [](double w) { return w > 0; });
  const auto average = [&](std::size_t i) { return (any ? weight[i] : 1) / (has[i] + 1); };
  std::size_t next = 0;
  for (std::size_t i = 1; i < weight.size(); ++i)
    if (average(i) > average(next)) next = i;
  return next;
}

void on(const FundingDecided& event, Strategy& self, DeskStep step) {
  const ProgrammeSetup& programme = step.setup.programmes[event.programme.value];
  Programme& fund = self.programmes[event.programme.value];
  fund.money += programme.spec.budget;
  const double price = step.setup.equipment[programme.equipment.value].price;
  const std::vector<double> by = weights(programme, step);
  while (fund.money >= price) order(next_by_averages(by, fund.machines), programme, fund, step);
  step.schedule(programme.spec.every, event);
}

// What has been taught is lacked no more.
void on(const TrainingDecided& event, Strategy& self, DeskStep step) {
  const TrainingNeedsSetup& needs = step.setup.training_needs[event.training.value];
  std::vector<int>& trained = self.trained[event.training.value];
  std::vector<double> lack;
  for (std::size_t p = 0; p < needs.places.size(); ++p) {
    const TrainingPlace& place = needs.places[p];
    const bool by_need = needs.spec.rule == AllocationRule::by_need;
    lack.push_back(by_need ? place.lack - trained[p] * needs.spec.gain : place.officers);
  }
  std::vector<int> now(needs.places.size());
  for (int n = 0; n < needs.spec.officers; ++n) {
    const std::size_t next = next_by_averages(lack, now);
    if (now[next] == needs.places[next].officers) break;  // all who need it most are there
    ++now[next];
    ++trained[next];
  }
  for (std::size_t p = 0; p < needs.places.size(); ++p) {
    if (now[p] == 0) continue;
    const TrainingPlace& place = needs.places[p];
    step.send(step.setup.crossings[place.post.value].place,
              std::max<Duration>(1h, step.setup.border),
              CourseGranted{place.course, static_cast<std::uint16_t>(now[p])});
  }
  step.schedule(needs.spec.every, event);
}

// One by one, as if each post went on finding as much with more officers or fewer.
void on(const StrategyReviewed& event, DeskStep step) {
  const ReviewSpec& review = *step.setup.scenario.review;
  step.schedule(review.every, event);
  std::vector<Yield> posts = yields(review.authority, step);
  std::map<std::pair<CrossingIndex, CrossingIndex>, int> moved;
  for (int n = 0; n < review.officers; ++n) {
    const auto apart = furthest_apart(posts, review.margin);
    if (!apart) break;
    const auto [from, to] = *apart;
    --from->officers;
    ++to->officers;
    ++moved[{from->post->index, to->post->index}];
  }
  for (const auto& [way, officers] : moved)
    step.send(step.setup.crossings[way.first.value].place,
              std::max<Duration>(1h, step.setup.border),
              OfficersReassigned{way.second, static_cast<std::uint16_t>(officers), review.authority,
                                 step.now + review.every});
}

}  // namespace cordon::strategy
