// SPDX-License-Identifier: MIT
#include "service/accounts/AccountListings.h"

#include "core/departure/Orphan.h"
#include "core/protocol/ModelFields.h"
#include "service/accounts/PortalSources.h"
#include "service/journal/CompanyCursor.h"
#include "service/journal/Journal.h"
#include "service/storage/Database.h"

#include <algorithm>

namespace proconnect::service {
namespace {

/// Whether the company has more accounts than a desktop reads, closed ones included.
Outcome<bool> isOverfull(QSqlDatabase& connection, const QString& siren)
{
    auto query = runQuery(
        connection, QStringLiteral("SELECT count(*) FROM portal_account WHERE siren = ? AND content <> ''"),
        {siren});
    if (!query) {
        return query.failure();
    }
    query.value().next();
    return query.value().value(0).toLongLong() > limits::accounts;
}

} // namespace

Outcome<bool> AccountListings::takeAll(QSqlDatabase& connection, const Source& source,
                                       const QList<ScimAccount>& listing,
                                       const QHash<QString, int>& before) const
{
    return noted(connection, source,
                 m_store.takeListing(connection, source.siren, source.portal, listing, before, source.asOf),
                 Age::Raised);
}

Outcome<bool> AccountListings::takeChanges(QSqlDatabase& connection, const Source& source,
                                           const QList<ScimAccount>& changed) const
{
    return noted(connection, source, m_store.takeSome(connection, source.siren, changed, source.asOf),
                 Age::Raised);
}

Outcome<bool> AccountListings::takePart(QSqlDatabase& connection, const Source& source,
                                        const QList<ScimAccount>& part) const
{
    return noted(connection, source, m_store.takeSome(connection, source.siren, part, source.asOf),
                 Age::Kept);
}

Outcome<bool> AccountListings::endParts(QSqlDatabase& connection, const Source& source,
                                        const QStringList& gone) const
{
    return noted(connection, source, m_store.closeGone(connection, source.siren, gone, source.asOf),
                 Age::Raised);
}

Outcome<bool> AccountListings::noted(QSqlDatabase& connection, const Source& source,
                                     const Outcome<AccountChanges>& changes, Age age) const
{
    if (!changes) {
        return changes.failure();
    }
    const auto note = [&](const QStringList& people, const QString& kind) -> Outcome<Done> {
        for (const QString& person : people) {
            const auto line =
                m_journal.add(connection, source.siren, {0, source.now, kind, person, {}, source.portal});
            if (!line) {
                return line.failure();
            }
        }
        return Done{};
    };
    if (const auto closed = note(changes.value().closed, QStringLiteral("account.closed")); !closed) {
        return closed.failure();
    }
    if (const auto reopened = note(changes.value().reopened, QStringLiteral("account.reopened")); !reopened) {
        return reopened.failure();
    }
    QList<PortalAccount> changed;
    for (const StoredAccount& stored : changes.value().accounts) {
        changed.append(stored.account);
    }
    const auto followed = m_departures.follow(
        connection, {source.siren, source.portal, source.asOf, age == Age::Raised, source.now}, changed);
    if (!followed) {
        return followed.failure();
    }
    const bool any = !changed.isEmpty();
    const auto overfull = any ? isOverfull(connection, source.siren) : Outcome<bool>(false);
    if (!overfull || overfull.value()) {
        return overfull ? Failure{FailureCode::InvalidRequest,
                                  QStringLiteral("more accounts than a company can have"),
                                  QStringLiteral("accounts")}
                        : overfull.failure();
    }
    const auto substitutions = any ? followSubstitutions(connection, source) : Outcome<Done>(Done{});
    if (!substitutions) {
        return substitutions.failure();
    }
    const auto answered = age == Age::Raised ? PortalSources::answered(connection, source.siren,
                                                                       source.portal, source.asOf, any)
                                             : Outcome<bool>(false);
    if (!answered) {
        return answered.failure();
    }
    if (any || answered.value()) {
        if (const auto moved = advanceCursor(connection, source.siren); !moved) {
            return moved.failure();
        }
    }
    return any;
}

Outcome<Done> AccountListings::followSubstitutions(QSqlDatabase& connection, const Source& source) const
{
    auto orphans = m_store.substituted(connection, source.siren, source.portal);
    if (!orphans) {
        return orphans.failure();
    }
    for (StoredAccount& orphan : orphans.value()) {
        const auto named = m_store.find(connection, source.siren, orphan.account.substitution->successor);
        if (!named) {
            return named.failure();
        }
        if (auto settled = settle(connection, source, orphan, named.value()); !settled) {
            return settled;
        }
    }
    return Done{};
}

Outcome<Done> AccountListings::settle(QSqlDatabase& connection, const Source& source, StoredAccount& orphan,
                                      const std::optional<StoredAccount>& named) const
{
    auto& substitution = orphan.account.substitution;
    const auto done = named ? shownDone(connection, orphan, *named) : Outcome<bool>(false);
    if (!done) {
        return done.failure();
    }
    const bool gone = !named || !named->account.openAccount();
    if (!done.value() && (!gone || substitution->state == SubstitutionState::Failed)) {
        return Done{};
    }
    if (done.value()) {
        substitution.reset();
    } else {
        substitution->state = SubstitutionState::Failed;
    }
    orphan.account.portalMessage.clear();
    if (auto saved = m_store.save(connection, orphan); !saved) {
        return saved;
    }
    return m_journal.add(
        connection, source.siren,
        {0,
         source.now,
         done.value() ? QStringLiteral("account.administratorNamed") : QStringLiteral("account.namingFailed"),
         named ? named->account.holderName : QString(),
         {},
         source.portal});
}

Outcome<bool> AccountListings::shownDone(QSqlDatabase& connection, const StoredAccount& orphan,
                                         const StoredAccount& named) const
{
    if (!isNewcomer(orphan.account, named.account)) {
        return isDone(orphan.account, named.account, named.account);
    }
    const auto there = m_store.accountsOn(connection, orphan.siren, orphan.account.portal);
    if (!there) {
        return there.failure();
    }
    return std::any_of(there.value().cbegin(), there.value().cend(), [&](const StoredAccount& candidate) {
        return isDone(orphan.account, named.account, candidate.account);
    });
}

} // namespace proconnect::service
