#pragma once

// The subcommands of `cordon`. Each adds itself to the command line and, when chosen, leaves what
// it does in `chosen`.

#include <CLI/CLI.hpp>
#include <functional>
#include <string>
#include <vector>

namespace cordon::commands {

/// What to do; gives the exit code.
using Action = std::function<int()>;

void add_check(CLI::App& cordon, Action& chosen);
void add_run(CLI::App& cordon, Action& chosen, const std::vector<std::string>& command_line);
void add_compare(CLI::App& cordon, Action& chosen, const std::vector<std::string>& command_line);
void add_describe(CLI::App& cordon, Action& chosen);
void add_completion(CLI::App& cordon, Action& chosen);
void add_export(CLI::App& cordon, Action& chosen);
void add_new(CLI::App& cordon, Action& chosen, const std::vector<std::string>& command_line);
void add_score(CLI::App& cordon, Action& chosen, const std::vector<std::string>& command_line);
void add_report(CLI::App& cordon, Action& chosen, const std::vector<std::string>& command_line);
void add_view(CLI::App& cordon, Action& chosen, const std::vector<std::string>& command_line);

void add_sweep(CLI::App& cordon, Action& chosen, const std::vector<std::string>& command_line);
void add_sensitivity(CLI::App& cordon, Action& chosen,
                     const std::vector<std::string>& command_line);
void add_optimise(CLI::App& cordon, Action& chosen, const std::vector<std::string>& command_line);
void add_calibrate(CLI::App& cordon, Action& chosen, const std::vector<std::string>& command_line);

inline constexpr int done = 0, failed = 1, wrong_input = 2, interrupted = 130;

}  // namespace cordon::commands
