#include "analysis/report/report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <string>

#include "analysis/compare/compare.hpp"
#include "analysis/report/page.hpp"
#include "tests/analysis/report/sample.hpp"
#include "tests/support/time_uses.hpp"

namespace cordon::report_test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// The page without the charts' library, which is not ours to judge.
std::string own_part(std::string page) {
  const std::size_t at = page.find(page::echarts);
  EXPECT_NE(at, std::string::npos);
  return page.erase(at, page::echarts.size());
}

std::string rendered(const Comparison& comparison) { return own_part(render_report(comparison)); }

nlohmann::json data_of(const std::string& page) {
  const std::string opening = "id=\"report-data\">";
  const std::size_t from = page.find(opening) + opening.size();
  return nlohmann::json::parse(page.substr(from, page.find("</script>", from) - from));
}

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t n = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++n;
  return n;
}

TEST(Report, TitleNamesBothScenarios) {
  EXPECT_THAT(
      rendered(sample_comparison(1)),
      HasSubstr("<h1>Joint operation &lt;Arktos&gt; &amp; &quot;one stop&quot; compared with "
                "today&apos;s practice</h1>"));
}

TEST(Report, CallsScenariosByTheirTitleAndExplainsTheNamesOfTheTables) {
  Comparison c = sample_comparison(1);
  c.baseline = "today";
  c.baseline_title = "Today's practice at nine posts";
  c.variants = {"joint"};
  c.variant_titles = {"Ten days of joint controls"};
  EXPECT_THAT(rendered(c), HasSubstr("<h1>Ten days of joint controls compared with Today&apos;s"));
  EXPECT_THAT(rendered(c),
              HasSubstr("Here joint is Ten days of joint controls and today is Today"));
}

TEST(Report, ShowsTheCommandThatOpensTheMomentWhereThePlansPart) {
  Comparison c = sample_comparison(1);
  EXPECT_THAT(rendered(c), Not(HasSubstr("class=\"views\"")));
  c.views = {
      {"joint", "cordon-view results/a results/a/variants/1 --at \"9 d 6 h\"", sample::start_ms}};
  const std::string page = rendered(c);
  const std::size_t at = page.find("<code>cordon-view results/a results/a/variants/1 --at");
  EXPECT_LT(at, page.find("<nav")) << "near the answer";
  EXPECT_THAT(page, HasSubstr("See where joint parts from the baseline"));
}

TEST(Report, ReviewsTheExercise) {
  Comparison c = sample_comparison(1);
  EXPECT_THAT(rendered(c), Not(HasSubstr("after-action")));
  InjectReview inject;
  inject.scenario = 1;
  inject.inject = "scanner";
  inject.text = "The scanner does not start.";
  c.injects = {inject};
  c.bookmarks = {{"", sample::start_ms, "Nobody asks <them>"}};
  const std::string page = rendered(c);
  EXPECT_THAT(page, HasSubstr("<a href=\"#after-action\">After-action review</a>"));
  EXPECT_THAT(page, HasSubstr("<section id=\"after-action\""));
  EXPECT_THAT(page, HasSubstr("The scanner does not start."));
  EXPECT_THAT(page, HasSubstr("Nobody asks &lt;them&gt;"));
  EXPECT_THAT(page, HasSubstr("changed, against the run without its injects"));
  c.injects[0].scenario = 0;
  EXPECT_THAT(rendered(c), Not(HasSubstr("against the run without its injects")))
      << "there is no run without";
}

TEST(Report, EscapesWhateverTheUserNamed) {
  Comparison c = sample_comparison(1);
  const std::string evil = "</script><script>alert(1)</script>{{title}}<!--";
  c.baseline = c.variants[0] = c.answer = evil;
  c.queues[0].crossing = evil;
  c.assumptions[0] = {evil, evil, evil, evil};
  c.warnings = c.commands = {evil};
  const std::string page = rendered(c);
  EXPECT_THAT(page, Not(HasSubstr("<script>alert")));
  EXPECT_THAT(page, Not(HasSubstr("<!--")));
  EXPECT_EQ(count(page, "</script>"), 3);
  EXPECT_EQ(data_of(page)["scenarios"][0], evil);
}

