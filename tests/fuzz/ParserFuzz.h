// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

namespace proconnect::fuzz {

/// One target for each register's parser, one for whole lines of certify, one for the names that both sides
/// write, one each for the files of accounts and of staff that people choose. Each takes any bytes, does no
/// harm, and returns 0; a broken promise aborts.
int sirene(const std::uint8_t* data, std::size_t size);
int rne(const std::uint8_t* data, std::size_t size);
int rcs(const std::uint8_t* data, std::size_t size);
int line(const std::uint8_t* data, std::size_t size);
int names(const std::uint8_t* data, std::size_t size);
int accounts(const std::uint8_t* data, std::size_t size);
int staff(const std::uint8_t* data, std::size_t size);

} // namespace proconnect::fuzz
