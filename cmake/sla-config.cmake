# find_package(sla) gives sla::sla; find_package(sla COMPONENTS fmt toml) also sla::fmt, sla::toml and what they need.
include(CMakeFindDependencyMacro)
include("${CMAKE_CURRENT_LIST_DIR}/sla-targets.cmake")

foreach(component IN LISTS sla_FIND_COMPONENTS)
  include("${CMAKE_CURRENT_LIST_DIR}/sla-${component}.cmake" OPTIONAL RESULT_VARIABLE sla_${component}_FOUND)
  if(sla_FIND_REQUIRED_${component} AND NOT sla_${component}_FOUND)
    set(sla_FOUND FALSE)
    set(sla_NOT_FOUND_MESSAGE "sla was installed without the component '${component}'")
  endif()
endforeach()
