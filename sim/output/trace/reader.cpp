#include "sim/output/trace/reader.hpp"

#include <fmt/format.h>
#include <zstd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

#include "sim/output/trace/catalogue.hpp"
#include "sim/output/trace/names.hpp"

namespace cordon::trace {
namespace {

constexpr std::size_t longest_header = std::size_t{64} << 20;
constexpr const char* no_trace = "is no trace of cordon";
constexpr const char* cut_short = "is cut short: it was not written to its end";

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
struct FreeDecompressor {
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

}  // namespace

struct Reader::State {
  std::unique_ptr<std::FILE, Close> file;
  std::unique_ptr<ZSTD_DCtx, FreeDecompressor> context{ZSTD_createDCtx()};
  std::vector<char> bytes = std::vector<char>(ZSTD_DStreamInSize());
  ZSTD_inBuffer in{bytes.data(), 0, 0};
  std::string plain;  // what has been decompressed and not yet read begins at `at`
  std::size_t at = 0;
  bool whole = false;  // the frame has ended
};

Reader::Reader(std::filesystem::path file)
    : path_(std::move(file)), state_(std::make_unique<State>()) {
  state_->file.reset(std::fopen(path_.c_str(), "rb"));
  if (!state_->file) fail(fmt::format("cannot be read: {}", std::strerror(errno)));
  if (!state_->context) throw std::bad_alloc();
  read_header();
}

Reader::~Reader() = default;

void Reader::fail(const std::string& why) const { throw TraceError(path_.string() + ": " + why); }

// More plain bytes; false at the end of the trace.
bool Reader::fill() {
  State& s = *state_;
  s.plain.erase(0, s.at);
  s.at = 0;
  const std::size_t had = s.plain.size();
  while (s.plain.size() == had) {
    if (s.in.pos == s.in.size) {
      const std::size_t read = std::fread(s.bytes.data(), 1, s.bytes.size(), s.file.get());
      if (std::ferror(s.file.get())) fail(fmt::format("cannot be read: {}", std::strerror(errno)));
      s.in = {s.bytes.data(), read, 0};
      if (read == 0 && s.whole) return false;
      if (read == 0) fail(header_.places.empty() && had == 0 ? no_trace : cut_short);
    }
    if (s.whole) fail("has more than a trace after its end");
    s.plain.resize(had + ZSTD_DStreamOutSize());
    ZSTD_outBuffer out{s.plain.data() + had, s.plain.size() - had, 0};
    const std::size_t left = ZSTD_decompressStream(s.context.get(), &out, &s.in);
    s.plain.resize(had + out.pos);
    if (ZSTD_isError(left))
      fail(rows_ == 0 && header_.places.empty() ? no_trace
                                                : "is damaged: its checksum does not fit");
    s.whole = left == 0;
  }
  return true;
}

void Reader::read_header() {
  State& s = *state_;
  std::size_t end = std::string::npos;
  while ((end = s.plain.find('\n')) == std::string::npos) {
    if (s.plain.size() > longest_header) fail(no_trace);
    if (!fill()) fail(no_trace);
  }
  try {
    header_ = parse_header(s.plain.substr(0, end));
  } catch (const std::runtime_error& e) {
    fail(e.what());
  }
  s.at = end + 1;
}

bool Reader::next(Row& row) {
  State& s = *state_;
  while (s.plain.size() - s.at < sizeof row)
    if (!fill()) {
      if (s.plain.size() != s.at) fail(cut_short);
      return false;
    }
  std::memcpy(&row, s.plain.data() + s.at, sizeof row);
  s.at += sizeof row;
  ++rows_;
  check(row);
  now_ = row.time;
  return true;
}

void Reader::check(const Row& row) const {
  const bool known = row.event < events().size() && row.place < header_.places.size() &&
                     happens_at(row.event, header_.places[row.place].kind);
  if (!known || row.time < now_ || !names_fit(row, header_))
    fail(fmt::format("is damaged: row {} says what cannot be", rows_));
}

}  // namespace cordon::trace
