#include "sim/scenario/format/kind.hpp"

#include <fmt/format.h>

#include "sim/scenario/format/text.hpp"

namespace cordon::format {
namespace {

std::string without_article(const std::string& name) { return name.substr(name.find(' ') + 1); }

std::string words_in_quotes(const std::vector<std::string>& words) {
  std::vector<std::string> shown;
  for (const std::string& word : words) shown.push_back(in_quotes(word));
  return joined(shown);
}

std::string expected_name(const ValueKind& kind) {
  std::string text = "the name of " + one_of_these(kind.refers_to);
  if (!kind.or_words.empty()) text += ", or " + words_in_quotes(kind.or_words);
  return text;
}

std::string form_name(const ValueKind& kind) {
  switch (kind.form) {
    case ValueKind::Form::boolean:
      return "true or false";
    case ValueKind::Form::integer:
      return "whole number";
    case ValueKind::Form::number:
    case ValueKind::Form::duration:
      return without_article(kind.measure().name);
    case ValueKind::Form::text:
      return kind.refers_to.empty() ? "text" : "name of " + joined(kind.refers_to, " or ");
    case ValueKind::Form::word:
      return "word";
    case ValueKind::Form::clock:
      return "time of day";
    case ValueKind::Form::moment:
      return "date and time";
    case ValueKind::Form::instant:
      return "date and time, or time since the start";
    case ValueKind::Form::distribution:
      return "distribution of " + kind.measure().name;
  }
  return "";
}

}  // namespace

const Dimension& ValueKind::measure() const { return dimension ? *dimension : unit::score; }

Range ValueKind::allowed() const { return measure().range.and_also(range); }

std::string expected_one(const ValueKind& kind) {
  switch (kind.form) {
    case ValueKind::Form::boolean:
      return "true or false";
    case ValueKind::Form::integer:
      return "a whole number";
    case ValueKind::Form::number:
    case ValueKind::Form::duration:
      return expected_text(kind.measure());
    case ValueKind::Form::text:
      return kind.refers_to.empty() ? "text in quotes" : expected_name(kind);
    case ValueKind::Form::word:
      return "one of " + words_in_quotes(word_texts(kind));
    case ValueKind::Form::clock:
      return "a time of day such as \"06:00\"";
    case ValueKind::Form::moment:
      return "a date and time with offset such as 2025-03-01T00:00:00Z";
    case ValueKind::Form::instant:
      return "a date and time with offset such as 2025-03-01T00:00:00Z, or a time since the start "
             "of the run such as \"90 min\" or \"3 d 14 h\"";
    case ValueKind::Form::distribution:
      return fmt::format(
          "{}, or a distribution such as {{ lognormal = {{ mean = {}, cv = 0.8 }} }}",
          expected_text(kind.measure()), kind.measure().example);
  }
  return "";
}

std::string expected(const ValueKind& kind) {
  if (kind.holds == ValueKind::Holds::list) return "a list, each " + expected_one(kind);
  if (kind.holds == ValueKind::Holds::map) return "a table, each " + expected_one(kind);
  return expected_one(kind);
}

std::string kind_name(const ValueKind& kind) {
  if (kind.holds == ValueKind::Holds::list) return "list: " + form_name(kind);
  if (kind.holds == ValueKind::Holds::map) {
    const std::string keys =
        kind.keys_refer_to.empty() ? "name" : "name of " + joined(kind.keys_refer_to, " or ");
    return "table from " + keys + " to " + form_name(kind);
  }
  return form_name(kind);
}

std::vector<std::string> word_texts(const ValueKind& kind) {
  std::vector<std::string> texts;
  for (const Word& word : kind.words) texts.push_back(word.text);
  return texts;
}

}  // namespace cordon::format
