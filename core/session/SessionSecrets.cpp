// SPDX-License-Identifier: MIT
#include "core/session/SessionSecrets.h"

#include "core/jose/Base64Url.h"
#include "core/jose/StrictJson.h"

#include <QJsonDocument>

namespace proconnect {
namespace {

constexpr int format = 1;
constexpr qsizetype copyKeyBytes = 32;

} // namespace

QByteArray SessionSecrets::serialized() const
{
    const QJsonObject json{{QStringLiteral("v"), format},
                           {QStringLiteral("key"), deviceKey.privateJson()},
                           {QStringLiteral("copy"), QString::fromLatin1(base64url::encode(copyKey))},
                           {QStringLiteral("owner"), owner},
                           {QStringLiteral("refresh"), QString::fromLatin1(refreshToken)},
                           {QStringLiteral("system"), inSystemBrowser}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::optional<SessionSecrets> SessionSecrets::parse(const QByteArray& text)
{
    const auto json = parseStrictJson(text);
    if (!json || json.value().value(QLatin1String("v")).toInt() != format) {
        return std::nullopt;
    }
    const auto textOf = [&json](const char* name) {
        return json.value().value(QLatin1String(name)).toString();
    };
    const auto key = Jwk::fromPrivateJson(json.value().value(QLatin1String("key")).toObject());
    const auto copyKey = base64url::decode(textOf("copy").toLatin1());
    if (!key || !copyKey || copyKey->size() != copyKeyBytes || textOf("owner").isEmpty()) {
        return std::nullopt;
    }
    return SessionSecrets{key.value(), *copyKey, textOf("owner"), textOf("refresh").toLatin1(),
                          json.value().value(QLatin1String("system")).toBool()};
}

} // namespace proconnect
