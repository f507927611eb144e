#include "sim/model/cooperation/correspondence.hpp"

#include <algorithm>

#include "sim/model/cooperation/special_forms.hpp"

namespace cordon::correspondence {
namespace {

// For the first time, or once more.
bool is_in_course(OperationIndex operation, const Known& known, const Setup& setup) {
  const auto& all = known.operations;
  return std::any_of(all.begin(), all.end(), [&](OperationIndex o) {
    return o == operation || setup.operations[o.value].repeats == operation;
  });
}

Occasion occasion_of(ExchangeKind kind) {
  if (kind == ExchangeKind::expertise) return Occasion::doubt;
  return kind == ExchangeKind::permit ? Occasion::delivery : Occasion::seizure;
}

bool is_about(const Find& find, const ExchangeSetup& exchange, CrossingIndex here,
              const Known& known, const Setup& setup) {
  const ExchangeKind kind = exchange.spec.kind;
  if (kind == ExchangeKind::intelligence || kind == ExchangeKind::images) return false;
  if (occasion_of(kind) != find.occasion) return false;
  if (kind == ExchangeKind::alert && !find.first) return false;
  return !exchange.way[here.value].empty() && exchange.commodities[find.commodity.value] &&
         find.value >= exchange.spec.min_value && find.damage >= exchange.spec.min_damage &&
         (!exchange.operation || is_in_course(exchange.operation, known, setup));
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
  if (find.occasion != Occasion::seizure) m.kind = MessageKind::request;
  if (rules.kind == ExchangeKind::referral || rules.kind == ExchangeKind::permit)
    m.says = special_forms::pack({find.commodity, {}, find.destination}, find.form);
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

bool is_told_to_a_desk(const Find& find, const Known& known, CrossingStep step) {
  const CrossingIndex here = step.setup.crossing_at(step.agenda.place);
  return std::any_of(step.setup.exchanges.begin(), step.setup.exchanges.end(),
                     [&](const ExchangeSetup& exchange) {
                       return is_about(find, exchange, here, known, step.setup);
                     });
}

void open(const Find& find, Correspondence& self, const Known& known, CrossingStep step) {
  const CrossingIndex here = step.setup.crossing_at(step.agenda.place);
  for (std::uint16_t e = 0; e < step.setup.exchanges.size(); ++e) {
    const ExchangeSetup& exchange = step.setup.exchanges[e];
    if (!is_about(find, exchange, here, known, step.setup)) continue;
    const ChannelIndex channel = exchange.way[here.value].front().channel;
    self.open.push_back(
        {message_on(find, {e}, here, step),
         {step.setup.channels[channel.value].spec.officer_time, false, step.now, {}}});
  }
}

void hold(VehicleId vehicle, const Find& find, Correspondence& self, CrossingStep step) {
  const Duration holding = find.occasion == Occasion::delivery
                               ? Duration(step.setup.scenario.investigation.waits_for_permit)
                               : step.setup.commodities[find.commodity.value].holding;
  self.pending.push_back({vehicle, find.vehicle, step.schedule(holding, HoldingEnded{vehicle})});
}

void send_picture(VehicleId id, const Vehicle& vehicle, ExchangeIndex exchange,
                  Correspondence& self, CrossingStep step) {
  Message m;
  m.about = vehicle.draws.subject;
  m.born = step.now;
  m.exchange = exchange;
  m.from = step.setup.crossing_at(step.agenda.place);
  m.kind = MessageKind::picture;
  self.pending.push_back({id, m.about, {}});
  messages::send(m, step);
}

VehicleId take_pending(const Message& answer, Correspondence& self, CrossingStep step) {
  const auto found = std::find_if(self.pending.begin(), self.pending.end(),
                                  [&](const Pending& p) { return p.about == answer.about; });
  if (found == self.pending.end()) return {};
  const VehicleId vehicle = found->vehicle;
  if (found->gives_up) step.agenda.future.cancel(found->gives_up);
  self.pending.erase(found);
  return vehicle;
}

void give_up(const HoldingEnded& event, Correspondence& self) {
  const auto found = std::find_if(self.pending.begin(), self.pending.end(),
                                  [&](const Pending& p) { return p.vehicle == event.vehicle; });
  std::erase_if(self.open, [&](const OpenMessage& o) {
    return o.message.about == found->about && !o.work.begun;
  });
  self.pending.erase(found);
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
