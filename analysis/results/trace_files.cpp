#include "analysis/results/trace_files.hpp"

#include "analysis/results/manifest.hpp"
#include "analysis/results/trace_csv.hpp"

namespace cordon {
namespace {

bool says_truth(const NamedScenario& scenario) { return !scenario.reading.spec.real_map; }

}  // namespace

TraceFiles::TraceFiles(std::filesystem::path folder, const std::vector<NamedScenario>& scenarios,
                       std::uint64_t seed, std::uint32_t replication)
    : folder_(std::move(folder)), scenarios_(scenarios), seed_(seed), replication_(replication) {
  for (std::size_t s = 0; s < scenarios.size(); ++s)
    names_.push_back(s == 0 ? trace_name : folder_of(s, scenarios[s]) + '/' + trace_name);
  files_.resize(scenarios.size());
  for (const NamedScenario& s : scenarios) columns_.push_back(trace_columns(says_truth(s)));
}

std::unique_ptr<trace::Writer> TraceFiles::writer(std::size_t scenario, std::uint32_t replication,
                                                  trace::RowSink rows) {
  if (replication != replication_) return nullptr;
  const NamedScenario& named = scenarios_[scenario];
  const std::filesystem::path path = folder_ / names_[scenario];
  if (scenario > 0) make_folder(folder_ / "variants");
  make_folder(path.parent_path());
  files_[scenario] = std::make_unique<OutputFile>(path);
  const trace::RunOf run{CORDON_VERSION,    named.name, named.reading.spec.title,
                         named.fingerprint, seed_,      replication};
  return std::make_unique<trace::Writer>(
      trace::header_of(run, *named.setup, says_truth(named)),
      [file = files_[scenario].get()](std::string_view bytes) { file->write(bytes); },
      std::move(rows));
}

std::vector<TableShape> TraceFiles::shapes() const {
  std::vector<TableShape> shapes;
  for (std::size_t s = 0; s < files_.size(); ++s)
    if (files_[s])
      shapes.push_back({names_[s],
                        "Every event of one replication, compressed; cordon export gives a table "
                        "of these columns.",
                        columns_[s]});
  return shapes;
}

std::vector<std::pair<std::string, std::string>> TraceFiles::close() {
  std::vector<std::pair<std::string, std::string>> written;
  for (std::size_t s = 0; s < files_.size(); ++s)
    if (files_[s]) written.emplace_back(names_[s], files_[s]->close());
  return written;
}

}  // namespace cordon
