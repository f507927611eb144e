#include "sim/scenario/describe.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/scenario/format/example.hpp"

namespace cordon::example::describe_test {
namespace {

using ::testing::HasSubstr;
using Json = nlohmann::json;

const format::Section& root() { return parameters_of(format::Tag<Spec>{}).section(); }

TEST(Describe, SaysAllThatIsKnownOfAParameter) {
  EXPECT_EQ(describe(root(), "travel"),
            "crossing.NAME.travel\n"
            "  Way from the hub.\n"
            "  kind     duration\n"
            "  units    ms, s, min, h, d\n"
            "  range    between 1 min and 2 d\n"
            "  default  \"1 h\"\n"
            "  source   OpenStreetMap\n");
  EXPECT_EQ(describe(root(), "cooperation"),
            "crossing.NAME.cooperation\n"
            "  How the authorities work together.\n"
            "  kind     word\n"
            "  word     separate: two stops\n"
            "  word     co_located: in parallel\n"
            "  word     one_stop: one crew\n"
            "  default  \"separate\"\n");
  EXPECT_THAT(*describe(root(), "load"),
              HasSubstr("default  { lognormal = { mean = \"12 t\", cv = 0.5 } }"));
  EXPECT_THAT(*describe(root(), "teams"), HasSubstr("kind     list: name of team"));
}

TEST(Describe, FindsByPathAndByThePathOfAValue) {
  EXPECT_EQ(describe(root(), "crossing.NAME.travel"), describe(root(), "travel"));
  EXPECT_EQ(describe(root(), "crossing.medyka.travel"), describe(root(), "travel"));
  EXPECT_EQ(describe(root(), "crossing.travel"), describe(root(), "travel"));
  EXPECT_THAT(*describe(root(), "crossing.medyka.lane.north.booths"),
              HasSubstr("range    between 1 and 20"));
  EXPECT_THAT(*describe(root(), "volumes.lorries"), HasSubstr("volumes[].lorries"));
  EXPECT_EQ(describe(root(), "volumes[].lorries"), describe(root(), "volumes.lorries"));
  EXPECT_THAT(*describe(root(), "crossing"), HasSubstr("keys     country, lanes, travel"));
}

TEST(Describe, GivesEveryParameterOfAName) {
  EXPECT_THAT(*describe(root(), "overtime"),
              ::testing::AllOf(HasSubstr("crossing.NAME.limits.overtime"),
                               HasSubstr("crossing.NAME.night.overtime")));
}

TEST(Describe, SuggestsWhatWasMeant) {
  EXPECT_EQ(describe(root(), "lans"), std::nullopt);
  EXPECT_EQ(suggest_parameter(root(), "lans"), "; did you mean 'lanes'?");
  EXPECT_EQ(suggest_parameter(root(), "crossing.NAME.lans"),
            "; did you mean 'crossing.NAME.lanes'?");
}

TEST(ListParameters, HasALineForEach) {
  EXPECT_THAT(list_parameters(root()),
              HasSubstr("crossing.NAME.lane.NAME.booths           Booths.\n"));
}

TEST(Markdown, HasATableForEveryTable) {
  const std::string text = markdown(root());
  EXPECT_THAT(text, HasSubstr("### `[crossing.NAME]`\n\nA border crossing point.\n\n| key |"));
  EXPECT_THAT(text,
              HasSubstr("| `lanes` | Lanes of the first check. | whole number |   | at least 1 "
                        "| `1` | assumed |\n"));
  EXPECT_THAT(text, HasSubstr("### Columns of `volumes`"));
  EXPECT_THAT(
      text,
      HasSubstr(
          "| `night` | Its limits at night. | table, may be absent: `[crossing.NAME.limits]` |"));
}

TEST(Schema, DescribesEveryParameter) {
  const Json all = Json::parse(schema(root()));
  EXPECT_EQ(all["$schema"], "http://json-schema.org/draft-07/schema#");
  EXPECT_EQ(all["additionalProperties"], false);
  EXPECT_TRUE(all["properties"].contains("extends"));
  EXPECT_EQ(all["properties"]["crossing"]["additionalProperties"]["$ref"],
            "#/definitions/crossing");
  const Json& crossing = all["definitions"]["crossing"]["properties"];
  EXPECT_EQ(crossing["lanes"]["anyOf"][0], Json({{"type", "integer"}, {"minimum", 1.0}}));
  EXPECT_EQ(crossing["lanes"]["anyOf"][1]["properties"]["value"]["type"], "integer");
  EXPECT_EQ(crossing["lanes"]["default"], 1);
  EXPECT_EQ(crossing["travel"]["default"], "1 h");
  EXPECT_EQ(crossing["cooperation"]["anyOf"][0]["enum"],
            Json({"separate", "co_located", "one_stop"}));
  EXPECT_THAT(crossing["travel"]["description"].get<std::string>(),
              HasSubstr("Units: ms, s, min, h, d. Default: \"1 h\"."));
  EXPECT_EQ(crossing["limits"]["allOf"][0]["$ref"], "#/definitions/limits");
  EXPECT_EQ(crossing["night"]["allOf"][0]["$ref"], "#/definitions/limits");
}

TEST(Schema, RefersOnlyToWhatIsThere) {
  const Json all = Json::parse(schema(root()));
  const Json flat = all.flatten();
  for (const auto& [path, value] : flat.items()) {
    if (!path.ends_with("/$ref")) continue;
    const std::string name = value.get<std::string>().substr(std::string("#/definitions/").size());
    EXPECT_TRUE(all["definitions"].contains(name)) << name;
  }
}

}  // namespace
}  // namespace cordon::example::describe_test
