#pragma once

#include <SFML/Graphics/Texture.hpp>
#include <filesystem>

namespace cordon::viz {

/// Writes a picture as PNG, whole or not at all.
/// @throws OutputError  when it cannot be written
void write_png(const sf::Texture& picture, const std::filesystem::path& file);

/// Before anything is drawn for it.
/// @throws UserError  when the name does not end so, or its folder is not there
void require_name(const std::filesystem::path& file, const char* extension);

/// "cordon-view-1.png", or the first number of which there is no file yet.
[[nodiscard]] std::filesystem::path free_picture_name();

}  // namespace cordon::viz
