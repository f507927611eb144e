#include "sim/output/trace/writer.hpp"

#include <zstd.h>

#include <stdexcept>
#include <vector>

namespace cordon::trace {
namespace {

constexpr int level = 1;  // the next ones take longer and save little on rows like these

void check(std::size_t code) {
  if (ZSTD_isError(code))
    throw std::runtime_error(std::string("a trace cannot be compressed: ") +
                             ZSTD_getErrorName(code));
}

struct FreeCompressor {
  void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
};

}  // namespace

struct Writer::State {
  bool truth = true;
  Sink sink;
  RowSink rows;
  std::unique_ptr<ZSTD_CCtx, FreeCompressor> context{ZSTD_createCCtx()};
  std::vector<char> out = std::vector<char>(ZSTD_CStreamOutSize());
};

Writer::Writer(const Header& header, Sink sink, RowSink rows) : state_(std::make_unique<State>()) {
  state_->sink = std::move(sink);
  state_->rows = std::move(rows);
  state_->truth = header.truth;
  if (!state_->context) throw std::bad_alloc();
  check(ZSTD_CCtx_setParameter(state_->context.get(), ZSTD_c_compressionLevel, level));
  check(ZSTD_CCtx_setParameter(state_->context.get(), ZSTD_c_checksumFlag, 1));
  compress(text_of(header) + '\n', false);
}

Writer::~Writer() = default;
Writer::Writer(Writer&&) noexcept = default;

bool Writer::says_truth() const { return state_->truth; }

void Writer::write(std::span<const Row> rows) {
  if (state_->rows) state_->rows(rows);
  compress({reinterpret_cast<const char*>(rows.data()), rows.size_bytes()}, false);
}

void Writer::close() { compress({}, true); }

void Writer::compress(std::string_view bytes, bool last) {
  if (!state_->sink) return;
  ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
  const ZSTD_EndDirective mode = last ? ZSTD_e_end : ZSTD_e_continue;
  for (std::size_t left = 1; left > 0;) {
    ZSTD_outBuffer out{state_->out.data(), state_->out.size(), 0};
    left = ZSTD_compressStream2(state_->context.get(), &out, &in, mode);
    check(left);
    if (out.pos > 0) state_->sink({state_->out.data(), out.pos});
    if (!last && in.pos == in.size) break;
  }
}

}  // namespace cordon::trace
