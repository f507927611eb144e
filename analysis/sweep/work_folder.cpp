#include "analysis/sweep/work_folder.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "analysis/results/output_file.hpp"
#include "analysis/results/sha256.hpp"
#include "analysis/study/user_error.hpp"

namespace cordon {
namespace {

namespace fs = std::filesystem;

nlohmann::json read_json(const fs::path& path) {
  std::ifstream file(path);
  return nlohmann::json::parse(file, nullptr, false);
}

void remove_file(const fs::path& path) {
  std::error_code error;
  fs::remove(path, error);
}

}  // namespace

WorkFolder::WorkFolder(const fs::path& results, std::string_view what) {
  fs::path whole = fs::absolute(results).lexically_normal();
  if (!whole.has_filename()) whole = whole.parent_path();
  path_ = fmt::format("{}.{}", whole.string(), what);
}

bool WorkFolder::is_there() const {
  std::error_code error;
  return fs::exists(path_ / work_state_file, error);
}

void WorkFolder::begin(const Experiment& experiment, std::uint32_t shards,
                       const std::map<std::string, std::string>& more) const {
  auto identity = identity_of(experiment);
  identity.insert(more.begin(), more.end());
  if (!is_there()) {
    std::error_code error;
    fs::create_directories(path_, error);
    if (error)
      throw OutputError(fmt::format("{}: cannot be made: {}", path_.string(), error.message()));
    // Whole at once, and by one of several that begin together: a second link fails.
    const fs::path mine = path_ / fmt::format("{}.{}.tmp", work_state_file, getpid());
    write_file(mine, nlohmann::json{{"shards", shards}, {"experiment", identity}}.dump(2) + '\n');
    fs::create_hard_link(mine, path_ / work_state_file, error);
    remove_file(mine);
    if (error && !is_there())
      throw OutputError(fmt::format("{}: cannot be made: {}", path_.string(), error.message()));
  }
  const auto state = read_json(path_ / work_state_file);
  if (!state.is_object() || !state.contains("experiment") || !state.contains("shards"))
    throw OutputError(fmt::format("{}: is no state of a sweep; move it away, or use --force",
                                  (path_ / work_state_file).string()));
  const std::string changed =
      difference_between(identity, state["experiment"].get<std::map<std::string, std::string>>());
  if (!changed.empty())
    throw UserError(fmt::format(
        "{}: was begun with another experiment: {}; --force begins anew, --out elsewhere",
        path_.string(), changed));
  if (state["shards"] != shards)
    throw UserError(fmt::format("{}: was begun in {} shards, and this is one of {}", path_.string(),
                                state["shards"].get<std::uint32_t>(), shards));
}

std::optional<std::uint32_t> WorkFolder::shards() const {
  const auto state = read_json(path_ / work_state_file);
  if (!state.is_object() || !state.contains("shards")) return std::nullopt;
  return state["shards"].get<std::uint32_t>();
}

fs::path WorkFolder::journal(const Shard& shard) const { return path_ / (shard.name() + ".csv"); }
fs::path WorkFolder::marker(const Shard& shard) const {
  return path_ / (shard.name() + ".complete");
}

void WorkFolder::mark_complete(const Shard& shard, std::uint64_t rows) const {
  const fs::path mine = marker(shard).string() + ".tmp";
  write_file(mine, std::to_string(rows) + '\n');
  std::error_code error;
  fs::rename(mine, marker(shard), error);
  if (error)
    throw OutputError(
        fmt::format("{}: cannot be written: {}", marker(shard).string(), error.message()));
}

void WorkFolder::unmark(const Shard& shard) const { remove_file(marker(shard)); }

std::optional<std::uint64_t> WorkFolder::complete(const Shard& shard) const {
  std::ifstream file(marker(shard));
  std::uint64_t rows = 0;
  if (!(file >> rows)) return std::nullopt;
  return rows;
}

void WorkFolder::remove() const {
  std::error_code error;
  fs::remove_all(path_, error);
}

std::map<std::string, std::string> identity_of(const Experiment& experiment) {
  static const std::set<std::string> free = {"title",     "replications", "most_replications",
                                             "precision", "budget",       "scenarios"};
  std::map<std::string, std::string> identity = {{"version of cordon", CORDON_VERSION}};
  for (const auto& [path, value] : experiment.reading().provenance)
    if (!free.contains(path)) identity[path] = value.value;
  for (const NamedScenario& s : experiment.scenarios())
    identity["scenario " + s.name] = "of hash " + s.fingerprint.substr(0, 12);
  if (!experiment.list().empty()) {
    Sha256 hash;
    hash.add(experiment.list());
    identity["file " + experiment.spec().design.list] = "of hash " + hash.hex().substr(0, 12);
  }
  return identity;
}

std::string difference_between(const std::map<std::string, std::string>& now,
                               const std::map<std::string, std::string>& then) {
  std::string text;
  const auto add = [&](const std::string& what) { text += (text.empty() ? "" : "; ") + what; };
  for (const auto& [key, value] : now) {
    const auto before = then.find(key);
    if (before == then.end())
      add(fmt::format("{} is {}, and was not there", key, value));
    else if (before->second != value)
      add(fmt::format("{} is {}, and was {}", key, value, before->second));
  }
  for (const auto& [key, value] : then)
    if (!now.contains(key)) add(fmt::format("{} is not there, and was {}", key, value));
  return text;
}

}  // namespace cordon
