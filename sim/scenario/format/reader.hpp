#pragma once

// Walks over a file and its parameter table together, filling structs and noting what is wrong.

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/format/files.hpp"
#include "sim/scenario/format/section.hpp"
#include "sim/scenario/provenance.hpp"

namespace cordon::format {

/// What reading has found so far, and which key it is at.
class Reader {
 public:
  Reader(Files& the_files, Problems& the_problems, Provenance& the_provenance)
      : files(the_files), problems(the_problems), provenance(the_provenance) {}

  Files& files;
  Problems& problems;
  Provenance& provenance;

  /// Keeps the reader at a key while it lives.
  class At {
   public:
    At(Reader& reader, std::string_view key, bool is_entry_name = false);
    ~At();
    At(const At&) = delete;
    At& operator=(const At&) = delete;

   private:
    Reader& reader_;
    std::size_t path_size_, table_size_;
  };

  /// The key, as in crossing.medyka.lanes.
  [[nodiscard]] const std::string& path() const { return path_; }
  /// The same without the names of entries, as in crossing.lanes.
  [[nodiscard]] const std::string& table() const { return table_; }

  /// Something is wrong with the key the reader is at.
  void fail(const FilePosition& position, std::string message);

  /// An entry of the named tables the reader is at.
  void add_name(const std::string& name) { names_[table_].insert(name); }
  /// The entries of the tables that the reader is at cannot be known: whatever refers to them does
  /// not add to the problem.
  void names_are_unknown() { unknown_.insert(table_); }
  /// This text must name an entry of one of the tables, or be one of the words.
  void refer(const FilePosition& position, const std::string& name,
             const std::vector<std::string>& tables, const std::vector<std::string>& or_words);
  /// Checks what was referred to, now that all names are known.
  void check_references();

  bool is_in_rows = false;  ///< of a plain table, whose cells have no provenance of their own

 private:
  struct Reference {
    FilePosition position;
    std::string path, name;
    const std::vector<std::string>* tables;
  };

  std::string path_, table_;
  std::map<std::string, std::set<std::string>, std::less<>> names_;
  std::set<std::string, std::less<>> unknown_;
  std::vector<Reference> references_;
};

/// Reads a table into a struct, with all that is in it.
///
/// @param node  the table; CSV files that it names are read into it
/// @param spec  a struct of the section's type
void read_section(const Section& section, Node& node, void* spec, Reader& reader);

/// What is inside `{ value = ..., source = "..." }`, or the node itself.
[[nodiscard]] const Node& value_in(const Node& node, const ValueKind& kind);

/// What the file says about the source of a value.
[[nodiscard]] std::string source_of(const Node& node);

}  // namespace cordon::format
