// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QString>

namespace proconnect {

/// `text` without what must not reach a log: e-mail addresses, tokens, JWS, credentials, query strings.
/// Identifiers of the shape of a UUID, SIREN and short references stay.
[[nodiscard]] QString redacted(const QString& text);

/// `fields` with every text redacted, and the values of members named after secrets or people left out whole.
[[nodiscard]] QJsonObject redacted(const QJsonObject& fields);

} // namespace proconnect
