#include "sim/scenario/format/document.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/format/parse_toml.hpp"
#include "sim/scenario/format/text.hpp"

namespace cordon::format {
namespace {

constexpr std::size_t longest_chain = 50;

/// Gives every value the source that its file says of it or of a table around it, so that merging
/// cannot give it the source of another file.
void spread_source(Node& node, const std::shared_ptr<const std::string>& around) {
  const Node* own = node.is_table() ? node.find("source") : nullptr;
  node.source =
      own != nullptr && own->is_text() ? std::make_shared<const std::string>(own->text) : around;
  for (auto& [key, member] : node.members) spread_source(member, node.source);
  for (Node& item : node.items) spread_source(item, node.source);
}

/// What the members of a table are: parameters of a section, entries of named tables of that
/// section, members of a map, or nothing that is merged (no section, no map).
struct Level {
  const Section* section = nullptr;
  bool are_entries = false;
  bool is_map = false;
};

/// Whether, and as what, two tables under this key are merged.
std::optional<Level> level_below(const Level& level, std::string_view key) {
  if (level.section == nullptr) return std::nullopt;
  if (level.are_entries) {
    if (key == "csv" || key == "source" || key == "note") return std::nullopt;
    return Level{level.section};
  }
  const Parameter* parameter = level.section->find(key);
  if (parameter == nullptr) return std::nullopt;
  switch (parameter->shape) {
    case Parameter::Shape::table:
    case Parameter::Shape::optional:
      return Level{parameter->section};
    case Parameter::Shape::tables:
      return Level{parameter->section, true};
    case Parameter::Shape::value:
      if (parameter->kind.holds == ValueKind::Holds::map) return Level{nullptr, false, true};
      return std::nullopt;
    case Parameter::Shape::rows:
      return std::nullopt;
  }
  return std::nullopt;
}

void merge(Node& below, Node&& above, const Level& level);

void merge_member(Node& below, const std::string& key, Node&& value, const Level& level) {
  Node* old = below.find(key);
  if (is_removal(value)) {
    value.removed = old != nullptr && (!is_removal(*old) || old->removed);
    if (level.is_map && value.removed) {
      below.members.erase(key);
      return;
    }
  }
  const auto inner = level_below(level, key);
  const bool are_merged = old != nullptr && inner && old->is_table() && value.is_table() &&
                          !is_removal(value) && !is_removal(*old);
  if (are_merged) {
    merge(*old, std::move(value), *inner);
  } else {
    below.members.insert_or_assign(key, std::move(value));
  }
}

void merge(Node& below, Node&& above, const Level& level) {
  below.implied = below.implied && above.implied;
  if (level.is_map) {
    below.source = above.source;
    below.position = above.position;
    below.members.erase("source");
  }
  for (auto& [key, value] : above.members) merge_member(below, key, std::move(value), level);
}

/// Reads a chain of files, each extending the next.
class Chain {
 public:
  Chain(const Section& section, Files& files, Problems& problems)
      : section_(section), files_(files), problems_(problems) {}

  std::optional<Node> load(const std::filesystem::path& named, const Node* extends) {
    const std::string from = extends != nullptr ? *extends->position.file : "";
    const InputFile* file = files_.open(named, from);
    if (file == nullptr) {
      report(named, extends);
      return std::nullopt;
    }
    if (comes_back(*file, extends)) return std::nullopt;
    chain_.push_back(file);
    problems_.reads(file->name);
    auto node = parse_toml(text_of(*file), file->name, problems_);
    if (!node) return std::nullopt;
    spread_source(*node, nullptr);
    return extended(std::move(*node));
  }

 private:
  void report(const std::filesystem::path& named, const Node* extends) {
    if (extends == nullptr || files_.fault_position.line > 0) {
      problems_.add(files_.fault_position, "", files_.fault);
    } else {
      problems_.add(extends->position, "extends",
                    fmt::format("{}: {}", in_quotes(named.string()), files_.fault));
    }
  }

  bool comes_back(const InputFile& file, const Node* extends) {
    const bool is_known = std::find(chain_.begin(), chain_.end(), &file) != chain_.end();
    if (!is_known && chain_.size() < longest_chain) return false;
    std::vector<std::string> names;
    for (const InputFile* each : chain_) names.push_back(each->name);
    names.push_back(file.name);
    problems_.add(extends->position, "extends",
                  is_known ? "extends itself: " + joined(names, " -> ")
                           : fmt::format("is a chain of more than {} files", longest_chain));
    return true;
  }

  std::optional<Node> extended(Node&& node) {
    const auto found = node.members.find("extends");
    if (found == node.members.end()) return std::move(node);
    const Node extends = std::move(found->second);
    node.members.erase(found);
    if (extends.kind != Node::Kind::text) {
      problems_.add(extends.position, "extends",
                    fmt::format("is {}; expected the name of a file", shown(extends)));
      return std::nullopt;
    }
    auto below = load(extends.text, &extends);
    if (!below) return std::nullopt;
    below->position = node.position;
    merge(*below, std::move(node), Level{&section_});
    return below;
  }

  const Section& section_;
  Files& files_;
  Problems& problems_;
  std::vector<const InputFile*> chain_;
};

/// The table under a key on the path of an override; made when there is none.
Node& stepped_into(Node& table, const std::string& key, const FilePosition& position) {
  Node* old = table.find(key);
  if (old != nullptr && old->is_table() && !is_removal(*old)) return *old;
  Node made;
  made.position = made.key_position = position;
  made.implied = true;
  return table.members.insert_or_assign(key, std::move(made)).first->second;
}

void apply_override(const Override& said, Node& root, const Section& section, Problems& problems) {
  const FilePosition position =
      said.position.file
          ? said.position
          : FilePosition{std::make_shared<const std::string>("--set " + said.key), 0, 0};
  const auto keys = split_path(said.key);
  if (!keys || keys->size() > static_cast<std::size_t>(deepest_nesting) ||
      first_bad_utf8(said.key)) {
    problems.add({std::make_shared<const std::string>("--set"), 0, 0}, "",
                 fmt::format("{} is not a key such as crossing.medyka.lanes", in_quotes(said.key)));
    return;
  }
  Node value = parse_toml_value(said.value, position);
  if (value.is_text() && first_bad_utf8(value.text)) {
    problems.add(position, said.key, fmt::format("is {}, not UTF-8 text", in_quotes(value.text)));
    return;
  }
  spread_source(value, nullptr);
  Node* table = &root;
  std::optional<Level> level = Level{&section};
  for (std::size_t i = 0; i + 1 < keys->size(); ++i) {
    table = &stepped_into(*table, (*keys)[i], position);
    const bool was_structure = level && level->section != nullptr;
    level = level ? level_below(*level, (*keys)[i]) : std::nullopt;
    const bool is_value = was_structure && (!level || level->is_map);
    if (!is_value) continue;
    // The source spoke of the value as it was.
    table->members.erase("source");
    table->source = nullptr;
    table->position = position;
  }
  merge_member(*table, keys->back(), std::move(value), level.value_or(Level{}));
}

}  // namespace

std::optional<Node> load_document(const std::filesystem::path& path,
                                  const std::vector<Override>& overrides, const Section& section,
                                  Files& files, Problems& problems) {
  auto root = Chain(section, files, problems).load(path, nullptr);
  if (!root) return std::nullopt;
  for (const Override& each : overrides) apply_override(each, *root, section, problems);
  return root;
}

}  // namespace cordon::format
