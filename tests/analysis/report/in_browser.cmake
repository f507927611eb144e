# Opens a page in headless Chromium: every chart must draw, and no script may complain.
# MAKE: the command that makes it. PAGE: where it is then, in FOLDER.
if(NOT CHROMIUM)
  message("SKIPPED: no browser. Nothing has checked that the report's charts draw; "
          "install chromium to check it.")
  return()
endif()

file(REMOVE_RECURSE "${FOLDER}")
file(MAKE_DIRECTORY "${FOLDER}")
string(REPLACE "|" ";" MAKE "${MAKE}")
execute_process(COMMAND ${MAKE} OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)

# How many pages a file prints to.
function(count_pages file pages)
  execute_process(
    COMMAND "${CHROMIUM}" --headless --no-sandbox --disable-gpu --disable-dev-shm-usage
            "--user-data-dir=${FOLDER}/profile" --virtual-time-budget=8000
            "--print-to-pdf=${FOLDER}/printed.pdf" "file://${file}"
    OUTPUT_QUIET ERROR_QUIET RESULT_VARIABLE result TIMEOUT 80)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "the browser could not print (${result})")
  endif()
  file(STRINGS "${FOLDER}/printed.pdf" found REGEX "/Type /Page($|[^s])")
  list(LENGTH found count)
  set(${pages} ${count} PARENT_SCOPE)
endfunction()

# What is folded on the screen is printed all the same, and nothing after it is cut off.
file(READ "${FOLDER}/${PAGE}" page)
string(REPLACE "<details class=\"printed\">" "<details class=\"printed\" open>" page "${page}")
file(WRITE "${FOLDER}/unfolded.html" "${page}")
count_pages("${FOLDER}/${PAGE}" folded_pages)
count_pages("${FOLDER}/unfolded.html" unfolded_pages)
if(folded_pages LESS 1 OR NOT folded_pages EQUAL unfolded_pages)
  message(FATAL_ERROR "prints ${folded_pages} pages, and ${unfolded_pages} when unfolded before")
endif()

# No sandbox: tests also run as root in containers, where it cannot start.
foreach(width 1280 400)
  execute_process(
    COMMAND "${CHROMIUM}" --headless --no-sandbox --disable-gpu --disable-dev-shm-usage
            "--user-data-dir=${FOLDER}/profile" --window-size=${width},900
            --virtual-time-budget=8000 --enable-logging=stderr --dump-dom
            "file://${FOLDER}/${PAGE}"
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
