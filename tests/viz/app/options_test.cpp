// What the flags of the viewer stand for.

#include "viz/app/options.hpp"

#include <gtest/gtest.h>

#include <array>

#include "analysis/study/user_error.hpp"

namespace cordon::viz::options_test {
namespace {

template <std::size_t N>
std::optional<Settings> parsed(std::array<const char*, N> words) {
  return parse_options(static_cast<int>(N), const_cast<char**>(words.data()));
}

TEST(ViewerOptions, SetARunWithInjectsBesideItselfWithoutThem) {
  const auto settings = parsed(
      std::array{"cordon-view", "border.toml", "--injects", "morning.toml", "--side-by-side"});
  ASSERT_TRUE(settings);
  EXPECT_EQ(settings->second, "border.toml");
}

TEST(ViewerOptions, SetNothingBesideARunByItself) {
  EXPECT_THROW((void)parsed(std::array{"cordon-view", "border.toml", "--side-by-side"}), UserError);
  const auto settings =
      parsed(std::array{"cordon-view", "border.toml", "--injects", "morning.toml"});
  ASSERT_TRUE(settings);
  EXPECT_EQ(settings->second, "");
}

}  // namespace
}  // namespace cordon::viz::options_test
