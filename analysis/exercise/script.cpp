#include "analysis/exercise/script.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "analysis/results/sha256.hpp"
#include "sim/scenario/format/text.hpp"

namespace cordon {
namespace {

namespace fs = std::filesystem;

std::string sha256_of(const std::string& bytes) {
  Sha256 hash;
  hash.add(bytes);
  return hash.hex();
}

std::vector<MadeOf> files_of(const std::vector<InputFile>& inputs) {
  std::vector<MadeOf> files;
  for (const InputFile& input : inputs) files.push_back({input.name, sha256_of(input.bytes)});
  return files;
}

std::string beside(const std::string& file, const std::string& named) {
  return (fs::path(file).parent_path() / named).lexically_normal().string();
}

void add(const std::map<std::string, InjectSpec>& injects, const std::string& root,
         const std::shared_ptr<const Provenance>& said, Script& script) {
  std::vector<Problem> problems;
  for (const auto& [name, spec] : injects) {
    const auto same = [&](const PlacedInject& other) { return other.name == name; };
    PlacedInject placed{name, spec, format::join_path(root, name), said};
    if (std::any_of(script.injects.begin(), script.injects.end(), same))
      problems.push_back(
          {placed.position("text"), placed.path,
           "has the name of another inject of this branch; expected one of its own"});
    script.injects.push_back(std::move(placed));
  }
  if (!problems.empty()) throw ScenarioError(std::move(problems));
  std::sort(script.injects.begin(), script.injects.end(),
            [](const PlacedInject& a, const PlacedInject& b) { return a.name < b.name; });
}

std::string add_exercise(const std::string& file, Script& script) {
  const auto reading = read<ExerciseSpec>(file);
  add(reading.spec.inject, "inject", std::make_shared<const Provenance>(reading.provenance),
      script);
  for (MadeOf& each : files_of(reading.inputs)) script.files.push_back(std::move(each));
  return reading.spec.title.empty() ? fs::path(file).stem().string() : reading.spec.title;
}

}  // namespace

FilePosition PlacedInject::position(const std::string& key) const {
  const std::string whole = path + '.' + key;
  for (const std::string& from : {whole, whole + '.', path + ".text"}) {
    const auto found = said->lower_bound(from);
    if (found != said->end() && found->first.starts_with(from) && found->second.is_given)
      return found->second.position;
  }
  return {};
}

const PlacedInject& inject_of(const Script& script, const std::string& name) {
  return *std::find_if(script.injects.begin(), script.injects.end(),
                       [&](const PlacedInject& inject) { return inject.name == name; });
}

Script read_script(const std::string& scenario, const std::vector<Override>& set,
                   const std::string& exercise) {
  Script script;
  script.set = set;
  script.title = add_exercise(exercise, script);
  script.base = load_scenario(scenario, set);
  script.name = script.base.name + '-' + fs::path(exercise).stem().string();
  return script;
}

Session read_session(const std::string& file) {
  auto reading = read<SessionSpec>(file);
  return {file, std::move(reading.spec),
          std::make_shared<const Provenance>(std::move(reading.provenance)),
          sha256_of(reading.inputs.front().bytes)};
}

Session session_of(SessionSpec spec, const std::string& file) {
  Problems problems;
  check(spec, problems);
  problems.throw_if_any();
  return {file, std::move(spec), std::make_shared<const Provenance>(), ""};
}

Script script_of(const Session& session, const std::string& branch,
                 const std::vector<Override>& set) {
  Script script;
  const auto at = session.said->find("set");
  const FilePosition position = at == session.said->end() ? FilePosition{} : at->second.position;
  for (const auto& [key, value] : session.spec.set)
    script.set.push_back({key, value.text, position});
  script.set.insert(script.set.end(), set.begin(), set.end());
  script.files = {{session.file, session.sha256}};
  script.title = branch;
  for (std::string name = branch; !name.empty(); name = session.spec.branch.at(name).parent) {
    const BranchSpec& spec = session.spec.branch.at(name);
    add(spec.inject, path_of({"branch", name, "inject"}), session.said, script);
    if (!spec.exercise.empty()) add_exercise(beside(session.file, spec.exercise), script);
    if (name == branch && !spec.label.empty()) script.title = spec.label;
  }
  script.base = load_scenario(beside(session.file, session.spec.scenario), script.set);
  script.name = branch.empty() ? script.base.name : branch;
  return script;
}

}  // namespace cordon
