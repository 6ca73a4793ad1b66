// SPDX-License-Identifier: MIT
#include "service/accounts/ScimClient.h"

#include "core/jose/StrictJson.h"
#include "service/outgoing/HttpClient.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace proconnect::service {
namespace {

constexpr std::chrono::milliseconds callDeadline{10'000};
constexpr std::chrono::milliseconds listDeadline{600'000};
constexpr qsizetype mostAccounts = 100'000;
constexpr int largestPage = 500;
constexpr qsizetype largestReply = 4LL * 1024 * 1024;
constexpr int deepestReply = 12;
constexpr qsizetype longestReason = 300;

Failure unavailable(const QString& why)
{
    return {FailureCode::PortalUnavailable, why, {}};
}

Failure malformed(const QString& why)
{
    return {FailureCode::BadReply, why, {}};
}

/// The reason in the portal's words, when its error follows RFC 7644, 3.12.
QString reasonOf(const HttpReply& reply)
{
    const auto json = parseStrictJson(reply.body, {largestReply, deepestReply});
    const QString detail = json ? json.value()[u"detail"].toString() : QString();
    return detail.simplified().left(longestReason);
}

Failure failureOf(const HttpReply& reply)
{
    const QString status = QStringLiteral("the portal answered %1").arg(reply.status);
    switch (reply.status) {
    case 404:
    case 410:
        return {FailureCode::NotFound, status, {}};
    case 409:
    case 412:
    case 425:
        return {FailureCode::Conflict, status, reasonOf(reply)};
    case 401:
    case 408:
    case 429:
        return unavailable(status);
    default:
        break;
    }
    if (reply.status >= 400 && reply.status < 500) {
        return {FailureCode::PortalRefused, status, reasonOf(reply)};
    }
    return unavailable(status);
}

QJsonObject replace(const QString& path, const QJsonValue& value)
{
    return {{QStringLiteral("op"), QStringLiteral("replace")},
            {QStringLiteral("path"), path},
            {QStringLiteral("value"), value}};
}

QString listPath(const QString& filter, qint64 startIndex, int count)
{
    // Joined, not filled in: an encoded filter holds "%3A", which QString::arg() would take for a place.
    return QStringLiteral("/Users?filter=") + QString::fromLatin1(QUrl::toPercentEncoding(filter)) +
           QStringLiteral("&startIndex=%1&count=%2").arg(startIndex).arg(count);
}

QString userPath(const QString& scimId)
{
    return QStringLiteral("/Users/") + QString::fromLatin1(QUrl::toPercentEncoding(scimId));
}

} // namespace

Outcome<QList<ScimAccount>> ScimClient::accountsOf(const PortalConfiguration& portal, const QString& siren,
                                                   const std::function<bool()>& stopped)
{
    using std::chrono::steady_clock;
    const auto end = steady_clock::now() + listDeadline;
    const Abilities abilities = abilitiesOf(portal);
    const QString filter = accountSchema() + QStringLiteral(":siren eq \"%1\"").arg(siren);
    QList<ScimAccount> accounts;
    QSet<QString> seen;
    qint64 startIndex = 1;
    while (true) {
        if (stopped()) {
            return Failure{FailureCode::Cancelled, QStringLiteral("the listing was stopped"), {}};
        }
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - steady_clock::now());
        if (left.count() <= 0) {
            return unavailable(QStringLiteral("listing accounts takes too long"));
        }
        const auto list =
            get(portal, listPath(filter, startIndex, abilities.pageSize), std::min(callDeadline, left));
        if (!list) {
            return list.failure();
        }
        if (!list.value()[u"totalResults"].isDouble()) {
            return malformed(QStringLiteral("list without totalResults"));
        }
        const qint64 total = list.value()[u"totalResults"].toInteger(-1);
        const QJsonArray resources = list.value()[u"Resources"].toArray();
        for (const QJsonValue resource : resources) {
            const auto account = readScimAccount(resource.toObject(), portal.portal, m_clock.now());
            if (!account) {
                return account.failure();
            }
            // A portal that ignores the filter, or repeats itself between pages, shows nobody else's
            // accounts.
            if (account.value().siren == siren && !seen.contains(account.value().account.id)) {
                seen.insert(account.value().account.id);
                accounts.append(account.value());
            }
        }
        startIndex += resources.size();
        if (accounts.size() > mostAccounts) {
            return malformed(QStringLiteral("more accounts than a company can have"));
        }
        if (startIndex > total) {
            return accounts;
        }
        if (resources.isEmpty()) {
            return malformed(QStringLiteral("the portal announces more accounts than it shows"));
        }
    }
}

Outcome<ScimAccount> ScimClient::account(const PortalConfiguration& portal, const QString& scimId)
{
    const auto resource = get(portal, userPath(scimId), callDeadline);
    if (!resource) {
        return resource.failure();
    }
    return readScimAccount(resource.value(), portal.portal, m_clock.now());
}

Outcome<ScimAccount> ScimClient::close(const PortalConfiguration& portal, const QString& scimId,
                                       const QString& etag)
{
    return patch(portal, scimId, etag, {replace(QStringLiteral("active"), false)});
}

Outcome<ScimAccount> ScimClient::restore(const PortalConfiguration& portal, const QString& scimId,
                                         const QString& etag)
{
    return patch(portal, scimId, etag, {replace(QStringLiteral("active"), true)});
}

Outcome<ScimAccount> ScimClient::certify(const PortalConfiguration& portal, const QString& scimId,
                                         const QString& etag, const QString& subject)
{
    return patch(portal, scimId, etag,
                 {replace(accountSchema() + QStringLiteral(":certification"), QStringLiteral("certified")),
                  replace(accountSchema() + QStringLiteral(":certifiedSubject"), subject)});
}

Outcome<ScimAccount> ScimClient::giveRole(const PortalConfiguration& portal, const QString& scimId,
                                          const QString& etag, const QString& role,
                                          const std::optional<QJsonArray>& sirets)
{
    QJsonArray operations{
        replace(accountSchema() + QStringLiteral(":role"), QJsonObject{{QStringLiteral("value"), role}})};
    if (sirets) {
        operations.append(replace(accountSchema() + QStringLiteral(":siret"), *sirets));
    }
    return patch(portal, scimId, etag, operations);
}

Outcome<ScimAccount> ScimClient::open(const PortalConfiguration& portal, const NewScimAccount& account)
{
    QJsonObject extension{{QStringLiteral("siren"), account.siren},
                          {QStringLiteral("role"), QJsonObject{{QStringLiteral("value"), account.role}}}};
    if (!account.sirets.isEmpty()) {
        extension.insert(QStringLiteral("siret"), QJsonArray::fromStringList(account.sirets));
    }
    QJsonArray rights;
    for (const QString& code : account.rights) {
        rights.append(QJsonObject{{QStringLiteral("value"), code}});
    }
    if (!rights.isEmpty()) {
        extension.insert(QStringLiteral("rights"), rights);
    }
    // RFC 7643 wants a userName; the portal puts its own identifier in its place.
    const QJsonObject body{
        {QStringLiteral("schemas"),
         QJsonArray{QStringLiteral("urn:ietf:params:scim:schemas:core:2.0:User"), accountSchema()}},
        {QStringLiteral("externalId"), account.externalId},
        {QStringLiteral("userName"), account.email},
        {QStringLiteral("active"), true},
        {QStringLiteral("name"), QJsonObject{{QStringLiteral("formatted"), account.name}}},
        {QStringLiteral("emails"), QJsonArray{QJsonObject{{QStringLiteral("value"), account.email},
                                                          {QStringLiteral("primary"), true}}}},
        {accountSchema(), extension}};
    const auto reply = call(portal, "POST", QStringLiteral("/Users"),
                            QJsonDocument(body).toJson(QJsonDocument::Compact), {}, callDeadline);
    if (!reply) {
        return reply.failure();
    }
    const auto resource = parseStrictJson(reply.value().body, {largestReply, deepestReply});
    return resource ? readScimAccount(resource.value(), portal.portal, m_clock.now())
                    : Outcome<ScimAccount>(malformed(QStringLiteral("the answer to POST is not JSON")));
}

Outcome<std::optional<ScimAccount>> ScimClient::opened(const PortalConfiguration& portal,
                                                       const NewScimAccount& account)
{
    const auto list = get(
        portal, listPath(QStringLiteral("externalId eq \"%1\"").arg(account.externalId), 1, 2), callDeadline);
    if (!list) {
        return list.failure();
    }
    for (const QJsonValue resource : list.value()[u"Resources"].toArray()) {
        const auto one = readScimAccount(resource.toObject(), portal.portal, m_clock.now());
        if (!one) {
            return one.failure();
        }
        // A portal that ignores the filter shows nobody else's accounts.
        if (one.value().siren == account.siren && resource[u"externalId"].toString() == account.externalId) {
            return std::optional(one.value());
        }
    }
    return std::optional<ScimAccount>();
}

Outcome<ScimAccount> ScimClient::withdrawCertification(const PortalConfiguration& portal,
                                                       const QString& scimId, const QString& etag)
{
    return patch(portal, scimId, etag,
                 {replace(accountSchema() + QStringLiteral(":certification"), QStringLiteral("none")),
                  replace(accountSchema() + QStringLiteral(":certifiedSubject"), QStringLiteral(""))});
}

Outcome<ScimAccount> ScimClient::patch(const PortalConfiguration& portal, const QString& scimId,
                                       const QString& etag, const QJsonArray& operations)
{
    const QJsonObject body{{QStringLiteral("schemas"),
                            QJsonArray{QStringLiteral("urn:ietf:params:scim:api:messages:2.0:PatchOp")}},
                           {QStringLiteral("Operations"), operations}};
    const auto reply =
        call(portal, "PATCH", userPath(scimId), QJsonDocument(body).toJson(QJsonDocument::Compact),
             abilitiesOf(portal).etags ? etag : QString(), callDeadline);
    if (!reply) {
        return reply.failure();
    }
    if (reply.value().status == 204 || reply.value().body.isEmpty()) {
        return account(portal, scimId);
    }
    const auto resource = parseStrictJson(reply.value().body, {largestReply, deepestReply});
    if (!resource) {
        return malformed(QStringLiteral("the answer to PATCH is not JSON"));
    }
    return readScimAccount(resource.value(), portal.portal, m_clock.now());
}

ScimClient::Abilities ScimClient::abilitiesOf(const PortalConfiguration& portal)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_abilities.contains(portal.portal.id)) {
            return m_abilities.value(portal.portal.id);
        }
    }
    Abilities abilities;
    const auto config = get(portal, QStringLiteral("/ServiceProviderConfig"), callDeadline);
    if (!config) {
        // The defaults ask for nothing that RFC 7644 makes optional; discovery is tried again next time.
        return abilities;
    }
    const int mostResults = config.value()[u"filter"][u"maxResults"].toInt(abilities.pageSize);
    abilities.pageSize = qBound(1, mostResults, largestPage);
    abilities.etags = config.value()[u"etag"][u"supported"].toBool();
    const std::lock_guard lock(m_mutex);
    m_abilities.insert(portal.portal.id, abilities);
    return abilities;
}

