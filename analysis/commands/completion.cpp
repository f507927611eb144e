#include <fmt/format.h>

#include "analysis/commands/commands.hpp"
#include "analysis/commands/study_command.hpp"
#include "analysis/text/shell_word.hpp"

namespace cordon::commands {
namespace {

std::vector<const CLI::App*> commands_of(const CLI::App& cordon) {
  return cordon.get_subcommands([](const CLI::App*) { return true; });
}

std::string flags_of(const CLI::App& command) {
  std::string flags;
  for (const CLI::Option* option : command.get_options())
    for (const std::string& name : option->get_lnames()) flags += " --" + name;
  return flags.empty() ? "" : flags.substr(1);
}

/// Reads the flags of the viewer, a program of its own, out of its help.
constexpr const char* flags_in_help = "sed -nE 's/^ +(-.,)?(--[a-z-]+).*/\\2/p'";

std::string bash_script(const CLI::App& cordon) {
  std::string names, cases;
  for (const CLI::App* command : commands_of(cordon)) {
    const std::string& name = command->get_name();
    names += ' ' + name;
    // Only that of the viewer gives --help on to another program.
    const std::string flags =
        command->get_prefix_command()
            ? fmt::format("$(\"${{COMP_WORDS[0]}}\" {} . --help 2>/dev/null | {})", name,
                          flags_in_help)
            : '"' + flags_of(*command) + '"';
    cases += fmt::format("    {}) flags={} ;;\n", name, flags);
  }
  return fmt::format(
      "# Completion of cordon for bash; for zsh after: autoload -U bashcompinit && bashcompinit\n"
      "_cordon() {{\n"
      "  local word=${{COMP_WORDS[COMP_CWORD]}} flags=\n"
      "  COMPREPLY=()\n"
      "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
      "    COMPREPLY=($(compgen -W \"{} --help --version\" -- \"$word\"))\n"
      "    return\n"
      "  fi\n"
      "  case ${{COMP_WORDS[1]}} in\n{}  esac\n"
      "  case $word in -*) COMPREPLY=($(compgen -W \"$flags\" -- \"$word\")) ;; esac\n"
      "}}\n"
      "complete -o default -F _cordon cordon\n"
      "_cordon_view() {{\n"
      "  local word=${{COMP_WORDS[COMP_CWORD]}}\n"
      "  COMPREPLY=()\n"
      "  case $word in -*) COMPREPLY=($(compgen -W \"$(\"${{COMP_WORDS[0]}}\" --help 2>/dev/null "
      "|\n"
      "    {})\" -- \"$word\")) ;; esac\n"
      "}}\n"
      "complete -o default -F _cordon_view cordon-view\n",
      names.substr(1), cases, flags_in_help);
}

std::string fish_script(const CLI::App& cordon) {
  std::string script = "# Completion of cordon for fish\n";
  for (const CLI::App* command : commands_of(cordon)) {
    script += fmt::format("complete -c cordon -n __fish_use_subcommand -a {} -d {}\n",
                          command->get_name(), shell_word(command->get_description()));
    for (const CLI::Option* option : command->get_options())
      for (const std::string& name : option->get_lnames())
        script +=
            fmt::format("complete -c cordon -n '__fish_seen_subcommand_from {}' -l {} -d {}\n",
                        command->get_name(), name, shell_word(option->get_description()));
  }
  return script + fmt::format(
                      "complete -c cordon -n '__fish_seen_subcommand_from view' -a "
                      "\"(cordon view . --help | {0})\"\n"
                      "complete -c cordon-view -a \"(cordon-view --help | {0})\"\n",
                      flags_in_help);
}

}  // namespace

void add_completion(CLI::App& cordon, Action& chosen) {
  const auto shell = std::make_shared<std::string>();
  auto* command = cordon.add_subcommand("completion", "Print a script that completes in a shell");
  command->footer("Example, for this session of bash:\n  source <(cordon completion bash)");
  command->add_option("SHELL", *shell, "bash (and zsh) or fish")
      ->required()
      ->check(CLI::IsMember({"bash", "fish"}));
  command->callback([&chosen, &cordon, shell] {
    chosen = [&cordon, shell] {
      print(*shell == "bash" ? bash_script(cordon) : fish_script(cordon));
      return done;
    };
  });
}

}  // namespace cordon::commands
