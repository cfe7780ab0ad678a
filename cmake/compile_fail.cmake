# compile_fail(<test> <file>)
#
# A file under tests/compile_fail/ holds one mistake, fenced by #ifdef SLA_MISTAKE, and names on its first line the
# diagnostic the mistake must cause:
#
#   // expect-error: <regular expression>
#
# The test compiles the file twice. With the mistake it must not compile, for that reason; without it (the twin), it
# must. The expression is matched against the compiler's messages alone, not against the source lines they quote.
function(compile_fail test file)
  set(unquoted -fno-caret-diagnostics)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    set(unquoted -fno-diagnostics-show-caret)
  endif()
  add_test(NAME ${test}
    COMMAND ${CMAKE_COMMAND} -D "COMPILER=${CMAKE_CXX_COMPILER}"
            -D "FLAGS=${CMAKE_CXX_FLAGS} ${CMAKE_CXX20_STANDARD_COMPILE_OPTION} ${unquoted}"
            -D "ROOT=${PROJECT_SOURCE_DIR}" -D "FILE=${file}" -P ${CMAKE_CURRENT_FUNCTION_LIST_FILE})
endfunction()

if(NOT CMAKE_SCRIPT_MODE_FILE)
  return()
endif()

# From here on: the test itself.

file(READ ${FILE} text)
if(NOT text MATCHES "^// expect-error: ([^\n]+)\n")
  message("${FILE}:1: the first line must read  // expect-error: <regular expression>")
  message(FATAL_ERROR "no expectation")
endif()
set(expected "${CMAKE_MATCH_1}")

set(ENV{LC_ALL} C) # plain quotes in the diagnostics
separate_arguments(FLAGS UNIX_COMMAND "${FLAGS}")
set(compile ${COMPILER} ${FLAGS} -I${ROOT}/include -I${ROOT}/integrations/fmt/include -fsyntax-only ${FILE})

execute_process(COMMAND ${compile} RESULT_VARIABLE twin_failed ERROR_VARIABLE messages)
if(twin_failed)
  message("${FILE}:1: this must compile without SLA_MISTAKE:\n${messages}")
  message(FATAL_ERROR "twin does not compile")
endif()

execute_process(COMMAND ${compile} -DSLA_MISTAKE RESULT_VARIABLE mistake_failed ERROR_VARIABLE messages)
if(NOT mistake_failed)
  message("${FILE}:1: this must not compile with SLA_MISTAKE")
  message(FATAL_ERROR "mistake compiles")
endif()
if(NOT messages MATCHES "${expected}")
  message("${FILE}:1: no diagnostic matches  ${expected}\n${messages}")
  message(FATAL_ERROR "another diagnostic")
endif()
