// SPDX-License-Identifier: MIT
#pragma once

#include <QStringView>

#include <cstdint>
#include <string_view>

namespace proconnect::certification {

/// A commune's code of the Code officiel géographique: two digits or 2A or 2B, then three digits. Country
/// codes (99xxx) are not communes. Ordered as its text.
class CommuneCode
{
public:
    CommuneCode() = default;
    /// Any other text gives an absent code; spaces around and lower case do not count.
    [[nodiscard]] static CommuneCode parse(QStringView text);
    [[nodiscard]] static CommuneCode parse(std::string_view text);

    [[nodiscard]] bool absent() const { return m_key == 0; }
    /// Below `keyEnd`; 0 when absent.
    [[nodiscard]] std::uint32_t key() const { return m_key; }
    static constexpr std::uint32_t keyEnd = 120'000;

    /// Whether it begins with a departement's code: "75", "2A", "974".
    [[nodiscard]] bool isIn(std::string_view departement) const;

    /// The code that begins with the same two characters, by its last three digits.
    [[nodiscard]] CommuneCode neighbour(unsigned number) const
    {
        CommuneCode other;
        other.m_key = m_key / neighbours * neighbours + number;
        return other;
    }
    static constexpr unsigned neighbours = 1000;

    /// Its first two characters as a number; 0 in Corsica (2A, 2B) and for an absent code.
    [[nodiscard]] int firstTwoDigits() const
    {
        const auto pair = static_cast<int>(m_key / 1000);
        return pair % 12 < 10 ? pair / 12 * 10 + pair % 12 : 0;
    }

    friend bool operator==(const CommuneCode&, const CommuneCode&) = default;
    friend bool operator<(const CommuneCode& a, const CommuneCode& b) { return a.m_key < b.m_key; }

private:
    std::uint32_t m_key = 0; ///< two characters in base 12, then three digits
};

} // namespace proconnect::certification
