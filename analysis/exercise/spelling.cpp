#include "analysis/exercise/spelling.hpp"

#include <fmt/format.h>

#include "sim/scenario/format/dimension.hpp"
#include "sim/scenario/format/parse_toml.hpp"
#include "sim/scenario/format/text.hpp"
#include "sim/scenario/parameters.hpp"

namespace cordon {
namespace {

constexpr Duration order_latency = 1h;  // as the model's

std::string duration_toml(Duration time) {
  return format::quantity_toml(seconds(time), format::unit::time);
}

class Spelling {
 public:
  Spelling(const PlacedInject& inject, Duration at, const Scenario& base, Problems& problems)
      : inject_(inject), spec_(inject.spec), at_(at), base_(base), problems_(problems) {}

  std::vector<Override> overrides() {
    if (at_ >= base_.length) fail("at", "is when the run is over; expected less than its `length`");
    close();
    lanes();
    machines();
    officers();
    traffic();
    changes();
    if (spec_.tip_off) tip_off(*spec_.tip_off);
    if (!spec_.leak.empty()) leak();
    if (spec_.operation) begin_operation();
    if (spec_.transfer) transfer(*spec_.transfer);
    if (!spec_.outage.empty()) outage();
    return std::move(made_);
  }

 private:
  void fail(const std::string& key, std::string message) {
    problems_.add(inject_.position(key), inject_.path + '.' + key, std::move(message));
  }

  // @param what  "a crossing or line"
  bool has(const auto& entries, const std::string& name, const std::string& key, const char* what) {
    if (!entries.contains(name)) refuse(name, key, what, names_of(entries));
    return entries.contains(name);
  }
  void refuse(const std::string& name, const std::string& key, const char* what,
              const std::vector<std::string>& known) {
    fail(key, fmt::format("is '{}'; expected the name of {} of the scenario{}", name, what,
                          format::did_you_mean(name, known)));
  }

  void say(const std::string& path, const std::string& value, const std::string& key) {
    made_.push_back({path, value, inject_.position(key)});
  }
  // An entry of named tables, so that what is said of it finds it there.
  void begin(const std::string& path, const std::string& key) { say(path, "{}", key); }

  // One more value that is another for a time.
  void change(const std::string& path, const char* member, const std::string& value,
              const std::string& key, std::string name = "") {
    if (changes_++ == 0) begin_shock();
    if (name.empty()) name = fmt::format("value_{}", changes_);
    const std::string at = path_of({"shock", inject_.name, "change", name});
    begin(at, key);
    say(at + ".key", format::toml_text(path), key);
    say(at + '.' + member, value, key);
  }
  void set(const std::string& path, const std::string& value, const std::string& key) {
    change(path, "to", format::toml_text(value), key);
  }

  void begin_shock() {
    if (base_.shock.contains(inject_.name)) return refuse_name("a shock");
    const std::string at = path_of({"shock", inject_.name});
    begin(at, "at");
    say(at + ".start", duration_toml(at_), "at");
    if (spec_.length > Duration::zero()) say(at + ".length", duration_toml(spec_.length), "length");
  }
  void refuse_name(const char* of_what) {
    problems_.add(inject_.position("text"), inject_.path,
                  fmt::format("has the name of {} of the scenario; expected another", of_what));
  }

  void close() {
    std::vector<std::string> both = names_of(base_.crossing);
    for (const auto& [name, unused] : base_.line) both.push_back(name);
    const auto all = [&](const std::vector<std::string>& names, bool closed, const char* key) {
      for (const std::string& name : names) {
        const bool whole = base_.crossing.contains(name);
        if (!whole && !base_.line.contains(name)) {
          refuse(name, key, "a crossing or line", both);
          continue;
        }
        set(path_of({whole ? "crossing" : "line", name, "closed"}), closed ? "true" : "false", key);
      }
    };
    all(spec_.closed, true, "closed");
    all(spec_.open, false, "open");
  }

  void lanes() {
    for (const auto& [line, count] : spec_.lanes)
      if (has(base_.line, line, "lanes", "a line"))
        set(path_of({"line", line, "lanes"}), std::to_string(count), "lanes");
  }

  void machines() {
    if (!spec_.broken) return;
    const BreakSpec& broken = *spec_.broken;
    if (has(base_.crossing, broken.crossing, "broken.crossing", "a crossing") &&
        has(base_.equipment, broken.equipment, "broken.equipment", "a kind of equipment"))
      set(path_of({"crossing", broken.crossing, "out_of_order", broken.equipment}),
          std::to_string(broken.machines), "broken");
  }

  void officers() {
    if (!spec_.absent) return;
    const AbsentSpec& absent = *spec_.absent;
    const auto stay_away = [&](const std::string& team) {
      set(path_of({"team", team, "absence"}), fmt::format("{}", absent.share), "absent");
    };
    for (const std::string& team : absent.teams)
      if (has(base_.team, team, "absent.teams", "a team")) stay_away(team);
    if (absent.crossing.empty()) return;
    const std::size_t before = changes_;
    for (const auto& [name, team] : base_.team)
      if (team.crossing == absent.crossing || team.base == absent.crossing) stay_away(name);
    if (changes_ == before)
      fail("absent.crossing",
           fmt::format("is '{}', where there is no team; expected a crossing or base with one{}",
                       absent.crossing,
                       format::did_you_mean(absent.crossing, names_of(base_.crossing))));
  }

  void traffic() {
    if (!spec_.surge) return;
    const std::string times = fmt::format("{}", spec_.surge->times);
    for (const std::string& flow : spec_.surge->flows)
      if (has(base_.flow, flow, "surge.flows", "a flow"))
        change(path_of({"flow", flow, "volume_factor"}), "times", times, "surge");
    if (spec_.surge->flows.empty()) change("flow.*.volume_factor", "times", times, "surge");
  }

