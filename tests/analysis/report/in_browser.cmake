# Opens a sample report in headless Chromium: every chart must draw, and no script may complain.
if(NOT CHROMIUM)
  message("SKIPPED: no browser. Nothing has checked that the report's charts draw; "
          "install chromium to check it.")
  return()
endif()

file(REMOVE_RECURSE "${FOLDER}")
file(MAKE_DIRECTORY "${FOLDER}")
execute_process(COMMAND "${WRITE}" "${FOLDER}/report.html" ${VARIANTS} COMMAND_ERROR_IS_FATAL ANY)

# No sandbox: tests also run as root in containers, where it cannot start.
foreach(width 1280 400)
  execute_process(
    COMMAND "${CHROMIUM}" --headless --no-sandbox --disable-gpu --disable-dev-shm-usage
            "--user-data-dir=${FOLDER}/profile" --window-size=${width},900
            --virtual-time-budget=8000 --enable-logging=stderr --dump-dom
            "file://${FOLDER}/report.html"
    OUTPUT_FILE "${FOLDER}/dom_${width}.html" ERROR_FILE "${FOLDER}/log_${width}.txt"
    RESULT_VARIABLE result TIMEOUT 80)
  file(READ "${FOLDER}/dom_${width}.html" dom)
  file(READ "${FOLDER}/log_${width}.txt" log)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "the browser failed (${result}):\n${log}")
  endif()
  if(log MATCHES "(CONSOLE[^\n]*)")
    message(FATAL_ERROR "the page complains at width ${width}: ${CMAKE_MATCH_1}")
  endif()
  string(REGEX MATCHALL "data-chart=\"[0-9]+\"" charts "${dom}")
  string(REGEX MATCHALL "<svg [^>]*baseProfile" drawings "${dom}")
  list(LENGTH charts wanted)
  list(LENGTH drawings drawn)
  if(wanted EQUAL 0 OR NOT drawn EQUAL wanted OR NOT dom MATCHES "data-drawn=\"${wanted}\"")
    message(FATAL_ERROR "${drawn} of ${wanted} charts were drawn at width ${width}")
  endif()
  string(FIND "${dom}" "<script" scripts)
  string(SUBSTRING "${dom}" 0 ${scripts} shown)
  if(shown MATCHES "(NaN|undefined|Infinity)")
    message(FATAL_ERROR "the page shows ${CMAKE_MATCH_1} at width ${width}")
  endif()
  message("width ${width}: ${drawn} charts drawn, no complaint")
endforeach()
