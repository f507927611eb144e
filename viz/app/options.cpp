#include "viz/app/options.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "analysis/study/user_error.hpp"
#include "sim/scenario/format/text.hpp"
#include "viz/hud/layout.hpp"
#include "viz/hud/time_text.hpp"

namespace cordon::viz {
namespace {

Time moment(const std::string& option, const std::string& text) {
  if (const auto at = parse_since_start(text)) return *at;
  throw UserError(
      fmt::format("{}: is {}; expected a time since the start of the run such as "
                  "\"3 d 14 h\" (units: s, min, h, d)",
                  option, format::in_quotes(text)));
}

void set_size(const std::string& text, Settings& settings) {
  unsigned width = 0, height = 0;
  char rest = 0;
  const bool is_size = std::sscanf(text.c_str(), "%5ux%5u%c", &width, &height, &rest) == 2;
  if (!is_size || width < least_window.x || height < least_window.y || width > 8192 ||
      height > 8192)
    throw UserError(fmt::format("--size: is {}; expected WIDTHxHEIGHT from 1024x700 to 8192x8192",
                                format::in_quotes(text)));
  settings.width = width;
  settings.height = height;
}

struct Texts {
  std::string at, until, size = "1600x900";
};

void add_options(CLI::App& app, Settings& settings, Texts& texts) {
  app.add_option(
         "RUN", settings.run,
         "A scenario; a session, or SESSION.toml:BRANCH; or results of cordon run or compare "
         "with --trace")
      ->required();
  app.add_option("SECOND", settings.second, "Another run, whose curves are drawn behind");
  app.add_option("--injects", settings.injects, "File of an exercise, which is played in RUN")
      ->type_name("FILE");
  app.add_option("--at", texts.at, "Where to begin, since the start of the run: \"3 d 14 h\"")
      ->type_name("TIME");
  app.add_option("--screenshot", settings.picture, "Draw one picture to a PNG file, and end")
      ->type_name("FILE");
  app.add_option("--video", settings.film, "Draw a film to an MP4 file, and end")
      ->type_name("FILE");
  app.add_option("--until", texts.until, "Where the film ends [end of the run]")->type_name("TIME");
  app.add_option("--speed", settings.film_speed, "Simulated seconds a second of the film")
      ->check(CLI::Range(1.0, 1e6))
      ->capture_default_str();
  app.add_option("--size", texts.size, "Of the window or picture, pixels")
      ->type_name("WxH")
      ->capture_default_str();
  app.add_option("--text-size", settings.text_scale, "1 is usual; 1.5 for a wall")
      ->check(CLI::Range(0.7, 2.5))
      ->capture_default_str();
  app.add_option("--select", settings.select, "Name of a crossing to begin with")
      ->type_name("NAME");
  app.add_option("--seed", settings.seed, "Of what is simulated [that of the session, or 1]");
  app.add_option(
         "--measure", settings.measure,
         "Play for 10 s with so many more vehicles on the map, print pictures a second, and "
         "end")
      ->type_name("N")
      ->check(CLI::Range(1, 1'000'000));
  app.add_flag("--light", settings.light, "Light colours");
  app.add_flag("--present", settings.presenting, "No panels, a large clock");
  app.add_flag("--instructor", settings.instructor, "Show what vehicles hide, where a trace says");
  app.add_flag("--side-by-side", settings.side_by_side,
               "RUN on the left; on the right SECOND, or RUN without what is injected");
  app.add_flag("--charts", settings.charts, "Show charts");
  app.add_flag("--known", settings.known, "Show what the selected crossing knew");
}

}  // namespace

std::optional<Settings> parse_options(int argc, char** argv) {
  CLI::App app{"Shows a run on a map: queues, teams, operations, what is found.", "cordon-view"};
  app.set_help_flag("-h,--help", "Print this");
  app.set_version_flag("--version", "cordon-view " CORDON_VERSION, "Print the version");
  app.footer(
      "Example:\n  cordon run scenarios/pl_ua/joint_operation.toml --replications 1 --trace --out "
      "results/one\n  cordon-view results/one --at \"9 d 6 h\"\n\nPress ? in the window for its "
      "keys.");
  Settings settings;
  Texts texts;
  add_options(app, settings, texts);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    if (e.get_exit_code() == 0) return app.exit(e), std::nullopt;
    throw UserError(std::string(e.what()) + "; cordon-view --help says what is expected");
  }
  if (settings.side_by_side && settings.second.empty()) {
    if (settings.injects.empty())
      throw UserError("--side-by-side: there is one run; expected RUN and SECOND, or --injects");
    settings.second = settings.run;
  }
  if (!texts.at.empty()) settings.at = moment("--at", texts.at);
  if (!texts.until.empty()) settings.until = moment("--until", texts.until);
  set_size(texts.size, settings);
  return settings;
}

}  // namespace cordon::viz
