#include "viz/hud/reaction_text.hpp"

#include <gtest/gtest.h>

namespace cordon::viz::reaction_text_test {
namespace {

using namespace std::chrono;

const Calendar calendar(sys_days{2026y / June / 27d} + 18h, 24h * 28, "Europe/Warsaw");

trace::Header header_with_medyka() {
  trace::Header header;
  header.places = {{"kyiv", "region"}, {"medyka", "crossing"}};
  header.crossings = {{"medyka", "Medyka - Szeginie", "PL", 1, 49.8, 22.9, {}, {}, {}, false}};
  return header;
}

InjectThen scanner() {
  InjectSpec says;
  says.expects = ExpectSpec{"MachineRepaired", "medyka", {{"equipment", "xray_scanner"}}, 6h};
  InjectThen inject{"scanner", start_of_run + 10h, says};
  inject.reaction = Reaction{"scanner", 16h, Duration{12h + 30min}};
  inject.otherwise = "Hrebenne gives a scanner.";
  return inject;
}

std::string text_at(const InjectThen& inject, Duration now) {
  return reaction_text(inject, start_of_run + now, header_with_medyka(), calendar, english);
}

TEST(ReactionText, TellsTheEventByItsMeaning) {
  const ExpectSpec expects = *scanner().says.expects;
  EXPECT_EQ(expected_event_text(expects, header_with_medyka()),
            "A machine works again (Medyka - Szeginie, equipment xray scanner)");
  EXPECT_EQ(expected_event_text({"MachineRepaired", "", {}, 6h}, header_with_medyka()),
            "A machine works again");
}

TEST(ReactionText, SaysWhetherItHasComeByNow) {
  const std::string event = "A machine works again (Medyka - Szeginie, equipment xray scanner): ";
  InjectThen inject = scanner();
  EXPECT_EQ(text_at(inject, 11h), event + "is awaited until 28 Jun 12:00");
  EXPECT_EQ(text_at(inject, 13h), event + "came 28 Jun 08:30");
  inject.reaction->came.reset();
  EXPECT_EQ(text_at(inject, 13h), event + "is awaited until 28 Jun 12:00");
  EXPECT_EQ(text_at(inject, 16h), event + "did not come in time");
}

TEST(ReactionText, SaysWhatBecomesOfTheContingency) {
  const auto at = [](const InjectThen& inject, Duration now) {
    return contingency_text(inject, start_of_run + now, english);
  };
  InjectThen inject = scanner();
  EXPECT_EQ(at(inject, 11h), "If not: Hrebenne gives a scanner.");
  EXPECT_EQ(at(inject, 13h), "Not needed: Hrebenne gives a scanner.");
  inject.otherwise.clear();
  EXPECT_EQ(at(inject, 11h), "");
}

TEST(ReactionText, SaysWhyAContingencyHappens) {
  std::vector<InjectThen> all{scanner(), scanner(), scanner()};
  all[1].name = "another";
  all[2].name = "scanner_lent";
  const auto why = [&](const InjectThen* before) {
    return why_text(all[2], all, before, header_with_medyka(), english);
  };
  EXPECT_EQ(why(&all[0]), "") << "it has a moment of its own";
  all[2].instead_of = "scanner";
  EXPECT_EQ(why(&all[0]), "Since that does not come:");
  EXPECT_EQ(why(&all[1]),
            "Since that does not come: A machine works again (Medyka - Szeginie, equipment xray "
            "scanner)");
  EXPECT_EQ(why(nullptr), why(&all[1]));
}

}  // namespace
}  // namespace cordon::viz::reaction_text_test
