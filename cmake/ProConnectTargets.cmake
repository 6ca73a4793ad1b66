# SPDX-License-Identifier: MIT
# One function per kind of target, so that each folder's CMakeLists.txt only names its files and its links.

# proconnect_library(NAME SOURCES file... [PUBLIC lib...] [PRIVATE lib...])
# A static library of one folder. PUBLIC: libraries whose types stand in its headers.
function(proconnect_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(${name} STATIC ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    target_precompile_headers(${name} REUSE_FROM proconnect_precompiled)
    target_include_directories(${name} PUBLIC "${CMAKE_SOURCE_DIR}")
    target_link_libraries(${name} PUBLIC ${ARG_PUBLIC} PRIVATE proconnect_flags Qt6::Core ${ARG_PRIVATE})
endfunction()

# proconnect_program(NAME SOURCES file... LINK lib...)
function(proconnect_program name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    target_precompile_headers(${name} REUSE_FROM proconnect_precompiled)
    target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}")
    target_link_libraries(${name} PRIVATE proconnect_flags ${ARG_LINK})
endfunction()

# proconnect_test(NAME SOURCES file... LINK lib... [LABELS label...] [TIMEOUT seconds])
# A Qt Test program registered with CTest under its own name; it runs without a display.
function(proconnect_test name)
    cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;LINK;LABELS" ${ARGN})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 300)
    endif()
    add_executable(${name} ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
    target_precompile_headers(${name} REUSE_FROM proconnect_precompiled)
    target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}")
    target_link_libraries(${name} PRIVATE proconnect_flags Qt6::Test ${ARG_LINK})
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TZ=UTC;LC_ALL=C.UTF-8")
endfunction()
