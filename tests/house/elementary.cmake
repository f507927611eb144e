# No library that a run's results go through uses a transcendental function of the C library: it has
# other last bits on other processors (sim/engine/elementary.hpp).
if(NOT NM)
  message("SKIPPED: no nm, nothing has looked which functions are used")
  return()
endif()
string(REPLACE "," ";" libraries "${LIBRARIES}")
set(forbidden exp exp2 expm1 log log2 log10 log1p pow sin cos tan asin acos atan atan2 sinh cosh tanh
              hypot cbrt erf erfc tgamma lgamma)
list(JOIN forbidden "|" words)
foreach(library ${libraries})
  execute_process(COMMAND "${NM}" --undefined-only "${library}" OUTPUT_VARIABLE symbols
                  COMMAND_ERROR_IS_FATAL ANY)
  string(REGEX MATCHALL " U (${words})[fl]?(@[A-Z_.0-9]+)?\n" found "${symbols}")
  if(found)
    string(REPLACE "\n" " " found "${found}")
    message(SEND_ERROR "${library} uses${found}")
  endif()
endforeach()
