// SPDX-License-Identifier: MIT
#include "core/log/Redaction.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace proconnect {
namespace {

const QString removed = QStringLiteral("[removed]");

bool isSecretName(const QString& name)
{
    static constexpr std::array fragments{"token",    "secret", "password", "authorization", "cookie",
                                          "verifier", "ticket", "nonce",    "dpop",          "proof",
                                          "email",    "mail",   "birth",    "family",        "given",
                                          "address",  "pivot",  "gender",   "displayname",   "body"};
    static constexpr std::array wholes{"code", "state", "sub", "name", "query"};
    const QString lower = name.toLower();
    return std::any_of(fragments.begin(), fragments.end(),
                       [&lower](const char* part) { return lower.contains(QLatin1String(part)); }) ||
           std::any_of(wholes.begin(), wholes.end(),
                       [&lower](const char* whole) { return lower == QLatin1String(whole); });
}

QJsonValue redactedValue(const QJsonValue& value)
{
    if (value.isString()) {
        return redacted(value.toString());
    }
    if (value.isObject()) {
        return redacted(value.toObject());
    }
    if (value.isArray()) {
        QJsonArray result;
        for (const QJsonValue entry : value.toArray()) {
            result.append(redactedValue(entry));
        }
        return result;
    }
    return value;
}

} // namespace

QString redacted(const QString& text)
{
    static const QRegularExpression credentials(QStringLiteral("\\b(Bearer|DPoP|Basic)\\s+\\S+"),
                                                QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression userInfo(QStringLiteral("://[^/\\s@]*@"));
    static const QRegularExpression query(QStringLiteral("\\?[^\\s\"]*"));
    static const QRegularExpression mail(QStringLiteral("[^\\s@<>\":;,()]+@[^\\s@<>\":;,()]+"));
    // A run that holds a digit and at least 20 characters of base64 or hexadecimal; a UUID is let through.
    static const QRegularExpression random(
        QStringLiteral("(?![0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b)"
                       "(?<![A-Za-z0-9_+=~-])(?=[A-Za-z_+=.~-]*[0-9])[A-Za-z0-9_+=.~-]{20,}"));
    constexpr qsizetype shortestRandom = 20;
    QString result = text;
    // Most texts hold nothing of what each looks for: the look at one character spares the search.
    if (std::any_of(text.begin(), text.end(), [](QChar c) { return c.isSpace(); })) {
        result.replace(credentials, QStringLiteral("\\1 ") + removed);
    }
    if (text.contains(u'@')) {
        result.replace(userInfo, QStringLiteral("://") + removed + u'@');
    }
    if (text.contains(u'?')) {
        result.replace(query, QStringLiteral("?") + removed);
    }
    if (text.contains(u'@')) {
        result.replace(mail, removed);
    }
    if (text.size() >= shortestRandom) {
        result.replace(random, removed);
    }
    return result;
}

QJsonObject redacted(const QJsonObject& fields)
{
    QJsonObject result;
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        result.insert(it.key(), isSecretName(it.key()) ? QJsonValue(removed) : redactedValue(it.value()));
    }
    return result;
}

} // namespace proconnect
