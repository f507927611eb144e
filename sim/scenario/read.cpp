#include "sim/scenario/read.hpp"

#include <fmt/format.h>

#include "sim/scenario/format/write_toml.hpp"

namespace cordon {
namespace format {

void read_into(const Section& section, void* spec, const std::filesystem::path& path,
               const std::vector<Override>& overrides, Files& files, Problems& problems,
               Provenance& provenance, std::string& resolved_toml) {
  auto root = load_document(path, overrides, section, files, problems);
  if (!root) return;
  Reader reader(files, problems, provenance);
  read_section(section, *root, spec, reader);
  reader.check_references();
  if (problems.empty()) resolved_toml = write_toml(*root, section);
}

}  // namespace format

Override parse_override(std::string_view text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos || equals == 0) {
    Problems problems;
    problems.add({std::make_shared<const std::string>("--set"), 0, 0}, "",
                 fmt::format("is {}; expected KEY=VALUE", format::in_quotes(text)));
    problems.throw_if_any();
  }
  return {std::string(format::trimmed(text.substr(0, equals))),
          std::string(format::trimmed(text.substr(equals + 1)))};
}

}  // namespace cordon
