#pragma once

// What can be said of events that hardly ever happen, and when Student's t cannot say it.

#include <cstdint>
#include <span>

namespace cordon {

/// A probability or a rate, with an interval that covers it at least as often as it says, however
/// few the events.
struct ExactInterval {
  double estimate = 0;  ///< NaN when nothing has been watched
  double low = 0, high = 0;
  double confidence = 0.95;
};

/// Clopper and Pearson's interval of a probability; 0 to 1 when there were no trials.
///
/// @param events, trials  independent trials, and those of them in which it happened: 0..trials
/// @param confidence      in (0, 1); each tail has half of the rest
/// @throws std::invalid_argument  when events are not in 0..trials, or confidence is not in (0, 1)
/// Source: Clopper and Pearson, "The use of confidence or fiducial limits illustrated in the case
/// of the binomial", Biometrika 26 (1934) 404-413.
[[nodiscard]] ExactInterval probability_interval(std::int64_t events, std::int64_t trials,
                                                 double confidence);

/// Garwood's interval of the rate of a Poisson process; 0 to infinity when there was no exposure.
///
/// It is too narrow where events come in clusters, such as several seizures of one load.
///
/// @param events      counted in all replications, at least 0
/// @param exposure    what they were counted over: time, shipments... in any unit, at least 0
/// @param confidence  in (0, 1); each tail has half of the rest
/// @return in events per unit of the exposure
/// @throws std::invalid_argument  when a number is out of its range, or there are events without
///                                exposure
/// Source: Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28 (1936) 437-442.
[[nodiscard]] ExactInterval rate_interval(std::int64_t events, double exposure, double confidence);

/// On how many events a mean over replications rests.
struct EventSupport {
  std::int64_t events = 0;    ///< in all replications
  int used = 0, without = 0;  ///< replications; those of them without a single event
  int dropped = 0;            ///< replications whose count is NaN

  /// Below 30 a t interval at 95 % is wrong too often, and mostly on one side. Of 20 replications
  /// of Poisson counts it lies below the truth in 12.1 % of cases, and above in 0.6 %, at 5
  /// expected events in all; in 4.9 and 1.3 % at 20; in 4.4 and 1.4 % at 30.
  [[nodiscard]] bool few() const { return events < fewest_events; }
  /// A mean that a few replications decide, so that also their spread is hardly known.
  [[nodiscard]] bool mostly_without() const { return 2 * without > used; }
  /// Whether mean_interval and paired_difference may be believed. If not, say so beside them, and
  /// give probability_interval or rate_interval of the counts.
  [[nodiscard]] bool trusts_student() const { return !few() && !mostly_without(); }

  static constexpr std::int64_t fewest_events = 30;
};

/// Counts the events behind a measure, to warn of its t interval. Of a share (of smugglers caught,
/// say) the counts are those of its numerator; those of all that was not in it matter as much when
/// the share is near 1.
///
/// @param counts  of events, one per replication: whole, at least 0; NaN where there was nothing
/// @throws std::invalid_argument  when a count is negative, infinite or not whole
/// Source: the rule of thumb is ours; tests/analysis/statistics/rare_event_test.cpp has what it is
/// good for. On skewed counts: Brown, Cai and DasGupta, "Interval estimation for a binomial
/// proportion", Statistical Science 16 (2001) 101-133.
[[nodiscard]] EventSupport event_support(std::span<const double> counts);

}  // namespace cordon
