#include "sim/scenario/describe.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/format/text.hpp"

namespace cordon {
namespace {

using format::Parameter;
using format::Section;
using format::ValueKind;
using Shape = Parameter::Shape;

/// Where the parameters of an inner table stand.
std::string path_below(const Parameter& parameter, const std::string& path) {
  if (parameter.shape == Shape::tables) return path + ".NAME";
  if (parameter.shape == Shape::rows) return path + "[]";
  return path;
}

void collect(const Section& section, const std::string& path,
             std::vector<PlacedParameter>& collected) {
  for (const Parameter& parameter : section.parameters) {
    const std::string own = format::join_path(path, parameter.key);
    collected.push_back({own, &parameter, &section});
    if (parameter.section != nullptr) {
      collect(*parameter.section, path_below(parameter, own), collected);
    }
  }
}

std::string kind_text(const Parameter& parameter) {
  switch (parameter.shape) {
    case Shape::value:
      return format::kind_name(parameter.kind);
    case Shape::table:
      return "table";
    case Shape::optional:
      return "table, may be absent";
    case Shape::tables:
      return "named tables, here or in CSV";
    case Shape::rows:
      return "rows, in CSV or here";
  }
  return "";
}

std::string range_of(const Parameter& parameter) {
  if (parameter.shape != Shape::value) return "";
  if (!parameter.kind.words.empty()) return format::joined(format::word_texts(parameter.kind));
  const bool is_number =
      parameter.kind.dimension != nullptr || parameter.kind.form == ValueKind::Form::integer;
  return is_number ? format::range_text(parameter.kind.allowed(), parameter.kind.measure()) : "";
}

std::string units_of(const Parameter& parameter) {
  if (parameter.shape != Shape::value) return "";
  return format::units_text(parameter.kind.measure());
}

std::string default_text(const PlacedParameter& placed) {
  if (placed.parameter->is_required) return "must be given";
  if (placed.parameter->shape != Shape::value) return "";
  const std::string text = placed.section->default_of(*placed.parameter);
  return text.empty() ? "none" : text;
}

std::string description(const PlacedParameter& placed) {
  const Parameter& parameter = *placed.parameter;
  std::string text = fmt::format("{}\n  {}\n", placed.path, parameter.meaning);
  const auto add = [&](std::string_view what, const std::string& said) {
    if (!said.empty()) text += fmt::format("  {:<8} {}\n", what, said);
  };
  add("kind", kind_text(parameter));
  add("units", units_of(parameter));
  add("range", parameter.kind.words.empty() ? range_of(parameter) : "");
  for (const format::Word& word : parameter.kind.words) {
    add("word", fmt::format("{}: {}", word.text, word.meaning));
  }
  add("default", default_text(placed));
  add("changes", parameter.may_change ? "may change during a run, by a shock" : "");
  add("source", parameter.source);
  if (parameter.section != nullptr) add("keys", format::joined(parameter.section->keys()));
  return text;
}

/// line.lanes, for line.NAME.lanes.
std::string without_names(std::string path) {
  for (const std::string_view part : {".NAME", "[]"})
    for (std::size_t at; (at = path.find(part)) != std::string::npos;) path.erase(at, part.size());
  return path;
}

/// Does the path of a value, crossing.medyka.lanes, belong to crossing.NAME.lanes?
bool is_value_of(std::string_view name, const std::string& path) {
  const auto said = format::split_path(name);
  std::string plain;
  for (const char c : path) {
    if (c != '[' && c != ']') plain += c;
  }
  const auto known = format::split_path(plain);
  return said && known &&
         std::equal(
             said->begin(), said->end(), known->begin(), known->end(),
             [](const std::string& a, const std::string& b) { return b == "NAME" || a == b; });
}

std::string cell(std::string text) {
  for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos; at += 2) {
    text.replace(at, 1, "\\|");
  }
  return text.empty() ? " " : text;
}

std::string code(const std::string& text) { return text.empty() ? "" : "`" + text + "`"; }

std::string meaning_with_words(const Parameter& parameter) {
  std::string text = parameter.meaning;
  if (parameter.may_change) text += " *May change.*";
  for (const format::Word& word : parameter.kind.words) {
    text += fmt::format(" `{}`: {}.", word.text, word.meaning);
  }
  return text;
}

std::string default_cell(const PlacedParameter& placed) {
  const bool has_default =
      placed.parameter->shape == Shape::value && !placed.parameter->is_required;
  const std::string text = default_text(placed);
  return has_default && text != "none" ? code(text) : text;
}

std::string row(const PlacedParameter& placed, const std::string& link) {
  const Parameter& parameter = *placed.parameter;
  const std::string kind = link.empty() ? kind_text(parameter) : kind_text(parameter) + ": " + link;
  const bool has_words = !parameter.kind.words.empty();
  return fmt::format("| `{}` | {} | {} | {} | {} | {} | {} |\n", parameter.key,
                     cell(meaning_with_words(parameter)), cell(kind), cell(units_of(parameter)),
                     cell(has_words ? "" : range_of(parameter)), cell(default_cell(placed)),
                     cell(parameter.source));
}

/// The tables of the file in their order, each where it is met first, with its heading.
void collect_headings(const Section& section, const std::string& path, const std::string& heading,
                      std::vector<std::pair<const Section*, std::string>>& headings) {
  const auto is_this = [&](const auto& known) { return known.first == &section; };
  if (std::any_of(headings.begin(), headings.end(), is_this)) return;
  headings.emplace_back(&section, heading);
  for (const Parameter& parameter : section.parameters) {
    if (parameter.section == nullptr) continue;
    const std::string own = format::join_path(path, parameter.key);
    const std::string below = path_below(parameter, own);
    collect_headings(*parameter.section, below,
                     parameter.shape == Shape::rows ? fmt::format("Columns of `{}`", own)
                                                    : fmt::format("`[{}]`", below),
                     headings);
  }
}

}  // namespace

