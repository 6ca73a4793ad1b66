# SPDX-License-Identifier: MIT
# One function per kind of target, so that each folder's CMakeLists.txt only names its files and its links.

# proconnect_library(NAME SOURCES file... [APART file...] [PUBLIC lib...] [PRIVATE lib...])
# A static library of one folder. PUBLIC: libraries whose types stand in its headers. APART: those of the
# sources that use a name for something else than their neighbours do, and cannot be compiled together with them.
function(proconnect_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;APART;PUBLIC;PRIVATE" ${ARGN})
    set_source_files_properties(${ARG_APART} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
    add_library(${name} STATIC ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON UNITY_BUILD ${PROCONNECT_UNITY})
    target_precompile_headers(${name} REUSE_FROM proconnect_precompiled)
    target_include_directories(${name} PUBLIC "${CMAKE_SOURCE_DIR}")
    target_link_libraries(${name} PUBLIC ${ARG_PUBLIC} PRIVATE proconnect_flags Qt6::Core ${ARG_PRIVATE})
endfunction()

# proconnect_program(NAME SOURCES file... LINK lib...)
function(proconnect_program name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON UNITY_BUILD ${PROCONNECT_UNITY})
    target_precompile_headers(${name} REUSE_FROM proconnect_precompiled)
    target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}")
    target_link_libraries(${name} PRIVATE proconnect_flags ${ARG_LINK})
endfunction()

# proconnect_test(NAME SOURCES file... LINK lib... [LABELS label...] [TIMEOUT seconds])
# A Qt Test program registered with CTest under its own name; it runs without a display. Of its sources only the test
# itself, NameTest.cpp, may declare Q_OBJECT.
function(proconnect_test name)
    cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;LINK;LABELS" ${ARGN})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 300)
    endif()
    add_executable(${name} ${ARG_SOURCES})
    # moc looks at the file that declares the test; AUTOMOC would look at every file, and compile one more for each test.
    set(declaring ${ARG_SOURCES})
    list(FILTER declaring INCLUDE REGEX "Test\\.cpp$")
    get_filename_component(stem "${declaring}" NAME_WE)
    set(generated "${CMAKE_CURRENT_BINARY_DIR}/${name}_moc")
    file(MAKE_DIRECTORY "${generated}")
    qt_generate_moc("${declaring}" "${generated}/${stem}.moc" TARGET ${name})
    target_sources(${name} PRIVATE "${generated}/${stem}.moc")
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
    target_precompile_headers(${name} REUSE_FROM proconnect_precompiled)
    target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}" "${generated}")
    target_link_libraries(${name} PRIVATE proconnect_flags Qt6::Test ${ARG_LINK})
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TZ=UTC;LC_ALL=C.UTF-8")
endfunction()
