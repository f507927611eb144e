#pragma once

// A small scenario with every kind of parameter, and a folder of files to read it from.

#include <filesystem>
#include <fstream>
#include <string>

#include "sim/scenario/read.hpp"

namespace cordon::example {

using namespace std::chrono_literals;

enum class CooperationMode { separate, co_located, one_stop };

struct LimitsSpec {
  double inspect_above = 0.8;
  Duration overtime = 2h;
};

struct LaneSpec {
  int booths = 1;
  Distribution check_time;
};

struct RegionSpec {
  double latitude_deg = 0.0;
};

struct CrossingSpec {
  std::string country;
  int lanes = 1;
  Duration travel = 1h;
  Distribution check_time;
  Distribution load_kg = Distribution::lognormal(12000.0, 0.5);
  CooperationMode cooperation = CooperationMode::separate;
  std::vector<std::string> teams;
  std::map<std::string, double> origins;
  std::optional<double> fee_eur;
  TimeOfDay opens{6h};
  bool has_scanner = false;
  double arrivals_per_hour = 10.0;
  double prevalence = 0.0004;
  LimitsSpec limits;
  std::optional<LimitsSpec> night;
  std::map<std::string, LaneSpec> lane;
};

struct TeamSpec {
  std::string home;
  double speed_km_per_hour = 60.0;
  double range_km = 40.0;
};

struct VolumeRow {
  std::string region;
  std::string crossing;
  std::chrono::sys_seconds at;
  double lorries = 0.0;
};

struct Spec {
  std::string title;
  std::chrono::sys_seconds start = std::chrono::sys_days{std::chrono::year{2025} / 1 / 1};
  std::map<std::string, RegionSpec> region;
  std::map<std::string, CrossingSpec> crossing;
  std::map<std::string, TeamSpec> team;
  std::vector<VolumeRow> volumes;
};

const format::Table<LimitsSpec>& parameters_of(format::Tag<LimitsSpec>);
const format::Table<LaneSpec>& parameters_of(format::Tag<LaneSpec>);
const format::Table<RegionSpec>& parameters_of(format::Tag<RegionSpec>);
const format::Table<CrossingSpec>& parameters_of(format::Tag<CrossingSpec>);
const format::Table<TeamSpec>& parameters_of(format::Tag<TeamSpec>);
const format::Table<VolumeRow>& parameters_of(format::Tag<VolumeRow>);
const format::Table<Spec>& parameters_of(format::Tag<Spec>);

inline const format::Table<LimitsSpec>& parameters_of(format::Tag<LimitsSpec>) {
  using namespace format;
  static const auto table = Table<LimitsSpec>("When a post gives in.")
                                .key("inspect_above", &LimitsSpec::inspect_above,
                                     "Scores above it are inspected.", unit::share)
                                .key("overtime", &LimitsSpec::overtime, "The longest overtime.",
                                     at_most(8h), source("assumed"));
  return table;
}

inline const format::Table<LaneSpec>& parameters_of(format::Tag<LaneSpec>) {
  using namespace format;
  static const auto table =
      Table<LaneSpec>("One lane.")
          .key("booths", &LaneSpec::booths, "Booths.", between(1, 20))
          .key("check_time", &LaneSpec::check_time, "Time of a check.", unit::time, required);
  return table;
}

inline const format::Table<RegionSpec>& parameters_of(format::Tag<RegionSpec>) {
  using namespace format;
  static const auto table =
      Table<RegionSpec>("Where traffic is born.")
          .key("latitude", &RegionSpec::latitude_deg, "Degrees north.", unit::latitude);
  return table;
}

inline const format::Table<CrossingSpec>& parameters_of(format::Tag<CrossingSpec>) {
  using namespace format;
  using enum CooperationMode;
  static const auto table =
      Table<CrossingSpec>("A border crossing point.")
          .key("country", &CrossingSpec::country, "On whose side it is.", not_empty)
          .key("lanes", &CrossingSpec::lanes, "Lanes of the first check.", at_least(1),
               source("assumed"))
          .key("travel", &CrossingSpec::travel, "Way from the hub.", between(1min, 48h),
               source("OpenStreetMap"))
          .key("check_time", &CrossingSpec::check_time, "Time of the first check.", unit::time,
               required)
          .key("load", &CrossingSpec::load_kg, "What a lorry carries.", unit::kg)
          .key("cooperation", &CrossingSpec::cooperation, "How the authorities work together.",
               one_of<CooperationMode>({{"separate", separate, "two stops"},
                                        {"co_located", co_located, "in parallel"},
                                        {"one_stop", one_stop, "one crew"}}))
          .key("teams", &CrossingSpec::teams, "Teams on post.", refers_to("team"))
          .key("origins", &CrossingSpec::origins, "Share of the traffic from each region.",
               unit::share, keys_refer_to("region"))
          .key("fee", &CrossingSpec::fee_eur, "Fee of a passage.", unit::eur)
          .key("opens", &CrossingSpec::opens, "When it opens.")
          .key("has_scanner", &CrossingSpec::has_scanner, "Whether there is a scanner.")
          .key("arrivals", &CrossingSpec::arrivals_per_hour, "Lorries.", unit::per_hour)
          .key("prevalence", &CrossingSpec::prevalence, "Of tobacco.", unit::probability)
          .table("limits", &CrossingSpec::limits, "Its limits.")
          .table("night", &CrossingSpec::night, "Its limits at night.")
          .tables("lane", &CrossingSpec::lane, "Its lanes.");
  return table;
}

inline const format::Table<TeamSpec>& parameters_of(format::Tag<TeamSpec>) {
  using namespace format;
  static const auto table =
      Table<TeamSpec>("A team.")
          .key("home", &TeamSpec::home, "Where it stands.", required,
               refers_to("crossing").or_one_of({"nowhere"}))
          .key("speed", &TeamSpec::speed_km_per_hour, "On the road.", unit::km_per_hour, above(0.0))
          .key("range", &TeamSpec::range_km, "How far it goes.", unit::km);
  return table;
}

inline const format::Table<VolumeRow>& parameters_of(format::Tag<VolumeRow>) {
  using namespace format;
  static const auto table =
      Table<VolumeRow>("Lorries that came.")
          .key("region", &VolumeRow::region, "From where.", required, refers_to("region"))
          .key("crossing", &VolumeRow::crossing, "Over which crossing.", refers_to("crossing"))
          .key("at", &VolumeRow::at, "When.")
          .key("lorries", &VolumeRow::lorries, "How many.", unit::count, required);
  return table;
}

inline const format::Table<Spec>& parameters_of(format::Tag<Spec>) {
  using namespace format;
  static const auto table = Table<Spec>("An example.")
                                .key("title", &Spec::title, "What it is called.")
                                .key("start", &Spec::start, "When it begins.")
                                .tables("region", &Spec::region, "Regions.")
                                .tables("crossing", &Spec::crossing, "Crossings.", required)
                                .tables("team", &Spec::team, "Teams.")
                                .rows("volumes", &Spec::volumes, "Volumes.");
  return table;
}

/// No night is longer than the way.
inline void check(const Spec& spec, Problems& problems) {
  for (const auto& [name, crossing] : spec.crossing) {
    if (crossing.limits.overtime > 8 * crossing.travel) {
      problems.at(path_of({"crossing", name, "limits", "overtime"}),
                  "is too long for so short a way");
    }
  }
}

/// An empty folder that is the working directory while it lives.
class Folder {
 public:
  Folder() : before_(std::filesystem::current_path()) {
    std::string name = (std::filesystem::temp_directory_path() / "cordon-XXXXXX").string();
    path_ = mkdtemp(name.data());
    std::filesystem::current_path(path_);
  }
  ~Folder() {
    std::filesystem::current_path(before_);
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  static void write(const std::filesystem::path& name, const std::string& text) {
    if (name.has_parent_path()) std::filesystem::create_directories(name.parent_path());
    std::ofstream(name, std::ios::binary) << text;
  }

 private:
  std::filesystem::path before_, path_;
};

/// What is wrong with the file, as lines; "" when all is well.
inline std::string problems_of(const std::string& file,
                               const std::vector<Override>& overrides = {}) {
  try {
    (void)read<Spec>(file, overrides);
  } catch (const ScenarioError& error) {
    return error.what();
  }
  return "";
}

/// The same of a file a.toml with this text.
inline std::string problems_in(const std::string& text,
                               const std::vector<Override>& overrides = {}) {
  Folder::write("a.toml", text);
  return problems_of("a.toml", overrides);
}

/// The file a.toml with this text, which must be good.
inline Reading<Spec> read_text(const std::string& text,
                               const std::vector<Override>& overrides = {}) {
  Folder::write("a.toml", text);
  return read<Spec>("a.toml", overrides);
}

}  // namespace cordon::example
