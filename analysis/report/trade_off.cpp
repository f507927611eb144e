#include "analysis/text/trade_off.hpp"

#include "analysis/report/section.hpp"
#include "analysis/report/sections.hpp"

namespace cordon {

void add_trade_off(const Comparison& comparison, PageText& page, nlohmann::json& charts) {
  const auto section = trade_off_of(comparison);
  page["trade_off"] =
      section ? section_text(*section, "trade-off", charts) : kainjow::mustache::data(false);
}

}  // namespace cordon
