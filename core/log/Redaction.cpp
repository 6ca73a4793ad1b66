// SPDX-License-Identifier: MIT
#include "core/log/Redaction.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace proconnect {
namespace {

using namespace std::string_view_literals;

const QString removed = QStringLiteral("[removed]");

bool isSecretName(const QString& name)
{
    static constexpr std::array fragments{
        "token"sv, "secret"sv,  "password"sv, "authorization"sv, "cookie"sv,      "verifier"sv, "ticket"sv,
        "nonce"sv, "dpop"sv,    "proof"sv,    "email"sv,         "mail"sv,        "birth"sv,    "family"sv,
        "given"sv, "address"sv, "pivot"sv,    "gender"sv,        "displayname"sv, "body"sv};
    static constexpr std::array wholes{"code"sv, "state"sv, "sub"sv, "name"sv, "query"sv};
    const std::string lower = name.toLower().toStdString();
    return std::any_of(fragments.begin(), fragments.end(),
                       [&lower](std::string_view part) { return lower.find(part) != std::string::npos; }) ||
           std::find(wholes.begin(), wholes.end(), lower) != wholes.end();
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
    QJsonObject result = fields;
    for (auto it = result.begin(); it != result.end(); ++it) {
        const QJsonValue before = it.value();
        const QJsonValue after = isSecretName(it.key()) ? QJsonValue(removed) : redactedValue(before);
        // Most hold nothing of the kind, and what stays as it is costs nothing.
        if (after != before) {
            it.value() = after;
        }
    }
    return result;
}

} // namespace proconnect
