// The command `cordon-view`.

#include <cstdio>
#include <exception>
#include <string>

#include "analysis/results/output_file.hpp"
#include "analysis/study/user_error.hpp"
#include "sim/output/trace/reader.hpp"
#include "sim/scenario/problem.hpp"
#include "viz/app/display.hpp"
#include "viz/app/options.hpp"
#include "viz/app/window.hpp"

namespace cordon {
namespace {

constexpr int done = 0, failed = 1, wrong_input = 2;

int fail(int code, const std::string& what) {
  std::fputs((what + '\n').c_str(), stderr);
  return code;
}

int view(int argc, char** argv) {
  const auto settings = viz::parse_options(argc, argv);
  if (!settings) return done;
  if (const std::string missing = viz::missing_display(); !missing.empty())
    return fail(failed, "cordon-view: " + missing);
  if (!settings->picture.empty())
    viz::save_screenshot(*settings);
  else if (!settings->film.empty())
    viz::save_film(*settings);
  else
    settings->measure > 0 ? viz::measure_window(*settings) : viz::show_window(*settings);
  return done;
}

}  // namespace
}  // namespace cordon

int main(int argc, char** argv) {
  using namespace cordon;
  try {
    return view(argc, argv);
  } catch (const ScenarioError& e) {
    return fail(wrong_input, e.what());
  } catch (const UserError& e) {
    return fail(wrong_input, std::string("cordon-view: ") + e.what());
  } catch (const OutputError& e) {
    return fail(wrong_input, std::string("cordon-view: ") + e.what());
  } catch (const trace::TraceError& e) {
    return fail(wrong_input, std::string("cordon-view: ") + e.what());
  } catch (const std::exception& e) {
    return fail(failed, std::string("cordon-view: ") + e.what());
  }
}
