#include "analysis/study/named_scenario.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <stdexcept>

#include "analysis/results/sha256.hpp"
#include "sim/output/measures.hpp"
#include "sim/scenario/format/text.hpp"

namespace cordon {
namespace {

std::string fingerprint_of(const Reading<Scenario>& reading) {
  Sha256 hash;
  hash.add(reading.resolved_toml);
  for (const InputFile& input : reading.inputs) {
    if (input.copied_as.empty()) continue;
    hash.add(input.copied_as);
    hash.add(std::string_view("\0", 1));
    hash.add(input.bytes);
  }
  return hash.hex();
}

// Names become names of folders, and columns of tables.
std::string tidy(std::string name) {
  constexpr std::size_t longest = 80;
  for (char& c : name)
    if (c == '/' || (static_cast<unsigned char>(c) < 0x20) || c == 0x7f) c = '_';
  name.erase(0, name.find_first_not_of('.'));
  std::size_t end = std::min(name.size(), longest);
  while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xc0) == 0x80) --end;
  name.resize(end);
  return name.empty() ? "scenario" : name;
}

// A scenario that was kept with results goes by the name that it had then, so that running it again
// gives the same bytes.
std::string name_of(const std::filesystem::path& file) {
  if (file.filename() == "scenario.toml") {
    std::ifstream manifest(file.parent_path() / "manifest.json");
    const auto known = nlohmann::json::parse(manifest, nullptr, false);
    const nlohmann::json::json_pointer first_name("/scenarios/0/name");
    if (known.is_object() && known.contains(first_name) && known[first_name].is_string())
      return known[first_name];
    const std::string folder = file.parent_path().filename().string();
    if (!folder.empty() && folder[0] != '.') return folder;
  }
  return file.stem().string();
}

// The scenario's reader does not know which measures there are.
void require_known_measures(const Reading<Scenario>& reading) {
  std::vector<Problem> problems;
  const auto said = reading.provenance.find("primary_measures");
  const auto refuse = [&](const std::string& why) {
    problems.push_back({said == reading.provenance.end() ? FilePosition{} : said->second.position,
                        "primary_measures", why});
  };
  std::set<std::string> seen;
  for (const std::string& name : reading.spec.primary_measures) {
    if (!find_measure(name))
      refuse("'" + name + "' is not a measure; expected one that `cordon describe` lists");
    if (!seen.insert(name).second) refuse("'" + name + "' is there twice; expected each once");
  }
  const auto check_targets = [&](const std::map<std::string, double>& targets,
                                 const std::string& path) {
    const auto at = reading.provenance.find(path);
    for (const auto& [name, unused] : targets)
      if (!find_measure(name))
        problems.push_back(
            {at == reading.provenance.end() ? FilePosition{} : at->second.position, path,
             "'" + name + "' is not a measure; expected one that `cordon describe` lists"});
  };
  if (const auto& review = reading.spec.review) {
    check_targets(review->at_least, "review.at_least");
    check_targets(review->at_most, "review.at_most");
  }
  if (!problems.empty()) throw ScenarioError(std::move(problems));
}

// Of operation.action.secrecy the entry operation.action; none of what is no named table.
std::optional<std::string> entry_of(const Override& said) {
  const auto keys = format::split_path(said.key);
  if (!keys || keys->size() < 3) return std::nullopt;
  for (const format::Parameter& p : parameters_of(format::Tag<Scenario>{}).section().parameters)
    if (p.key == keys->front() && p.shape == format::Parameter::Shape::tables)
      return format::join_path(keys->front(), (*keys)[1]) + '.';
  return std::nullopt;
}

// Whether the file has it before anything is overridden. What is wrong with it is said later.
bool has(const std::string& file, const std::string& entry) try {
  const auto reading = read_scenario(file);
  const auto first = reading.provenance.lower_bound(entry);
  return first != reading.provenance.end() && first->first.starts_with(entry);
} catch (const ScenarioError&) {
  return true;
}

// Names of files that have an entry; of what is no entry, or nobody's, all.
std::set<std::string> owners_of(const Override& said, const std::vector<std::string>& files) {
  const std::set<std::string> all(files.begin(), files.end());
  const auto entry = entry_of(said);
  if (!entry || all.size() < 2) return all;
  std::set<std::string> owners;
  for (const std::string& file : all)
    if (has(file, *entry)) owners.insert(file);
  return owners.empty() ? all : owners;
}

}  // namespace

std::vector<Override> parse_overrides(const std::vector<std::string>& set) {
  std::vector<Override> overrides;
  for (const std::string& text : set) overrides.push_back(parse_override(text));
  return overrides;
}

NamedScenario load_scenario(const std::string& file, const std::vector<Override>& overrides) {
  NamedScenario loaded{tidy(name_of(file)), file, read_scenario(file, overrides), nullptr, "", {}};
  require_known_measures(loaded.reading);
  try {
    loaded.setup = make_setup(loaded.reading.spec);
  } catch (const std::invalid_argument& e) {
    throw ScenarioError({{{std::make_shared<const std::string>(file)}, "", e.what()}});
  }
  loaded.fingerprint = fingerprint_of(loaded.reading);
  return loaded;
}

void add_new_problems(const ScenarioError& error, std::vector<Problem>& known) {
  for (const Problem& problem : error.problems) {
    const auto is_same = [&](const Problem& other) { return other.text() == problem.text(); };
    if (std::none_of(known.begin(), known.end(), is_same)) known.push_back(problem);
  }
}

std::vector<std::vector<Override>> overrides_by_file(const std::vector<std::string>& files,
                                                     const std::vector<Override>& all) {
  std::vector<std::vector<Override>> by_file(files.size());
  for (const Override& said : all) {
    const auto owners = owners_of(said, files);
    for (std::size_t f = 0; f < files.size(); ++f)
      if (owners.contains(files[f])) by_file[f].push_back(said);
  }
  return by_file;
}

void tell_apart(std::vector<NamedScenario>& scenarios) {
  for (auto s = scenarios.begin(); s != scenarios.end(); ++s) {
    const std::string name = s->name;
    const auto taken = [&](const NamedScenario& other) { return other.name == s->name; };
    for (int n = 2; std::any_of(scenarios.begin(), s, taken); ++n)
      s->name = name + '-' + std::to_string(n);
  }
}

std::vector<NamedScenario> load_scenarios(const std::vector<std::string>& files,
                                          const std::vector<Override>& overrides) {
  const auto by_file = overrides_by_file(files, overrides);
  std::vector<NamedScenario> loaded;
  std::vector<Problem> problems;
  for (std::size_t f = 0; f < files.size(); ++f) {
    try {
      loaded.push_back(load_scenario(files[f], by_file[f]));
    } catch (const ScenarioError& e) {
      add_new_problems(e, problems);
    }
  }
  if (!problems.empty()) throw ScenarioError(std::move(problems));
  tell_apart(loaded);
  return loaded;
}

}  // namespace cordon
