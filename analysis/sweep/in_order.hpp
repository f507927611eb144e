#pragma once

// Jobs done on threads, whose results are handed over in order.

#include <algorithm>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <map>
#include <mutex>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

namespace cordon {

/// Does jobs `begin` to `end` - 1.
///
/// A job waits until all that came long before it have been handed over: results that are held back
/// are few, however long one takes.
/// @param threads  at least 1
/// @param work     work(job) gives the result; called from any thread, from several at a time
/// @param done     done(job, result), in the order of the jobs, never from two threads at a time
/// @param stop     when asked to, no further job is begun; those that are under way are handed over
/// @return the first job that was not done
/// @throws what `work` or `done` has thrown first
template <class Work, class Done>
std::uint64_t do_in_order(std::uint64_t begin, std::uint64_t end, int threads, const Work& work,
                          const Done& done, const std::stop_token& stop = {}) {
  using Result = decltype(work(begin));
  std::mutex lock;
  std::condition_variable moved;
  std::map<std::uint64_t, Result> waiting;
  std::uint64_t next = begin, handed_over = begin;
  std::exception_ptr failure;
  const std::uint64_t ahead = 64 * static_cast<std::uint64_t>(threads);

  const auto worker = [&] {
    std::unique_lock held(lock);
    for (;;) {
      moved.wait(held, [&] { return failure || next == end || next < handed_over + ahead; });
      if (failure || next == end || stop.stop_requested()) return;
      const std::uint64_t job = next++;
      held.unlock();
      try {
        Result result = work(job);
        held.lock();
        waiting.emplace(job, std::move(result));
        for (auto first = waiting.begin();
             !failure && first != waiting.end() && first->first == handed_over;
             first = waiting.erase(first), ++handed_over)
          done(first->first, std::move(first->second));
      } catch (...) {
        if (!held.owns_lock()) held.lock();
        if (!failure) failure = std::current_exception();
      }
      moved.notify_all();
    }
  };
  {
    std::vector<std::jthread> helpers;
    const auto useful = std::min<std::uint64_t>(static_cast<std::uint64_t>(threads), end - begin);
    for (std::uint64_t n = 1; n < useful; ++n) helpers.emplace_back(worker);
    if (end > begin) worker();
  }
  if (failure) std::rethrow_exception(failure);
  return handed_over;
}

}  // namespace cordon
