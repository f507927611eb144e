// The JSON Schema of a scenario file.

#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "sim/scenario/describe.hpp"
#include "sim/scenario/format/text.hpp"

namespace cordon {
namespace {

using format::Parameter;
using format::Section;
using format::ValueKind;
using Json = nlohmann::ordered_json;
using Shape = Parameter::Shape;

Json text_schema() { return {{"type", "string"}}; }

Json remark(const char* description) { return {{"type", "string"}, {"description", description}}; }

void add_remarks(Json& properties) {
  properties["source"] = remark(
      "Where the values come from; begins with \"assumed\" when nobody "
      "measured them.");
  properties["note"] = remark("Whatever a reader should know.");
}

std::string without_regex_meaning(const std::string& text) {
  std::string escaped;
  for (const char c : text) {
    if (std::string_view("\\.[]{}()*+?^$|/").find(c) != std::string_view::npos) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

/// Numbers with a unit, as a pattern. What the number must be is left to `cordon check`.
/// @param parts  there may be several, as in "3 d 14 h"
std::string quantity_pattern(const format::Dimension& dimension, bool parts = false) {
  std::string units;
  for (const format::Unit& unit : dimension.units) {
    if (!units.empty()) units += '|';
    units += without_regex_meaning(unit.name);
  }
  const std::string number = "-?[0-9]*\\.?[0-9]+([eE][-+]?[0-9]+)?";
  const std::string trailing = number + " *(" + units + ")";
  if (parts) return "^ *(" + trailing + " *)+$";
  if (!dimension.unit_may_lead) return "^ *" + trailing + " *$";
  return "^ *(" + trailing + "|(" + units + ") *" + number + ") *$";
}

void add_bounds(Json& schema, const format::Range& range) {
  if (range.has_low()) schema[range.low_is_open ? "exclusiveMinimum" : "minimum"] = range.low;
  if (range.has_high()) schema[range.high_is_open ? "exclusiveMaximum" : "maximum"] = range.high;
}

Json quantity_schema(const ValueKind& kind) {
  const format::Dimension& dimension = kind.measure();
  Json forms = Json::array();
  if (dimension.takes_plain) {
    Json plain = {{"type", "number"}};
    add_bounds(plain, kind.allowed());
    forms.push_back(plain);
  }
  if (!dimension.units.empty()) {
    forms.push_back({{"type", "string"}, {"pattern", quantity_pattern(dimension)}});
  }
  return forms.size() == 1 ? forms[0] : Json{{"anyOf", forms}};
}

Json closed_object(const Json& properties) {
  return {{"type", "object"}, {"properties", properties}, {"additionalProperties", false}};
}

Json list_of(const Json& items) { return {{"type", "array"}, {"items", items}}; }

Json distribution_schema(const ValueKind& kind) {
  const Json quantity = quantity_schema(kind);
  const Json number = {{"type", "number"}};
  const Json mean_and_cv = closed_object({{"mean", quantity}, {"cv", number}});
  Json families = {
      {"constant", quantity},
      {"uniform", closed_object({{"low", quantity}, {"high", quantity}})},
      {"exponential", closed_object({{"mean", quantity}})},
      {"erlang",
       closed_object({{"stages", {{"type", "integer"}, {"minimum", 1}}}, {"mean", quantity}})},
      {"gamma", mean_and_cv},
      {"lognormal", mean_and_cv},
      {"weibull", mean_and_cv},
      {"triangular", closed_object({{"low", quantity}, {"mode", quantity}, {"high", quantity}})},
      {"empirical", closed_object({{"values", list_of(quantity)},
                                   {"weights", {{"type", Json::array({"array", "string"})}}},
                                   {"csv", text_schema()},
                                   {"column", text_schema()}})}};
  add_remarks(families);
  return {{"anyOf", Json::array({quantity, closed_object(families)})}};
}

Json moment_schema() {
  // In JSON a TOML date-time is a text.
  return {{"type", "string"}, {"format", "date-time"}};
}

Json single_schema(const ValueKind& kind) {
  switch (kind.form) {
    case ValueKind::Form::boolean:
      return {{"type", "boolean"}};
    case ValueKind::Form::integer: {
      Json integer = {{"type", "integer"}};
      add_bounds(integer, kind.allowed());
      return integer;
    }
    case ValueKind::Form::number:
    case ValueKind::Form::duration:
      return quantity_schema(kind);
    case ValueKind::Form::text:
      return text_schema();
    case ValueKind::Form::word:
      return {{"type", "string"}, {"enum", format::word_texts(kind)}};
    case ValueKind::Form::clock:
      return {{"type", "string"}, {"pattern", "^[0-2][0-9]:[0-5][0-9](:[0-5][0-9])?$"}};
    case ValueKind::Form::moment:
      return moment_schema();
    case ValueKind::Form::instant:
      return {{"anyOf", Json::array({moment_schema(),
                                     {{"type", "string"},
                                      {"pattern", quantity_pattern(kind.measure(), true)}}})}};
    case ValueKind::Form::distribution:
      return distribution_schema(kind);
  }
  return Json::object();
}

Json plain_schema(const ValueKind& kind) {
  Json one = single_schema(kind);
  if (kind.holds == ValueKind::Holds::list) {
    Json list = list_of(one);
    if (kind.not_empty) list["minItems"] = 1;
    return list;
  }
  if (kind.holds == ValueKind::Holds::map) {
    Json remarks;
    add_remarks(remarks);
    return {{"type", "object"}, {"properties", remarks}, {"additionalProperties", one}};
  }
  return one;
}

std::string description_of(const Section& section, const Parameter& parameter) {
  std::string text = parameter.meaning;
  const std::string units = format::units_text(parameter.kind.measure());
  if (!units.empty()) text += " Units: " + units + ".";
  for (const format::Word& word : parameter.kind.words) {
    text += " " + word.text + ": " + word.meaning + ".";
  }
  const std::string value = section.default_of(parameter);
  if (parameter.is_required)
    text += " Must be given.";
  else if (!value.empty())
    text += " Default: " + value + ".";
  if (!parameter.source.empty()) text += " Source: " + parameter.source + ".";
  return text;
}

/// Builds the schema, each section once under "definitions".
class SchemaWriter {
 public:
  Json definitions = Json::object();

  Json section_schema(const Section& section, bool is_root) {
    Json properties = Json::object();
    if (is_root) properties["extends"] = remark("The file that this one changes.");
    for (const Parameter& parameter : section.parameters) {
      properties[parameter.key] = parameter_schema(section, parameter);
    }
    add_remarks(properties);
    if (!is_root) {
      properties["remove"] = {
          {"const", true},
          {"description", "Removes the table of this name from what is extended."}};
    }
    Json schema = closed_object(properties);
    schema["description"] = section.meaning;
    return schema;
  }

 private:
  Json reference_to(const Section& section, const std::string& key) {
    const auto known = names_.find(&section);
    std::string name = known == names_.end() ? key : known->second;
    if (known == names_.end()) {
      for (int number = 2; !taken_.insert(name).second; ++number)
        name = key + std::to_string(number);
      names_.emplace(&section, name);
      definitions[name] = section_schema(section, false);
    }
    return {{"$ref", "#/definitions/" + name}};
  }

  Json parameter_schema(const Section& section, const Parameter& parameter) {
    if (parameter.shape == Shape::value) return value_schema(section, parameter);
    const Json inner = reference_to(*parameter.section, parameter.key);
    Json schema = inner;
    if (parameter.shape == Shape::tables) {
      Json properties = {{"csv", remark("A CSV file with a row for each name.")}};
      add_remarks(properties);
      // Not patternProperties: they would hold for "csv" and "source" as well.
      schema = {{"type", "object"}, {"properties", properties}, {"additionalProperties", inner}};
    } else if (parameter.shape == Shape::rows) {
      schema = {{"anyOf", Json::array({remark("A CSV file."), list_of(inner)})}};
    } else {
      schema = {{"allOf", Json::array({inner})}};
    }
    schema["description"] = parameter.meaning;
    return schema;
  }

  static Json value_schema(const Section& section, const Parameter& parameter) {
    const Json plain = plain_schema(parameter.kind);
    Json properties = {{"value", plain}};
    add_remarks(properties);
    Json with_source = closed_object(properties);
    with_source["required"] = Json::array({"value"});
    Json schema = {{"description", description_of(section, parameter)},
                   {"anyOf", Json::array({plain, with_source})}};
    const Json value = Json::parse(section.default_of(parameter), nullptr, false);
    if (!value.is_discarded()) schema["default"] = value;
    return schema;
  }

  std::map<const Section*, std::string> names_;
  std::set<std::string> taken_;
};

}  // namespace

std::string schema(const Section& root) {
  SchemaWriter writer;
  Json schema = {{"$schema", "http://json-schema.org/draft-07/schema#"},
                 {"title", "cordon scenario"}};
  schema.update(writer.section_schema(root, true));
  schema["definitions"] = writer.definitions;
  return schema.dump(2) + "\n";
}

}  // namespace cordon
