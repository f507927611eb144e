#pragma once

// The world as one place knew it: what had reached it by a moment, and nothing else. And how word
// of a find went round.

#include <map>
#include <optional>
#include <stop_token>
#include <vector>

#include "viz/playback/recording.hpp"

namespace cordon::viz {

/// One thing that a place was told, or found out.
struct Learnt {
  enum class Kind : std::uint8_t {
    message,          ///< received; the row says what it does and of which exchange
    report,           ///< of a seizure
    risk_form,        ///< received
    taken_up,         ///< a form that is looked for from now on
    substance,        ///< recognised after an alert
    order,            ///< of an operation or a move, its review and its stop
    verdict,          ///< of targeters
    referral,         ///< of an entry summary declaration, at the targeting centre
    assessment,       ///< of threats
    call_for_help,    ///< from another post
    case_of_unit,     ///< opened, closed or lapsed
    information_used  ///< a vehicle was selected by what another's find said
  };
  Kind kind{};
  Found what;
};
inline constexpr std::size_t learnt_kinds = 12;

/// What a post knows of a vehicle that is there, or announced.
struct KnownVehicle {
  std::optional<Time> announced;  ///< by its entry summary declaration
  std::optional<Time> arrived;
  std::optional<float> risk_score;
  std::optional<Channel> channel;  ///< selectivity lane
  bool control_ordered = false;    ///< on arrival, by targeters
  bool record_hit = false;         ///< in the systems of justice and home affairs
};

struct Knowledge {
  std::vector<Learnt> learnt;  ///< in the order of time
  std::map<Subject, KnownVehicle> vehicles;
  std::uint64_t entry_summaries = 0;  ///< lodged so far
  std::uint64_t rows = 0;             ///< of the recording, that it follows from
  [[nodiscard]] std::uint64_t count(Learnt::Kind kind) const;
};

/// @param place  as in the header's list; a region or group knows nothing that a trace tells
/// @return what has been found until it was asked to stop
[[nodiscard]] Knowledge knowledge(const Recording& recording, std::uint16_t place, Time moment,
                                  std::stop_token stop = {});
/// The same from what the place knew at an earlier moment: looks only at what came since.
[[nodiscard]] Knowledge later(Knowledge known, const Recording& recording, std::uint16_t place,
                              Time moment, std::stop_token stop = {});

/// The way of one message.
struct MessageWay {
  std::uint16_t exchange = 0;
  std::uint16_t message = 0;                        ///< what it does, as in words::messages
  std::uint16_t from = trace::nobody;               ///< crossing where the find was
  std::uint16_t to_post = trace::nobody;            ///< crossing; nobody: the desk of its exchange
  std::vector<Found> steps;                         ///< all rows of it
  [[nodiscard]] std::optional<Time> began() const;  ///< to be written, or sent if nobody wrote it
  [[nodiscard]] std::optional<Time> arrived() const;  ///< last
  [[nodiscard]] bool lost() const;
  [[nodiscard]] int hops() const;  ///< that it has come
};

/// How word of a find went round. Each list is in the order of time.
struct Chain {
  std::vector<Found> find;           ///< seized, referred, refused, held, or fled
  std::vector<Found> reports;        ///< begun, written, lost, and received by desks
  std::vector<Found> cases;          ///< deliveries, cases and their steps
  std::vector<MessageWay> messages;  ///< by their first row
  std::vector<Found> matches;        ///< the files of a desk had another find with the same lead
  std::vector<Found> forms;          ///< issued, received, taken up
  std::vector<Found> used;           ///< other vehicles were selected by it
};
[[nodiscard]] Chain chain(const Recording& recording, Subject find, std::stop_token stop = {});

}  // namespace cordon::viz
