// SPDX-License-Identifier: MIT
#include "service/accounts/DeclarationIntake.h"

#include "service/accounts/PortalSources.h"
#include "service/companies/CompanyDirectory.h"
#include "service/journal/CompanyCursor.h"
#include "service/storage/Database.h"

namespace proconnect::service {
namespace {

QStringList identifiersOf(const QList<ScimAccount>& accounts)
{
    QStringList identifiers;
    for (const ScimAccount& account : accounts) {
        identifiers.append(account.account.id);
    }
    return identifiers;
}

DeclarationSeries::Page pageOf(const AccountListings::Source& source, const AccountDeclaration& declaration)
{
    return {source.siren,
            source.portal,
            declaration.page->series,
            declaration.page->number,
            declaration.page->count,
            source.asOf,
            identifiersOf(declaration.accounts),
            declaration.replaces.has_value()};
}

} // namespace

Outcome<DeclarationIntake::Taken> DeclarationIntake::take(QSqlDatabase& connection, const QString& portal,
                                                          const AccountDeclaration& declaration,
                                                          const QDateTime& now)
{
    const Source source{portal, declaration.siren, declaration.asOf, now};
    const auto inPlace = requireWelcome(connection, source, declaration);
    if (!inPlace) {
        return inPlace.failure();
    }
    Taken taken;
    if (declaration.page) {
        const auto page = takePage(connection, source, declaration);
        if (!page) {
            return page.failure();
        }
        taken = page.value();
    } else {
        const auto changed = takeWhole(connection, source, declaration);
        if (!changed) {
            return changed.failure();
        }
        taken.changed = changed.value();
    }
    // One that changed nothing makes older ones old all the same.
    if (taken.pagesLeft == 0) {
        if (const auto raised = raise(connection, source); !raised) {
            return raised.failure();
        }
    }
    taken.replaced = taken.pagesLeft == 0 && inPlace.value();
    if (taken.replaced) {
        if (const auto replaced = replace(connection, source, *declaration.replaces); !replaced) {
            return replaced.failure();
        }
        if (const auto restored = m_disproved.restore(connection, source); !restored) {
            return restored.failure();
        }
    }
    const auto tooMany =
        m_store.tooMany(connection, source.siren, source.portal, DeclarationSeries::mostAccounts);
    if (!tooMany || tooMany.value()) {
        return tooMany ? Failure{FailureCode::InvalidRequest,
                                 QStringLiteral("more accounts than a company can have"),
                                 QStringLiteral("accounts")}
                       : tooMany.failure();
    }
    return taken;
}

Outcome<bool> DeclarationIntake::takeWhole(QSqlDatabase& connection, const Source& source,
                                           const AccountDeclaration& declaration)
{
    if (declaration.kind == AccountDeclaration::Kind::Delta) {
        const auto told = DeclarationSeries::overtake(connection, source.siren, source.portal,
                                                      identifiersOf(declaration.accounts));
        return told ? m_listings.takeChanges(connection, source, declaration.accounts)
                    : Outcome<bool>(told.failure());
    }
    const auto ended = DeclarationSeries::abandon(connection, source.siren, source.portal);
    if (!ended) {
        return ended.failure();
    }
    const auto before = m_store.versions(connection, source.siren, source.portal);
    return before ? m_listings.takeAll(connection, source, declaration.accounts, before.value())
                  : Outcome<bool>(before.failure());
}

Outcome<Done> DeclarationIntake::raise(QSqlDatabase& connection, const Source& source)
{
    const auto raised = PortalSources::raise(connection, source.siren, source.portal, source.asOf);
    if (!raised) {
        return raised.failure();
    }
    if (raised.value()) {
        if (const auto moved = advanceCursor(connection, source.siren); !moved) {
            return moved.failure();
        }
    }
    return Done{};
}

Outcome<Done> DeclarationIntake::replace(QSqlDatabase& connection, const Source& source,
                                         const QDateTime& replaced)
{
    const auto answered = PortalSources::lastAnswer(connection, source.siren, source.portal);
    if (!answered) {
        return answered.failure();
    }
    // What changed between two pages stands, and so does its date: nobody saw it.
    if (answered.value().toSecsSinceEpoch() > replaced.toSecsSinceEpoch()) {
        return Done{};
    }
    const auto lowered = PortalSources::lower(connection, source.siren, source.portal, source.asOf);
    if (!lowered) {
        return lowered.failure();
    }
    if (auto forgotten = DeclarationSeries::forgetNewer(connection, source.siren, source.portal, source.asOf);
        !forgotten) {
        return forgotten;
    }
    const auto moved = advanceCursor(connection, source.siren);
    return moved ? Outcome<Done>(Done{}) : Outcome<Done>(moved.failure());
}

Outcome<DeclarationIntake::Taken> DeclarationIntake::takePage(QSqlDatabase& connection, const Source& source,
                                                              const AccountDeclaration& declaration)
{
    const DeclarationSeries::Page page = pageOf(source, declaration);
    const auto progress = m_series.note(connection, page, source.now);
    if (!progress) {
        return progress.failure();
    }
    if (progress.value().before) {
        return Taken{};
    }
    const auto newer = m_series.overtaken(connection, progress.value().key);
    if (!newer) {
        return newer.failure();
    }
    QList<ScimAccount> accounts = declaration.accounts;
    accounts.removeIf(
        [&newer](const ScimAccount& account) { return newer.value().contains(account.account.id); });
    const auto changed = m_listings.takePart(connection, source, accounts);
    if (!changed || progress.value().pagesLeft > 0) {
        return changed ? Outcome<Taken>(Taken{changed.value(), progress.value().pagesLeft})
                       : Outcome<Taken>(changed.failure());
    }
    const auto gone = m_series.missing(connection, progress.value().key);
    if (!gone) {
        return gone.failure();
    }
    const auto ended = m_listings.endParts(connection, source, gone.value());
    if (!ended) {
        return ended.failure();
    }
    const auto completed = m_series.complete(connection, progress.value().key);
    return completed ? Outcome<Taken>(Taken{changed.value() || ended.value(), 0})
                     : Outcome<Taken>(completed.failure());
}

Outcome<bool> DeclarationIntake::requireWelcome(QSqlDatabase& connection, const Source& source,
                                                const AccountDeclaration& declaration)
{
    const auto directors = m_companies.directorsOf(connection, source.siren);
    if (!directors) {
        return directors.failure();
    }
    if (directors.value().isEmpty()) {
        return Failure{FailureCode::NotFound, QStringLiteral("nobody leads this company here"), {}};
    }
    if (declaration.page) {
        const auto underWay = m_series.underWay(connection, pageOf(source, declaration));
        if (!underWay || underWay.value()) {
            return underWay ? Outcome<bool>(declaration.replaces.has_value()) : underWay;
        }
    }
    const auto newest = newestOf(connection, source);
    if (!newest) {
        return newest.failure();
    }
    if (!newest.value().isValid() || source.asOf >= newest.value()) {
        return false;
    }
    // Only of what the director was told of: another list may have come meanwhile. A call has whole seconds.
    if (declaration.replaces &&
        newest.value().toSecsSinceEpoch() == declaration.replaces->toSecsSinceEpoch()) {
        return true;
    }
    return Failure{FailureCode::Conflict, QStringLiteral("a newer declaration was taken"),
                   newest.value().toString(Qt::ISODate)};
}

Outcome<QDateTime> DeclarationIntake::newestOf(QSqlDatabase& connection, const Source& source)
{
    const auto answered = PortalSources::lastAnswer(connection, source.siren, source.portal);
    // The pages that came of a series are taken before the whole is.
    const auto begun = DeclarationSeries::latest(connection, source.siren, source.portal);
    if (!answered || !begun) {
        return answered ? begun : answered;
    }
    const bool whole =
        answered.value().isValid() && (!begun.value().isValid() || answered.value() >= begun.value());
    return whole ? answered : begun;
}

} // namespace proconnect::service