  void changes() {
    for (const auto& [name, said] : spec_.change) {
      const std::string key = "change." + format::key_text(name);
      if (said.times)
        change(said.key, "times", fmt::format("{}", *said.times), key, name);
      else
        change(said.key, "to", format::toml_text(said.to), key, name);
    }
  }

  void tip_off(const TipOffSpec& said) {
    if (base_.criterion.contains(inject_.name)) return refuse_name("a criterion");
    const std::string at = path_of({"criterion", inject_.name});
    begin(at, "tip_off");
    std::string posts;
    for (const std::string& post : said.crossings)
      if (has(base_.crossing, post, "tip_off.crossings", "a crossing"))
        posts += (posts.empty() ? "" : ", ") + format::toml_text(post);
    say(at + ".crossings", '[' + posts + ']', "tip_off");
    say(at + ".field", format::toml_text(said.field), "tip_off.field");
    say(at + ".commodity", format::toml_text(said.commodity), "tip_off.commodity");
    if (!said.group.empty()) say(at + ".group", format::toml_text(said.group), "tip_off.group");
    if (said.weight) say(at + ".weight", fmt::format("{}", *said.weight), "tip_off.weight");
    say(at + ".from", duration_toml(at_), "at");
    if (spec_.length > Duration::zero())
      say(at + ".until", duration_toml(at_ + spec_.length), "length");
  }

  void leak() {
    if (!has(base_.operation, spec_.leak, "leak", "an operation")) return;
    const OperationSpec& plan = base_.operation.at(spec_.leak);
    if (plan.leaks_at && *plan.leaks_at <= at_)
      fail("leak",
           fmt::format("is '{}', whose plan has leaked before; expected another", spec_.leak));
    else
      say(path_of({"operation", spec_.leak, "leaks_at"}), duration_toml(at_), "leak");
  }

  // Its orders go out now, and nothing of it is known before.
  void time_operation(const std::string& at, Duration notice, const char* key) {
    say(at + ".start", duration_toml(at_ + notice), key);
    say(at + ".notice", duration_toml(notice), key);
  }

  void begin_operation() {
    if (base_.operation.contains(inject_.name)) return refuse_name("an operation");
    const format::Node said = format::parse_toml_value(spec_.operation->text, {});
    for (const char* key : {"start", "notice"})
      if (said.find(key) != nullptr)
        fail("operation", fmt::format("has a `{}` of its own; its orders go out at the inject, "
                                      "`notice` of the inject before its action days",
                                      key));
    const std::string at = path_of({"operation", inject_.name});
    say(at, spec_.operation->text, "operation");
    time_operation(at, spec_.notice, "operation");
  }

  void transfer(const TransferSpec& said) {
    if (base_.operation.contains(inject_.name)) return refuse_name("an operation");
    const std::string at = path_of({"operation", inject_.name});
    const std::string move = at + ".move.transfer";
    begin(at, "transfer");
    say(at + ".kind", "joint_action_days", "transfer");
    say(at + ".crossings", '[' + format::toml_text(said.to) + ']', "transfer.to");
    say(at + ".length", duration_toml(spec_.length), "length");
    say(at + ".secrecy", "1", "transfer");
    time_operation(at, order_latency, "transfer");
    begin(move, "transfer");
    say(move + ".from", format::toml_text(said.from), "transfer.from");
    say(move + ".to", format::toml_text(said.to), "transfer.to");
    if (said.authority)
      say(move + ".authority", format::toml_text(name_of(*said.authority)), "transfer.authority");
    if (!said.team.empty()) say(move + ".team", format::toml_text(said.team), "transfer.team");
    if (said.officers > 0)
      say(move + ".officers", std::to_string(said.officers), "transfer.officers");
    if (!said.equipment.empty())
      say(move + ".equipment", format::toml_text(said.equipment), "transfer.equipment");
  }

  void outage() {
    if (!has(base_.channel, spec_.outage, "outage", "a channel")) return;
    if (base_.channel.at(spec_.outage).outage.contains(inject_.name))
      return refuse_name("an outage");
    const std::string at = path_of({"channel", spec_.outage, "outage", inject_.name});
    begin(at, "outage");
    say(at + ".from", duration_toml(at_), "outage");
    say(at + ".length", duration_toml(spec_.length), "length");
  }

  const PlacedInject& inject_;
  const InjectSpec& spec_;
  Duration at_;
  const Scenario& base_;
  Problems& problems_;
  std::vector<Override> made_;
  std::size_t changes_ = 0;
};

}  // namespace

std::vector<Override> overrides_of(const PlacedInject& inject, Duration at, const Scenario& base,
                                   Problems& problems) {
  return Spelling(inject, at, base, problems).overrides();
}

std::string path_in_exercise(const std::string& path, const PlacedInject& inject) {
  const std::string moved = path_of({"operation", inject.name, "move", "transfer"});
  const std::pair<std::string, std::string> made[] = {
      {moved, inject.path + ".transfer"},
      {path_of({"operation", inject.name}),
       inject.path + (inject.spec.transfer ? ".transfer" : ".operation")},
      {path_of({"criterion", inject.name}), inject.path + ".tip_off"},
      {path_of({"channel", inject.spec.outage, "outage", inject.name}), inject.path + ".outage"},
      {path_of({"shock", inject.name}), inject.path}};
  for (const auto& [from, to] : made)
    if (path == from || path.starts_with(from + '.')) return to + path.substr(from.size());
  return path;
}

}  // namespace cordon
