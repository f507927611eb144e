#include "analysis/exercise/injects_table.hpp"

#include <algorithm>
#include <array>

#include "analysis/results/columns.hpp"

namespace cordon {
namespace {

constexpr std::array injects_columns = {
    columns::scenario,
    columns::replication,
    Column{"inject", "string", "", "Name of the inject."},
    Column{"happened", "boolean", "",
           "Whether it did. A contingency happens if in the replication that was played, the first "
           "unless a session says another, a reaction did not come; then it does in all."},
    Column{"time", "datetime", "UTC", "When; empty: it did not happen."},
    Column{"instead_of", "string", "",
           "Inject whose expected reaction did not come, so that this one happened."},
    Column{"text", "string", "", "What the room was told."},
    Column{"objective", "string", "", "What it was to train or to test."},
    Column{"by", "string", "", "Who injected it."},
    Column{"to", "string", "", "Who was told, or where it was shown."},
    Column{"expected", "string", "", "What those who are trained should do, in words."},
    Column{"expected_event", "string", "", "The same as an event of the run; empty: none is."},
    Column{"expected_at", "string", "", "Where; empty: anywhere."},
    Column{"deadline", "datetime", "UTC", "Until when it had to come."},
    Column{"came", "boolean", "", "Whether it came in time in this replication."},
    Column{"came_at", "datetime", "UTC", "When it came for the first time."},
    Column{"contingency", "string", "", "Inject that happens if it does not come."}};

class InjectRows {
 public:
  InjectRows(CsvTable& table, const NamedScenario& scenario, const Injected& injected)
      : table_(table), scenario_(scenario), injected_(injected) {}

  void add(std::uint32_t replication, const std::vector<Reaction>& reactions) {
    replication_ = replication;
    reactions_ = &reactions;
    for (const Happening& happening : injected_.happenings)
      add(inject_of(injected_.script, happening.inject), &happening);
    for (const PlacedInject& inject : injected_.script.injects)
      if (!happened(inject.name)) add(inject, nullptr);
  }

 private:
  [[nodiscard]] bool happened(const std::string& name) const {
    const auto& all = injected_.happenings;
    return std::any_of(all.begin(), all.end(),
                       [&](const Happening& happening) { return happening.inject == name; });
  }
  [[nodiscard]] std::string at(Duration since_start) const {
    return time_text(scenario_.reading.spec.start + since_start);
  }
  [[nodiscard]] std::string instead_of(const std::string& name) const {
    for (const PlacedInject& inject : injected_.script.injects)
      if (inject.spec.contingency == name) return inject.name;
    return "";
  }

  void add(const PlacedInject& inject, const Happening* happening) {
    const InjectSpec& spec = inject.spec;
    table_.text(scenario_.name).integer(replication_).text(inject.name);
    table_.text(happening != nullptr ? "true" : "false");
    table_.text(happening != nullptr ? at(happening->at) : "");
    table_.text(happening != nullptr ? instead_of(inject.name) : "");
    table_.text(spec.text).text(spec.objective).text(spec.by).text(spec.to).text(spec.expected);
    table_.text(spec.expects ? spec.expects->event : "").text(spec.expects ? spec.expects->at : "");
    add_reaction(inject.name);
    table_.text(spec.contingency);
    table_.end_row();
  }

  void add_reaction(const std::string& name) {
    const auto found = std::find_if(reactions_->begin(), reactions_->end(),
                                    [&](const Reaction& r) { return r.inject == name; });
    if (found == reactions_->end()) return void(table_.text("").text("").text(""));
    table_.text(at(found->deadline)).text(found->came ? "true" : "false");
    table_.text(found->came ? at(*found->came) : "");
  }

  CsvTable& table_;
  const NamedScenario& scenario_;
  const Injected& injected_;
  std::uint32_t replication_ = 0;
  const std::vector<Reaction>* reactions_ = nullptr;
};

}  // namespace

const TableShape injects_table{"injects.csv",
                               "What was injected, what was expected of it, and whether it came.",
                               injects_columns};

std::string write_injects(const std::filesystem::path& folder, const Studied& studied,
                          const std::vector<std::unique_ptr<Lookouts>>& lookouts,
                          const std::vector<Runs>& runs) {
  CsvTable table(folder, injects_table);
  for (std::size_t s = 0; s < studied.scenarios.size(); ++s) {
    if (!studied.injected[s]) continue;
    InjectRows rows(table, studied.scenarios[s], *studied.injected[s]);
    for (std::size_t r = 0; r < runs[s].replications(); ++r)
      rows.add(runs[s].number(r), lookouts[s]->reactions(runs[s].number(r)));
  }
  return table.close();
}

}  // namespace cordon
