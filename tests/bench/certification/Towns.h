// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <random>

namespace proconnect::bench {

struct Town
{
    QString code;
    QString name;
    QString earlier; ///< a code that reaches this one; empty when there is none
};

/// A town where people are born: large ones more often than small ones.
[[nodiscard]] const Town& someTown(std::mt19937_64& random);

/// The town of a code; nothing for one where nobody here is born.
[[nodiscard]] const Town* townOf(const QString& code);

} // namespace proconnect::bench
