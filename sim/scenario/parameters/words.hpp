#pragma once

// The words of the enumerations, for all tables that use them.

#include "sim/scenario/parameters.hpp"

namespace cordon::format {

inline auto direction_words() {
  return one_of<Direction>({{"entry", Direction::entry, "into the crossing's own country"},
                            {"exit", Direction::exit, "out of it"}});
}
inline auto class_words() {
  return one_of<VehicleClass>({{"lorry", VehicleClass::lorry, "goods vehicles"},
                               {"car", VehicleClass::car, "private cars"},
                               {"bus", VehicleClass::bus, "buses and coaches"},
                               {"container", VehicleClass::container, "sea containers"},
                               {"wagon", VehicleClass::wagon, "railway wagons"},
                               {"air_cargo", VehicleClass::air_cargo, "units of air cargo"},
                               {"parcel", VehicleClass::parcel, "batches of parcels"}});
}
inline auto authority_words() {
  return one_of<Authority>(
      {{"customs", Authority::customs, "looks after goods"},
       {"border_guard", Authority::border_guard, "looks after people"},
       {"police", Authority::police, "looks into crimes"},
       {"coast_guard", Authority::coast_guard, "watches the sea"},
       {"veterinary", Authority::veterinary, "looks after animals, plants and food"}});
}
inline auto control_words() {
  return one_of<Channel>({{"yellow", Channel::yellow, "documents"},
                          {"orange", Channel::orange, "scan or dog"},
                          {"red", Channel::red, "physical search"}});
}
inline auto interruption_words() {
  return one_of<Interruption>(
      {{"finish", Interruption::finish,
        "is finished by who began it, after the end of a shift too"},
       {"resume", Interruption::resume, "is handed over, and goes on from where it was"},
       {"begin_anew", Interruption::begin_anew, "is begun anew"}});
}
inline auto cooperation_words() {
  return one_of<CooperationMode>(
      {{"separate", CooperationMode::separate, "two stops, one for each authority"},
       {"co_located", CooperationMode::co_located, "one stop, where both check in parallel"},
       {"one_stop", CooperationMode::one_stop, "one stop, one joint crew"}});
}
inline auto power_words() {
  return one_of<Power>(
      {{"check_travellers", Power::check_travellers, "persons and their travel documents"},
       {"check_documents", Power::check_documents, "the papers of the goods"},
       {"scan", Power::scan, "search from outside: X-ray, dog"},
       {"open_cargo", Power::open_cargo, "search the goods themselves"},
       {"seize", Power::seize, "take goods away"},
       {"arrest", Power::arrest, "take persons into custody"},
       {"pursue", Power::pursue, "go after who flees, over the border too"},
       {"observe", Power::observe, "follow unseen, over the border too"},
       {"use_informants", Power::use_informants, "lead persons of trust"}});
}
inline auto service_words() {
  return one_of<Service>(
      {{"national", Service::national, "officers of the country itself"},
       {"guest", Service::guest, "officers of another country"},
       {"frontex", Service::frontex, "the standing corps, under the host's command"}});
}

}  // namespace cordon::format
