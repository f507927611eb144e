#pragma once

// Makes a film of pictures, by way of the program ffmpeg.

#include <sys/types.h>

#include <SFML/Graphics/Texture.hpp>
#include <filesystem>

namespace cordon::viz {

/// The file is there when the film is finished, and not before.
class Encoder {
 public:
  /// @throws UserError  when ffmpeg cannot be started
  Encoder(std::filesystem::path file, sf::Vector2u size, int pictures_a_second);
  ~Encoder();
  Encoder(const Encoder&) = delete;
  Encoder& operator=(const Encoder&) = delete;

  /// @throws UserError  when ffmpeg has ended; as does `finish`
  void add(const sf::Texture& picture);
  void finish();

 private:
  [[noreturn]] void fail();
  int close();  // and what ffmpeg returns

  std::filesystem::path file_, unfinished_;
  int pipe_ = -1;
  pid_t ffmpeg_ = -1;
};

}  // namespace cordon::viz
