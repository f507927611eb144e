#include "sim/scenario/format/files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <system_error>

#include "sim/scenario/format/text.hpp"

namespace cordon::format {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t largest_file = std::size_t{1} << 29;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string reason(int error) { return std::generic_category().message(error); }

/// The bytes of a file; a fault when they cannot be had.
std::string read_bytes(const fs::path& place, std::string& fault) {
  std::string bytes;
  std::error_code ignored;
  const fs::file_status status = fs::status(place, ignored);
  if (fs::is_directory(status)) {
    fault = "is a directory; expected a file";
    return bytes;
  }
  // A pipe may never end, or never begin.
  if (fs::exists(status) && !fs::is_regular_file(status)) {
    fault = "is a device or a pipe; expected a file";
    return bytes;
  }
  errno = 0;
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(place.c_str(), "rb"),
                                                             &std::fclose);
  if (!file) {
    fault = errno == ENOENT ? "no such file" : "cannot be read: " + reason(errno);
    return bytes;
  }
  std::string block(std::size_t{1} << 16, '\0');
  while (const std::size_t count = std::fread(block.data(), 1, block.size(), file.get())) {
    bytes.append(block, 0, count);
    if (bytes.size() > largest_file) {
      fault = "is larger than 512 MiB";
      return bytes;
    }
  }
  if (std::ferror(file.get()) != 0) fault = "cannot be read: " + reason(errno);
  return bytes;
}

}  // namespace

const InputFile* Files::open(const fs::path& named, const std::string& from) {
  fault.clear();
  const std::string name = display_name(named, from);
  fault_position = {std::make_shared<const std::string>(name), 0, 0};
  if (named.native().find('\0') != std::string::npos || named.empty()) {
    fault = "is not the name of a file";
    return nullptr;
  }
  const auto directory = directories_.find(from);
  const fs::path place = directory == directories_.end() ? named : directory->second / named;
  std::error_code failed;
  const fs::path canonical = fs::weakly_canonical(place, failed);
  const std::string identity = failed ? place.native() : canonical.native();
  const auto known = by_identity_.find(identity);
  if (known != by_identity_.end()) return files_[known->second].get();

  auto file = std::make_unique<InputFile>(InputFile{name, "", read_bytes(place, fault)});
  if (!fault.empty()) return nullptr;
  if (const auto bad = first_bad_utf8(text_of(*file))) {
    fault_position = position_in(text_of(*file), *bad, name);
    fault = "is not UTF-8 text";
    return nullptr;
  }
  by_identity_[identity] = files_.size();
  directories_[name] = place.parent_path();
  files_.push_back(std::move(file));
  return files_.back().get();
}

const std::string& Files::copy_name(const InputFile& file) {
  const auto same = std::find_if(files_.begin(), files_.end(),
                                 [&](const auto& other) { return other.get() == &file; });
  std::string& name = (*same)->copied_as;
  if (!name.empty()) return name;
  const fs::path plain = fs::path(file.name).filename();
  for (int number = 1; name.empty(); ++number) {
    const std::string suffix = number == 1 ? "" : fmt::format("_{}", number);
    const std::string wanted =
        fmt::format("inputs/{}{}{}", plain.stem().string(), suffix, plain.extension().string());
    const bool is_taken = std::any_of(files_.begin(), files_.end(), [&](const auto& other) {
      return other->copied_as == wanted;
    });
    if (!is_taken) name = wanted;
  }
  return name;
}

std::vector<InputFile> Files::take_all() {
  std::vector<InputFile> all;
  for (const auto& file : files_) all.push_back(std::move(*file));
  return all;
}

std::string_view text_of(const InputFile& file) {
  std::string_view text = file.bytes;
  if (text.substr(0, byte_order_mark.size()) == byte_order_mark) {
    text.remove_prefix(byte_order_mark.size());
  }
  return text;
}

std::string display_name(const fs::path& named, const std::string& from) {
  const fs::path directory = fs::path(from).parent_path();
  if (directory.empty()) return named.string();
  return (directory / named).lexically_normal().string();
}

FilePosition position_in(std::string_view text, std::size_t byte, const std::string& file) {
  const std::string_view before = text.substr(0, byte);
  const std::size_t line_start =
      before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  const auto is_lead = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
  const std::string_view line = before.substr(line_start);
  return {std::make_shared<const std::string>(file),
          static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1,
          static_cast<int>(std::count_if(line.begin(), line.end(), is_lead)) + 1};
}

}  // namespace cordon::format
