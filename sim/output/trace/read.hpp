#pragma once

// What the rows say, read from an event and the place where it happens, before the place reacts.

#include "sim/output/trace/value.hpp"

namespace cordon::trace::read {

inline const Shipment& hidden(VehicleId id, const Crossing& here) { return here.hold.of(id); }
inline std::uint32_t officers(const Crossing& here, Authority a) {
  return static_cast<std::uint32_t>(here.staff.on_duty[static_cast<std::size_t>(a)]);
}

inline constexpr auto vehicle = value<Key::vehicle>(
    [](const auto& e, const Crossing& here) { return here.vehicles[e.vehicle].draws.subject; });
inline constexpr auto reported =
    value<Key::vehicle>([](const auto& e, const Crossing&) -> Subject { return e.vehicle; });
inline constexpr auto departing = value<Key::vehicle>([](const auto& e, const Region& here) {
  return Subject{here.setup->sources[e.source].source, here.sources[e.source].born};
});
inline constexpr auto consignment = value<Key::vehicle>([](const auto& e, const Group& here) {
  return Subject{here.setup->source, e.number};
});
inline constexpr auto new_consignment = value<Key::vehicle>([](const auto&, const Group& here) {
  return Subject{here.setup->source, here.planned};
});

inline constexpr auto its_line = value<Key::line>(
    [](const auto& e, const Crossing& here) { return here.vehicles[e.vehicle].line; });
inline constexpr auto line =
    value<Key::line>([](const auto& e, const auto&) -> LineIndex { return e.line; });
inline constexpr auto verdict =
    value<Key::verdict>([](const auto& e, const Crossing&) -> std::uint32_t {
      return static_cast<std::uint32_t>(e.verdict);
    });
inline constexpr auto referring_post = value<Key::crossing>(
    [](const auto& e, const Desk&) -> CrossingIndex { return e.referral.crossing; });
inline constexpr auto line_learnt_of =
    value<Key::line>([](const auto& e, const Group&) -> LineIndex { return e.what.line; });
inline constexpr auto vehicles_sent =
    value<Key::vehicles>([](const auto& e, const Group&) -> std::uint32_t { return e.vehicles; });
inline constexpr auto stands_for =
    value<Key::vehicles>([](const auto& e, const Crossing& here) -> std::uint32_t {
      return here.vehicles[e.vehicle].stands_for;
    });
inline constexpr auto from = value<Key::from>(
    [](const auto& e, const Crossing& here) { return here.vehicles[e.from].draws.subject; });
inline constexpr auto line_of_stage = value<Key::line>(
    [](const auto& e, const Crossing& here) { return here.setup->stages[e.stage.value].line; });
inline constexpr auto stage =
    value<Key::stage>([](const auto& e, const Crossing&) -> StageIndex { return e.stage; });
inline constexpr auto its_stage = value<Key::stage>(
    [](const auto& e, const Crossing& here) { return here.vehicles[e.vehicle].stage; });
inline constexpr auto lane =
    value<Key::lane>([](const auto& e, const Crossing&) -> std::uint32_t { return e.lane; });
inline constexpr auto channel =
    value<Key::channel>([](const auto& e, const Crossing&) -> Channel { return e.channel; });
inline constexpr auto risk_score = value<Key::risk_score>([](const auto& e, const Crossing& here) {
  return here.vehicles[e.vehicle].declaration.risk_score;
});
inline constexpr auto matches_profile = value<Key::matches_profile>(
    [](const auto& e, const Crossing& here) { return here.vehicles[e.vehicle].matches_profile; });
inline constexpr auto found =
    value<Key::found>([](const auto& e, const Crossing&) -> bool { return e.found; });
inline constexpr auto initial = value<Key::initial>(
    [](const auto& e, const Crossing& here) { return here.vehicles[e.vehicle].initial; });
inline constexpr auto authorised = value<Key::authorised>(
    [](const auto& e, const Crossing& here) { return here.vehicles[e.vehicle].declaration.aeo; });

inline constexpr auto found_commodity = value<Key::commodity>(
    [](const auto& e, const Crossing& here) { return hidden(e.vehicle, here).commodity; });
inline constexpr auto found_mass_kg = value<Key::mass_kg>(
    [](const auto& e, const Crossing& here) { return hidden(e.vehicle, here).mass_kg; });
inline constexpr auto hidden_commodity = value<Key::hidden_commodity>(
    [](const auto& e, const Crossing& here) { return hidden(e.vehicle, here).commodity; });
inline constexpr auto hidden_mass_kg =
    value<Key::hidden_mass_kg>([](const auto& e, const Crossing& here) {
      const Shipment& goods = hidden(e.vehicle, here);
      return goods.illicit() ? goods.mass_kg : std::bit_cast<float>(none);
    });
inline constexpr auto hidden_concealed =
    value<Key::hidden_concealed>([](const auto& e, const Crossing& here) {
      const Shipment& goods = hidden(e.vehicle, here);
      return goods.illicit() ? std::optional(goods.concealed) : std::nullopt;
    });
inline constexpr auto hidden_by = value<Key::hidden_by>(
    [](const auto& e, const Crossing& here) { return hidden(e.vehicle, here).owner; });

inline constexpr auto wanted = value<Key::open>(
    [](const LanesWanted& e, const Crossing&) -> std::uint32_t { return e.lanes; });
inline constexpr auto was_open =
    value<Key::was_open>([](const auto& e, const Crossing&) -> std::uint32_t { return e.was; });
inline constexpr auto open =
    value<Key::open>([](const auto& e, const Crossing&) -> std::uint32_t { return e.open; });

inline constexpr auto crew = value<Key::crew>([](const auto& e, const Crossing&) {
  return CrewOf{e.team.home, e.team.crew};
});
inline constexpr auto borrower = value<Key::operation>(
    [](const auto& e, const Crossing&) -> OperationIndex { return e.team.operation; });
inline constexpr auto officers_of = value<Key::officers>(
    [](const auto& e, const Crossing&) { return static_cast<std::uint32_t>(e.team.officers); });
inline constexpr auto arriving_crew =
    value<Key::crew>([](const TeamArrived& e, const Crossing& here) {
      const Team& team = here.staff.arriving[e.team];
      return CrewOf{team.home, team.crew};
    });
inline constexpr auto arriving_for =
    value<Key::operation>([](const TeamArrived& e, const Crossing& here) {
      return here.staff.arriving[e.team].operation;
    });
inline constexpr auto arriving =
    value<Key::officers>([](const TeamArrived& e, const Crossing& here) {
      return static_cast<std::uint32_t>(here.staff.arriving[e.team].officers);
    });
inline constexpr auto set_out = value<Key::set_out>(
    [](const TeamArrived& e, const Crossing& here) { return here.staff.arriving[e.team].left; });
inline constexpr auto on_duty =
    value<Key::on_duty>([](const TeamLeft& e, const Crossing&) { return e.on_duty; });
inline constexpr auto to = value<Key::to>([](const TeamLeft& e, const Crossing&) { return e.to; });
inline constexpr auto customs_on_duty = value<Key::customs_on_duty>(
    [](const auto&, const Crossing& here) { return officers(here, Authority::customs); });
inline constexpr auto border_guards_on_duty = value<Key::border_guards_on_duty>(
    [](const auto&, const Crossing& here) { return officers(here, Authority::border_guard); });
inline constexpr auto others_on_duty =
    value<Key::others_on_duty>([](const auto&, const Crossing& here) {
      std::uint32_t others = 0;
      for (const Authority a : {Authority::police, Authority::coast_guard, Authority::veterinary})
        others += officers(here, a);
      return others;
    });
inline constexpr auto activity = value<Key::activity>(
    [](const ActivityChanged& e, const Crossing&) -> Activity { return e.activity; });
inline constexpr auto since =
    value<Key::since>([](const OvertimeEnded& e, const Crossing&) -> Time { return e.since; });
inline constexpr auto staying = value<Key::crew>([](const StayEnded& e, const Crossing&) {
  return CrewOf{e.home, e.crew};
});
inline constexpr auto first_called = value<Key::first_called>(
    [](const HelpNeeded& e, const Crossing&) -> CrossingIndex { return e.from; });
inline constexpr auto caller = value<Key::crossing>(
    [](const auto& e, const Crossing&) -> CrossingIndex { return e.call.post; });
inline constexpr auto ready = value<Key::crew>([](const HelpReady& e, const Crossing& here) {
  const Team& team = here.staff.teams[e.team];
  return CrewOf{team.home, team.crew};
});
inline constexpr auto ready_officers = value<Key::officers>(
    [](const HelpReady& e, const Crossing&) { return static_cast<std::uint32_t>(e.officers); });
inline constexpr auto secondment = value<Key::secondment>(
    [](const SecondmentDue& e, const Crossing&) -> std::uint32_t { return e.secondment; });
inline constexpr auto course =
    value<Key::course>([](const auto& e, const Crossing&) -> std::uint32_t { return e.course; });
inline constexpr auto open_reports =
    value<Key::open_reports>([](const auto&, const Crossing& here) {
      return static_cast<std::uint32_t>(here.reporting.open.size());
    });

inline constexpr auto equipment = value<Key::equipment>(
    [](const auto& e, const Crossing&) -> EquipmentIndex { return e.equipment; });
inline constexpr auto works =
    value<Key::works>([](const auto& e, const Crossing&) -> bool { return e.works; });
inline constexpr auto arriving_works =
    value<Key::works>([](const MachineArrived& e, const Crossing& here) {
      return !here.machines.arriving[e.machine].broken;
    });
inline constexpr auto operation =
    value<Key::operation>([](const auto& e, const auto&) -> OperationIndex { return e.operation; });
inline constexpr auto own_operation =
    value<Key::operation>([](const auto&, const Headquarters& here) { return here.index; });
inline constexpr auto move =
    value<Key::move>([](const auto& e, const Crossing&) -> std::uint32_t { return e.move; });

inline constexpr auto report =
    value<Key::report>([](const ReportWritten& e, const Crossing&) { return e.number; });
inline constexpr auto seized =
    value<Key::seized>([](const ReportWritten& e, const Crossing&) { return e.seized; });
inline constexpr auto copies = value<Key::copies>(
    [](const ReportWritten& e, const Crossing&) -> std::uint32_t { return e.copies; });
inline constexpr auto one_report =
    value<Key::one_report>([](const ReportWritten& e, const Crossing&) { return e.one_report; });
inline constexpr auto reporting_post =
    value<Key::crossing>([](const ReportReceived& e, const Desk&) { return e.report.crossing; });
inline constexpr auto received_report =
    value<Key::report>([](const ReportReceived& e, const Desk&) { return e.report.number; });
inline constexpr auto received_copy = value<Key::copy>(
    [](const ReportReceived& e, const Desk&) -> std::uint32_t { return e.report.copy; });
inline constexpr auto seized_then =
    value<Key::seized>([](const ReportReceived& e, const Desk&) { return e.report.seized; });

// Risk information.
inline constexpr auto found_in =
    value<Key::vehicle>([](const auto& e, const Crossing&) { return e.form.vehicle; });
inline constexpr auto issued_by = value<Key::crossing>(
    [](const auto& e, const Crossing&) -> CrossingIndex { return e.form.from; });

inline constexpr auto substance = value<Key::commodity>(
    [](const SubstanceRecognised& e, const Crossing&) -> CommodityIndex { return e.commodity; });
inline constexpr auto gathered_for = value<Key::exchange>(
    [](const IntelligenceGathered& e, const Group&) -> ExchangeIndex { return e.exchange; });
inline constexpr auto confirmed =
    value<Key::confirmed>([](const RecordHit& e, const Crossing&) -> bool { return e.confirmed; });

// Messages.
inline constexpr auto subject =
    value<Key::vehicle>([](const auto& e, const auto&) -> Subject { return e.message.about; });
inline constexpr auto exchange = value<Key::exchange>(
    [](const auto& e, const auto&) -> ExchangeIndex { return e.message.exchange; });
inline constexpr auto message =
    value<Key::message>([](const auto& e, const auto&) -> MessageKind { return e.message.kind; });
inline constexpr auto find_of = value<Key::crossing>(
    [](const auto& e, const auto&) -> CrossingIndex { return e.message.from; });
inline constexpr auto to_post =
    value<Key::to_post>([](const auto& e, const auto&) -> CrossingIndex { return e.message.to; });
inline constexpr auto hops =
    value<Key::hops>([](const auto& e, const auto&) -> std::uint32_t { return e.message.hops; });
inline constexpr auto legible =
    value<Key::legible>([](const auto& e, const auto&) -> bool { return e.message.legible; });
inline constexpr auto urgent =
    value<Key::urgent>([](const auto& e, const auto&) -> bool { return e.message.urgent; });
inline constexpr auto direct =
    value<Key::direct>([](const auto& e, const auto&) -> bool { return e.message.direct; });
inline constexpr auto granted =
    value<Key::granted>([](const auto& e, const auto&) -> bool { return e.message.granted; });
inline constexpr auto held_for =
    value<Key::held_for>([](const GoodsHeld& e, const Crossing&) -> Aside { return e.why; });
inline constexpr auto caught =
    value<Key::caught>([](const PursuitEnded& e, const Crossing&) -> bool { return e.caught; });

// Cases.
inline constexpr auto case_about =
    value<Key::vehicle>([](const auto& e, const Crossing&) -> Subject { return e.about; });
inline constexpr auto case_number = value<Key::case_number>(
    [](const auto& e, const Crossing&) -> std::uint32_t { return e.number; });
inline constexpr auto case_step =
    value<Key::case_step>([](const auto& e, const Crossing&) -> CaseStep { return e.step; });
inline constexpr auto case_outcome = value<Key::case_outcome>(
    [](const CaseClosed& e, const Crossing&) -> CaseOutcome { return e.outcome; });
inline constexpr auto special_form = value<Key::special_form>(
    [](const auto& e, const Crossing&) -> SpecialFormIndex { return e.form; });
inline constexpr auto found_at = value<Key::crossing>(
    [](const CaseOpened& e, const Crossing&) -> CrossingIndex { return e.found_at; });
inline constexpr auto case_goods = value<Key::commodity>(
    [](const CaseOpened& e, const Crossing&) -> CommodityIndex { return e.goods; });
inline constexpr auto destination = value<Key::destination>(
    [](const CaseOpened& e, const Crossing&) -> CountryIndex { return e.destination; });

inline constexpr auto readable =
    value<Key::legible>([](const PictureRead& e, const Crossing&) -> bool { return e.legible; });
inline constexpr auto match = value<Key::other_find>(
    [](const MatchFound& e, const Desk&) -> Subject { return e.message.leads_to; });
inline constexpr auto used = value<Key::other_find>(
    [](const InformationUsed& e, const Crossing&) -> Subject { return e.found; });
inline constexpr auto message_channel = value<Key::message_channel>(
    [](const auto& e, const Desk&) -> ChannelIndex { return e.channel; });

inline constexpr auto reviewed_post =
    value<Key::crossing>([](const auto& e, const Headquarters&) { return e.report.crossing; });
inline constexpr auto post_that_gets =
    value<Key::to>([](const MachineOrdered& e, const Desk&) -> CrossingIndex { return e.post; });
inline constexpr auto ordered_kind = value<Key::equipment>(
    [](const MachineOrdered& e, const Desk&) -> EquipmentIndex { return e.equipment; });
inline constexpr auto price = value<Key::price>(
    [](const MachineOrdered& e, const Desk&) -> float { return static_cast<float>(e.price); });
inline constexpr auto assessment = value<Key::assessment>(
    [](const auto& e, const Desk&) -> std::uint32_t { return e.assessment.value; });
inline constexpr auto checks = value<Key::checks>(
    [](const ChannelChosen& e, const Crossing&) -> std::uint32_t { return e.checks; });
inline constexpr auto arrest =
    value<Key::arrest>([](const auto& e, const Crossing&) -> bool { return e.arrest; });

inline constexpr auto postponements = value<Key::postponements>(
    [](const auto& e, const Group&) -> std::uint32_t { return e.postponements; });

// Journeys, and lots.
inline constexpr auto vehicle_class = value<Key::vehicle_class>(
    [](const auto& e, const Crossing& here) { return here.vehicles[e.vehicle].vehicle_class; });
inline constexpr auto to_line =
    value<Key::to_line>([](const auto& e, const Crossing&) -> LineIndex { return e.line; });
inline constexpr auto its_terminal =
    value<Key::terminal>([](const auto& e, const Crossing& here) -> TerminalIndex {
      const BerthIndex berth = here.vehicles[e.vehicle].berth;
      return berth ? here.setup->berths[berth.value] : TerminalIndex{};
    });
inline constexpr auto terminal = value<Key::terminal>(
    [](const UnitPickedUp& e, const Crossing&) -> TerminalIndex { return e.terminal; });
inline constexpr auto unloaded =
    value<Key::unloaded>([](const UnitPickedUp& e, const Crossing&) -> Time { return e.unloaded; });
inline constexpr auto units_picked_up = value<Key::units>(
    [](const UnitPickedUp& e, const Crossing&) -> std::uint32_t { return e.units; });
inline constexpr auto due_service =
    value<Key::service>([](const LotDue& e, const Crossing&) -> CallerIndex { return e.caller; });
inline constexpr auto service = value<Key::service>(
    [](const auto& e, const Crossing& here) { return here.terminals.lots[e.lot].caller; });
inline constexpr auto call = value<Key::call>(
    [](const auto& e, const Crossing& here) { return here.terminals.lots[e.lot].number; });
inline constexpr auto units = value<Key::units>([](const auto& e, const Crossing& here) {
  return static_cast<std::uint32_t>(here.terminals.lots[e.lot].size);
});
inline constexpr auto berth = value<Key::berth>(
    [](const auto& e, const Crossing&) -> std::uint32_t { return e.berth.value; });

}  // namespace cordon::trace::read
