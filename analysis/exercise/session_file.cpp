#include "analysis/exercise/session_file.hpp"

#include <fmt/format.h>

#include "analysis/results/output_file.hpp"
#include "sim/scenario/format/text.hpp"
#include "sim/scenario/parameters.hpp"

namespace cordon {
namespace {

class Writer {
 public:
  std::string text;

  /// The values of a struct that are other than by default.
  template <class Spec>
  void values(const Spec& spec) {
    const format::Section& section = parameters_of(format::Tag<Spec>{}).section();
    for (const format::Parameter& parameter : section.parameters) {
      if (parameter.shape != format::Parameter::Shape::value) continue;
      const std::string value = parameter.written(&spec);
      if (value.empty() || value == section.default_of(parameter)) continue;
      text += fmt::format("{} = {}\n", parameter.key, value);
    }
  }
  template <class Spec>
  void table(const std::string& path, const Spec& spec) {
    text += fmt::format("\n[{}]\n", path);
    values(spec);
  }
  template <class Spec>
  void table(const std::string& path, const std::optional<Spec>& spec) {
    if (spec) table(path, *spec);
  }

  void injects(const std::string& root, const std::map<std::string, InjectSpec>& all) {
    for (const auto& [name, inject] : all) {
      const std::string at = format::join_path(root, name);
      table(at, inject);
      table(at + ".expects", inject.expects);
      table(at + ".broken", inject.broken);
      table(at + ".absent", inject.absent);
      table(at + ".tip_off", inject.tip_off);
      table(at + ".surge", inject.surge);
      table(at + ".transfer", inject.transfer);
      for (const auto& [what, change] : inject.change)
        table(format::join_path(at + ".change", what), change);
    }
  }
};

}  // namespace

std::string toml_of(const ExerciseSpec& exercise) {
  Writer writer;
  writer.values(exercise);
  writer.injects("inject", exercise.inject);
  return writer.text;
}

std::string toml_of(const SessionSpec& session) {
  Writer writer;
  writer.values(session);
  for (const auto& [name, branch] : session.branch) {
    const std::string at = path_of({"branch", name});
    writer.table(at, branch);
    writer.injects(at + ".inject", branch.inject);
  }
  for (const auto& [name, bookmark] : session.bookmark)
    writer.table(path_of({"bookmark", name}), bookmark);
  return writer.text;
}

void save_session(const std::filesystem::path& file, const SessionSpec& session) {
  WholeFile whole(file);
  whole.write(toml_of(session));
  whole.keep();
}

}  // namespace cordon