Outcome<QJsonObject> ScimClient::get(const PortalConfiguration& portal, const QString& pathAndQuery,
                                     std::chrono::milliseconds deadline)
{
    const auto reply = call(portal, "GET", pathAndQuery, {}, {}, deadline);
    if (!reply) {
        return reply.failure();
    }
    return parseStrictJson(reply.value().body, {largestReply, deepestReply});
}

Outcome<HttpReply> ScimClient::call(const PortalConfiguration& portal, const QByteArray& method,
                                    const QString& pathAndQuery, const QByteArray& body, const QString& etag,
                                    std::chrono::milliseconds deadline)
{
    ServerPause& pause = m_pauses.of(portal.portal.id);
    if (pause.active()) {
        return unavailable(QStringLiteral("the portal asked to be left alone"));
    }
    OutgoingRequest request;
    request.method = method;
    request.url = QUrl(portal.scimUrl.toString(QUrl::FullyEncoded) + pathAndQuery, QUrl::StrictMode);
    request.headers = {{"Accept", "application/scim+json"}, {"Authorization", "Bearer " + portal.scimToken}};
    if (!body.isEmpty()) {
        request.headers.emplaceBack("Content-Type", "application/scim+json");
    }
    if (!etag.isEmpty()) {
        request.headers.emplaceBack("If-Match", etag.toLatin1());
    }
    request.body = body;
    request.deadline = deadline;
    request.largestReply = largestReply;
    auto reply = m_http.send(request);
    if (!reply) {
        const Failure& failure = reply.failure();
        return failure.code == FailureCode::BadReply ? failure : unavailable(failure.detail);
    }
    pause.note(reply.value());
    if (reply.value().status < 200 || reply.value().status > 299) {
        return failureOf(reply.value());
    }
    return reply;
}

} // namespace proconnect::service
