#include "viz/hud/past.hpp"

namespace cordon::viz {
namespace {

std::optional<About> about(const Selected& selected) {
  return std::visit(
      [](const auto& what) -> std::optional<About> {
        if constexpr (std::is_constructible_v<About, decltype(what)>)
          return About(what);
        else
          return std::nullopt;
      },
      selected);
}

bool same(const Selected& a, const Selected& b) {
  if (a.index() != b.index()) return false;
  return std::visit(
      [&](const auto& what) {
        using What = std::remove_cvref_t<decltype(what)>;
        if constexpr (std::is_same_v<What, MessagesOn>)
          return what.find == std::get<What>(b).find && what.exchange == std::get<What>(b).exchange;
        else
          return what == std::get<What>(b);
      },
      a);
}

}  // namespace

void Past::look_for(const Selected& selected, std::shared_ptr<const Recording> recording) {
  if (same(selected, selected_) && recording == recording_) return;
  recording_ = recording;
  selected_ = selected;
  search_.reset();
  const auto wanted = about(selected);
  if (!wanted) return;
  search_ = std::make_unique<Search>();
  search_->thread = std::jthread(
      [search = search_.get(), recording, wanted = *wanted](const std::stop_token& stop) {
        search->found = history(*recording, wanted, stop);
        search->over = true;
      });
}

const std::vector<Found>& Past::rows() const {
  static const std::vector<Found> none;
  return search_ && search_->over ? search_->found : none;
}

}  // namespace cordon::viz