TEST(Report, RepairsTextThatIsNotUtf8InTheData) {
  Comparison c = sample_comparison(1);
  c.baseline = "caf\xe9";
  EXPECT_EQ(data_of(rendered(c))["scenarios"][0], "caf\ufffd");
}

TEST(Report, RefersToNothingOutsideItself) {
  const std::string page = rendered(sample_comparison(3));
  for (const char* reference : {"http:", "https:", "src=", "<link", "url(", "@import", "fetch(",
                                "XMLHttpRequest", "import("}) {
    EXPECT_THAT(page, Not(HasSubstr(reference)));
  }
  EXPECT_THAT(page, HasSubstr("default-src 'none'"));
}

TEST(Report, ChartLibraryNamesOnlyNamespacesAndItsOwner) {
  std::set<std::string> hosts;
  const std::string library(page::echarts);
  const std::regex address("https?://([^/\"' )]*)");
  for (std::sregex_iterator at(library.begin(), library.end(), address), end; at != end; ++at) {
    hosts.insert((*at)[1]);
  }
  EXPECT_THAT(hosts, ::testing::UnorderedElementsAre("www.w3.org", "www.apache.org"));
}

TEST(Report, ShowsThePrimaryNumbersWithIntervalAndVerdict) {
  const std::string page = rendered(sample_comparison(1));
  EXPECT_THAT(page, HasSubstr(">\u221259 <span class=\"range\">(\u221280 to \u221238)</span>"));
  EXPECT_THAT(page, HasSubstr(">\u221214 % <span class=\"range\">(\u221219 to \u22129)</span>"));
  EXPECT_THAT(page, HasSubstr("</span> better</span>"));
  EXPECT_THAT(page, HasSubstr("</span> not distinguishable</span>"));
}

TEST(Report, TellsLongWaitsInHoursAndSharesInPercent) {
  const std::string page = rendered(sample_comparison(1));
  EXPECT_THAT(page, HasSubstr("Wait, mean<br><span class=\"unit\">h</span>"));
  EXPECT_THAT(page, HasSubstr("Share of hidden goods found <span class=\"unit\">%</span>"));
  EXPECT_THAT(page, HasSubstr("percentage points"));
}

TEST(Report, NeverCallsAnExploratoryMeasureBetterOrWorse) {
  Comparison c = sample_comparison(1);
  std::erase_if(c.changes, [](const Change& change) { return change.primary; });
  const std::string page = rendered(c);
  EXPECT_THAT(page, Not(HasSubstr("\">better")));
  EXPECT_THAT(page, Not(HasSubstr("\">worse")));
  EXPECT_THAT(page, HasSubstr(">higher</td>"));
}

TEST(Report, LeavesMeasuresWithoutABaselineOutOfTheChartAndSaysSo) {
  const std::string page = rendered(sample_comparison(1));
  EXPECT_THAT(page, HasSubstr("Not drawn, since the baseline is zero or unknown: Turned back"));
  EXPECT_THAT(page, HasSubstr("<th scope=\"row\" role=\"rowheader\">Turned back, road full"));
}

TEST(Report, SaysWhenThereIsNoData) {
  EXPECT_THAT(rendered(sample_comparison(1)), HasSubstr(">no data</td>"));
}

nlohmann::json plane_of(const std::string& page) {
  const nlohmann::json data = data_of(page);
  for (const auto& chart : data["charts"])
    if (chart["kind"] == "plane" && chart["ground"].is_null()) return chart;
  return nullptr;
}

