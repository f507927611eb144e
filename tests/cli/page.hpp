#pragma once

// What stands on a page of results.

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace cordon::testing {

/// What a page says in the tables, keys and paragraphs of what was found.
inline std::vector<std::string> said_on(const std::filesystem::path& page) {
  std::ifstream file(page);
  std::vector<std::string> said;
  bool is_found = false;  // rather than assumed, or how it was made
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("<section")) is_found = line.starts_with("<section id=\"part-");
    for (const char* part :
         {"<td", "<th scope=\"row\"", "<p>", "<p class=\"note\"", "<li class=\"s"})
      if (is_found && line.starts_with(part)) said.push_back(line);
  }
  return said;
}

}  // namespace cordon::testing
