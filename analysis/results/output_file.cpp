#include "analysis/results/output_file.hpp"

#include <cerrno>
#include <cstring>
#include <utility>

namespace cordon {

OutputFile::OutputFile(std::filesystem::path path)
    : path_(std::move(path)), file_(std::fopen(path_.c_str(), "wbx")) {
  if (!file_) fail();
}

void OutputFile::write(std::string_view bytes) {
  hash_.add(bytes);
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) fail();
}

std::string OutputFile::close() {
  if (std::fclose(file_.release()) != 0) fail();
  return hash_.hex();
}

void OutputFile::fail() const {
  const std::string why = std::strerror(errno);
  throw OutputError(path_.string() + ": cannot be written: " + why);
}

std::string write_file(const std::filesystem::path& path, std::string_view bytes) {
  OutputFile file(path);
  file.write(bytes);
  return file.close();
}

}  // namespace cordon
