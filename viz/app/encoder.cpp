#include "viz/app/encoder.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <SFML/Graphics/Image.hpp>
#include <csignal>
#include <iterator>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "analysis/study/user_error.hpp"

namespace cordon::viz {
namespace {

// H.264 in its usual form wants even sizes.
std::vector<std::string> command(const std::filesystem::path& file, sf::Vector2u size, int rate) {
  const std::string text = fmt::format(
      "ffmpeg -loglevel error -y -f rawvideo -pix_fmt rgba -s {}x{} -r {} -i - "
      "-vf crop=trunc(iw/2)*2:trunc(ih/2)*2 -c:v libx264 -preset veryfast -pix_fmt yuv420p -crf 23 "
      "-f mp4",
      size.x, size.y, rate);
  std::istringstream words(text);
  std::vector<std::string> all{std::istream_iterator<std::string>(words), {}};
  all.push_back(file.string());
  return all;
}

pid_t start(std::vector<std::string> words, int input) {
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  pid_t child = -1;
  const int fault =
      posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (fault != 0)
    throw UserError("--video: the program ffmpeg cannot be started; expected the package ffmpeg");
  return child;
}

}  // namespace

Encoder::Encoder(std::filesystem::path file, sf::Vector2u size, int pictures_a_second)
    : file_(std::move(file)),
      unfinished_(file_.string() + '.' + std::to_string(getpid()) + ".tmp") {
  std::signal(SIGPIPE, SIG_IGN);  // that ffmpeg has ended is told by what write returns
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe can be made");
  pipe_ = ends[1];
  try {
    ffmpeg_ = start(command(unfinished_, size, pictures_a_second), ends[0]);
  } catch (...) {
    ::close(ends[0]);
    ::close(ends[1]);
    throw;
  }
  ::close(ends[0]);
}

Encoder::~Encoder() {
  if (ffmpeg_ < 0) return;
  close();
  std::error_code error;
  std::filesystem::remove(unfinished_, error);
}

int Encoder::close() {
  ::close(std::exchange(pipe_, -1));
  int status = 0;
  waitpid(std::exchange(ffmpeg_, -1), &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

void Encoder::fail() {
  std::error_code error;
  std::filesystem::remove(unfinished_, error);
  throw UserError(file_.string() + ": ffmpeg could not make the film");
}

void Encoder::add(const sf::Texture& picture) {
  const sf::Image image = picture.copyToImage();
  const std::size_t size = std::size_t{4} * image.getSize().x * image.getSize().y;
  for (std::size_t written = 0; written < size;) {
    const ssize_t part = write(pipe_, image.getPixelsPtr() + written, size - written);
    if (part < 0) close(), fail();
    written += static_cast<std::size_t>(part);
  }
}

void Encoder::finish() {
  if (close() != 0) fail();
  std::error_code error;
  std::filesystem::rename(unfinished_, file_, error);
  if (error) throw UserError(file_.string() + ": cannot be written: " + error.message());
}

}  // namespace cordon::viz
