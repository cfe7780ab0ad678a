# compile_fail(<test> <file>)
#
# A file under tests/compile_fail/ holds one mistake, fenced by #ifdef SLA_MISTAKE, and names on its first line the
# diagnostic the mistake must cause:
#
#   // expect-error: <regular expression>
#   // expect-first-error: <regular expression>     it must be the first of all, because it says what to do
#
# The test compiles the file with the mistake, which must not compile, for that reason. The expression is matched against
# the compiler's messages alone, not against the source lines they quote.
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

# compile_fail_twins(<target> <file>...)
#
# The same files without their mistakes must compile: all of them in one source, each in a namespace of its own, for what
# they include takes longer than they.
function(compile_fail_twins target)
  set(includes "")
  set(twins "")
  foreach(file IN LISTS ARGN)
    file(STRINGS ${file} lines REGEX "^#include ")
    list(APPEND includes ${lines})
    cmake_path(GET file STEM name)
    string(APPEND twins "namespace ${name} {\n#include \"${name}.cpp\"\n}\n")
  endforeach()
  list(REMOVE_DUPLICATES includes)
  list(JOIN includes "\n" includes)
  file(CONFIGURE OUTPUT ${target}.cpp CONTENT "@includes@\n@twins@" @ONLY)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${ARGN})
  add_library(${target} OBJECT ${CMAKE_CURRENT_BINARY_DIR}/${target}.cpp)
  target_include_directories(${target} PRIVATE compile_fail)
  target_link_libraries(${target} PRIVATE sla::sla sla::fmt)
endfunction()

if(NOT CMAKE_SCRIPT_MODE_FILE)
  return()
endif()

# From here on: the test itself.

file(READ ${FILE} text)
if(NOT text MATCHES "^// expect-(first-)?error: ([^\n]+)\n")
  message("${FILE}:1: the first line must read  // expect-error: <regular expression>")
  message(FATAL_ERROR "no expectation")
endif()
set(is_first "${CMAKE_MATCH_1}")
set(expected "${CMAKE_MATCH_2}")

set(ENV{LC_ALL} C) # plain quotes in the diagnostics
separate_arguments(FLAGS UNIX_COMMAND "${FLAGS}")
execute_process(
  COMMAND ${COMPILER} ${FLAGS} -I${ROOT}/include -I${ROOT}/integrations/fmt/include -fsyntax-only -DSLA_MISTAKE ${FILE}
  RESULT_VARIABLE mistake_failed ERROR_VARIABLE messages)
if(NOT mistake_failed)
  message("${FILE}:1: this must not compile with SLA_MISTAKE")
  message(FATAL_ERROR "mistake compiles")
endif()
if(is_first)
  string(REGEX MATCH "[^\n]* error: [^\n]*" messages "${messages}")
endif()
if(NOT messages MATCHES "${expected}")
  message("${FILE}:1: no diagnostic matches  ${expected}\n${messages}")
  message(FATAL_ERROR "another diagnostic")
endif()
