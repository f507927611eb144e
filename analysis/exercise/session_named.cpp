#include "analysis/exercise/session_named.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "analysis/study/file_kind.hpp"
#include "analysis/study/user_error.hpp"
#include "sim/scenario/format/text.hpp"

namespace cordon {
namespace {

bool is_there(const std::string& file) {
  std::error_code error;
  return std::filesystem::exists(file, error);
}

void refuse_unknown(const std::string& branch, const Session& session) {
  if (session.spec.branch.contains(branch)) return;
  const auto names = names_of(session.spec.branch);
  throw UserError(fmt::format("{}: has no branch '{}'; expected one of {}{}", session.file, branch,
                              format::joined(names), format::did_you_mean(branch, names)));
}

}  // namespace

std::optional<SessionNamed> session_named(const std::string& said) {
  std::error_code error;
  if (std::filesystem::is_directory(said, error)) return std::nullopt;
  const std::size_t colon = is_there(said) ? std::string::npos : said.rfind(':');
  const std::string file = said.substr(0, colon);
  if (kind_of_file(file) != FileKind::session) return std::nullopt;
  SessionNamed named{read_session(file), ""};
  if (colon == std::string::npos) return named;
  named.branch = said.substr(colon + 1);
  refuse_unknown(named.branch, named.session);
  return named;
}

}  // namespace cordon
