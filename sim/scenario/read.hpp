#pragma once

// Reading a scenario: files and overrides in, a struct out, or every problem at once.

#include <filesystem>
#include <string>
#include <vector>

#include "sim/scenario/format/document.hpp"
#include "sim/scenario/format/table.hpp"
#include "sim/scenario/provenance.hpp"

namespace cordon {

/// A struct as a file describes it, and all that is needed to describe it again.
template <class Spec>
struct Reading {
  Spec spec;
  Provenance provenance;
  std::vector<InputFile> inputs;  ///< every file that was read, in the order of reading
  std::string resolved_toml;      ///< reads as the same struct beside the copies of `inputs`
};

namespace format {

/// What `read` does, without the type of the struct.
void read_into(const Section& section, void* spec, const std::filesystem::path& path,
               const std::vector<Override>& overrides, Files& files, Problems& problems,
               Provenance& provenance, std::string& resolved_toml);

}  // namespace format

/// @param text  "KEY=VALUE" as after --set
/// @throws ScenarioError  when there is no "="
[[nodiscard]] Override parse_override(std::string_view text);

/// Reads a file into a struct that has `parameters_of`. When each value is good by itself, calls
/// `check(const Spec&, Problems&)`, if there is one beside the struct, for what values must be
/// together; `Problems::at("crossing.medyka.lanes", ...)` then finds the place in the file.
///
/// @param overrides  in this order, the last of a key wins
/// @throws ScenarioError  with every problem
template <class Spec>
[[nodiscard]] Reading<Spec> read(const std::filesystem::path& path,
                                 const std::vector<Override>& overrides = {}) {
  Reading<Spec> reading;
  format::Files files;
  Problems problems;
  format::read_into(parameters_of(format::Tag<Spec>{}).section(), &reading.spec, path, overrides,
                    files, problems, reading.provenance, reading.resolved_toml);
  problems.throw_if_any();
  if constexpr (requires { check(reading.spec, problems); }) {
    check(reading.spec, problems);
    problems.throw_if_any();
  }
  reading.inputs = files.take_all();
  return reading;
}

}  // namespace cordon
