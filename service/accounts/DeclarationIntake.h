// SPDX-License-Identifier: MIT
#pragma once

#include "service/accounts/AccountDeclaration.h"
#include "service/accounts/AccountListings.h"
#include "service/accounts/DeclarationSeries.h"
#include "service/accounts/DisprovedClosures.h"

namespace proconnect::service {

class CompanyDirectory;

/// Takes in what was declared of a company's accounts on a portal without a SCIM server, by the portal or in
/// a file: whole, in pages, or what changed.
class DeclarationIntake
{
public:
    struct Taken
    {
        bool changed = false;
        int pagesLeft = 0;     ///< of a declaration in pages, those that never came
        bool replaced = false; ///< it took the place of a newer one
    };

    DeclarationIntake(AccountStore store, const Journal& journal, DepartureProgress departures,
                      CompanyDirectory& companies)
        : m_store(store), m_listings(store, journal, departures), m_disproved(store, departures),
          m_companies(companies)
    {}

    /// In the caller's transaction. Conflict when something newer was taken, if only a page of it, with its
    /// instant, unless that is what the declaration replaces; NotFound when nobody leads the company here;
    /// InvalidRequest beyond what a company can have.
    [[nodiscard]] Outcome<Taken> take(QSqlDatabase& connection, const QString& portal,
                                      const AccountDeclaration& declaration, const QDateTime& now);

private:
    using Source = AccountListings::Source;
    [[nodiscard]] Outcome<Taken> takePage(QSqlDatabase& connection, const Source& source,
                                          const AccountDeclaration& declaration);
    [[nodiscard]] Outcome<bool> takeWhole(QSqlDatabase& connection, const Source& source,
                                          const AccountDeclaration& declaration);
    [[nodiscard]] static Outcome<Done> raise(QSqlDatabase& connection, const Source& source);
    /// What was newer counts no more, but what came after `replaced`.
    [[nodiscard]] static Outcome<Done> replace(QSqlDatabase& connection, const Source& source,
                                               const QDateTime& replaced);
    /// True: it takes the place of something newer.
    [[nodiscard]] Outcome<bool> requireWelcome(QSqlDatabase& connection, const Source& source,
                                               const AccountDeclaration& declaration);
    /// As of when the last word of these accounts is; not valid: there is none.
    [[nodiscard]] static Outcome<QDateTime> newestOf(QSqlDatabase& connection, const Source& source);

    AccountStore m_store;
    AccountListings m_listings;
    DisprovedClosures m_disproved;
    DeclarationSeries m_series;
    CompanyDirectory& m_companies;
};

} // namespace proconnect::service