TEST(Report, SetsWaitAgainstInterdictionWithCostAsTheSize) {
  const std::string page = rendered(sample_comparison(3));
  const auto points = plane_of(page)["points"];
  ASSERT_EQ(points.size(), 4u);
  EXPECT_TRUE(points[0]["x"][1].is_null());  // the interval is of differences from it
  EXPECT_LT(points[1]["x"][1], points[1]["x"][0]);
  EXPECT_GT(points[1]["y"][0], points[0]["y"][0]);
  EXPECT_GT(points[1]["size"], points[0]["size"]);
  EXPECT_THAT(page, HasSubstr("<a href=\"#trade-off\">"));
  EXPECT_THAT(page, HasSubstr("the area of a mark is what the officers cost"));
}

TEST(Report, HasNoTradeOffWithoutItsMeasures) {
  Comparison c = sample_comparison(1);
  std::erase_if(c.changes, [](const Change& change) { return change.measure->name == "cost"; });
  EXPECT_EQ(plane_of(rendered(c))["points"][0]["size"], 0);
  std::erase_if(c.changes,
                [](const Change& change) { return change.measure->name == "interdiction_rate"; });
  EXPECT_TRUE(plane_of(rendered(c)).is_null());
  EXPECT_THAT(rendered(c), Not(HasSubstr("#trade-off")));
}

TEST(Report, CallsOnlyAnInventedOperationInvented) {
  Comparison c = sample_comparison(1);
  EXPECT_THAT(rendered(c), HasSubstr("invented operation"));
  c.fictional_operation = false;
  EXPECT_THAT(rendered(c), Not(HasSubstr("operation and the criminal groups")));
}

TEST(Report, GivesEachChartATableAndADescription) {
  const std::string page = rendered(sample_comparison(2));
  const nlohmann::json charts = data_of(page)["charts"];
  EXPECT_EQ(count(page, "data-chart=\""), charts.size());
  EXPECT_GE(count(page, "<caption"), charts.size());
  for (const auto& chart : charts) EXPECT_FALSE(chart["description"].get<std::string>().empty());
}

TEST(Report, SaysWhoWaits) {
  const std::string page = rendered(sample_comparison(1));
  EXPECT_THAT(page, HasSubstr("role=\"rowheader\">Lorries, entry <span class=\"unit\">h</span>"));
  EXPECT_THAT(page, HasSubstr("role=\"rowheader\">Cars, entry <span"));
  EXPECT_THAT(page, HasSubstr("in no mean of waits: today&apos;s practice: 5830 vehicles"));
}

TEST(Report, CallsCrossingsAsPeopleDo) {
  Comparison c = sample_comparison(1);
  c.crossing_labels = {{"Dorohusk", "Dorohusk - Jagodzin"}, {"Medyka", "Gate"}, {"Zosin", "Gate"}};
  InjectReview inject;
  inject.event = "A machine works again";
  inject.place = "Dorohusk";
  c.injects = {inject};
  const std::string page = rendered(c);
  EXPECT_THAT(page, HasSubstr("A machine works again (Dorohusk - Jagodzin)"));
  EXPECT_THAT(page, HasSubstr(">Dorohusk - Jagodzin</h4>"));
  EXPECT_THAT(page, HasSubstr("Wait, mean, Dorohusk - Jagodzin <span"));
  EXPECT_THAT(page, HasSubstr(">Medyka</h4>")) << "two of one name would be taken for one";
  EXPECT_THAT(page, Not(HasSubstr(">Gate<")));
}

TEST(Report, DrawsWhatWasCountedBesideWhatWasSimulated) {
  Comparison c = sample_comparison(1);
  const auto observed = [](const Comparison& comparison) {
    const nlohmann::json data = data_of(rendered(comparison));
    std::size_t points = 0;
    for (const auto& chart : data["charts"])
      points += chart.value("observed", nlohmann::json::array()).size();
    return points;
  };
  EXPECT_EQ(observed(c), 7 * c.observed.front().points.size());
  EXPECT_THAT(rendered(c), HasSubstr("<th scope=\"col\" class=\"number name\">observed</th>"));
  c.observed.clear();
  EXPECT_EQ(observed(c), 0u);
  EXPECT_THAT(rendered(c), Not(HasSubstr(">observed<")));
}

