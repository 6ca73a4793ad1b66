// SPDX-License-Identifier: MIT
#include "service/decisions/ClosureAcknowledgements.h"

#include "core/protocol/ModelJson.h"
#include "service/accounts/DeclarationSeries.h"
#include "service/accounts/PortalSources.h"
#include "service/decisions/AccountClosing.h"
#include "service/deliveries/DeliveryQueue.h"
#include "service/journal/CompanyCursor.h"
#include "service/journal/Journal.h"
#include "service/storage/Database.h"

namespace proconnect::service {
namespace {

constexpr qsizetype longestMessage = 300;

struct Closure
{
    QString siren;
    QString account;
    QString decision;
};

Outcome<Closure> closureOf(QSqlDatabase& connection, const QString& portal, const QString& id)
{
    auto query = runQuery(connection,
                          QStringLiteral("SELECT siren, target, decision FROM delivery WHERE id = ? AND "
                                         "portal = ? AND kind = 'askClosure'"),
                          {id, portal});
    if (!query) {
        return query.failure();
    }
    if (!query.value().next()) {
        return Failure{FailureCode::NotFound, QStringLiteral("no such closure of this portal"), {}};
    }
    const QSqlQuery& row = query.value();
    return Closure{row.value(0).toString(), row.value(1).toString(), row.value(2).toString()};
}

} // namespace

void ClosureAcknowledgements::addTo(Router& router)
{
    router.add("POST", QStringLiteral("/portal/v1/closures/{id}/acknowledgement"),
               m_guard.guarding(scope::receiveClosures,
                                [this](const HttpRequest& request, const PortalConfiguration& portal) {
                                    return acknowledge(request, portal.portal.id);
                                }));
}

HttpResponse ClosureAcknowledgements::acknowledge(const HttpRequest& request, const QString& portal)
{
    const auto body = request.json();
    if (!body) {
        return HttpResponse::problem(body.failure());
    }
    const QString outcome = body.value()[u"outcome"].toString();
    const Word word{outcome == u"closed", body.value()[u"message"].toString().simplified()};
    if (!word.closed && outcome != u"refused") {
        return HttpResponse::problem(
            {FailureCode::InvalidRequest, QStringLiteral("outcome"), QStringLiteral("outcome")});
    }
    if (word.message.size() > longestMessage || (!word.closed && word.message.isEmpty())) {
        return HttpResponse::problem(
            {FailureCode::InvalidRequest, QStringLiteral("message"), QStringLiteral("message")});
    }
    const QString id = request.parameters.value(QStringLiteral("id"));
    const auto settled = m_database.write<AccountState>(
        [&](QSqlDatabase& connection) { return settle(connection, portal, id, word); });
    return settled ? HttpResponse::json(200, {{QStringLiteral("state"), wireName(settled.value())}})
                   : HttpResponse::problem(settled.failure());
}

Outcome<AccountState> ClosureAcknowledgements::settle(QSqlDatabase& connection, const QString& portal,
                                                      const QString& id, const Word& word) const
{
    const Failure settled{FailureCode::Conflict, QStringLiteral("the closure is settled"), {}};
    const auto closure = closureOf(connection, portal, id);
    if (!closure) {
        return closure.failure();
    }
    const QString& siren = closure.value().siren;
    const QString kind = word.closed ? QStringLiteral("acknowledgement") : QStringLiteral("refusal");
    const AccountState after = word.closed ? AccountState::Closed : AccountState::ClosureFailed;
    const auto links = m_evidence.linksOf(connection, siren, closure.value().decision);
    if (!links) {
        return links.failure();
    }
    bool silent = false; // until now, for so long that the closure counts as failed
    for (const EvidenceLink& link : links.value()) {
        if (link.content[u"delivery"].toString() != id) {
            continue; // of another account, when one decision closes several
        }
        silent = silent || link.kind == u"unanswered";
        if (link.kind != u"closureAsked" && link.kind != u"unanswered") {
            return link.kind == kind ? Outcome<AccountState>(after) : Outcome<AccountState>(settled);
        }
    }
    const auto overtaken = DeliveryQueue::overtaken(connection, id);
    if (!overtaken || overtaken.value()) {
        return overtaken ? settled : overtaken.failure();
    }
    const auto found = m_accounts.find(connection, siren, closure.value().account);
    if (!found) {
        return found.failure();
    }
    if (!found.value()) {
        return Failure{FailureCode::NotFound, QStringLiteral("the account is gone"), {}};
    }
    // A declaration may have shown the account closed before the word came: the word is evidence all the
    // same.
    const AccountState state = found.value()->account.state;
    const bool declared = word.closed && state == AccountState::ClosureManual; // by the company, unproven
    if (state == AccountState::ClosureRequested ||
        (silent && (declared || state == AccountState::ClosureFailed))) {
        if (const auto applied = apply(connection, *found.value(), word); !applied) {
            return applied.failure();
        }
    } else if (state != after) {
        return settled;
    } else if (auto proven = prove(connection, *found.value()); !proven) {
        return proven.failure();
    }
    const QJsonObject evidence{{QStringLiteral("delivery"), id},
                               {QStringLiteral("account"), closure.value().account},
                               {QStringLiteral("portal"), portal},
                               {QStringLiteral("at"), m_clock.now().toString(Qt::ISODate)},
                               {QStringLiteral("portalMessage"), word.closed ? QString() : word.message}};
    if (const auto noted = DeliveryQueue::noteAnswer(connection, id, m_clock.now()); !noted) {
        return noted.failure();
    }
    const auto link = m_evidence.append(connection, siren, kind, closure.value().decision, evidence);
    return link ? Outcome<AccountState>(after) : Outcome<AccountState>(link.failure());
}

Outcome<Done> ClosureAcknowledgements::prove(QSqlDatabase& connection, StoredAccount stored) const
{
    if (!stored.closedByData) {
        return Done{};
    }
    stored.closedByData.reset();
    if (auto saved = m_accounts.save(connection, stored); !saved) {
        return saved;
    }
    const auto moved = advanceCursor(connection, stored.siren);
    return moved ? m_departures.proven(connection, stored.siren, stored.account.id)
                 : Outcome<Done>(moved.failure());
}

Outcome<Done> ClosureAcknowledgements::apply(QSqlDatabase& connection, StoredAccount stored,
                                             const Word& word) const
{
    PortalAccount& account = stored.account;
    account.state = word.closed ? AccountState::Closed : AccountState::ClosureFailed;
    account.portalMessage = word.closed ? QString() : word.message;
    if (const auto saved = m_accounts.save(connection, stored); !saved) {
        return saved.failure();
    }
    const QDateTime now = m_clock.now();
    if (word.closed) {
        // Accounts as they were before would open this one again.
        const auto raised = PortalSources::raise(connection, stored.siren, account.portal, now);
        if (!raised) {
            return raised.failure();
        }
        const auto overtaken =
            DeclarationSeries::overtake(connection, stored.siren, account.portal, {account.id});
        if (!overtaken) {
            return overtaken.failure();
        }
    }
    if (auto followed = m_departures.follow(connection, stored.siren, account, now); !followed) {
        return followed;
    }
    const QString kind =
        word.closed ? QStringLiteral("account.closed") : QStringLiteral("account.closureFailed");
    return m_journal.add(connection, stored.siren, {0, now, kind, personOf(account), {}, account.portal});
}

} // namespace proconnect::service
