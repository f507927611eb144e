#include "viz/app/picture_file.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <SFML/Graphics/Image.hpp>

#include "analysis/results/output_file.hpp"
#include "analysis/study/user_error.hpp"

namespace cordon::viz {

namespace fs = std::filesystem;

namespace {

// What was drawn half transparent has left the picture so, too, and other grounds shine through.
sf::Image opaque(const sf::Image& drawn) {
  const sf::Vector2u size = drawn.getSize();
  std::vector<sf::Uint8> pixels(drawn.getPixelsPtr(),
                                drawn.getPixelsPtr() + std::size_t{4} * size.x * size.y);
  for (std::size_t alpha = 3; alpha < pixels.size(); alpha += 4) pixels[alpha] = 255;
  sf::Image image;
  image.create(size.x, size.y, pixels.data());
  return image;
}

}  // namespace

void write_png(const sf::Texture& picture, const fs::path& file) {
  const fs::path unfinished = file.string() + '.' + std::to_string(getpid()) + ".tmp.png";
  std::error_code error;
  if (!opaque(picture.copyToImage()).saveToFile(unfinished.string())) {
    fs::remove(unfinished, error);
    throw OutputError(file.string() + ": cannot be written");
  }
  fs::rename(unfinished, file, error);
  if (error) throw OutputError(file.string() + ": cannot be written: " + error.message());
}

void require_name(const fs::path& file, const char* extension) {
  if (file.extension() != extension)
    throw UserError(fmt::format("{}: expected a name that ends in {}", file.string(), extension));
  const fs::path folder = file.has_parent_path() ? file.parent_path() : ".";
  if (!fs::is_directory(folder))
    throw UserError(fmt::format("{}: there is no folder {}", file.string(), folder.string()));
}

fs::path free_picture_name() {
  for (int n = 1;; ++n)
    if (const fs::path name = fmt::format("cordon-view-{}.png", n); !fs::exists(name)) return name;
}

}  // namespace cordon::viz
