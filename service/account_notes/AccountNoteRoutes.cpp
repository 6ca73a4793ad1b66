// SPDX-License-Identifier: MIT
#include "service/account_notes/AccountNoteRoutes.h"

#include "core/protocol/ModelJson.h"
#include "service/http/Router.h"
#include "service/sessions/PathSiren.h"
#include "service/storage/Database.h"

#include <QSet>
#include <QTimeZone>

namespace proconnect::service {
namespace {

constexpr int longestDays = 366;
constexpr qsizetype fewestAddresses = 2;

Failure wrong(const char* member)
{
    return {FailureCode::InvalidRequest, QLatin1String(member), QLatin1String(member)};
}

QDate dayInParis(const QDateTime& instant)
{
    return instant.toTimeZone(QTimeZone("Europe/Paris")).date();
}

QString holderOf(const PortalAccount& account)
{
    return account.holderName.isEmpty() ? account.email : account.holderName;
}

QString folded(const QString& address)
{
    return address.trimmed().toCaseFolded();
}

template <typename Order>
Outcome<Order> orderOf(const HttpRequest& request)
{
    const auto body = request.json();
    return body ? fromJson<Order>(body.value(), FailureCode::InvalidRequest) : Outcome<Order>(body.failure());
}

template <typename T>
HttpResponse answered(const Outcome<T>& outcome)
{
    return outcome ? HttpResponse::json(200, toJson(outcome.value()))
                   : HttpResponse::problem(outcome.failure());
}

} // namespace

void AccountNoteRoutes::addTo(Router& router)
{
    router.add("POST", QStringLiteral("/v1/companies/{siren}/findings-set-aside"),
               [this](const HttpRequest& request) { return setAside(request); });
    router.add("POST", QStringLiteral("/v1/companies/{siren}/person-links"),
               [this](const HttpRequest& request) { return link(request); });
}

Outcome<AccountNoteRoutes::Caller> AccountNoteRoutes::callerOf(const HttpRequest& request)
{
    auto person = m_parts.sessions.authenticate(request);
    if (!person) {
        return person.failure();
    }
    const auto named = sirenOfPath(request);
    if (!named) {
        return named.failure();
    }
    const QString& siren = named.value().digits();
    if (const auto recent = m_parts.sessions.requireRecentSignIn(person.value()); !recent) {
        return recent.failure();
    }
    const auto standing = m_parts.rights.require(person.value().subject, siren, MandateUse::Acting);
    if (!standing) {
        return standing.failure();
    }
    if (!standing.value().mandate) {
        return Failure{FailureCode::NotAllowed, QStringLiteral("no delegation reaches accounts"), {}};
    }
    return Caller{std::move(person).value(), siren};
}

HttpResponse AccountNoteRoutes::setAside(const HttpRequest& request)
{
    const auto caller = callerOf(request);
    if (!caller) {
        return HttpResponse::problem(caller.failure());
    }
    const auto order = orderOf<SetAsideOrder>(request);
    if (!order) {
        return HttpResponse::problem(order.failure());
    }
    if (order.value().until > dayInParis(m_parts.clock.now()).addDays(longestDays)) {
        return HttpResponse::problem(wrong("until"));
    }
    return answered(m_parts.database.write<SetAside>(
        [&](QSqlDatabase& connection) { return take(connection, caller.value(), order.value()); }));
}

HttpResponse AccountNoteRoutes::link(const HttpRequest& request)
{
    const auto caller = callerOf(request);
    if (!caller) {
        return HttpResponse::problem(caller.failure());
    }
    const auto order = orderOf<PersonLinkOrder>(request);
    if (!order) {
        return HttpResponse::problem(order.failure());
    }
    return answered(m_parts.database.write<PersonLink>(
        [&](QSqlDatabase& connection) { return take(connection, caller.value(), order.value()); }));
}

Outcome<Done> AccountNoteRoutes::stillDirector(QSqlDatabase& connection, const Caller& caller)
{
    const auto standing = m_parts.rights.held(connection, caller.person.subject, caller.siren);
    if (!standing || !standing.value().mandate) {
        return standing ? Failure{FailureCode::NotAllowed, QStringLiteral("no mandate any more"), {}}
                        : standing.failure();
    }
    return Done{};
}

Outcome<SetAside> AccountNoteRoutes::take(QSqlDatabase& connection, const Caller& caller,
                                          const SetAsideOrder& order)
{
    if (const auto allowed = stillDirector(connection, caller); !allowed) {
        return allowed.failure();
    }
    const auto account = m_accounts.find(connection, caller.siren, order.account);
    if (!account || !account.value()) {
        return account ? Failure{FailureCode::NotFound, QStringLiteral("no such account of this company"), {}}
                       : account.failure();
    }
    const QDateTime now = m_parts.clock.now();
    const SetAside one{order.account, order.kind, order.reason, order.until, caller.person.displayName, now};
    const bool over = order.until < dayInParis(now);
    const auto kept = over ? m_notes.putBack(connection, caller.siren, order.account, order.kind)
                           : m_notes.add(connection, caller.siren, one);
    if (!kept) {
        return kept.failure();
    }
    const PortalAccount& about = account.value()->account;
    const auto line = m_parts.journal.add(
        connection, caller.siren,
        {0, now, over ? QStringLiteral("finding.putBack") : QStringLiteral("finding.setAside"),
         holderOf(about), caller.person.displayName, about.portal});
    return line ? Outcome<SetAside>(one) : Outcome<SetAside>(line.failure());
}

Outcome<PersonLink> AccountNoteRoutes::take(QSqlDatabase& connection, const Caller& caller,
                                            const PersonLinkOrder& order)
{
    if (const auto allowed = stillDirector(connection, caller); !allowed) {
        return allowed.failure();
    }
    const auto accounts = m_accounts.accountsOf(connection, caller.siren);
    if (!accounts) {
        return accounts.failure();
    }
    QHash<QString, QString> holders; // by address
    for (const StoredAccount& stored : accounts.value()) {
        holders.insert(folded(stored.account.email), holderOf(stored.account));
    }
    const QDateTime now = m_parts.clock.now();
    PersonLink link{{}, order.same, caller.person.displayName, now};
    for (const QString& address : order.addresses) {
        if (!holders.contains(folded(address)) || folded(address).isEmpty()) {
            return Failure{
                FailureCode::NotFound, QStringLiteral("an address of no account of this company"), {}};
        }
        if (!link.addresses.contains(folded(address))) {
            link.addresses.append(folded(address));
        }
    }
    if (link.addresses.size() < fewestAddresses) {
        return wrong("addresses");
    }
    if (const auto kept = m_notes.add(connection, caller.siren, link); !kept) {
        return kept.failure();
    }
    const auto line =
        m_parts.journal.add(connection, caller.siren,
                            {0,
                             now,
                             link.same ? QStringLiteral("person.linked") : QStringLiteral("person.toldApart"),
                             holders.value(link.addresses.constFirst()),
                             caller.person.displayName,
                             {}});
    return line ? Outcome<PersonLink>(link) : Outcome<PersonLink>(line.failure());
}

} // namespace proconnect::service
