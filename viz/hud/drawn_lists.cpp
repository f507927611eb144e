#include "viz/hud/drawn_lists.hpp"

#include <algorithm>
#include <iterator>

namespace cordon::viz {
namespace {

bool counts_anew(const ImDrawList& list) {
  return std::any_of(list.CmdBuffer.begin(), list.CmdBuffer.end(),
                     [](const ImDrawCmd& command) { return command.VtxOffset > 0; });
}

// The corners from where a count begins to where the next one does.
void take_corners(const ImDrawList& list, unsigned from, ImDrawList& part) {
  auto until = static_cast<unsigned>(list.VtxBuffer.Size);
  for (const ImDrawCmd& command : list.CmdBuffer)
    if (command.VtxOffset > from) until = std::min(until, command.VtxOffset);
  part.VtxBuffer.resize(static_cast<int>(until - from));
  std::copy(list.VtxBuffer.begin() + from, list.VtxBuffer.begin() + until, part.VtxBuffer.begin());
}

void take_command(const ImDrawList& list, ImDrawCmd command, ImDrawList& part) {
  const ImDrawIdx* const first = list.IdxBuffer.begin() + command.IdxOffset;
  command.VtxOffset = 0;
  command.IdxOffset = static_cast<unsigned>(part.IdxBuffer.Size);
  part.IdxBuffer.resize(part.IdxBuffer.Size + static_cast<int>(command.ElemCount));
  std::copy(first, first + command.ElemCount, part.IdxBuffer.begin() + command.IdxOffset);
  part.CmdBuffer.push_back(command);
}

}  // namespace

DrawnLists::DrawnLists(const ImDrawData& drawn) : data_(drawn) {
  for (int n = 0; n < drawn.CmdListsCount; ++n)
    if (counts_anew(*drawn.CmdLists[n]))
      add_by_counts(*drawn.CmdLists[n]);
    else
      lists_.push_back(drawn.CmdLists[n]);
  data_.CmdLists = lists_.data();
  data_.CmdListsCount = static_cast<int>(lists_.size());
}

void DrawnLists::add_by_counts(const ImDrawList& list) {
  const ImDrawCmd* last = nullptr;
  for (const ImDrawCmd& command : list.CmdBuffer) {
    if (!last || last->VtxOffset != command.VtxOffset) {
      parts_.push_back(std::make_unique<ImDrawList>(nullptr));
      lists_.push_back(parts_.back().get());
      take_corners(list, command.VtxOffset, *parts_.back());
    }
    take_command(list, command, *parts_.back());
    last = &command;
  }
}

}  // namespace cordon::viz
