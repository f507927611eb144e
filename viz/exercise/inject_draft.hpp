#pragma once

// An inject while a trainer makes it: a kind, and what that kind needs, with defaults that can be
// run as they are.

#include <optional>
#include <string>
#include <vector>

#include "analysis/exercise/spec.hpp"
#include "sim/scenario/scenario.hpp"

namespace cordon::viz {

enum class InjectKind : std::uint8_t {
  said,  ///< only the room is told
  closed,
  open,
  lanes,
  broken,
  absent,
  tip_off,
  surge,
  leak,
  operation,
  team,     ///< officers for another post
  machine,  ///< a machine for another post
  outage
};
inline constexpr std::size_t inject_kinds = 13;

/// What a kind asks for.
enum class InjectField : std::uint8_t {
  place,
  line,
  lanes,
  equipment,
  machines,
  share,
  field,
  commodity,
  flow,
  times,
  operation,
  multiplier,
  notice,
  to,
  authority,
  officers,
  channel,
  hours
};
[[nodiscard]] std::vector<InjectField> fields_of(InjectKind kind);

struct InjectDraft {
  InjectKind kind = InjectKind::closed;
  std::string place;      ///< crossing, where the kind has one; of a tip-off "" stands for all
  std::string line;       ///< of it; "" where a whole crossing will do
  std::string equipment;  ///< kind
  std::string field, commodity;
  std::string flow;  ///< "": all
  std::string operation, to, channel;
  Authority authority = Authority::customs;
  int lanes = 1, machines = 1, officers = 2;
  double share = 30;      ///< of officers who do not come, per cent
  double times = 1.5;     ///< as much traffic
  double multiplier = 2;  ///< as many controls
  double notice = 2;      ///< from orders to action days, hours
  double hours = 4;       ///< how long it lasts; 0: for good, where it may
  std::string text, expected, objective;
  std::string event;  ///< that should follow at the place; "": none is looked for
  double within = 6;  ///< so many hours

  bool operator==(const InjectDraft&) const = default;
};

/// The name of a draft that a field stands for; null: it has none.
[[nodiscard]] std::string* name_in(InjectDraft& draft, InjectField field);
/// Names that a field may have in a scenario, the one that is likeliest meant first.
/// @param field  one with names
[[nodiscard]] std::vector<std::string> names_for(InjectField field, const InjectDraft& draft,
                                                 const Scenario& scenario);
/// Whether the scenario has what a kind needs: an operation that may leak, a channel.
[[nodiscard]] bool is_possible(InjectKind kind, const Scenario& scenario);

/// Of a kind, at a crossing.
[[nodiscard]] InjectDraft draft_of(InjectKind kind, const std::string& crossing,
                                   const Scenario& scenario);
/// Puts a name that fits in the place of each that does not, such as a line of another crossing.
void mend(InjectDraft& draft, const Scenario& scenario);

/// At a moment, or as a contingency; `text` stands for the draft's where it has none.
[[nodiscard]] InjectSpec inject_of(const InjectDraft& draft, std::optional<Time> at,
                                   const std::string& text);
/// "closed": what it is called in a session.
[[nodiscard]] std::string_view word_for(InjectKind kind);

}  // namespace cordon::viz
