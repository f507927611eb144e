#include "sim/model/cooperation/correspondence.hpp"

#include <algorithm>

namespace cordon::correspondence {
namespace {

bool is_in_course(OperationIndex operation, const Known& known) {
  const auto& all = known.operations;
  return std::find(all.begin(), all.end(), operation) != all.end();
}

bool is_about(const Find& find, const ExchangeSetup& exchange, CrossingIndex here,
              const Known& known) {
  const ExchangeKind kind = exchange.spec.kind;
  if (kind == ExchangeKind::intelligence) return false;
  if (kind == ExchangeKind::alert && !find.first) return false;
  return !exchange.way[here.value].empty() && exchange.commodities[find.commodity.value] &&
         find.value >= exchange.spec.min_value &&
         (!exchange.operation || is_in_course(exchange.operation, known));
}

Message message_on(const Find& find, ExchangeIndex index, CrossingIndex here, CrossingStep step) {
  const ExchangeSpec& rules = step.setup.exchanges[index.value].spec;
  Message m;
  m.about = find.vehicle;
  m.born = step.now;
  m.says = find.says;
  m.leads_to = find.leads_to;
  m.exchange = index;
  m.from = here;
  if (rules.kind == ExchangeKind::alert) m.says = find.commodity.value;
  if (rules.kind != ExchangeKind::inquiry) return m;
  const auto draw = [&](messages::FindDraw what) {
    return messages::luck_of(m, what, step.setup, step.luck);
  };
  m.kind = MessageKind::request;
  m.urgent = draw(messages::FindDraw::urgent) < rules.urgent;
  m.direct = draw(messages::FindDraw::direct) < rules.direct;
  return m;
}

}  // namespace

void open(const Find& find, Correspondence& self, const Known& known, CrossingStep step) {
  const CrossingIndex here = step.setup.crossing_at(step.agenda.place);
  for (std::uint16_t e = 0; e < step.setup.exchanges.size(); ++e) {
    const ExchangeSetup& exchange = step.setup.exchanges[e];
    if (!is_about(find, exchange, here, known)) continue;
    const ChannelIndex channel = exchange.way[here.value].front().channel;
    self.open.push_back(
        {message_on(find, {e}, here, step),
         {step.setup.channels[channel.value].spec.officer_time, false, step.now, {}}});
  }
}

void write(int officers, Correspondence& self, CrossingStep step) {
  share_out(
      officers, self.open, [](const OpenMessage& o) { return MessageBegan{o.message}; },
      [](const OpenMessage& o) { return MessageWritten{o.message}; }, step);
}

void on(const MessageWritten& event, Correspondence& self, CrossingStep step) {
  const Message& written = event.message;
  std::erase_if(self.open, [&](const OpenMessage& o) {
    return o.message.about == written.about && o.message.exchange == written.exchange;
  });
  messages::send(written, step);
}

void on(const MessageReceived& event, CrossingStep step) {
  const Message& m = event.message;
  if (!m.legible) return;
  if (m.kind == MessageKind::alert) {
    const CommodityIndex substance{static_cast<std::uint16_t>(m.says)};
    const auto& goods = step.setup.commodities[substance.value];
    return void(step.schedule(goods.training, SubstanceRecognised{substance}));
  }
  if (m.says == 0) return;
  const ExchangeSpec& rules = step.setup.exchanges[m.exchange.value].spec;
  const bool graded = rules.kind == ExchangeKind::intelligence;
  const Subject found = m.kind == MessageKind::answer ? m.leads_to : m.about;
  step.schedule_at_once(RiskFormReceived{
      {m.from, found, m.says, graded ? static_cast<float>(rules.true_share()) : 1}});
}

}  // namespace cordon::correspondence
