#pragma once

// What a run counts: by line and class, terminal, post, desk and group.

#include <array>
#include <cmath>
#include <map>
#include <vector>

#include "sim/engine/statistics.hpp"
#include "sim/model/places.hpp"

namespace cordon {

/// Goods of one commodity at one line.
struct IllicitTally {
  std::int64_t attempts = 0, seizures = 0, referrals = 0, sanction_refusals = 0, arrests = 0;
  std::int64_t passed = 0, refused = 0, in_system = 0;
  double seized_mass_kg = 0;
  [[nodiscard]] std::int64_t detections() const { return seizures + referrals + sanction_refusals; }
  void merge(const IllicitTally& other);
};

/// One class on one line of one crossing, or several merged.
struct LineTally {
  std::int64_t arrivals = 0, crossed = 0, balked = 0, gave_up = 0, missed = 0;
  std::int64_t at_start = 0, at_end = 0;
  std::int64_t controls = 0, legal_controls = 0, legal_chosen = 0, chosen = 0;
  std::int64_t document_checks = 0, scans = 0, searches = 0;
  Moments wait, in_system;         ///< microseconds
  QuantileSketch wait_quantiles;   ///< microseconds
  TimeWeighted queue, busy, open;  ///< vehicles waiting; lanes of the line's own stages
  std::int64_t queue_most = 0;
  TimeIntegral queue_total, busy_total, open_total;  ///< once the run has ended
  Int128 delay_cost_micro_cents = 0;
  std::vector<IllicitTally> illicit;  ///< by commodity
  std::int64_t diverted = 0, transit = 0;
  /// Entry summary declarations, and what targeters made of them.
  std::int64_t entry_summaries = 0, referred = 0, ordered = 0, loading_refused = 0;
  std::int64_t record_hits = 0, false_record_hits = 0;
  std::int64_t profile_controls = 0, profile_detections = 0;  ///< of what a risk profile matches
  std::int64_t operation_checks = 0, double_checks = 0;       ///< that operations have asked for
  void merge(const LineTally& other);
};

/// One terminal, or several merged.
struct TerminalTally {
  std::int64_t lots = 0, lots_left = 0, lots_at_end = 0;
  std::int64_t unloaded = 0, picked_up = 0, yard_at_start = 0, yard_at_end = 0, yard_most = 0;
  Moments lot_wait, turnaround;  ///< microseconds
  TimeWeighted yard;
  TimeIntegral yard_total;
  Int128 storage_cents = 0;
  void merge(const TerminalTally& other);
};

/// What is counted for a crossing as a whole.
struct PostTally {
  std::array<TimeWeighted, authorities> officers;  ///< on duty
  std::array<TimeIntegral, authorities> officers_total;
  TimeWeighted cents_per_hour;  ///< of the officers on duty
  TimeIntegral cents_total;
  std::array<Int128, authorities> overtime{}, travel{};  ///< officer microseconds
  Int128 reporting = 0, auditing = 0;
  Int128 extra_cents = 0;  ///< of travel and overtime: cents an hour times microseconds
  std::int64_t purchase_cents = 0;
  std::int64_t reports_sent = 0, reports_lost = 0;
  std::int64_t trainings = 0;  ///< to recognise a new substance
  std::int64_t messages = 0, messages_lost = 0, answered = 0, answered_in_time = 0;
  std::int64_t forms_issued = 0, forms_taken_up = 0, audits = 0, audit_findings = 0;
  std::int64_t goods_held = 0, released_after_holding = 0;
  std::int64_t fled = 0, caught = 0, deliveries = 0, deliveries_lost = 0;
  std::int64_t cases_opened = 0, cases_closed = 0, cases_solved = 0;
  Int128 investigating = 0;
  Moments held;  ///< how long, of those whose holding ended: microseconds
  /// What each crew did, but the part of a journey before measuring began is in it.
  std::vector<Account> crews;
  /// Adds up all but `crews`.
  void merge(const PostTally& other);
};

/// What targeters do.
struct TargetingTally {
  std::int64_t requests = 0;
  TimeWeighted busy;  ///< targeters
  TimeIntegral busy_total;
};

/// What analysts of one desk do, or of several merged.
struct InboxTally {
  std::int64_t lost = 0, checks = 0, hits = 0;
  Moments delay;      ///< from find to reading, of what is for the desk: microseconds
  TimeWeighted busy;  ///< analysts
  TimeIntegral busy_total;
  void merge(const InboxTally& other);
};

struct DeskTally {
  std::int64_t received = 0, duplicates = 0;
  Moments delay;  ///< microseconds
  /// By crossing and number of its seizure, from 1: when the first copy came; never: not yet.
  std::vector<std::vector<Time>> first_known;
};

struct GroupTally {
  std::int64_t planned = 0, postponed = 0, deterred = 0, disrupted = 0, intelligence = 0,
               struck = 0;
  std::map<LineIndex, std::int64_t> sent;  ///< vehicles, by the line that they were sent to
  void merge(const GroupTally& other);
};

/// An amount in EUR as whole cents, which add up exactly.
[[nodiscard]] inline std::int64_t cents(double eur) { return std::llround(eur * 100); }

}  // namespace cordon
