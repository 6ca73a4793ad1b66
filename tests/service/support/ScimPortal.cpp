// SPDX-License-Identifier: MIT
#include "tests/service/support/ScimPortal.h"

#include <utility>

namespace proconnect::service {

QJsonObject ScimPortal::user(const QString& userName, const QString& holder, const QString& email,
                             const QString& siren)
{
    const QJsonObject role{{QStringLiteral("value"), QStringLiteral("DELEGATAIRE")},
                           {QStringLiteral("display"), QStringLiteral("Délégataire")},
                           {QStringLiteral("administrator"), false}};
    const QJsonArray rights{QJsonObject{{QStringLiteral("value"), QStringLiteral("DECLARER_TVA")},
                                        {QStringLiteral("display"), QStringLiteral("Déclarer la TVA")},
                                        {QStringLiteral("payment"), false}}};
    return {{QStringLiteral("id"), QStringLiteral("scim-") + userName},
            {QStringLiteral("userName"), userName},
            {QStringLiteral("active"), true},
            {QStringLiteral("name"), QJsonObject{{QStringLiteral("formatted"), holder}}},
            {QStringLiteral("emails"), QJsonArray{QJsonObject{{QStringLiteral("value"), email}}}},
            {QStringLiteral("meta"),
             QJsonObject{{QStringLiteral("version"), QStringLiteral("W/\"1\"")},
                         {QStringLiteral("created"), QStringLiteral("2024-05-02T00:00:00Z")}}},
            {accountSchema(), QJsonObject{{QStringLiteral("siren"), siren},
                                          {QStringLiteral("role"), role},
                                          {QStringLiteral("rights"), rights},
                                          {QStringLiteral("certification"), QStringLiteral("none")}}}};
}

Outcome<HttpReply> ScimPortal::answer(const OutgoingRequest& request)
{
    if (request.method == "PATCH" && beforePatch) {
        std::exchange(beforePatch, {})();
    }
    const std::scoped_lock lock(m_mutex);
    if (trouble) {
        return *trouble;
    }
    const QString path = request.url.path();
    if (path.endsWith(QStringLiteral("/ServiceProviderConfig"))) {
        return json(200, {{QStringLiteral("filter"), QJsonObject{{QStringLiteral("maxResults"), pageSize}}},
                          {QStringLiteral("etag"), QJsonObject{{QStringLiteral("supported"), true}}}});
    }
    if (path.endsWith(QStringLiteral("/evenements"))) {
        if (eventReply) {
            return *eventReply;
        }
        events.append(request.body);
        return HttpReply{202, {}, {}};
    }
    if (path.endsWith(QStringLiteral("/Users")) && request.method == "POST") {
        return openReply ? *openReply : open(QJsonDocument::fromJson(request.body).object());
    }
    if (path.endsWith(QStringLiteral("/Users"))) {
        const QUrlQuery query(request.url);
        const QString filter = query.queryItemValue(QStringLiteral("filter"), QUrl::FullyDecoded);
        const auto isAmong = [&filter](const QStringList& sirens) {
            return std::any_of(sirens.cbegin(), sirens.cend(),
                               [&](const QString& siren) { return filter.contains(siren); });
        };
        if (isAmong(cutShort) && query.queryItemValue(QStringLiteral("startIndex")) != u"1") {
            return HttpReply{429, {}, {}};
        }
        return isAmong(failing) ? json(500, {}) : listReply ? *listReply : list(query);
    }
    return one(path.section(u'/', -1), request);
}

HttpReply ScimPortal::list(const QUrlQuery& query) const
{
    qsizetype start = query.queryItemValue(QStringLiteral("startIndex")).toLongLong() - 1;
    if (repeatsItself && start > 0) {
        --start;
    }
    QJsonArray page;
    for (qsizetype i = start; i < users.size() && page.size() < pageSize; ++i) {
        page.append(users[i]);
    }
    return json(200, {{QStringLiteral("totalResults"), users.size()}, {QStringLiteral("Resources"), page}});
}

HttpReply ScimPortal::one(const QString& id, const OutgoingRequest& request)
{
    for (QJsonObject& user : users) {
        if (user[u"id"].toString() != id) {
            continue;
        }
        if (request.method == "PATCH") {
            if (patchReply) {
                return *patchReply;
            }
            const QJsonArray operations =
                QJsonDocument::fromJson(request.body).object()[u"Operations"].toArray();
            for (const QJsonValue operation : operations) {
                apply(user, operation[u"path"].toString(), operation[u"value"]);
            }
        }
        return json(200, user);
    }
    return json(404, {});
}

HttpReply ScimPortal::open(const QJsonObject& asked)
{
    const QJsonObject wanted = asked[accountSchema()].toObject();
    QJsonObject made =
        user(QStringLiteral("NEW%1").arg(users.size()), asked[u"name"][u"formatted"].toString(),
             asked[u"emails"][0][u"value"].toString(), wanted[u"siren"].toString());
    QJsonObject extension = made[accountSchema()].toObject();
    extension.insert(QStringLiteral("role"), roleNamed(wanted[u"role"][u"value"].toString()));
    extension.insert(QStringLiteral("siret"), wanted[u"siret"]);
    QJsonArray rights;
    for (const QJsonValue right : wanted[u"rights"].toArray()) {
        if (opensWithout.isEmpty() || right[u"value"].toString() != opensWithout) {
            rights.append(right);
        }
    }
    if (!opensWith.isEmpty()) {
        rights.append(opensWith);
    }
    if (!rights.isEmpty()) {
        extension.insert(QStringLiteral("rights"), rights);
    }
    made.insert(accountSchema(), extension);
    made.insert(QStringLiteral("externalId"), asked[u"externalId"]);
    users.append(made);
    return losesOpenings ? json(503, {}) : json(201, made);
}

QJsonObject ScimPortal::roleNamed(const QString& code) const
{
    for (const QJsonObject& user : users) {
        const QJsonObject role = user[accountSchema()][u"role"].toObject();
        if (role[u"value"].toString() == code) {
            return role;
        }
    }
    return {{QStringLiteral("value"), code}};
}

void ScimPortal::apply(QJsonObject& user, const QString& path, const QJsonValue& value) const
{
    if (path.startsWith(accountSchema())) {
        const QString attribute = path.section(u':', -1);
        QJsonObject extension = user[accountSchema()].toObject();
        extension.insert(attribute,
                         attribute == u"role" ? QJsonValue(roleNamed(value[u"value"].toString())) : value);
        user.insert(accountSchema(), extension);
    } else {
        user.insert(path, value);
    }
}

PortalConfiguration scimPortalConfiguration(const QString& id)
{
    return readPortalSection(
               id, {{QStringLiteral("name"), QStringLiteral("impots.gouv.fr")},
                    {QStringLiteral("scim_url"), QStringLiteral("http://portal.example/scim/v2/")},
                    {QStringLiteral("scim_token"), QStringLiteral("scim-token")},
                    {QStringLiteral("events_url"), QStringLiteral("http://portal.example/evenements")},
                    {QStringLiteral("client_id"), QStringLiteral("psp-") + id},
                    {QStringLiteral("client_secret"), QStringLiteral("secret-of-") + id},
                    {QStringLiteral("sensitive"), QStringLiteral("true")}})
        .value();
}

} // namespace proconnect::service
