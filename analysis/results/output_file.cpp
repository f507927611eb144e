#include "analysis/results/output_file.hpp"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <utility>

namespace cordon {
namespace {

[[noreturn]] void cannot_write(const std::filesystem::path& path) {
  const std::string why = std::strerror(errno);
  throw OutputError(path.string() + ": cannot be written: " + why);
}

}  // namespace

OutputFile::OutputFile(std::filesystem::path path)
    : path_(std::move(path)), file_(std::fopen(path_.c_str(), "wbx")) {
  if (!file_) fail();
}

void OutputFile::write(std::string_view bytes) {
  hash_.add(bytes);
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) fail();
}

void OutputFile::append(const std::filesystem::path& other) {
  std::ifstream rows(other, std::ios::binary);
  std::array<char, 1 << 16> block{};
  while (rows.read(block.data(), block.size()), rows.gcount() > 0)
    write({block.data(), static_cast<std::size_t>(rows.gcount())});
  if (rows.bad() || !rows.is_open()) throw OutputError(other.string() + ": cannot be read again");
}

std::string OutputFile::close() {
  if (std::fclose(file_.release()) != 0) fail();
  return hash_.hex();
}

void OutputFile::fail() const { cannot_write(path_); }

WholeFile::WholeFile(std::filesystem::path place)
    : place_(std::move(place)),
      temporary_(place_.string() + '.' + std::to_string(getpid()) + ".tmp") {
  std::error_code error;
  std::filesystem::remove(temporary_, error);
  file_ = std::make_unique<OutputFile>(temporary_);
}

WholeFile::~WholeFile() {
  std::error_code error;
  std::filesystem::remove(temporary_, error);
}

void WholeFile::keep() {
  file_->close();
  std::error_code error;
  std::filesystem::rename(temporary_, place_, error);
  if (error) throw OutputError(place_.string() + ": cannot be written: " + error.message());
}

void append_to_file(const std::filesystem::path& path, std::string_view bytes) {
  std::FILE* const file = std::fopen(path.c_str(), "ab");
  if (!file) cannot_write(path);
  const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  if (const bool closed = std::fclose(file) == 0; !written || !closed) cannot_write(path);
}

void make_folder(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directory(folder, error);
  if (error) throw OutputError(folder.string() + ": cannot be made: " + error.message());
}

std::string write_file(const std::filesystem::path& path, std::string_view bytes) {
  OutputFile file(path);
  file.write(bytes);
  return file.close();
}

}  // namespace cordon
