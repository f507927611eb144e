#include <fmt/format.h>

#include <filesystem>

#include "analysis/commands/commands.hpp"
#include "analysis/commands/study_command.hpp"
#include "analysis/pages/folders_page.hpp"
#include "analysis/pages/page_words.hpp"
#include "analysis/report/result_page.hpp"
#include "analysis/results/output_file.hpp"
#include "analysis/study/user_error.hpp"

namespace cordon::commands {
namespace {

struct ReportOptions {
  std::vector<std::string> folders;
  std::string out, title;
  bool force = false;
};

int report(const ReportOptions& options, const std::vector<std::string>& command_line) {
  std::error_code error;
  if (!options.force && std::filesystem::exists(options.out, error))
    throw UserError(options.out + ": is there already; --force replaces it");
  std::vector<pages::ResultFolderRead> folders;
  for (const std::string& folder : options.folders) folders.push_back(pages::read_results(folder));
  const ResultPage page =
      pages::folders_page(folders, options.title, pages::command_text(command_line));
  const std::string bytes = render_page(page);
  if (options.force) std::filesystem::remove(options.out, error);
  (void)write_file(options.out, bytes);
  print(fmt::format("Report:  {}\n", options.out));
  return done;
}

}  // namespace

void add_report(CLI::App& cordon, Action& chosen, const std::vector<std::string>& command_line) {
  const auto options = std::make_shared<ReportOptions>();
  auto* command = cordon.add_subcommand("report", "One page from one or more result folders");
  command->footer(
      "Example:\n  cordon report results/one results/two --out both.html\n\nThe page is made from "
      "the folders' tables; nothing is simulated.");
  command->add_option("DIR", options->folders, "Folders of results")->required();
  command->add_option("--out", options->out, "File of the page")->type_name("FILE")->required();
  command->add_option("--title", options->title, "Title of the page")->type_name("TEXT");
  command->add_flag("--force", options->force, "Replace a file that is there");
  command->callback([&chosen, options, &command_line] {
    chosen = [options, &command_line] { return report(*options, command_line); };
  });
}

}  // namespace cordon::commands
