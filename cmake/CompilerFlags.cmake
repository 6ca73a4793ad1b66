# SPDX-License-Identifier: MIT
# Language level, warnings as errors, hardening and sanitizers: one place for every target.
option(PROCONNECT_BUILD_TESTS "Build the tests" ON)
option(PROCONNECT_FUZZ "Build the libFuzzer programs, everything made ready for them (Clang only)" OFF)
option(PROCONNECT_SANITIZE "Build with AddressSanitizer and UndefinedBehaviorSanitizer" OFF)
option(PROCONNECT_UNITY "Compile several files of a target at once: half the time for a clean build" ON)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
set(CMAKE_LIBRARY_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/lib")

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE_PROGRAM}")
endif()

add_library(proconnect_flags INTERFACE)
target_compile_options(proconnect_flags INTERFACE
    -Wall -Wextra -Wpedantic -Werror -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Wcast-qual
    -Wformat=2 -Wimplicit-fallthrough -Wextra-semi -Woverloaded-virtual
    -fPIC # programs too: one precompiled header then serves them and the libraries
    -fstack-protector-strong -fstack-clash-protection -fcf-protection
    "-ffile-prefix-map=${CMAKE_SOURCE_DIR}/=")
target_link_options(proconnect_flags INTERFACE -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack -Wl,--as-needed)
target_compile_definitions(proconnect_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_KEYWORDS
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_DISABLE_DEPRECATED_BEFORE=0x060400
    $<$<NOT:$<CONFIG:Debug>>:_FORTIFY_SOURCE=2>)
if(PROCONNECT_SANITIZE)
    target_compile_options(proconnect_flags INTERFACE -fsanitize=address,undefined -fno-omit-frame-pointer
        -fno-sanitize-recover=undefined -Wno-maybe-uninitialized) # g++ is often wrong about it under sanitizers
    target_link_options(proconnect_flags INTERFACE -fsanitize=address,undefined)
endif()
if(PROCONNECT_FUZZ)
    target_compile_options(proconnect_flags INTERFACE -fsanitize=fuzzer-no-link,address -fno-omit-frame-pointer)
    target_link_options(proconnect_flags INTERFACE -fsanitize=address)
endif()