ParameterWords words_of(const PlacedParameter& placed) {
  const Parameter& parameter = *placed.parameter;
  ParameterWords said{placed.path,
                      parameter.meaning,
                      kind_text(parameter),
                      units_of(parameter),
                      parameter.kind.words.empty() ? range_of(parameter) : "",
                      default_text(placed),
                      parameter.source,
                      {},
                      parameter.is_required,
                      parameter.may_change};
  for (const format::Word& word : parameter.kind.words)
    said.words.emplace_back(word.text, word.meaning);
  return said;
}

std::vector<PlacedParameter> parameters_in(const Section& root) {
  std::vector<PlacedParameter> collected;
  collect(root, "", collected);
  return collected;
}

std::optional<std::string> describe(const Section& root, std::string_view name) {
  std::string text;
  for (const PlacedParameter& placed : parameters_in(root)) {
    const bool is_named =
        placed.parameter->key == name || placed.path == name || without_names(placed.path) == name;
    if (!is_named && !is_value_of(name, placed.path)) continue;
    if (!text.empty()) text += '\n';
    text += description(placed);
  }
  if (text.empty()) return std::nullopt;
  return text;
}

std::string list_parameters(const Section& root) {
  std::string text;
  for (const PlacedParameter& placed : parameters_in(root)) {
    const std::string& meaning = placed.parameter->meaning;
    const std::size_t end = meaning.find(". ");
    const std::string sentence = meaning.substr(0, end == meaning.npos ? end : end + 1);
    text += fmt::format("{:<40} {}\n", placed.path, sentence);
  }
  return text;
}

std::string suggest_parameter(const Section& root, std::string_view name) {
  std::vector<std::string> names;
  for (const PlacedParameter& placed : parameters_in(root)) {
    names.push_back(placed.parameter->key);
    names.push_back(placed.path);
  }
  return format::did_you_mean(name, names);
}

std::string markdown(const Section& root) {
  std::vector<std::pair<const Section*, std::string>> headings;
  collect_headings(root, "", "Top level", headings);
  std::string text;
  for (const auto& [section, heading] : headings) {
    text += fmt::format("### {}\n\n{}\n\n", heading, section->meaning);
    text += "| key | meaning | kind | units | range | default | source |\n";
    text += "| --- | --- | --- | --- | --- | --- | --- |\n";
    for (const Parameter& parameter : section->parameters) {
      const auto inner = std::find_if(headings.begin(), headings.end(), [&](const auto& known) {
        return known.first == parameter.section;
      });
      text += row({"", &parameter, section}, inner == headings.end() ? "" : inner->second);
    }
    text += '\n';
  }
  return text;
}

}  // namespace cordon
