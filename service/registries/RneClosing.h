// SPDX-License-Identifier: MIT
#pragma once

#include <QDate>
#include <QJsonObject>
#include <QLatin1String>

#include <array>
#include <optional>

namespace proconnect::service {

/// The three alternative branches of a formality.content.
inline constexpr std::array rneBranches{QLatin1String("personneMorale"), QLatin1String("exploitation"),
                                        QLatin1String("personnePhysique")};

/// What a formality.content says of the end of the company.
struct RneClosing
{
    bool closed = false;   ///< struck off, or ceased as Insee says in it
    bool doubtful = false; ///< written in a way that nobody can read, dissolved, or only half struck off
    std::optional<QDate> struckOffOn;
};
[[nodiscard]] RneClosing rneClosingOf(const QJsonObject& content, const QDate& today);

} // namespace proconnect::service
