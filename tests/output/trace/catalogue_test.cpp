#include "sim/output/trace/catalogue.hpp"

#include <gtest/gtest.h>

#include <boost/core/demangle.hpp>
#include <set>

namespace cordon::trace::catalogue_test {
namespace {

template <class E>
void expect_its_own_name() {
  EXPECT_EQ("cordon::" + std::string(events()[number_of<E>].name),
            boost::core::demangle(typeid(E).name()));
}

TEST(Events, AreCalledAsTheirStructs) {
  boost::mp11::mp_for_each<boost::mp11::mp_rename<AnyEvent, boost::mp11::mp_list>>(
      [](auto event) { expect_its_own_name<decltype(event)>(); });
}

TEST(Events, SayWhatTheyMeanAndEveryFieldIsSaidBySome) {
  std::set<Key> said;
  for (const EventShape& e : events()) {
    EXPECT_FALSE(e.meaning.empty()) << e.name;
    EXPECT_EQ(std::set<Key>(e.fields.begin(), e.fields.end()).size(), e.fields.size()) << e.name;
    said.insert(e.fields.begin(), e.fields.end());
  }
  EXPECT_EQ(said.size(), fields.size());
}

// What no authority sees as it happens is the truth, whatever its fields.
TEST(Events, OfRegionsAndGroupsAreTheTruth) {
  for (const EventShape& e : events())
    EXPECT_EQ(e.seen, !e.at.starts_with("region") && e.at != "group" &&
                          e.name != "ConsignmentStowed" && !e.name.starts_with("Sector"))
        << e.name;
}

TEST(Row, SaysWhatTheEventSaid) {
  const SeizureReport report{{3}, 41, 2, Time{Duration{0x1'0000'0002}}, {}};
  DeskSetup setup{"desk", {7}, {}, {}};
  Desk desk{{}, &setup, {}, {}, {}};
  desk.agenda.place = {7};
  const Row row = row_of(ReportReceived{report}, desk, Time{5h});
  EXPECT_EQ(Time{Duration{row.time}}, Time{5h});
  EXPECT_EQ(row.place, 7);
  EXPECT_EQ(events()[row.event].name, "ReportReceived");
  EXPECT_EQ(slot(row, Key::crossing), 3u);
  EXPECT_EQ(slot(row, Key::report), 41u);
  EXPECT_EQ(slot(row, Key::copy), 2u);
  EXPECT_EQ(moment(row, Key::seized), report.seized);
  EXPECT_LT(slot_in(row.event, Key::vehicle), 0);
}

TEST(MeaningOf, IsSaidWithoutItsFullStop) {
  EXPECT_EQ(meaning_of("MachineRepaired"), "A machine works again");
  EXPECT_EQ(meaning_of("Nothing"), "Nothing");
  EXPECT_EQ(meaning_of(""), "");
  for (const EventShape& event : events())
    EXPECT_EQ(std::string(meaning_of(event.name)) + '.', event.meaning);
}

}  // namespace
}  // namespace cordon::trace::catalogue_test
