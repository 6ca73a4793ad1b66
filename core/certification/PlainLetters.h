// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace proconnect::certification {

/// Writes `size` letters A to Z, of either case, in upper case to `out`, four at a time: nearly every field
/// of a register is made of nothing else. False, with anything written, for other characters, for less than
/// four of them and for more than sixteen.
[[nodiscard]] inline bool writePlainLetters(const char16_t* in, std::size_t size, char16_t* out)
{
    constexpr std::size_t atOnce = 4;
    constexpr std::size_t longest = 4 * atOnce;
    if (size < atOnce || size > longest) {
        return false;
    }
    constexpr auto four = [](std::uint64_t value) { return value * 0x0001'0001'0001'0001U; };
    constexpr std::uint64_t caseBit = 0x20;
    constexpr std::uint64_t mark = 0x80; // set by addition where a letter is high enough
    std::uint64_t beyondAscii = 0;
    std::uint64_t allLetters = four(mark);
    const auto take = [&](std::size_t at) {
        std::uint64_t letters = 0;
        std::memcpy(&letters, in + at, sizeof letters);
        beyondAscii |= letters & ~four(mark - 1);
        letters &= ~four(caseBit);
        allLetters &= (letters + four(mark - u'A')) & ~(letters + four(mark - u'Z' - 1));
        std::memcpy(out + at, &letters, sizeof letters);
    };
    const std::size_t last = size - atOnce;
    // Some letters a second time.
    take(0);
    take(last);
    if (size > 2 * atOnce) {
        take(atOnce);
        take(last - atOnce);
    }
    return beyondAscii == 0 && allLetters == four(mark);
}

} // namespace proconnect::certification
