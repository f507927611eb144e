#include "analysis/results/manifest.hpp"

#include <nlohmann/json.hpp>

namespace cordon {
namespace {

using json = nlohmann::ordered_json;

std::string dump(const json& value) {
  return value.dump(2, ' ', false, json::error_handler_t::replace) + '\n';
}

std::string text_of(std::chrono::system_clock::time_point time) {
  return time_text(std::chrono::time_point_cast<std::chrono::microseconds>(time));
}

json fields_of(const TableShape& table) {
  json fields = json::array();
  for (const Column& column : table.columns) {
    json field = {{"name", column.name}, {"type", column.type}, {"description", column.meaning}};
    if (!column.unit.empty()) field["unit"] = column.unit;
    fields.push_back(std::move(field));
  }
  return fields;
}

// A trace is no table until it is exported; what it then has is said here all the same.
json resource_of(const TableShape& trace, std::size_t number) {
  return {{"name", number == 0 ? "trace" : "trace-" + std::to_string(number + 1)},
          {"path", trace.file},
          {"profile", "data-resource"},
          {"description", trace.meaning},
          {"format", "zst"},
          {"mediatype", "application/zstd"},
          {"schema", {{"fields", fields_of(trace)}, {"missingValues", {""}}}}};
}

}  // namespace

std::string folder_of(std::size_t scenario, const NamedScenario& named) {
  return scenario == 0 ? "." : "variants/" + named.name;
}

std::string result_hash(const Manifest& manifest) {
  Sha256 hash;
  for (const auto& [file, sha256] : manifest.simulated) hash.add(file + ' ' + sha256 + '\n');
  return hash.hex();
}

void write_manifest(const std::filesystem::path& folder, const Manifest& manifest,
                    const std::vector<NamedScenario>& scenarios) {
  json kept = json::array();
  for (std::size_t s = 0; s < scenarios.size(); ++s) {
    kept.push_back({{"name", scenarios[s].name},
                    {"title", scenarios[s].reading.spec.title},
                    {"file", scenarios[s].file},
                    {"folder", folder_of(s, scenarios[s])},
                    {"scenario_sha256", scenarios[s].fingerprint}});
    for (const MadeOf& each : scenarios[s].made_of)
      kept.back()["made_of"].push_back({{"file", each.file}, {"sha256", each.sha256}});
  }
  json files = json::object();
  for (const auto* list : {&manifest.simulated, &manifest.derived})
    for (const auto& [file, sha256] : *list) files[file] = sha256;
  const json whole = {{"cordon", manifest.version},
                      {"status", manifest.interrupted ? "interrupted" : "complete"},
                      {"command", manifest.command},
                      {"seed", manifest.seed},
                      {"replications", manifest.replications},
                      {"scenarios", kept},
                      {"started", text_of(manifest.started)},
                      {"ended", text_of(manifest.ended)},
                      {"files_sha256", files},
                      {"result_sha256", result_hash(manifest)}};
  write_file(folder / "manifest.json", dump(whole));
}

void write_data_package(const std::filesystem::path& folder, const std::string& title,
                        const std::vector<TableShape>& tables,
                        const std::vector<TableShape>& traces) {
  json resources = json::array();
  for (const TableShape& table : tables) {
    const std::string file(table.file);
    resources.push_back({{"name", file.substr(0, file.find('.'))},
                         {"path", file},
                         {"profile", "tabular-data-resource"},
                         {"description", table.meaning},
                         {"format", "csv"},
                         {"mediatype", "text/csv"},
                         {"encoding", "utf-8"},
                         {"schema", {{"fields", fields_of(table)}, {"missingValues", {""}}}}});
  }
  for (std::size_t t = 0; t < traces.size(); ++t) resources.push_back(resource_of(traces[t], t));
  const char* const profile = traces.empty() ? "tabular-data-package" : "data-package";
  write_file(folder / "datapackage.json", dump({{"profile", profile},
                                                {"name", "cordon-results"},
                                                {"title", title},
                                                {"resources", resources}}));
}

void write_scenarios(const std::filesystem::path& folder,
                     const std::vector<NamedScenario>& scenarios) {
  if (scenarios.size() > 1) make_folder(folder / "variants");
  for (std::size_t s = 0; s < scenarios.size(); ++s) {
    const std::filesystem::path own = folder / folder_of(s, scenarios[s]);
    make_folder(own);
    write_file(own / "scenario.toml", scenarios[s].reading.resolved_toml);
    for (const InputFile& input : scenarios[s].reading.inputs) {
      if (input.copied_as.empty()) continue;
      make_folder((own / input.copied_as).parent_path());
      write_file(own / input.copied_as, input.bytes);
    }
  }
}

}  // namespace cordon
