# expect_output(<test> <program> <base>)
#
# Runs a program and compares what it prints with the files beside <base>:
#
#   <base>.cmd      its arguments, as a shell reads them   absent: none
#   <base>.in       its standard input                     absent: empty
#   <base>.out      the expected standard output           absent: empty
#   <base>.err      the expected standard error            absent: empty
#   <base>.status   the expected exit status               absent: 0
#
# It runs in the project's root, so arguments name files from there. A difference is shown as a diff, with the command
# that accepts it.
function(expect_output test program base)
  set(actual_dir ${CMAKE_CURRENT_BINARY_DIR}/actual)
  file(MAKE_DIRECTORY ${actual_dir})
  add_test(NAME ${test} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
    COMMAND ${CMAKE_COMMAND} -D PROGRAM=${program} -D BASE=${base} -D ACTUAL=${actual_dir}/${test}
            -P ${CMAKE_CURRENT_FUNCTION_LIST_FILE})
endfunction()

if(NOT CMAKE_SCRIPT_MODE_FILE)
  return()
endif()

# From here on: the test itself.

set(arguments "")
if(EXISTS ${BASE}.cmd)
  file(READ ${BASE}.cmd arguments)
endif()

set(input /dev/null)
if(EXISTS ${BASE}.in)
  set(input ${BASE}.in)
endif()

execute_process(COMMAND sh -c "exec \"$0\" ${arguments}" ${PROGRAM}
  INPUT_FILE ${input} OUTPUT_FILE ${ACTUAL}.out ERROR_FILE ${ACTUAL}.err RESULT_VARIABLE status)
file(WRITE ${ACTUAL}.status "${status}\n")

set(absent_status "0\n")
set(differences "")
foreach(stream out err status)
  set(expected ${BASE}.${stream})
  if(NOT EXISTS ${expected})
    set(expected ${ACTUAL}.absent)
    file(WRITE ${expected} "${absent_${stream}}")
  endif()
  execute_process(COMMAND diff -u --label "expected ${stream}" --label "actual ${stream}" ${expected} ${ACTUAL}.${stream}
    RESULT_VARIABLE differs)
  if(differs)
    message("accept with: cp ${ACTUAL}.${stream} ${BASE}.${stream}\n")
    list(APPEND differences ${stream})
  endif()
endforeach()
if(differences)
  message(FATAL_ERROR "not as expected: ${differences}")
endif()
