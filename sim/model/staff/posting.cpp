#include "sim/model/staff/posting.hpp"

#include <algorithm>
#include <cassert>

namespace cordon {
namespace {

Able* find(std::vector<Able>& able, TeamId team) {
  const auto at =
      std::lower_bound(able.begin(), able.end(), team.index,
                       [](const Able& a, std::uint32_t index) { return a.team.index < index; });
  return at != able.end() && at->team == team ? &*at : nullptr;
}

void put(std::vector<Posting>& postings, const Draft& d, TeamId team, int officers) {
  postings.push_back({d.stage, d.lane, d.need, team, officers});
}

auto place_of(const Draft& d) { return std::tuple(d.stage, d.lane, d.need); }
auto place_of(const Posting& p) { return std::tuple(p.stage, p.lane, p.need); }

// Takes as many as are wanted from those who are there already.
void keep(std::vector<Draft>& drafts, const std::vector<Posting>& before, std::vector<Able>& able,
          std::vector<Posting>& after) {
  auto first = before.begin();
  for (Draft& d : drafts) {
    while (first != before.end() && place_of(*first) < place_of(d)) ++first;
    for (auto p = first; p != before.end() && place_of(*p) == place_of(d); ++p) {
      Able* crew = find(able, p->team);
      if (!crew || crew->pool != d.pool) continue;
      const int stay = std::min({p->officers, d.officers, crew->officers});
      if (stay <= 0) continue;
      d.officers -= stay;
      crew->officers -= stay;
      put(after, d, p->team, stay);
    }
  }
}

void fill(const std::vector<Draft>& drafts, std::vector<Able>& able, std::vector<Posting>& after) {
  for (Draft d : drafts)
    while (d.officers > 0) {
      Able* best = nullptr;
      for (Able& a : able)
        if (a.pool == d.pool && (!best || a.officers > best->officers)) best = &a;
      assert(best && best->officers > 0);
      const int sent = std::min(best->officers, d.officers);
      d.officers -= sent;
      best->officers -= sent;
      put(after, d, best->team, sent);
    }
}

void merge_equal(std::vector<Posting>& postings) {
  std::sort(postings.begin(), postings.end(),
            [](const Posting& a, const Posting& b) { return a.key() < b.key(); });
  std::size_t last = 0;
  for (std::size_t p = 1; p < postings.size(); ++p)
    if (postings[p].key() == postings[last].key())
      postings[last].officers += postings[p].officers;
    else
      postings[++last] = postings[p];
  if (!postings.empty()) postings.resize(last + 1);
}

}  // namespace

std::vector<Posting> post(std::vector<Draft> drafts, const std::vector<Posting>& before,
                          std::vector<Able> able) {
  std::sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) {
    return std::tuple(place_of(a), a.pool) < std::tuple(place_of(b), b.pool);
  });
  std::vector<Posting> after;
  after.reserve(drafts.size());
  keep(drafts, before, able, after);
  fill(drafts, able, after);
  merge_equal(after);
  return after;
}

std::vector<Finishing> who_finish(const std::vector<LaneOfStage>& closing,
                                  const std::vector<Posting>& before, std::vector<Freed> leaving) {
  std::vector<Finishing> chosen;
  const auto take = [&](Freed& from, const Posting& p, int& wanted) {
    const int officers = std::min(wanted, from.officers);
    if (officers <= 0 || !(from.fits >> p.need & 1u)) return;
    from.officers -= officers;
    wanted -= officers;
    chosen.push_back({{p.stage, p.lane}, from.team, officers});
  };
  for (const Posting& p : before) {
    if (!std::binary_search(closing.begin(), closing.end(), LaneOfStage{p.stage, p.lane})) continue;
    int wanted = p.officers;
    for (const StageIndex stage : {StageIndex{}, p.stage})
      for (const bool own : {true, false})
        for (Freed& from : leaving)
          if (from.stage == stage && (from.team == p.team) == own) take(from, p, wanted);
  }
  return chosen;
}

int posted(const std::vector<Posting>& postings, TeamId team) {
  int officers = 0;
  for (const Posting& p : postings)
    if (p.team == team) officers += p.officers;
  return officers;
}

int posted(const std::vector<Posting>& postings, TeamId team, StageIndex stage) {
  int officers = 0;
  for (const Posting& p : postings)
    if (p.team == team && p.stage == stage) officers += p.officers;
  return officers;
}

int finishing(const std::vector<Finishing>& finishing, TeamId team) {
  int officers = 0;
  for (const Finishing& f : finishing)
    if (f.team == team) officers += f.officers;
  return officers;
}

}  // namespace cordon
