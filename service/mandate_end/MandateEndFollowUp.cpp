// SPDX-License-Identifier: MIT
#include "service/mandate_end/MandateEndFollowUp.h"

#include "core/protocol/ModelJson.h"

#include <QJsonArray>
#include <QMap>
#include <QUuid>

namespace proconnect::service {
namespace {

QString reasonOf(const MandateRecord& ended)
{
    return ended.end == MandateEnd::CompanyClosed ? QStringLiteral("companyClosed")
                                                  : QStringLiteral("notListed");
}

QString instant(const QDateTime& at)
{
    return at.toUTC().toString(Qt::ISODate);
}

QStringList idsOf(const QList<StoredAccount>& accounts)
{
    QStringList ids;
    for (const StoredAccount& stored : accounts) {
        ids.append(stored.account.id);
    }
    return ids;
}

QJsonObject evidenceOf(const MandateRecord& ended, const QList<StoredAccount>& accounts)
{
    const Mandate& mandate = ended.mandate;
    return {
        {QStringLiteral("who"), QJsonObject{{QStringLiteral("subject"), mandate.subject}}},
        {QStringLiteral("quality"), QJsonObject{{QStringLiteral("function"), mandate.function},
                                                {QStringLiteral("register"), wireName(mandate.source)},
                                                {QStringLiteral("lastProof"), instant(mandate.verifiedAt)}}},
        {QStringLiteral("reason"), reasonOf(ended)},
        {QStringLiteral("seenAt"), instant(ended.endedAt)},
        {QStringLiteral("accounts"), QJsonArray::fromStringList(idsOf(accounts))}};
}

DeliveryOrder orderFor(const MandateRecord& ended, const QString& portal, const QString& act,
                       DeliveryKind kind, const QString& target)
{
    DeliveryOrder order;
    order.siren = ended.mandate.siren;
    order.portal = portal;
    order.decision = act;
    order.kind = kind;
    order.target = target;
    return order;
}

} // namespace

Outcome<Done> MandateEndFollowUp::follow(QSqlDatabase& connection, const MandateRecord& ended) const
{
    const auto accounts = markAccounts(connection, ended);
    if (!accounts) {
        return accounts.failure();
    }
    // Stands where a decision's identifier does, so that each portal's answer is a link beside this one.
    const QString act = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const auto link = m_evidence.append(connection, ended.mandate.siren, QStringLiteral("mandateEnd"), act,
                                        evidenceOf(ended, accounts.value()));
    if (!link) {
        return link.failure();
    }
    if (const auto told = tellPortals(connection, ended, accounts.value(), act); !told) {
        return told.failure();
    }
    if (const auto stopped = stopSubstitutions(connection, ended); !stopped) {
        return stopped.failure();
    }
    return m_journal.add(connection, ended.mandate.siren,
                         {0, ended.endedAt, QStringLiteral("mandate.ended"), {}, {}, {}});
}

Outcome<QList<StoredAccount>> MandateEndFollowUp::markAccounts(QSqlDatabase& connection,
                                                               const MandateRecord& ended) const
{
    auto accounts = m_accounts.certifiedFor(connection, ended.mandate.siren, ended.mandate.subject);
    if (!accounts) {
        return accounts.failure();
    }
    const auto underWay = requestedFor(connection, ended);
    if (!underWay) {
        return underWay.failure();
    }
    accounts.value().append(underWay.value());
    for (StoredAccount& stored : accounts.value()) {
        stored.account.certification = AccountCertification::ToWithdraw;
        if (const auto saved = m_accounts.save(connection, stored); !saved) {
            return saved.failure();
        }
    }
    return accounts;
}

Outcome<QList<StoredAccount>> MandateEndFollowUp::requestedFor(QSqlDatabase& connection,
                                                               const MandateRecord& ended) const
{
    const auto orders = m_queue.waiting(connection, ended.mandate.siren, DeliveryKind::CertifyAccount);
    if (!orders) {
        return orders.failure();
    }
    QList<StoredAccount> requested;
    for (const DeliveryOrder& order : orders.value()) {
        if (order.content[u"subject"].toString() != ended.mandate.subject) {
            continue;
        }
        const auto stored = m_accounts.find(connection, order.siren, order.target);
        if (!stored) {
            return stored.failure();
        }
        if (stored.value()) {
            requested.append(*stored.value());
        }
    }
    return requested;
}

Outcome<Done> MandateEndFollowUp::stopSubstitutions(QSqlDatabase& connection,
                                                    const MandateRecord& ended) const
{
    const auto orders = m_queue.waiting(connection, ended.mandate.siren, DeliveryKind::NameAdministrator);
    if (!orders) {
        return orders.failure();
    }
    for (const DeliveryOrder& order : orders.value()) {
        auto orphan = m_accounts.find(connection, order.siren, order.target);
        if (!orphan) {
            return orphan.failure();
        }
        // Another director may have named somebody since: that stands.
        const auto overtaken = DeliveryQueue::overtaken(connection, order.id);
        if (!overtaken) {
            return overtaken.failure();
        }
        const bool theirs = order.content[u"decidedBy"].toString() == ended.mandate.subject;
        if (!theirs || overtaken.value() || !orphan.value() || !orphan.value()->account.substitution) {
            continue;
        }
        orphan.value()->account.substitution->state = SubstitutionState::Failed;
        if (auto saved = m_accounts.save(connection, *orphan.value()); !saved) {
            return saved;
        }
    }
    return Done{};
}

Outcome<Done> MandateEndFollowUp::tellPortals(QSqlDatabase& connection, const MandateRecord& ended,
                                              const QList<StoredAccount>& accounts, const QString& act) const
{
    QMap<QString, QJsonArray> told;
    for (const StoredAccount& stored : accounts) {
        told[stored.account.portal].append(stored.account.portalAccountId);
        if (const auto withdrawn = withdraw(connection, ended, stored.account, act); !withdrawn) {
            return withdrawn;
        }
    }
    for (auto it = told.cbegin(); it != told.cend(); ++it) {
        const auto wanted = m_subscriptions.wants(connection, it.key(), chosen_event::mandateEnded);
        if (!wanted) {
            return wanted.failure();
        }
        if (!wanted.value()) {
            continue;
        }
        DeliveryOrder order =
            orderFor(ended, it.key(), act, DeliveryKind::MandateEnded, ended.mandate.subject);
        order.content = {{QStringLiteral("siren"), ended.mandate.siren},
                         {QStringLiteral("portalAccountIds"), it.value()},
                         {QStringLiteral("reason"), reasonOf(ended)},
                         {QStringLiteral("register"), wireName(ended.mandate.source)},
                         {QStringLiteral("seenAt"), instant(ended.endedAt)}};
        if (const auto added = m_queue.add(connection, order, ended.endedAt); !added) {
            return added.failure();
        }
    }
    return Done{};
}

Outcome<Done> MandateEndFollowUp::withdraw(QSqlDatabase& connection, const MandateRecord& ended,
                                           const PortalAccount& account, const QString& act) const
{
    const PortalConfiguration* portal = m_portals.find(account.portal);
    if (portal != nullptr && !portal->scimUrl.isEmpty()) {
        const auto added = m_queue.add(
            connection, orderFor(ended, account.portal, act, DeliveryKind::WithdrawCertification, account.id),
            ended.endedAt);
        if (!added) {
            return added.failure();
        }
    }
    const auto wanted =
        m_subscriptions.wants(connection, account.portal, chosen_event::certificationWithdrawn);
    if (!wanted || !wanted.value()) {
        return wanted ? Outcome<Done>(Done{}) : Outcome<Done>(wanted.failure());
    }
    DeliveryOrder order =
        orderFor(ended, account.portal, act, DeliveryKind::CertificationWithdrawn, account.portalAccountId);
    order.content = {{QStringLiteral("siren"), ended.mandate.siren},
                     {QStringLiteral("portalAccountId"), account.portalAccountId},
                     {QStringLiteral("reason"), reasonOf(ended)},
                     {QStringLiteral("withdrawnAt"), instant(ended.endedAt)}};
    return m_queue.add(connection, order, ended.endedAt);
}

} // namespace proconnect::service
