#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace cordon::commands {

/// Lays out --help: each option with what it takes, and its meaning beside it, within 98 columns.
class Help : public CLI::Formatter {
 public:
  std::string make_option(const CLI::Option* option, bool is_positional) const override;
  std::string make_subcommand(const CLI::App* command) const override;
};

}  // namespace cordon::commands
