// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/FindingKind.h"

#include <QList>

namespace proconnect {

/// How much harm a finding can do.
enum class FindingSeverity { Low, Medium, High, Critical };

[[nodiscard]] FindingSeverity severityOf(FindingKind kind);

/// Every kind, the one that can do most harm first.
[[nodiscard]] const QList<FindingKind>& findingKinds();

/// What was found on one account; two bytes, since there may be a hundred thousand of them.
class FindingSet
{
public:
    constexpr FindingSet() = default;
    constexpr FindingSet(std::initializer_list<FindingKind> kinds)
    {
        for (const FindingKind kind : kinds) {
            add(kind);
        }
    }

    constexpr void add(FindingKind kind)
    {
        m_bits |= static_cast<quint16>(1U << static_cast<unsigned>(kind));
    }
    [[nodiscard]] constexpr bool contains(FindingKind kind) const
    {
        return (m_bits >> static_cast<unsigned>(kind)) & 1U;
    }
    [[nodiscard]] constexpr bool intersects(FindingSet other) const { return (m_bits & other.m_bits) != 0; }
    [[nodiscard]] constexpr bool isEmpty() const { return m_bits == 0; }
    [[nodiscard]] constexpr FindingSet without(FindingSet other) const
    {
        FindingSet rest;
        rest.m_bits = static_cast<quint16>(m_bits & ~other.m_bits);
        return rest;
    }
    /// The one that can do most harm first.
    [[nodiscard]] QList<FindingKind> kinds() const;

    friend constexpr bool operator==(FindingSet, FindingSet) = default;

private:
    quint16 m_bits = 0;
};

} // namespace proconnect
