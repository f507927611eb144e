#include "sim/scenario/describe.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "analysis/commands/commands.hpp"
#include "analysis/commands/study_command.hpp"
#include "analysis/compare/compare.hpp"
#include "analysis/exercise/spec.hpp"
#include "analysis/experiment/spec.hpp"
#include "analysis/study/user_error.hpp"
#include "analysis/terminal/text_table.hpp"
#include "sim/scenario/format/text.hpp"

namespace cordon::commands {
namespace {

using Json = nlohmann::ordered_json;

const format::Section& parameters() { return parameters_of(format::Tag<Scenario>{}).section(); }
const format::Section& keys_of_experiments() {
  return parameters_of(format::Tag<ExperimentSpec>{}).section();
}
const format::Section& keys_of_exercises() {
  return parameters_of(format::Tag<ExerciseSpec>{}).section();
}
const format::Section& keys_of_sessions() {
  return parameters_of(format::Tag<SessionSpec>{}).section();
}

std::vector<Measure> all_measures() {
  std::vector<Measure> all(measures().begin(), measures().end());
  all.insert(all.end(), comparison_measures().begin(), comparison_measures().end());
  return all;
}

std::string_view text_of(Better better) {
  switch (better) {
    case Better::lower:
      return "lower is better";
    case Better::higher:
      return "higher is better";
    case Better::neither:
      break;
  }
  return "neither is better";
}

std::string description_of(const Measure& m) {
  return fmt::format("{}\n{}  {:<8} measure, {}\n  {:<8} {}\n  {:<8} {}\n", m.name,
                     terminal::wrapped(std::string(m.meaning), 98, 2), "kind", name_of(m.family),
                     "unit", m.unit, "verdict", text_of(m.better));
}

std::string everything() {
  std::string text = "Parameters of a scenario:\n\n" + list_parameters(parameters()) +
                     "\nKeys of an experiment:\n\n" + list_parameters(keys_of_experiments()) +
                     "\nKeys of an exercise:\n\n" + list_parameters(keys_of_exercises()) +
                     "\nKeys of a session:\n\n" + list_parameters(keys_of_sessions()) +
                     "\nMeasures of a run:\n\n";
  for (const Measure& m : all_measures())
    text += fmt::format("{:<26} {:<12} {:<9} {}\n", m.name, name_of(m.family), m.unit, m.meaning);
  return text + "\ncordon describe NAME says more of one.\n";
}

std::string description_of(const std::string& name) {
  std::string text;
  std::vector<std::string> names;
  for (const Measure& m : all_measures()) {
    names.emplace_back(m.name);
    if (m.name == name) text += description_of(m);
  }
  if (const auto parameter = describe(parameters(), name))
    text += (text.empty() ? "" : "\n") + *parameter;
  const auto add = [&](const format::Section& keys, const char* where) {
    if (const auto key = describe(keys, name)) text += (text.empty() ? "" : "\n") + (where + *key);
  };
  add(keys_of_experiments(), "In an experiment:\n");
  add(keys_of_exercises(), "In an exercise:\n");
  add(keys_of_sessions(), "In a session:\n");
  if (!text.empty()) return text;
  std::string guess = format::did_you_mean(name, names);
  if (guess.empty()) guess = suggest_parameter(parameters(), name);
  throw UserError(fmt::format("no parameter or measure is called '{}'{}", name, guess));
}

Json json_of(const format::Section& section) {
  Json all = Json::array();
  for (const PlacedParameter& placed : parameters_in(section)) {
    const ParameterWords said = words_of(placed);
    Json one = {{"name", said.path}, {"meaning", said.meaning}, {"kind", said.kind}};
    for (const auto& [key, text] :
         {std::pair("units", said.units), std::pair("range", said.range),
          std::pair("default", said.default_value), std::pair("source", said.source)})
      if (!text.empty()) one[key] = text;
    for (const auto& [word, meaning] : said.words) one["words"][word] = meaning;
    one["required"] = said.is_required;
    one["may_change"] = said.may_change;
    all.push_back(std::move(one));
  }
  return all;
}

std::string everything_as_json() {
  Json all = {{"parameters", json_of(parameters())},
              {"experiment", json_of(keys_of_experiments())},
              {"exercise", json_of(keys_of_exercises())},
              {"session", json_of(keys_of_sessions())},
              {"measures", Json::array()}};
  for (const Measure& m : all_measures())
    all["measures"].push_back({{"name", m.name},
                               {"meaning", m.meaning},
                               {"family", name_of(m.family)},
                               {"unit", m.unit},
                               {"verdict", text_of(m.better)}});
  return all.dump(1) + '\n';
}

}  // namespace

void add_describe(CLI::App& cordon, Action& chosen) {
  struct Arguments {
    std::string name;
    bool schema = false, markdown = false, json = false;
    bool experiment = false, exercise = false, session = false;
  };
  const auto arguments = std::make_shared<Arguments>();
  auto* command = cordon.add_subcommand(
      "describe", "What a parameter or measure means: unit, range, default, source");
  command->footer("Examples:\n  cordon describe wait_mean\n  cordon describe line.NAME.lanes");
  auto* name = command->add_option("NAME", arguments->name, "Parameter or measure; none: list all");
  auto* schema_flag = command->add_flag("--schema", arguments->schema,
                                        "Print the JSON Schema of scenario files, for editors");
  auto* markdown_flag = command->add_flag("--markdown", arguments->markdown,
                                          "Print the reference part of scenarios/README.md");
  auto* json_flag =
      command->add_flag("--json", arguments->json, "Print all of it as JSON, for other programs");
  auto* experiment = command->add_flag("--experiment", arguments->experiment,
                                       "With --schema or --markdown: of experiment files");
  auto* exercise = command->add_flag("--exercise", arguments->exercise,
                                     "The same of exercise files, which say what is injected");
  auto* session = command->add_flag("--session", arguments->session, "The same of session files");
  exercise->excludes(experiment)->excludes(session);
  session->excludes(experiment);
  for (CLI::Option* option : {schema_flag, markdown_flag, json_flag})
    for (CLI::Option* other : {schema_flag, markdown_flag, json_flag, name})
      if (option != other) option->excludes(other);
  command->callback([&chosen, arguments] {
    chosen = [arguments] {
      const auto& section = arguments->experiment ? keys_of_experiments()
                            : arguments->exercise ? keys_of_exercises()
                            : arguments->session  ? keys_of_sessions()
                                                  : parameters();
      if (arguments->schema)
        print(schema(section));
      else if (arguments->markdown)
        print(markdown(section));
      else if (arguments->json)
        print(everything_as_json());
      else
        print(arguments->name.empty() ? everything() : description_of(arguments->name));
      return done;
    };
  });
}

}  // namespace cordon::commands
