#include "sim/model/opponent/intelligence.hpp"

#include "sim/engine/elementary.hpp"
#include "sim/model/trade/papers.hpp"

namespace cordon::intelligence {
namespace {

enum class ItemLuck : std::uint32_t { gap, is_true, front, field = 16 };

// The n-th item on a group, of one exchange.
Subject item(std::uint32_t n, GroupIndex group, const ExchangeSetup& exchange) {
  return {exchange.source, std::uint32_t{group.value} << 24 | (n & 0xffffffu)};
}

Duration until_next(Subject item, const ExchangeSetup& exchange, const Setup& setup,
                    const Luck& luck) {
  const double groups = static_cast<double>(setup.groups.size());
  const double mean = seconds(exchange.spec.every) * groups;
  return std::max(Duration{1},
                  from_seconds(-elementary::log(luck.uniform(item, ItemLuck::gap)) * mean));
}

// What its papers say now.
scoring::Declared papers_of(Subject item, const Group& self, GroupStep step) {
  Shipment shown;
  shown.owner = step.setup.group_at(self.setup->place);
  shown.looks_like = self.setup->commodities.front();
  if (const int often = self.setup->spec.papers_after_losses; often > 0)
    shown.papers = static_cast<std::uint8_t>(self.losses / often);
  scoring::Declared made;
  for (std::size_t f = 0; f < step.setup.fields.size(); ++f) {
    const FieldSetup& field = step.setup.fields[f];
    const double luck = step.luck.uniform(
        item, static_cast<std::uint32_t>(ItemLuck::field) + static_cast<std::uint32_t>(f));
    const auto which = static_cast<std::uint32_t>(luck * field.spec.typical);
    made.says[static_cast<std::size_t>(field.category)] =
        papers::typical_value(f, which, shown, step.setup, step.luck);
  }
  if (self.fronts.empty()) return made;
  const double front = step.luck.uniform(item, ItemLuck::front);
  made.says[static_cast<std::size_t>(scoring::Category::importer)] =
      self.fronts[static_cast<std::size_t>(front * static_cast<double>(self.fronts.size()))];
  return made;
}

// What anybody's papers might say.
scoring::Declared rumour(Subject item, GroupStep step) {
  scoring::Declared made;
  for (std::size_t f = 0; f < step.setup.fields.size(); ++f) {
    const FieldSetup& field = step.setup.fields[f];
    const double luck = step.luck.uniform(
        item, static_cast<std::uint32_t>(ItemLuck::field) + static_cast<std::uint32_t>(f));
    made.says[static_cast<std::size_t>(field.category)] =
        1 + static_cast<std::uint64_t>(luck * field.spec.values);
  }
  const double operators = step.setup.scenario.trader.operators;
  made.says[static_cast<std::size_t>(scoring::Category::importer)] =
      operators > 0
          ? 1 + static_cast<std::uint64_t>(step.luck.uniform(item, ItemLuck::front) * operators)
          : 0;
  return made;
}

}  // namespace

void start(Group& self, const Setup& setup, const Luck& luck) {
  self.intelligence.resize(setup.exchanges.size());
  for (std::uint16_t e = 0; e < setup.exchanges.size(); ++e) {
    const ExchangeSetup& exchange = setup.exchanges[e];
    if (exchange.spec.kind != ExchangeKind::intelligence) continue;
    const Subject first = item(0, setup.group_at(self.setup->place), exchange);
    self.agenda.future.schedule(start_of_run + until_next(first, exchange, setup, luck),
                                self.agenda.next_order(), IntelligenceGathered{{e}});
  }
}

void tell(ExchangeIndex what, bool is_true, Group& self, GroupStep step) {
  const ExchangeSetup& exchange = step.setup.exchanges[what.value];
  const GroupIndex group = step.setup.group_at(self.setup->place);
  const Subject now = item(self.intelligence[what.value]++, group, exchange);
  Message m;
  m.about = now;
  m.born = step.now;
  m.says = step.setup.signs.front().in(is_true ? papers_of(now, self, step) : rumour(now, step));
  m.exchange = what;
  step.send(exchange.desk, step.setup.border, m);
}

void on(const IntelligenceGathered& event, Group& self, GroupStep step) {
  const ExchangeSetup& exchange = step.setup.exchanges[event.exchange.value];
  const GroupIndex group = step.setup.group_at(self.setup->place);
  const Subject now = item(self.intelligence[event.exchange.value], group, exchange);
  const bool is_true = step.luck.uniform(now, ItemLuck::is_true) < exchange.spec.true_share();
  tell(event.exchange, is_true, self, step);
  const Subject next = item(self.intelligence[event.exchange.value], group, exchange);
  step.schedule(until_next(next, exchange, step.setup, step.luck), event);
}

}  // namespace cordon::intelligence
