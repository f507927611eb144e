#include "sim/model/cooperation/desk.hpp"

#include <algorithm>

#include "sim/model/cooperation/special_forms.hpp"
#include "sim/model/drawn_time.hpp"

namespace cordon::desk {
namespace {

const ExchangeSetup& exchange_of(const Message& m, const Setup& setup) {
  return setup.exchanges[m.exchange.value];
}

bool is_open_now(const DeskSetup& here, DeskStep step) {
  return here.hours.empty() || is_open(here.hours, step.setup.calendar.local(step.now).of_day);
}

void read_next(Inbox& self, const DeskSetup& here, DeskStep step) {
  if (self.waiting.empty() || self.opens) return;
  if (!is_open_now(here, step)) {
    const Duration of_day = step.setup.calendar.local(step.now).of_day;
    self.opens = step.schedule(until_change(here.hours, of_day), DeskOpened{});
    return;
  }
  while (!self.waiting.empty() && self.busy < here.spec.analysts) {
    ++self.busy;
    step.schedule_at_once(ReadingBegan{self.waiting.pop()});
  }
}

void file(const Message& m, Inbox& self) {
  if (m.leads_to == Subject{} || !m.legible) return;
  LeadFile& known = self.files[m.leads_to];
  if (known.latest.vehicle != m.about) known.before = known.latest;
  known.latest = {m.about, m.from, m.says};
}

// Back over the way that leads there.
Message to_post(CrossingIndex post, MessageKind kind, Message m) {
  m.kind = kind;
  m.to = post;
  m.hops = 0;
  m.legible = true;
  return m;
}

void tell_others(const Message& m, MessageKind kind, DeskStep step) {
  const auto& ways = exchange_of(m, step.setup).way;
  for (std::uint16_t c = 0; c < ways.size(); ++c)
    if (!ways[c].empty() && CrossingIndex{c} != m.from) messages::send(to_post({c}, kind, m), step);
}

void prepare_answer(const Message& m, DeskStep step) {
  if (m.direct) return void(step.schedule_at_once(AnswerDue{m}));
  const double luck = luck_of(m, messages::FindDraw::holder, step.setup, step.luck);
  step.schedule(drawn_time(exchange_of(m, step.setup).spec.holder_time, luck), AnswerDue{m});
}

// What a picture shows is known here; what becomes of the vehicle, its post decides.
void send_back(const Message& m, DeskStep step) {
  Message seen = to_post(m.from, m.kind, m);
  seen.legible = m.legible;
  messages::send(seen, step);
}

// The unit opens a case.
void refer(const Message& m, DeskStep step) {
  if (m.legible) messages::send(to_post(step.setup.unit, MessageKind::referral, m), step);
}

const SpecialFormSpec& form_of(const Message& asked, const Setup& setup) {
  return setup.special_forms[special_forms::form_of(asked.says).value].spec;
}

// Whoever decides on it thinks it over.
void prepare_permit(const Message& m, DeskStep step) {
  if (!m.legible) return;
  const double luck = luck_of(m, messages::FindDraw::holder, step.setup, step.luck);
  step.schedule(drawn_time(form_of(m, step.setup).permit, luck), AnswerDue{m});
}

// Who knows the goods says what they are, and a prosecutor what may be done.
void give_opinion(const Message& asked, Message answer, DeskStep step) {
  const double luck = luck_of(asked, messages::FindDraw::confirmed, step.setup, step.luck);
  const ExchangeSpec& rules = exchange_of(asked, step.setup).spec;
  const bool of_permit = rules.kind == ExchangeKind::permit;
  answer.granted = luck < (of_permit ? form_of(asked, step.setup).granted : rules.confirmed);
  messages::send(answer, step);
}

// Of a message that is where it is for.
void conclude(const Message& m, Inbox& self, DeskStep step) {
  switch (exchange_of(m, step.setup).spec.kind) {
    case ExchangeKind::report:
      return file(m, self);
    case ExchangeKind::inquiry:
    case ExchangeKind::expertise:
      return prepare_answer(m, step);
    case ExchangeKind::images:
      return send_back(m, step);
    case ExchangeKind::referral:
      return refer(m, step);
    case ExchangeKind::permit:
      return prepare_permit(m, step);
    case ExchangeKind::warning:
    case ExchangeKind::intelligence:
      if (m.legible && m.says != 0) tell_others(m, MessageKind::warning, step);
      return;
    case ExchangeKind::alert:
      if (m.legible) tell_others(m, MessageKind::alert, step);
      return;
  }
}

const FiledFind* find_match(const Message& m, const Inbox& self, const DeskSetup& here,
                            DeskStep step) {
  if (m.leads_to == Subject{} || !m.legible) return nullptr;
  const auto found = self.files.find(m.leads_to);
  if (found == self.files.end()) return nullptr;
  const LeadFile& known = found->second;
  const FiledFind& other = known.latest.vehicle == m.about ? known.before : known.latest;
  if (other.vehicle == Subject{}) return nullptr;
  const double sees = 0.6 + 0.4 * here.spec.skill;
  const bool seen = luck_of(m, messages::FindDraw::match, step.setup, step.luck) < sees;
  return seen ? &other : nullptr;
}

}  // namespace

void start(Desk& self, const Setup& setup) {
  for (std::uint16_t c = 0; c < setup.channels.size(); ++c) {
    const ChannelSetup& channel = setup.channels[c];
    const auto& members = channel.spec.desks;
    if (std::find(members.begin(), members.end(), self.setup->name) == members.end()) continue;
    for (const auto& outage : channel.outages) {
      self.agenda.future.schedule(outage.from, self.agenda.next_order(), ChannelFailed{{c}});
      self.agenda.future.schedule(outage.until, self.agenda.next_order(), ChannelRestored{{c}});
    }
  }
}

void on(const ConditionsChanged&, Inbox& self, const DeskSetup& here, DeskStep step) {
  step.agenda.future.cancel(self.opens);
  self.opens = {};
  read_next(self, here, step);
}

void on(const MessageReceived& event, Inbox& self, const DeskSetup& here, DeskStep step) {
  self.waiting.push_back(event.message);
  read_next(self, here, step);
}

void on(const DeskOpened&, Inbox& self, const DeskSetup& here, DeskStep step) {
  self.opens = {};
  read_next(self, here, step);
}

void on(const ReadingBegan& event, const DeskSetup& here, DeskStep step) {
  const double luck = luck_of(event.message, messages::Draw::reading, step.setup, step.luck);
  step.schedule(drawn_time(here.spec.time, luck), ReadingEnded{event.message});
}

void on(const ReadingEnded& event, Inbox& self, const DeskSetup& here, DeskStep step) {
  --self.busy;
  if (messages::is_at_its_goal(event.message, step.setup))
    conclude(event.message, self, step);
  else
    messages::send(event.message, step);
  read_next(self, here, step);
}

void on(const AnswerDue& event, Inbox& self, const DeskSetup& here, DeskStep step) {
  const Message& asked = event.message;
  Message answer = to_post(asked.from, MessageKind::answer, asked);
  answer.says = 0;
  answer.leads_to = {};
  if (exchange_of(asked, step.setup).spec.kind != ExchangeKind::inquiry)
    return give_opinion(asked, answer, step);
  if (const FiledFind* other = find_match(asked, self, here, step)) {
    answer.leads_to = other->vehicle;
    answer.says = other->says;
    answer.from = other->from;
    step.schedule_at_once(MatchFound{answer});
    if (other->from != asked.from)
      messages::send(to_post(other->from, MessageKind::warning, asked), step);
  }
  messages::send(answer, step);
  file(asked, self);
}

}  // namespace cordon::desk
