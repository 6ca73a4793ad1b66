// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <optional>

namespace proconnect {

/// A company's SIREN: nine digits with a valid Luhn key, leading zeros kept.
class SirenNumber
{
public:
    /// Accepts nine digits, spaces between them, or a whole SIRET (its first nine digits are the SIREN,
    /// and the SIRET must be valid too). Anything else gives nothing.
    [[nodiscard]] static std::optional<SirenNumber> parse(QStringView text);

    /// "000058263"
    [[nodiscard]] const QString& digits() const { return m_digits; }
    /// "000 058 263", with no-break spaces
    [[nodiscard]] QString display() const;

    friend bool operator==(const SirenNumber&, const SirenNumber&) = default;
    friend auto operator<=>(const SirenNumber& a, const SirenNumber& b)
    {
        return a.m_digits.compare(b.m_digits) <=> 0;
    }

private:
    explicit SirenNumber(QString digits) : m_digits(std::move(digits)) {}
    QString m_digits;
};

/// An establishment's SIRET: its company's SIREN and five digits, with a valid key (La Poste's exception
/// known).
class SiretNumber
{
public:
    [[nodiscard]] static std::optional<SiretNumber> parse(QStringView text);

    [[nodiscard]] const QString& digits() const { return m_digits; }
    [[nodiscard]] SirenNumber siren() const;

    friend bool operator==(const SiretNumber&, const SiretNumber&) = default;

private:
    explicit SiretNumber(QString digits) : m_digits(std::move(digits)) {}
    QString m_digits;
};

} // namespace proconnect
