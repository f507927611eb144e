#pragma once

// Risk profiles: what a post looks for in declarations because analysts or other posts have said
// so. Risk information forms open them, and time withdraws them.

#include <optional>
#include <unordered_map>

#include "sim/engine/time.hpp"
#include "sim/model/events.hpp"
#include "sim/model/risk/scoring/trait.hpp"
#include "sim/model/step.hpp"

namespace cordon {

using CrossingStep = Step<CrossingEvent>;

/// What a match adds to the score of a declaration, and when.
struct Profile {
  double weight = 0;  ///< at first
  Time from = start_of_run, until = never;
  bool fades = false;  ///< by half with every half-life of risk information
  std::optional<Subject> found = std::nullopt;  ///< the find whose form it is of; none: a criterion
};

class Profiles {
 public:
  /// Looks for it. What is left of the weight that it had counts, where that is more.
  /// @param sign  the fields, of Setup::signs   @param says  what they say, as one number
  void open(std::uint16_t sign, std::uint64_t says, Profile profile, const Setup& setup);
  /// Sum of the weights of what a declaration says; 0: it says nothing of the kind.
  [[nodiscard]] double weight(const scoring::Declared& declared, const Setup& setup,
                              Time now) const;
  /// The find whose form weighs most in a declaration; none: no form does.
  [[nodiscard]] std::optional<Subject> strongest(const scoring::Declared& declared,
                                                 const Setup& setup, Time now) const;
  /// Forgets those that have been withdrawn.
  void clear_up(Time now);
  [[nodiscard]] std::size_t size() const { return open_.size(); }
  /// Whether there is any to look for yet.
  [[nodiscard]] bool begun(Time now) const;

 private:
  template <class Visit>
  void for_each_match(const scoring::Declared& declared, const Setup& setup, Time now,
                      Visit visit) const;
  std::unordered_map<std::uint64_t, Profile> open_;  // by sign and what it says
};

namespace profiles {

/// The profiles that analysts have made of common criteria, for one post.
/// @param values  of a criterion's field that are typical, by criterion
[[nodiscard]] Profiles make(const CrossingSetup& post, const Setup& setup,
                            const std::vector<std::vector<std::uint64_t>>& values);

/// What was found is a reason for a form; none where a field that forms look at says nothing.
void report_find(Subject vehicle, const scoring::Declared& declared, CrossingStep step);

/// It goes to the other posts, and the own one takes it up.
void on(const RiskFormIssued& event, CrossingStep step);
void on(const RiskFormReceived& event, CrossingStep step);
void on(const RiskFormTakenUp& event, Profiles& self, CrossingStep step);

}  // namespace profiles
}  // namespace cordon
