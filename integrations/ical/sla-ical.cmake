# The component ical of the installed package; sla-config.cmake reads it only for those who ask.
find_dependency(LibIcal)
include("${CMAKE_CURRENT_LIST_DIR}/sla-ical-targets.cmake")
