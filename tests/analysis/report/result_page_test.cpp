#include "analysis/report/result_page.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "analysis/report/page.hpp"
#include "tests/analysis/report/result_sample.hpp"

namespace cordon::result_page_test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string rendered(const ResultPage& result) {
  std::string page = render_page(result);
  const std::size_t at = page.find(page::echarts);  // which is not ours to judge
  EXPECT_NE(at, std::string::npos);
  return page.erase(at, page::echarts.size());
}

nlohmann::json charts_of(const std::string& page) {
  const std::string opening = "id=\"report-data\">";
  const std::size_t from = page.find(opening) + opening.size();
  return nlohmann::json::parse(page.substr(from, page.find("</script>", from) - from))["charts"];
}

TEST(ResultPages, BeginWithTitleAndAnswer) {
  const std::string page = rendered(sample_page());
  EXPECT_THAT(page, HasSubstr("<h1>Where ten booths &lt;should&gt; be &amp; why</h1>\n<p "
                              "class=\"answer\">Best for wait_mean: plan 4: north 6 and south 4."));
  EXPECT_THAT(page, HasSubstr("cordon 1.2.3"));
}

TEST(ResultPages, EscapeWhateverTheUserNamed) {
  const std::string evil = "</script><script>alert(1)</script>{{title}}<!--";
  ResultPage result = sample_page();
  result.title = result.answer = evil;
  result.facts = result.warnings = result.method = result.commands = {evil};
  result.assumptions = {{evil, evil, evil, evil}};
  PageSection& section = result.sections[0];
  section.heading = section.brief = section.emphasis = evil;
  section.words = section.key = section.notes = {evil};
  section.tables[0].caption = section.tables[0].headings[1].text = evil;
  section.tables[0].rows[0] = {{evil, evil}, {evil, evil}, {evil, evil}};
  section.charts[0].title = section.charts[0].description = evil;
  auto& rows = std::get<RowChart>(section.charts[0].drawing);
  rows.axis = rows.rows[0].label = rows.rows[0].marks[0].text = evil;
  auto& plane = std::get<PlaneChart>(section.charts[1].drawing);
  plane.x_axis = plane.y_axis = plane.points[0].label = plane.points[0].text = evil;
  const std::string page = rendered(result);
  EXPECT_THAT(page, Not(HasSubstr("<script>alert")));
  EXPECT_THAT(page, Not(HasSubstr("<!--")));
  EXPECT_EQ(charts_of(page)[0]["rows"][0]["label"], evil);
  EXPECT_EQ(charts_of(page)[1]["points"][0]["text"], evil);
}

TEST(ResultPages, HaveAllNumbersInTables) {
  const std::string page = rendered(sample_page());
  EXPECT_THAT(page, HasSubstr("<th scope=\"row\" role=\"rowheader\">1 <span "
                              "class=\"unit\">chosen</span></th>"));
  EXPECT_THAT(page, HasSubstr("<td role=\"cell\" class=\"number\" data-label=\"Wait, "
                              "min\"><span>3.50 <span class=\"range\">(3.10 to 4.10)</span>"));
  EXPECT_THAT(page, HasSubstr("data-label=\"Wait, min\"></td>"));  // not known: hidden on a card
  EXPECT_THAT(page, HasSubstr("<details><summary>All plans</summary>"));
}

TEST(ResultPages, ListSectionsAndNotTheirParts) {
  const std::string page = rendered(sample_page());
  EXPECT_THAT(page, HasSubstr("<li><a href=\"#part-1\">Plans</a></li>"));
  EXPECT_THAT(page, Not(HasSubstr("href=\"#part-2\"")));
  EXPECT_THAT(page, HasSubstr("<h2 id=\"part-1-title\">Plans</h2>"));
  EXPECT_THAT(page, HasSubstr("<h3 id=\"part-2-title\">Along each factor</h3>"));
}

TEST(ResultPages, DrawOnlyWhatIsKnown) {
  const auto charts = charts_of(rendered(sample_page()));
  ASSERT_EQ(charts.size(), 4u);
  EXPECT_EQ(charts[0]["rows"].size(), 6u);
  EXPECT_EQ(charts[0]["rows"][0]["marks"][0]["value"], nlohmann::json({3.5, 3.1, 4.1}));
  EXPECT_TRUE(charts[0]["rows"][0]["marks"][0]["from"].is_null());
  EXPECT_EQ(charts[0]["rows"][1]["marks"][0]["from"], 0);
  EXPECT_EQ(charts[1]["points"].size(), 2u);
  EXPECT_EQ(charts[1]["points"][1]["x"], nlohmann::json({9, nullptr, nullptr}));
  EXPECT_EQ(charts[2]["x_values"], nlohmann::json({"days", "nights", "always"}));
}

TEST(ResultPages, TellMarksApartByShape) {
  const std::string page = rendered(sample_page());
  EXPECT_THAT(page, HasSubstr("<circle cx=\"17\""));
  EXPECT_THAT(page, HasSubstr("<path d=\"M17 1L23 7L17 13L11 7Z\""));
  ResultPage plain = sample_page();
  plain.sections[0].key.clear();
  EXPECT_THAT(rendered(plain), Not(HasSubstr("<ul class=\"key\"")));
}

TEST(ResultPages, ReferToNothingOutsideThemselves) {
  const std::string page = rendered(sample_page());
  for (const char* reference : {"http:", "https:", "src=", "<link", "url(", "@import", "fetch(",
                                "XMLHttpRequest", "import("})
    EXPECT_THAT(page, Not(HasSubstr(reference)));
  EXPECT_THAT(page, HasSubstr("default-src 'none'"));
}

TEST(ResultPages, SayWhatTheyLeanOnAndHowToMakeThemAgain) {
  const std::string page = rendered(sample_page());
  EXPECT_THAT(page, HasSubstr("technique.xray.bulky"));
  EXPECT_THAT(page, HasSubstr("cordon optimise booths.toml"));
  EXPECT_THAT(page, HasSubstr("meets the same luck"));
}

}  // namespace
}  // namespace cordon::result_page_test
