// SPDX-License-Identifier: MIT
#include "service/portals/PortalConfiguration.h"

#include "core/jose/StrictJson.h"

#include <QCryptographicHash>
#include <QFile>

#include <optional>

namespace proconnect::service {
namespace {

Failure wrong(const QString& portalId, const char* member)
{
    return {FailureCode::InvalidRequest,
            QStringLiteral("[portal.%1] %2 is missing or wrong").arg(portalId, QLatin1String(member)),
            {}};
}

std::optional<bool> readBool(const QString& text, bool fallback)
{
    if (text.isEmpty()) {
        return fallback;
    }
    if (text == u"true" || text == u"false") {
        return text == u"true";
    }
    return std::nullopt;
}

std::optional<PortalSource::Method> readMethod(const QString& text)
{
    if (text.isEmpty() || text == u"api") {
        return PortalSource::Method::Api;
    }
    if (text == u"file") {
        return PortalSource::Method::File;
    }
    if (text == u"declared") {
        return PortalSource::Method::Declared;
    }
    return std::nullopt;
}

/// A whole number up to `largest`; empty: 0.
std::optional<int> readNumber(const QString& text, int largest)
{
    bool isNumber = text.isEmpty();
    const int number = isNumber ? 0 : text.toInt(&isNumber);
    return isNumber && number >= 0 && number <= largest ? std::optional(number) : std::nullopt;
}

/// An http or https address, without its final slash; empty stays empty.
std::optional<QUrl> readAddress(QString text)
{
    if (text.isEmpty()) {
        return QUrl();
    }
    while (text.endsWith(u'/')) {
        text.chop(1);
    }
    const QUrl url(text, QUrl::StrictMode);
    const bool usable = url.isValid() && !url.host().isEmpty() && !url.hasQuery() && !url.hasFragment() &&
                        (url.scheme() == u"https" || url.scheme() == u"http");
    return usable ? std::optional{url} : std::nullopt;
}

/// How the portal proves who it is; gives the name of the member at fault, or null.
const char* readCredentials(const QHash<QString, QString>& section, PortalConfiguration& portal)
{
    const auto value = [&section](const char* name) {
        return section.value(QString::fromLatin1(name)).trimmed();
    };
    if (const QString secret = value("client_secret"); !secret.isEmpty()) {
        portal.clientSecretHash = QCryptographicHash::hash(secret.toUtf8(), QCryptographicHash::Sha256);
    }
    if (const QString hash = value("client_secret_hash"); !hash.isEmpty()) {
        const QByteArray bytes = QByteArray::fromHex(hash.toLatin1());
        if (!portal.clientSecretHash.isEmpty() ||
            bytes.size() != QCryptographicHash::hashLength(QCryptographicHash::Sha256) ||
            QString::fromLatin1(bytes.toHex()) != hash.toLower()) {
            return "client_secret_hash";
        }
        portal.clientSecretHash = bytes;
    }
    if (const QString path = value("client_keys"); !path.isEmpty()) {
        QFile file(path);
        constexpr qint64 largestFile = 64LL * 1024;
        const auto json = file.open(QIODevice::ReadOnly)
                              ? parseStrictJson(file.read(largestFile + 1), {largestFile, 4})
                              : Outcome<QJsonObject>(Failure{FailureCode::StorageUnreadable, path, {}});
        const auto keys = json ? parseJwkSet(json.value()) : Outcome<QList<Jwk>>(json.failure());
        if (!keys || keys.value().isEmpty()) {
            return "client_keys";
        }
        portal.clientKeys = keys.value();
    }
    return portal.clientSecretHash.isEmpty() && portal.clientKeys.isEmpty() ? "client_secret" : nullptr;
}

} // namespace

Outcome<PortalConfiguration> readPortalSection(const QString& portalId,
                                               const QHash<QString, QString>& section)
{
    const auto value = [&section](const char* name) {
        return section.value(QString::fromLatin1(name)).trimmed();
    };
    const auto sensitive = readBool(value("sensitive"), false);
    const auto certifies = readBool(value("certifies"), true);
    const auto closes = readBool(value("closes"), true);
    const auto names = readBool(value("names_administrators"), false);
    const auto opens = readBool(value("opens_accounts"), false);
    const auto method = readMethod(value("method"));
    const auto scimUrl = readAddress(value("scim_url"));
    const auto eventsUrl = readAddress(value("events_url"));
    if (!sensitive || !certifies || !closes || !names || !opens || !method) {
        return wrong(portalId, !sensitive   ? "sensitive"
                               : !certifies ? "certifies"
                               : !closes    ? "closes"
                               : !names     ? "names_administrators"
                               : !opens     ? "opens_accounts"
                                            : "method");
    }
    if (!scimUrl || !eventsUrl) {
        return wrong(portalId, !scimUrl ? "scim_url" : "events_url");
    }
    for (const char* name : {"name", "client_id"}) {
        if (value(name).isEmpty()) {
            return wrong(portalId, name);
        }
    }
    PortalConfiguration result;
    if (const char* at = readCredentials(section, result)) {
        return wrong(portalId, at);
    }
    if (const QString quota = value("quota_per_minute"); !quota.isEmpty()) {
        bool isNumber = false;
        result.quotaPerMinute = quota.toInt(&isNumber);
        if (!isNumber || result.quotaPerMinute < 1) {
            return wrong(portalId, "quota_per_minute");
        }
    }
    constexpr int mostDays = 400;
    const auto closingHours = readNumber(value("closing_hours"), 24 * mostDays);
    const auto restoreDays = readNumber(value("restore_days"), mostDays);
    if (!closingHours || !restoreDays) {
        return wrong(portalId, closingHours ? "restore_days" : "closing_hours");
    }
    result.method = *method;
    result.closes = *closes;
    result.scimUrl = *scimUrl;
    result.scimToken = value("scim_token").toLatin1();
    result.eventsUrl = *eventsUrl;
    for (const QString& line : value("letter_address").split(u'|', Qt::SkipEmptyParts)) {
        result.letterAddress.append(line.simplified());
    }
    result.clientId = value("client_id");
    result.scopes = value("scopes").split(u' ', Qt::SkipEmptyParts);
    if (result.scopes.isEmpty()) {
        result.scopes = {scope::verifyDirector, scope::depositRequest, scope::readRequest};
    }
    result.portal = {portalId,
                     value("name"),
                     *sensitive,
                     *certifies,
                     !result.closesByProgram(),
                     *names && !result.scimUrl.isEmpty(),
                     *closingHours,
                     *restoreDays,
                     *opens && !result.scimUrl.isEmpty()};
    return result;
}

} // namespace proconnect::service
