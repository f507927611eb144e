// What the recorder counts of criminal groups.

#include "sim/output/recorder/recorder.hpp"

namespace cordon {

void Recorder::observe(const GroupStruck&, const Group& here, Time) { ++tally_of(here).struck; }
void Recorder::observe(const ConsignmentPlanned&, const Group& here, Time) {
  ++tally_of(here).planned;
}
void Recorder::observe(const ConsignmentPostponed&, const Group& here, Time) {
  ++tally_of(here).postponed;
}
void Recorder::observe(const ConsignmentDeterred&, const Group& here, Time) {
  ++tally_of(here).deterred;
}
void Recorder::observe(const ConsignmentSent& e, const Group& here, Time) {
  tally_of(here).sent[e.line] += e.vehicles;
}
void Recorder::observe(const GroupDisrupted&, const Group& here, Time) {
  ++tally_of(here).disrupted;
}

}  // namespace cordon
