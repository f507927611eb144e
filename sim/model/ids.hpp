#pragma once

// How the model names its fixed things: places, lines, stages, kinds. They are made once, when the
// world is built, so a plain number is enough; its type keeps it from being taken for another.

#include <compare>
#include <cstdint>

namespace cordon {

/// The n-th of the things of one kind in this scenario.
template <class Kind>
struct Index {
  std::uint16_t value = 0xffff;
  auto operator<=>(const Index&) const = default;
  explicit operator bool() const { return value != 0xffff; }
};

/// A place of the world, over all kinds of places: regions, crossings, desks, groups, headquarters.
using PlaceId = Index<struct PlaceTag>;
using CrossingIndex = Index<struct CrossingTag>;
using GroupIndex = Index<struct GroupTag>;
using OperationIndex = Index<struct OperationTag>;
using LineIndex = Index<struct LineTag>;    ///< a line, over all crossings
using StageIndex = Index<struct StageTag>;  ///< a stage of one crossing
using AreaIndex = Index<struct AreaTag>;    ///< an area of one crossing
using FlowIndex = Index<struct FlowTag>;
using CommodityIndex = Index<struct CommodityTag>;
using TechniqueIndex = Index<struct TechniqueTag>;
using ChannelIndex = Index<struct ChannelTag>;    ///< a way for messages
using ExchangeIndex = Index<struct ExchangeTag>;  ///< what is exchanged
using CountryIndex = Index<struct CountryTag>;
using SpecialFormIndex = Index<struct SpecialFormTag>;
using JudgeIndex = Index<struct JudgeTag>;  ///< a risk engine, over all posts
using EquipmentIndex = Index<struct EquipmentTag>;
using TerminalIndex = Index<struct TerminalTag>;  ///< a terminal, over all crossings
using BerthIndex = Index<struct BerthTag>;        ///< a berth of one crossing
using CallerIndex = Index<struct CallerTag>;      ///< vessels, trains or flights that call

using ProgrammeIndex = Index<struct ProgrammeTag>;
using TrainingIndex = Index<struct TrainingTag>;
using AssessmentIndex = Index<struct AssessmentTag>;

}  // namespace cordon
