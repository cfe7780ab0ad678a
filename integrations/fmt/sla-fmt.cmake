# The component fmt of the installed package; sla-config.cmake reads it only for those who ask.
find_dependency(fmt)
include("${CMAKE_CURRENT_LIST_DIR}/sla-fmt-targets.cmake")
