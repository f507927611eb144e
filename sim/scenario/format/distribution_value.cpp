// Distributions as the scenario file has them: { lognormal = { mean = "12 min", cv = 0.8 } },
// "5 min" for a constant, { empirical = { csv = "times.csv", column = "check [min]" } }.

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <stdexcept>

#include "sim/scenario/format/csv_rows.hpp"
#include "sim/scenario/format/value.hpp"

namespace cordon::format {
namespace {

enum class Takes { quantity, number, whole_number };

struct FamilyParameter {
  std::string name;
  Takes takes;
};

/// A family of distributions, and how it is made from its parameters in their order.
struct Family {
  std::string name;
  std::vector<FamilyParameter> parameters;
  std::function<Distribution(const std::vector<double>&)> make;
};

const std::vector<Family>& families() {
  using D = Distribution;
  using Values = const std::vector<double>&;
  const FamilyParameter mean{"mean", Takes::quantity}, cv{"cv", Takes::number},
      low{"low", Takes::quantity}, high{"high", Takes::quantity};
  static const std::vector<Family> all{
      {"uniform", {low, high}, [](Values v) { return D::uniform(v[0], v[1]); }},
      {"exponential", {mean}, [](Values v) { return D::exponential(v[0]); }},
      {"erlang",
       {{"stages", Takes::whole_number}, mean},
       [](Values v) { return D::erlang(static_cast<int>(v[0]), v[1]); }},
      {"gamma", {mean, cv}, [](Values v) { return D::gamma(v[0], v[1]); }},
      {"lognormal", {mean, cv}, [](Values v) { return D::lognormal(v[0], v[1]); }},
      {"weibull", {mean, cv}, [](Values v) { return D::weibull(v[0], v[1]); }},
      {"triangular",
       {low, {"mode", Takes::quantity}, high},
       [](Values v) { return D::triangular(v[0], v[1], v[2]); }},
  };
  return all;
}

std::vector<std::string> family_names() {
  std::vector<std::string> names{"constant", "empirical"};
  for (const Family& family : families()) names.push_back(family.name);
  return names;
}

/// One quantity of the distribution's dimension.
ValueKind quantity_kind(const ValueKind& kind) {
  ValueKind one;
  one.form = ValueKind::Form::number;
  one.dimension = kind.dimension;
  one.range = kind.range;
  return one;
}

ValueKind number_kind() {
  ValueKind one;
  one.form = ValueKind::Form::number;
  one.dimension = &unit::score;
  return one;
}

std::optional<double> read_parameter_value(const Node& node, Takes takes, const ValueKind& kind,
                                           Reader& reader) {
  if (takes == Takes::quantity) return read_number(node, quantity_kind(kind), reader);
  if (takes == Takes::number) return read_number(node, number_kind(), reader);
  ValueKind whole;
  whole.form = ValueKind::Form::integer;
  const auto number = read_integer(node, whole, reader, 1, 1000000);
  if (!number) return std::nullopt;
  return static_cast<double>(*number);
}

/// Makes a distribution, whose factory says what is wrong with its parameters together.
template <class Make>
void make_value(const Node& node, Reader& reader, Distribution& value, const Make& make) {
  try {
    value = make();
  } catch (const std::invalid_argument& refused) {
    reader.fail(node.position, refused.what());
  }
}

bool has_only_keys(const Node& table, const std::vector<std::string>& keys, Reader& reader) {
  bool is_good = true;
  for (const auto& [key, member] : table.members) {
    if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
    const Reader::At at(reader, key);
    reader.fail(member.key_position, "unknown key" + did_you_mean(key, keys));
    is_good = false;
  }
  return is_good;
}

void read_family(const Node& node, const Family& family, const ValueKind& kind, Reader& reader,
                 Distribution& value) {
  std::vector<std::string> names;
  for (const FamilyParameter& parameter : family.parameters) names.push_back(parameter.name);
  if (!node.is_table()) {
    return reader.fail(node.position, fmt::format("is {}; expected a table with {}", shown(node),
                                                  joined(names, " and ")));
  }
  bool is_good = has_only_keys(node, names, reader);
  std::vector<double> values;
  for (const FamilyParameter& parameter : family.parameters) {
    const Node* said = node.find(parameter.name);
    const Reader::At at(reader, parameter.name);
    std::optional<double> number;
    if (said == nullptr) {
      reader.fail(node.position, "is missing");
    } else {
      number = read_parameter_value(*said, parameter.takes, kind, reader);
    }
    is_good = is_good && number;
    values.push_back(number.value_or(0.0));
  }
  if (is_good) make_value(node, reader, value, [&] { return family.make(values); });
}

/// The numbers of a list or, named by its header, a column.
std::optional<std::vector<double>> numbers_of(const std::vector<Node>& items, const ValueKind& kind,
                                              Reader& reader) {
  std::vector<double> values;
  for (const Node& item : items) {
    const auto number = read_number(item, kind, reader);
    if (!number) return std::nullopt;
    values.push_back(*number);
  }
  return values;
}

std::optional<std::vector<Node>> column_cells(const CsvTable& table, const Node& name,
                                              Reader& reader) {
  std::vector<std::string> known;
  for (std::size_t i = 0; i < table.header.size(); ++i) {
    const CsvColumn column = column_of(table.header[i].text);
    known.push_back(column.key);
    if (column.key != name.text) continue;
    std::vector<Node> cells;
    for (const auto& row : table.rows) {
      if (row.size() != table.header.size()) return std::nullopt;
      const std::string unit = column.unit.empty() ? "" : " " + column.unit;
      cells.push_back(text_node(Node::Kind::cell, row[i].text + unit, table.position(row[i])));
    }
    return cells;
  }
  reader.fail(name.position, fmt::format("{} has no column {}{}", *table.file, in_quotes(name.text),
                                         did_you_mean(name.text, known)));
  return std::nullopt;
}

void read_empirical_csv(const Node& node, const ValueKind& kind, Reader& reader,
                        Distribution& value) {
  if (!has_only_keys(node, {"csv", "column", "weights"}, reader)) return;
  const Node* column = node.find("column");
  const Node* weights = node.find("weights");
  if (column == nullptr || !column->is_text() || (weights != nullptr && !weights->is_text())) {
    return reader.fail(node.position, "expected { csv = \"...\", column = \"...\" }");
  }
  const auto table = open_csv(*node.find("csv"), reader);
  if (!table) return;
  const auto cells = column_cells(*table, *column, reader);
  const auto weight_cells =
      weights != nullptr ? column_cells(*table, *weights, reader) : std::vector<Node>{};
  if (!cells || !weight_cells) return;
  const auto numbers = numbers_of(*cells, quantity_kind(kind), reader);
  const auto counts = numbers_of(*weight_cells, number_kind(), reader);
  if (!numbers || !counts) return;
  make_value(node, reader, value, [&] { return Distribution::empirical(*numbers, *counts); });
}

void read_empirical(const Node& node, const ValueKind& kind, Reader& reader, Distribution& value) {
  if (!node.is_table()) {
    return reader.fail(node.position,
                       fmt::format("is {}; expected {{ values = [...], weights = [...] }} or "
                                   "{{ csv = \"...\", column = \"...\" }}",
                                   shown(node)));
  }
  if (node.find("csv") != nullptr) return read_empirical_csv(node, kind, reader, value);
  if (!has_only_keys(node, {"values", "weights"}, reader)) return;
  const Node* values = node.find("values");
  const Node* weights = node.find("weights");
  if (values == nullptr || values->kind != Node::Kind::list ||
      (weights != nullptr && weights->kind != Node::Kind::list)) {
    return reader.fail(node.position, "expected { values = [...], weights = [...] }");
  }
  const auto numbers = numbers_of(values->items, quantity_kind(kind), reader);
  const auto counts =
      numbers_of(weights != nullptr ? weights->items : std::vector<Node>{}, number_kind(), reader);
  if (!numbers || !counts) return;
  make_value(node, reader, value, [&] { return Distribution::empirical(*numbers, *counts); });
}

void read_constant(const Node& node, const ValueKind& kind, Reader& reader, Distribution& value) {
  const auto number = read_number(node, quantity_kind(kind), reader);
  if (!number) return;
  make_value(node, reader, value, [&] { return Distribution::constant(*number); });
}

void read_named(const std::pair<const std::string, Node>& named, const ValueKind& kind,
                Reader& reader, Distribution& value) {
  const auto& [name, inner] = named;
  const Reader::At at(reader, name);
  if (inner.kind == Node::Kind::faulty) return;
  if (name == "constant") return read_constant(inner, kind, reader, value);
  if (name == "empirical") return read_empirical(inner, kind, reader, value);
  for (const Family& family : families()) {
    if (family.name == name) return read_family(inner, family, kind, reader, value);
  }
  reader.fail(inner.key_position,
              fmt::format("unknown distribution; expected one of {}{}", joined(family_names()),
                          did_you_mean(name, family_names())));
}

/// Whether a value that is no table may be a constant at all; its range is checked later.
bool may_be_constant(const Node& node, const ValueKind& kind) {
  if (node.is_text()) return parse_quantity(node.text, kind.measure()).value.has_value();
  const bool is_number = node.kind == Node::Kind::integer || node.kind == Node::Kind::real;
  return is_number && kind.measure().takes_plain;
}

std::string written_list(const std::vector<double>& values, const Dimension& dimension) {
  std::vector<std::string> items;
  for (const double value : values) items.push_back(quantity_toml(value, dimension));
  return fmt::format("[{}]", joined(items));
}

}  // namespace

void read_value(const Node& node, const ValueKind& kind, Reader& reader, Distribution& value) {
  if (!node.is_table()) {
    if (!may_be_constant(node, kind)) {
      return reader.fail(node.position,
                         fmt::format("is {}; expected {}", shown(node), expected_one(kind)));
    }
    return read_constant(node, kind, reader, value);
  }
  std::vector<std::string> named;
  for (const auto& [key, member] : node.members) {
    if (key != "source" && key != "note") named.push_back(key_text(key));
  }
  if (named.size() != 1) {
    return reader.fail(node.position,
                       fmt::format("has {} distributions{}{}; expected one of {}", named.size(),
                                   named.empty() ? "" : ": ", printable(joined(named), 100),
                                   joined(family_names())));
  }
  const auto is_remark = [](const auto& member) {
    return member.first == "source" || member.first == "note";
  };
  read_named(*std::find_if_not(node.members.begin(), node.members.end(), is_remark), kind, reader,
             value);
}

std::string written(const Distribution& value, const ValueKind& kind) {
  const Dimension& dimension = kind.measure();
  if (value.kind() == Distribution::Kind::constant) {
    return quantity_toml(value.mean(), dimension);
  }
  std::vector<std::string> members;
  for (const Distribution::Parameter& parameter : value.parameters()) {
    const Dimension& measure = parameter.has_unit ? dimension : unit::score;
    members.push_back(
        fmt::format("{} = {}", parameter.name, quantity_toml(parameter.value, measure)));
  }
  if (value.kind() == Distribution::Kind::empirical) {
    members = {"values = " + written_list(value.values(), dimension),
               "weights = " + written_list(value.weights(), unit::score)};
  }
  return fmt::format("{{ {} = {{ {} }} }}", name_of(value.kind()), joined(members));
}

}  // namespace cordon::format
