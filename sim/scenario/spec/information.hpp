#pragma once

// Who tells whom: desks, the channels between them and the posts, and what is told over them.

#include <map>
#include <string>
#include <vector>

#include "sim/engine/distribution.hpp"
#include "sim/engine/time.hpp"
#include "sim/scenario/spec/words.hpp"

namespace cordon {

/// Analysts who read what comes in: a single point of contact, Europol, OLAF, ...
struct DeskSpec {
  std::string label;
  int analysts = 2;                                           ///< at work while it is open
  Distribution time = Distribution::lognormal(40 * 60, 0.8);  ///< an analyst's for one message
  std::vector<std::string> hours;                             ///< "08:00-16:00"; empty: always open
  double skill = 1;
};

/// While it lasts nothing leaves.
struct OutageSpec {
  Duration from{0}, length{0};  ///< since the start of the run
};

/// A way for messages between those who have access.
struct ChannelSpec {
  std::string label;
  std::vector<std::string> crossings, bases, desks;  ///< that have access
  Distribution latency = Distribution::constant(5 * 60);
  double loss = 0;                ///< share that never arrives
  double quality = 1;             ///< share of the rest that says enough to be worked with
  Duration officer_time = 10min;  ///< of who writes one at a post
  std::map<std::string, OutageSpec> outage;
};

/// Interoperability of customs with the systems of justice and home affairs.
struct InteroperabilitySpec {
  LookUp look_up = LookUp::off;
  double on_record = 0.1;     ///< of groups' vehicles: the systems know who comes
  double false_hits = 0.005;  ///< of all others
  Duration check_time = 30s, resolve_time = 20min;  ///< at the lane; the latter of a hit
  Channel channel = Channel::red;                   ///< for a hit that is confirmed
};

/// What posts tell a desk of each find, or others do, and what comes of it.
struct ExchangeSpec {
  ExchangeKind kind = ExchangeKind::report;
  std::string to;                        ///< desk
  std::vector<std::string> crossings;    ///< posts that take part; empty: all
  std::vector<std::string> commodities;  ///< of what is found; empty: any
  double min_value = 0;                  ///< EUR
  double min_damage = 0;                 ///< EUR, to the Union's budget
  std::vector<std::string> countries;    ///< of the posts that take part; empty: any
  std::string operation;                 ///< only while it is in course at the post; empty: always

  // Of an inquiry.
  double urgent = 0.1;  ///< share
  double direct = 0.8;  ///< share for which the desk has access to the answer itself
  Distribution holder_time = Distribution::uniform(86400, 5 * 86400);  ///< for the rest
  Duration urgent_deadline = 8h, urgent_indirect_deadline = 72h, deadline = 168h;

  // Of expertise; `holder_time` is that of who knows the goods.
  double confirmed = 0.9;  ///< share of suspicions that are

  // Of intelligence.
  Duration every = 168h;  ///< between items, on average
  SourceGrade source_grade = SourceGrade::b;
  ItemGrade item_grade = ItemGrade::two;

  /// Whether it tells posts what papers say.
  [[nodiscard]] bool tells_papers() const {
    return kind == ExchangeKind::inquiry || kind == ExchangeKind::warning ||
           kind == ExchangeKind::intelligence;
  }
  /// Probability that an item of these grades is true: a product of assumed probabilities.
  [[nodiscard]] double true_share() const {
    constexpr double by_source[] = {0.95, 0.8, 0.5, 0.3}, by_item[] = {1, 0.85, 0.65, 0.4};
    return by_source[static_cast<int>(source_grade)] * by_item[static_cast<int>(item_grade)];
  }
};

}  // namespace cordon
