// SPDX-License-Identifier: MIT
#pragma once

#include "core/certification/ShortArray.h"

#include <QString>
#include <QStringList>

namespace proconnect::certification {

/// Is this person a legal representative of this company? A doubt is Close, never Certified.
enum class Certainty {
    Certified,
    Close, ///< a human must look
    None,
};

/// What one criterion says, from the best to the worst.
enum class Weight {
    Agrees,
    Neutral,       ///< says nothing for or against
    Missing,       ///< cannot be compared: a doubt
    Doubt,         ///< differs in a way that happens to the same person
    Contradiction, ///< differs; two of them are another person
    Excludes,      ///< another person, or nobody who can represent the company
};

/// One finding with its stable code, such as "family.equal". Codes are listed in docs/certification.md. They
/// are for evidence and support, never for the screen: told to an impostor, they would say which fields
/// match.
struct Finding
{
    Weight weight = Weight::Neutral;
    const char* code = "";

    friend bool operator==(const Finding& a, const Finding& b)
    {
        return a.weight == b.weight && QLatin1String(a.code) == QLatin1String(b.code);
    }
};

struct Verdict
{
    Certainty certainty = Certainty::None;
    ShortArray<Finding, 8>
        findings; ///< gate, family, given, date, gender, place; the gate alone when it is shut

    [[nodiscard]] QStringList reasons() const
    {
        QStringList codes;
        for (const Finding& finding : findings) {
            codes.append(QLatin1String(finding.code));
        }
        return codes;
    }
};

} // namespace proconnect::certification
