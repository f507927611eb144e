#pragma once

// What kind of value a parameter takes, for reading, checking and describing alike.

#include <string>
#include <vector>

#include "sim/scenario/format/dimension.hpp"

namespace cordon::format {

/// A word that may be chosen, and what it stands for.
struct Word {
  std::string text;
  long value = 0;  ///< of the enumeration
  std::string meaning;
};

/// The kind of a value.
struct ValueKind {
  enum class Form {
    boolean,
    integer,
    number,
    duration,
    text,
    word,
    clock,
    moment,
    instant,
    distribution
  };
  enum class Holds { one, list, map };

  Form form = Form::text;
  Holds holds = Holds::one;
  const Dimension* dimension = nullptr;    ///< of numbers, durations and distributions
  Range range;                             ///< in the dimension's base unit
  std::vector<Word> words;                 ///< that may be chosen
  std::vector<std::string> refers_to;      ///< a text names an entry of one of these tables...
  std::vector<std::string> or_words;       ///< ...or is one of these
  std::vector<std::string> keys_refer_to;  ///< the same of the keys of a map
  bool not_empty = false;                  ///< of texts, lists and maps

  /// The dimension, or that of pure numbers.
  [[nodiscard]] const Dimension& measure() const;
  /// What both the dimension and the parameter allow.
  [[nodiscard]] Range allowed() const;
};

/// What is expected of a single value: "a whole number", "one of 'separate', 'one_stop'".
[[nodiscard]] std::string expected_one(const ValueKind& kind);

/// What is expected of the whole: "a list, each the name of a team".
[[nodiscard]] std::string expected(const ValueKind& kind);

/// The kind in short, for documentation: "duration", "list of names of team".
[[nodiscard]] std::string kind_name(const ValueKind& kind);

/// The words that may be chosen.
[[nodiscard]] std::vector<std::string> word_texts(const ValueKind& kind);

}  // namespace cordon::format
