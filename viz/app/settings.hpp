#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/engine/time.hpp"

namespace cordon::viz {

/// How the window begins; each can be changed in it by key, but for the files.
struct Settings {
  std::string run, second;  ///< scenarios, sessions or result folders; second: "" for none
  std::string injects;      ///< file of an exercise for the first; "": none
  std::optional<std::uint64_t> seed;  ///< of what is simulated; none: of the session, or 1
  Time at = start_of_run;
  unsigned width = 1600, height = 900;
  bool light = false, presenting = false, instructor = false, charts = false;
  bool side_by_side = false;  ///< needs a second run
  bool known = false;         ///< shows what the selected place knew
  double text_scale = 1;
  std::string select;         ///< name of a crossing; "" for none
  std::string picture, film;  ///< files to draw to instead of a window; "" for a window
  std::optional<Time> until;  ///< end of the film; none: of the run
  double film_speed = 3600;   ///< simulated seconds a second of the film
  int measure = 0;            ///< vehicles to draw for a measurement of speed; 0: none
};

}  // namespace cordon::viz
