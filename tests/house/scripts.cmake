# Shell scripts are free of what shellcheck knows to go wrong.
if(NOT SHELLCHECK)
  message("SKIPPED: no shellcheck, nothing has checked the shell scripts")
  return()
endif()
file(GLOB_RECURSE scripts analysis/*.sh viz/*.sh tests/*.sh)
execute_process(COMMAND "${SHELLCHECK}" setup .ci/run ${scripts} COMMAND_ERROR_IS_FATAL ANY)
