// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

#include <random>
#include <vector>

namespace proconnect::bench {

/// Names of one origin: the frequent ones first, the rest made of syllables.
class Names
{
public:
    /// Origin 100 is France; a country without a list of its own gets a mixture.
    [[nodiscard]] static const Names& of(int country);

    [[nodiscard]] QString family(std::mt19937_64& random) const;
    [[nodiscard]] QString given(bool female, std::mt19937_64& random) const;

private:
    Names(const char* families, const char* men, const char* women, double frequentShare);

    [[nodiscard]] QString made(std::mt19937_64& random) const;

    QStringList m_families;
    QStringList m_men;
    QStringList m_women;
    double m_frequentShare; ///< of people who bear one of the frequent family names
};

/// An index that favours the first ones as names do: the first about ten times as often as the hundredth.
[[nodiscard]] std::size_t frequentIndex(std::size_t size, std::mt19937_64& random);

} // namespace proconnect::bench
