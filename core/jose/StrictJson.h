// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"

#include <QByteArray>
#include <QJsonObject>

namespace proconnect {

struct JsonLimits
{
    qsizetype largest = 1024LL * 1024; ///< bytes
    int deepest = 16;                  ///< objects and arrays within each other
};

/// One JSON object (RFC 8259) as two careful readers would both understand it: strict UTF-8, no duplicate
/// member, nothing after the object, within `limits`. Anything else fails with `code`.
[[nodiscard]] Outcome<QJsonObject> parseStrictJson(const QByteArray& text, const JsonLimits& limits = {},
                                                   FailureCode code = FailureCode::BadReply);

} // namespace proconnect
