# The component tz of the installed package; sla-config.cmake reads it only for those who ask.
find_dependency(date)
include("${CMAKE_CURRENT_LIST_DIR}/sla-tz-targets.cmake")
