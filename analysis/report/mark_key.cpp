#include "analysis/report/mark_key.hpp"

#include <array>

namespace cordon {

using kainjow::mustache::data;

PageText mark_key(const std::vector<std::string>& names) {
  static constexpr std::array shapes = {
      R"(<circle cx="17" cy="7" r="5" fill="currentColor"/>)",
      R"(<path d="M17 1L23 7L17 13L11 7Z" fill="currentColor"/>)",
      R"(<path d="M17 1.5L22.5 12H11.5Z" fill="currentColor"/>)",
      R"(<path d="M12 2H22V12H12Z" fill="currentColor"/>)",
  };
  data key{data::type::list};
  for (std::size_t i = 0; i < names.size(); ++i) {
    data entry;
    entry["colour"] = std::to_string((i + 1) % 4);
    entry["dash"] = i == 0 ? "" : dash_of(i);
    entry["shape"] = shapes[i % shapes.size()];
    entry["name"] = names[i];
    key << entry;
  }
  return key;
}

}  // namespace cordon
