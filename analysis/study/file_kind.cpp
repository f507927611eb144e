#include "analysis/study/file_kind.hpp"

#include <optional>
#include <set>

#include "sim/scenario/format/files.hpp"
#include "sim/scenario/format/parse_toml.hpp"

namespace cordon {
namespace {

// By a key that no other has.
std::optional<FileKind> kind_of(const format::Node& root) {
  if (root.find("scenarios") != nullptr) return FileKind::experiment;
  if (root.find("scenario") != nullptr) return FileKind::session;
  if (root.find("inject") != nullptr) return FileKind::exercise;
  return std::nullopt;
}

}  // namespace

FileKind kind_of_file(const std::string& file) {
  format::Files files;
  Problems unused;
  std::string named = file, from;
  for (std::set<std::string> seen; seen.insert(named).second;) {
    const InputFile* const input = files.open(named, from);
    if (input == nullptr) return FileKind::other;
    const auto root = format::parse_toml(format::text_of(*input), input->name, unused);
    if (!root) return FileKind::other;
    if (const auto kind = kind_of(*root)) return *kind;
    const format::Node* const extended = root->find("extends");
    if (extended == nullptr || !extended->is_text()) return FileKind::scenario;
    named = extended->text, from = input->name;
  }
  return FileKind::other;
}

}  // namespace cordon
