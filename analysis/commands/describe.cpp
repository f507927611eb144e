#include "sim/scenario/describe.hpp"

#include <fmt/format.h>

#include "analysis/commands/commands.hpp"
#include "analysis/commands/study_command.hpp"
#include "analysis/compare/compare.hpp"
#include "analysis/study/user_error.hpp"
#include "analysis/terminal/text_table.hpp"
#include "sim/scenario/format/text.hpp"

namespace cordon::commands {
namespace {

const format::Section& parameters() { return parameters_of(format::Tag<Scenario>{}).section(); }

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
  std::string text =
      "Parameters of a scenario:\n\n" + list_parameters(parameters()) + "\nMeasures of a run:\n\n";
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
  if (!text.empty()) return text;
  std::string guess = format::did_you_mean(name, names);
  if (guess.empty()) guess = suggest_parameter(parameters(), name);
  throw UserError(fmt::format("no parameter or measure is called '{}'{}", name, guess));
}

}  // namespace

void add_describe(CLI::App& cordon, Action& chosen) {
  struct Arguments {
    std::string name;
    bool schema = false, markdown = false;
  };
  const auto arguments = std::make_shared<Arguments>();
  auto* command = cordon.add_subcommand(
      "describe", "What a parameter or measure means: unit, range, default, source");
  command->footer("Examples:\n  cordon describe wait_mean\n  cordon describe line.NAME.lanes");
  auto* name = command->add_option("NAME", arguments->name, "Parameter or measure; none: list all");
  auto* schema_flag = command->add_flag("--schema", arguments->schema,
                                        "Print the JSON Schema of scenario files, for editors");
  command
      ->add_flag("--markdown", arguments->markdown,
                 "Print the reference part of scenarios/README.md")
      ->excludes(schema_flag)
      ->excludes(name);
  schema_flag->excludes(name);
  command->callback([&chosen, arguments] {
    chosen = [arguments] {
      if (arguments->schema)
        print(schema(parameters()));
      else if (arguments->markdown)
        print(markdown(parameters()));
      else
        print(arguments->name.empty() ? everything() : description_of(arguments->name));
      return done;
    };
  });
}

}  // namespace cordon::commands