TEST(Report, TellsOfShortQueuesInWords) {
  Comparison c = sample_comparison(1);
  for (QueueLine& q : c.queues)
    if (q.crossing == "Zosin")
      for (QueuePoint& p : q.points) p.mean = p.low = p.high = 4;
  std::erase_if(c.observed, [](const ObservedQueue& o) { return o.crossing == "Zosin"; });
  const std::string page = rendered(c);
  EXPECT_THAT(page, HasSubstr("there never wait 5 or more, in the mean: Zosin."));
  EXPECT_THAT(page, Not(HasSubstr(">Zosin</h4>")));
  EXPECT_THAT(page, HasSubstr(">Medyka</h4>"));
}

TEST(Report, DrawsOnlyTheLongestOfManyQueues) {
  Comparison c = sample_comparison(1);
  const QueueLine line = c.queues.front();
  for (int i = 0; i < 100; ++i) {
    c.queues.push_back(line);
    c.queues.back().crossing = "post " + std::to_string(i);
    for (QueuePoint& p : c.queues.back().points) p.mean += i;
  }
  const std::string page = rendered(c);
  EXPECT_THAT(page, HasSubstr(">post 99</h4>"));
  EXPECT_THAT(page, Not(HasSubstr(">post 0</h4>")));
  EXPECT_THAT(page, HasSubstr("since their queues are shorter: 67 crossings."));
}

TEST(Report, ShowsWhetherTheBeginningHasWornOff) {
  Comparison comparison = sample_comparison(1);
  EXPECT_THAT(render_report(comparison), Not(HasSubstr("Has the beginning worn off?")));
  comparison.settling = {{1, 2, 3.5, {{0.5, 10}, {1.5, 20}, {2.5, 30}, {3.5, 40}}},
                         {0, 2, std::nan(""), {{0.5, 1}, {1.5, 2}}}};
  const std::string page = render_report(comparison);
  EXPECT_THAT(page, HasSubstr("<a href=\"#settling\">Warm-up</a>"));
  EXPECT_THAT(page, HasSubstr("3.5 days"));
  EXPECT_THAT(page, HasSubstr("not within the first half"));
  EXPECT_THAT(page, HasSubstr("<span>15 <span class=\"range\">vehicles</span>"));  // in 2 days
  EXPECT_THAT(page, HasSubstr("<span>35 <span class=\"range\">vehicles</span>"));  // after them
  EXPECT_THAT(page, HasSubstr(R"("upright":[{"at":2.0,"dashed":false,"label":"warm_up"},)"
                              R"({"at":3.5,"dashed":true,"label":"MSER-5"}])"));
}

TEST(Report, PutsWarningsBeforeTheNumbers) {
  const std::string page = rendered(sample_comparison(1));
  EXPECT_LT(page.find("id=\"warnings\""), page.find("id=\"primary\""));
}

TEST(Report, LorriesThatEnterComeFirstAmongTheQueues) {
  const std::string page = rendered(sample_comparison(1));
  EXPECT_LT(page.find("<h3>Lorries, entry</h3>"), page.find("<h3>Cars, exit</h3>"));
}

TEST(Report, ListsEveryAssumptionFoldedWhenTheyAreMany) {
  Comparison c = sample_comparison(1);
  EXPECT_EQ(count(rendered(c), "data-words="), c.assumptions.size());
  EXPECT_THAT(rendered(c), HasSubstr("<details class=\"printed\"><summary>35 assumed parameters"));
  c.assumptions.resize(3);
  EXPECT_THAT(rendered(c), HasSubstr("<details class=\"printed\" open><summary>3 assumed"));
}

