// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/FailureCode.h"

#include <QString>

#include <optional>

namespace proconnect::ui {

/// Longest address that impots.gouv.fr takes (rule of the portal).
constexpr int longestEmail = 110;

/// What is wrong with `address` as far as this computer can tell; nothing when it may be sent.
/// The service checks again, and alone knows disposable domains.
[[nodiscard]] std::optional<FailureCode> emailProblem(const QString& address);

/// True when the address looks like that of one named person ("prenom.nom@").
[[nodiscard]] bool looksPersonal(const QString& address);

} // namespace proconnect::ui
