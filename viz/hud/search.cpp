#include "viz/hud/search.hpp"

#include <algorithm>

namespace cordon::viz {
namespace {

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

void add_crews(const trace::Header& header, std::vector<Named>& all) {
  for (std::uint16_t c = 0; c < header.crossings.size(); ++c)
    for (std::uint16_t n = 0; n < header.crossings[c].crews.size(); ++n) {
      const std::string& name = header.crossings[c].crews[n].name;
      all.push_back({name, name, trace::CrewOf{{c}, n}});
    }
}

}  // namespace

std::vector<Named> all_named(const trace::Header& header, const Geography& geography, bool truth) {
  std::vector<Named> all;
  for (std::uint16_t n = 0; n < geography.posts.size(); ++n)
    all.push_back({geography.posts[n].label, geography.posts[n].name, CrossingIndex{n}});
  for (std::uint16_t n = 0; n < header.operations.size(); ++n)
    all.push_back(
        {operation_label(header.operations[n]), header.operations[n].name, OperationIndex{n}});
  add_crews(header, all);
  for (std::uint16_t n = 0; n < header.places.size(); ++n)
    if (header.places[n].kind == "desk" || header.places[n].kind == "headquarters")
      all.push_back({header.places[n].name, header.places[n].name, Office{n}});
  if (!truth) return all;
  for (std::uint16_t n = 0; n < header.groups.size(); ++n)
    all.push_back({header.groups[n], header.groups[n], GroupIndex{n}});
  return all;
}

std::vector<Named> matching(const std::vector<Named>& all, const std::string& text,
                            std::size_t most) {
  const std::string wanted = lower(text);
  std::vector<Named> first, later;
  for (const Named& named : all) {
    const auto at = std::min(lower(named.label).find(wanted), lower(named.name).find(wanted));
    if (at == 0) first.push_back(named);
    if (at != 0 && at != std::string::npos) later.push_back(named);
  }
  first.insert(first.end(), later.begin(), later.end());
  if (first.size() > most) first.resize(most);
  return first;
}

}  // namespace cordon::viz