TEST(Report, LeavesOutVeryManyAssumptionsOnPaperAndSaysSo) {
  Comparison c = sample_comparison(1);
  EXPECT_THAT(rendered(c), ::testing::Not(HasSubstr("class=\"paper\"")));
  c.assumptions.resize(100, c.assumptions.front());
  EXPECT_THAT(rendered(c), HasSubstr("<details class=\"printed\"><summary>100 assumed"));
  c.assumptions.push_back({"zone.width", "3", "", ""});
  EXPECT_THAT(rendered(c), HasSubstr("<details><summary>101 assumed"));
  EXPECT_THAT(rendered(c), HasSubstr("zone 1.</p>"));
}

/// Attempts at posts that nobody has seen, one of which has lost some to another.
Comparison with_attempts() {
  Comparison c = sample_comparison(1);
  std::erase_if(c.changes, [](const Change& change) { return change.measure->name == "crossed"; });
  c.crossing_positions.clear();
  for (const auto& [name, difference] :
       {std::pair{"North Gate", 12.0}, {"South Gate", -40.0}, {"Ford", 0.5}}) {
    Change change = sample::change_of({"illicit_attempts", 100, difference, 3, false}, 0, name);
    c.changes.push_back(change);
  }
  return c;
}

TEST(Report, ShowsWhereSmugglingGoesInstead) {
  Comparison c = with_attempts();
  const auto moved = [](const std::string& page) {
    const nlohmann::json data = data_of(page);
    for (const auto& chart : data["charts"])
      if (chart["description"].get<std::string>().starts_with("Changes of illicit attempts"))
        return chart;
    return nlohmann::json();
  };
  std::string page = rendered(c);
  EXPECT_THAT(page, HasSubstr("<h2 id=\"displacement-title\">Where smuggling goes instead</h2>"));
  auto chart = moved(page);
  EXPECT_EQ(chart["kind"], "rows") << "nothing says where the posts are";
  EXPECT_EQ(chart["rows"][0]["label"], "South Gate") << "has changed most";
  c.crossing_positions = {
      {"North Gate", {23.5, 51}}, {"South Gate", {23, 49.5}}, {"Ford", {24, 50}}};
  page = rendered(c);
  chart = moved(page);
  EXPECT_EQ(chart["kind"], "plane");
  EXPECT_GT(chart["ground"]["land"].size(), 1U);
  ASSERT_EQ(chart["points"].size(), 3U);
  const auto& most = chart["points"][0];
  EXPECT_EQ(most["label"], "South Gate");
  EXPECT_EQ(most["x"][0], 23);
  EXPECT_EQ(most["y"][0], 49.5);
  EXPECT_EQ(most["kind"], 1) << "fewer";
  EXPECT_EQ(most["hollow"], false);
  EXPECT_EQ(most["size"], 1);
  EXPECT_EQ(chart["points"][1]["kind"], 0) << "more";
  EXPECT_EQ(chart["points"][2]["hollow"], true) << "cannot be told from no change";
  EXPECT_THAT(page, Not(HasSubstr("single posts of a real map")));
}

TEST(Report, SaysOfRealPostsOnlyWhereTrafficGoes) {
  Comparison c = sample_comparison(1);
  Change moved = sample::change_of({"displacement", 0, 0, 0, false}, 0, "all");
  moved.measure = nullptr;
  for (const Measure& measure : comparison_measures()) {
    if (measure.name == "displacement") moved.measure = &measure;
  }
  ASSERT_NE(moved.measure, nullptr);
  moved.difference = 0.125, moved.low = 0.08, moved.high = 0.17, moved.verdict = "higher";
  c.changes.push_back(moved);
  const std::string page = rendered(c);
  EXPECT_THAT(page, HasSubstr("Where traffic goes instead</h2>"));
  EXPECT_THAT(page, HasSubstr("Displacement: 12.5 % of illicit attempts are at other crossings"));
  EXPECT_THAT(page, HasSubstr("What is attempted at single posts of a real map is not told."));
  c.changes.clear();
  c.changes.push_back(sample::change_of(sample::made[0], 0, "all"));
  EXPECT_THAT(rendered(c), Not(HasSubstr("id=\"displacement\""))) << "there is one crossing";
}

