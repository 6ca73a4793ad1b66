// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace proconnect::certification {

/// Writes letters in upper case to `out`, as a processor does it with all of them at once; not 0 when one of
/// them is none.
template <std::size_t Size>
[[nodiscard]] inline std::uint64_t writeUpperCase(const char16_t* in, char16_t* out)
{
    constexpr auto withoutCase = static_cast<std::uint16_t>(~0x20U);
    constexpr std::uint16_t lastPlace = 'Z' - 'A';
    std::array<std::uint16_t, Size> letters;
    std::array<std::uint16_t, Size> strange;
    std::memcpy(letters.data(), in, sizeof letters);
    for (std::size_t i = 0; i < Size; ++i) {
        letters[i] = letters[i] & withoutCase;
        const auto place = static_cast<std::uint16_t>(letters[i] - 'A');
        strange[i] = place > lastPlace ? 0xFFFF : 0;
    }
    std::memcpy(out, letters.data(), sizeof letters);
    std::array<std::uint64_t, Size * sizeof(char16_t) / sizeof(std::uint64_t)> parts;
    std::memcpy(parts.data(), strange.data(), sizeof parts);
    std::uint64_t any = 0;
    for (const std::uint64_t part : parts) {
        any |= part;
    }
    return any;
}

/// Writes `size` letters A to Z, of either case, in upper case to `out`: nearly every field of a register is
/// made of nothing else. False, with anything written, for other characters, for less than four of them and
/// for more than sixteen.
[[nodiscard]] inline bool writePlainLetters(const char16_t* in, std::size_t size, char16_t* out)
{
    constexpr std::size_t few = 4;
    constexpr std::size_t many = 8;
    if (size < few || size > 2 * many) {
        return false;
    }
    // Some letters a second time.
    const auto twice = [&]<std::size_t Size>(std::integral_constant<std::size_t, Size>) {
        const std::size_t last = size - Size;
        return (writeUpperCase<Size>(in, out) | writeUpperCase<Size>(in + last, out + last)) == 0;
    };
    return size < many ? twice(std::integral_constant<std::size_t, few>())
                       : twice(std::integral_constant<std::size_t, many>());
}

} // namespace proconnect::certification
