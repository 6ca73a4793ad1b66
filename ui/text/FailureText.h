// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"

#include <QString>

namespace proconnect::ui {

/// What the user is told of a failure: what happened (first sentence), then what was kept and what to do.
struct FailureText
{
    QString title;
    QString body;
    QString supportCode; ///< short and stable: what a caller reads to an adviser

    /// Title and body as one paragraph.
    [[nodiscard]] QString sentence() const { return QString(title + u' ' + body).trimmed(); }
};

/// The screen text of `failure` in the current language. Several values in its argument are separated by "|";
/// instants and days among them (ISO 8601) are written for the reader. Without them a text that needs none is
/// used.
[[nodiscard]] FailureText failureText(const Failure& failure);
/// failureText() while a company is being attached, where no decision of the person is concerned.
[[nodiscard]] FailureText attachFailureText(const Failure& failure);

} // namespace proconnect::ui