TEST(Report, SaysWhereTheTimeIsLost) {
  Comparison c = sample_comparison(1);
  c.times = testing::time_uses();
  const std::string page = rendered(c);
  EXPECT_THAT(page,
              HasSubstr("In today&apos;s practice, vehicles lose 43\u202f000 hours in the days "
                        "that are measured.</p>"));
  EXPECT_THAT(page,
              HasSubstr("<strong>Lorries, entry:</strong> 7.2 h lost for each vehicle, 95\u00a0% "
                        "of it waiting for the first check, most of all at Medyka (93\u00a0%). "
                        "With joint operation"));
  EXPECT_THAT(page, HasSubstr(" 7.0 h (\u221212\u00a0min)."));
}

TEST(Report, SaysWhenTheBottleneckMoves) {
  Comparison c = sample_comparison(1);
  c.times = {testing::time_use("all", "all", "lost", {10, 4}),
             testing::time_use("post", "all", "lost", {10, 4}),
             testing::time_use("post", "check", "waiting", {9, 1}, true),
             testing::time_use("post", "customs", "waiting", {1, 3})};
  EXPECT_THAT(rendered(c), HasSubstr("; now 75\u00a0% of it waiting for customs."));
}

TEST(Report, SaysWhichQueueIsNotItsStagesOwn) {
  Comparison c = sample_comparison(1);
  c.times = testing::time_uses();
  EXPECT_THAT(rendered(c), Not(HasSubstr("Some are blocked"))) << "under 1 %";
  c.times[5].in[0].hours = 4300;
  EXPECT_THAT(rendered(c),
              HasSubstr(" Some are blocked at search (10\u00a0%): what holds them up "));
}

TEST(Report, TellsOfTrafficThatLosesLittleInWords) {
  Comparison c = sample_comparison(1);
  c.times = testing::time_uses();
  c.times.push_back(testing::time_use("all", "all", "lost", {0.4, 0.5}));
  c.times.back().vehicle_class = "car";
  const std::string page = rendered(c);
  EXPECT_THAT(page, HasSubstr("Less than a minute each: cars (entry)."));
  EXPECT_THAT(page, Not(HasSubstr("<strong>Cars, entry")));
}

TEST(Report, LeavesSmallLossesOutOfTheTableAndSaysSo) {
  Comparison c = sample_comparison(1);
  c.times = testing::time_uses();
  const std::string page = rendered(c);
  EXPECT_THAT(page, HasSubstr(">Zosin, waiting for search <span"));
  EXPECT_THAT(page, Not(HasSubstr("Medyka, blocked at search")));
  EXPECT_THAT(page, HasSubstr("Left out: 1 place with under 1 % of the loss; stages.csv has all."));
  EXPECT_THAT(page, HasSubstr(">about 0 <span")) << "the change of service";
}

std::vector<nlohmann::json> charts_of(const Comparison& c, const std::string& kind) {
  std::vector<nlohmann::json> found;
  const auto data = data_of(rendered(c));
  for (const auto& chart : data["charts"])
    if (chart["kind"] == kind) found.push_back(chart);
  return found;
}

