# The component json of the installed package; sla-config.cmake reads it only for those who ask.
find_dependency(nlohmann_json)
include("${CMAKE_CURRENT_LIST_DIR}/sla-json-targets.cmake")
