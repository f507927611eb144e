#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "analysis/report/queue_panel.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/text/numbers.hpp"

namespace cordon {
namespace {

using kainjow::mustache::data;
using nlohmann::json;

using Flows = std::vector<const MessageFlow*>;

struct Node {
  bool post = false;
  std::size_t column = std::numeric_limits<std::size_t>::max();  // hops from a post
};

// Posts are in the first column, and a desk in that after the nearest of who writes to it or hears
// from it.
std::map<std::string, Node> nodes_of(const Flows& flows) {
  std::map<std::string, Node> nodes;
  for (const MessageFlow* flow : flows)
    for (const auto& [name, post] :
         {std::pair(flow->sender, flow->from_post), {flow->receiver, flow->to_post}}) {
      nodes[name].post |= post;
      if (post) nodes[name].column = 0;
    }
  for (bool changed = true; changed;) {
    changed = false;
    for (const MessageFlow* flow : flows)
      for (const auto& [from, to] :
           {std::pair(flow->sender, flow->receiver), {flow->receiver, flow->sender}}) {
        const std::size_t near = nodes[from].column;
        if (near == std::numeric_limits<std::size_t>::max() || nodes[to].column <= near + 1)
          continue;
        nodes[to].column = near + 1;
        changed = true;
      }
  }
  // Who hears of no post, as where all is lost on the way, stands beside those who do.
  for (auto& [name, node] : nodes)
    if (node.column == std::numeric_limits<std::size_t>::max()) node.column = 1;
  return nodes;
}

std::string messages_text(double n) { return text::number(n, n < 10 ? 1 : 0, text::typographic); }

std::string time_text(double hours) {
  if (std::isnan(hours)) return "";
  if (hours < 1) return text::number(60 * hours, 0, text::typographic) + " min";
  if (hours < 48) return text::number(hours, hours < 10 ? 1 : 0, text::typographic) + " h";
  return text::number(hours / 24, hours < 240 ? 1 : 0, text::typographic) + " d";
}

json chart_of(const std::string& scenario, const Flows& flows) {
  const auto nodes = nodes_of(flows);
  std::map<std::size_t, std::size_t> in_column, next;
  for (const auto& [name, node] : nodes) ++in_column[node.column];
  json drawn = json::array(), links = json::array();
  for (const auto& [name, node] : nodes)
    drawn.push_back({{"name", name},
                     {"post", node.post},
                     {"column", node.column},
                     {"row", next[node.column]++},
                     {"of", in_column[node.column]}});
  for (const MessageFlow* flow : flows) {
    const std::string time = time_text(flow->hours);
    links.push_back({{"source", flow->sender},
                     {"target", flow->receiver},
                     {"channel", flow->channel},
                     {"sent", flow->sent},
                     {"short", messages_text(flow->sent) + (time.empty() ? "" : ", " + time)},
                     {"text", fmt::format("{} messages, {} lost{}", messages_text(flow->sent),
                                          messages_text(flow->lost),
                                          time.empty() ? "" : ", read after " + time)}});
  }
  return {{"kind", "network"},
          {"description", fmt::format("Who tells whom in {}: {}.", scenario,
                                      text::counted(flows.size(), "link") + " between " +
                                          text::counted(nodes.size(), "place"))},
          {"nodes", drawn},
          {"links", links}};
}

data rows_of(const Flows& flows) {
  data rows{data::type::list};
  for (const MessageFlow* flow : flows) {
    data row;
    row["sender"] = flow->sender;
    row["receiver"] = flow->receiver;
    row["channel"] = flow->channel;
    row["sent"] = messages_text(flow->sent);
    row["lost"] = messages_text(flow->lost);
    row["time"] = time_text(flow->hours);
    rows << row;
  }
  return rows;
}

}  // namespace

void add_messages(const Comparison& comparison, PageText& page, json& charts) {
  page["has_messages"] = data(!comparison.messages.empty());
  data networks{data::type::list};
  for (std::size_t s = 0; s <= comparison.variants.size(); ++s) {
    Flows flows;
    for (const MessageFlow& flow : comparison.messages)
      if (flow.scenario == static_cast<int>(s)) flows.push_back(&flow);
    if (flows.empty()) continue;
    const std::string scenario = scenario_name(s, comparison);
    data network;
    network["id"] = fmt::format("messages-{}", s);
    network["scenario"] = scenario;
    network["chart"] = std::to_string(charts.size());
    network["rows"] = rows_of(flows);
    charts.push_back(chart_of(scenario, flows));
    networks << network;
  }
  page["networks"] = std::move(networks);
}

}  // namespace cordon
