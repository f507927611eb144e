#include "analysis/commands/help.hpp"

#include "analysis/terminal/text_table.hpp"

namespace cordon::commands {
namespace {

constexpr std::size_t meanings_at = 28;

std::string entry(const std::string& name, const std::string& meaning) {
  const std::string lines = terminal::wrapped(meaning, terminal::line_width, meanings_at);
  const std::string left = "  " + name;
  if (left.size() + 2 > meanings_at || lines.empty()) return left + '\n' + lines;
  return left + lines.substr(left.size());
}

}  // namespace

std::string Help::make_option(const CLI::Option* option, bool is_positional) const {
  std::string name = make_option_name(option, is_positional);
  if (!is_positional && option->get_type_size() != 0 && !option->get_type_name().empty())
    name += ' ' + option->get_type_name();
  if (option->get_expected_max() == CLI::detail::expected_max_vector_size && is_positional)
    name += "...";
  return entry(name, option->get_description());
}

std::string Help::make_subcommand(const CLI::App* command) const {
  return entry(command->get_name(), command->get_description());
}

}  // namespace cordon::commands