TEST(Report, DrawsALongWaitApartFromWhatFollows) {
  Comparison c = sample_comparison(1);
  c.times = testing::time_uses();
  const auto apart = charts_of(c, "time_bars");
  ASSERT_EQ(apart.size(), 2u);
  EXPECT_EQ(apart[0]["unit"], "h");
  EXPECT_EQ(apart[0]["rows"].size(), 4u) << "two crossings in two scenarios";
  EXPECT_EQ(apart[1]["unit"], "min");
  EXPECT_EQ(apart[1]["parts"].size(), 3u) << "blocked, waiting for search, in service";
  std::erase_if(c.times, [](const TimeUse& use) { return use.stage == "search"; });
  EXPECT_EQ(charts_of(c, "time_bars").size(), 1u) << "no loss later";
  c.times = testing::time_uses();
  for (TimeUse& use : c.times)
    if (use.before_control) use.in[0].minutes = use.in[1].minutes = 15;
  const auto together = charts_of(c, "time_bars");
  ASSERT_EQ(together.size(), 1u);
  EXPECT_EQ(together[0]["parts"].size(), 4u);
  const nlohmann::json medyka = {15.0, 2.0, 0.0, 7.0};
  for (const auto& row : together[0]["rows"])
    if (row["crossing"] == "Medyka" && row["scenario"] == 0) {
      EXPECT_EQ(row["values"], medyka);
    }
}

TEST(Report, DrawsHoursOfTheDayWhereTheyDiffer) {
  Comparison c = sample_comparison(1);
  c.times = testing::time_uses();
  const auto hours = charts_of(c, "hours");
  ASSERT_EQ(hours.size(), 2u);
  EXPECT_EQ(hours[0]["lines"][0]["values"][12], 400);
  EXPECT_EQ(hours[0]["lines"][0]["values"][13], 40);
  for (TimeUse& use : c.times)
    for (TimeIn& in : use.in) in.by_hour.fill(3);
  EXPECT_TRUE(charts_of(c, "hours").empty());
  EXPECT_THAT(rendered(c),
              HasSubstr("At Medyka and Zosin time is lost nearly alike at all hours."));
}

TEST(Report, DebriefsOperations) {
  Comparison c = sample_comparison(1);
  EXPECT_THAT(rendered(c), Not(HasSubstr("id=\"debriefings\"")));
  Debriefing d;
  d.scenario = 1;
  d.operation = "Action <days>";
  d.kind = "joint_action_days";
  d.action_plan = "firearms";
  d.posts = "North, South";
  d.days = 6;
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  d.figures = {{"Officers who came", "officers", 30, 30, 30, 30},
               {"Detections", "vehicles", none, 8, 5.3, 14.9},
               {"Arrests", "vehicles", none, 0, 0, 0},
               {"Reported after the end", "d", none, none, none, none}};
  c.debriefings.push_back(d);
  const std::string page = rendered(c);
  EXPECT_THAT(page, HasSubstr("<summary>Action &lt;days&gt;, "));
  EXPECT_THAT(page, HasSubstr("Joint action days, part of the plan firearms: 6 action days from"));
  EXPECT_THAT(page, HasSubstr("<td class=\"number\">30</td><td class=\"number\">30</td><td "
                              "class=\"number\"></td><td>officers</td>"));
  EXPECT_THAT(page, HasSubstr("<td class=\"number\">8</td><td class=\"number\">5.3 to 15</td>"));
  EXPECT_THAT(page, Not(HasSubstr("Arrests")));
  EXPECT_THAT(page, Not(HasSubstr("Reported after")));
}

TEST(Report, LeavesOutWhatThereIsNot) {
  Comparison c = sample_comparison(1);
  c.times.clear();
  c.queues.clear();
  c.observed.clear();
  c.operations.clear();
  c.assumptions.clear();
  c.warnings.clear();
  const std::string page = rendered(c);
  EXPECT_THAT(page, Not(HasSubstr("id=\"queues\"")));
  EXPECT_THAT(page, Not(HasSubstr("id=\"time-lost\"")));
  EXPECT_THAT(page, Not(HasSubstr("id=\"warnings\"")));
  EXPECT_THAT(page, HasSubstr("none is assumed"));
}

TEST(Report, IsTheSameForTheSameComparison) {
  EXPECT_EQ(render_report(sample_comparison(2)), render_report(sample_comparison(2)));
}

}  // namespace
}  // namespace cordon::report_test
