// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"

#include <QDateTime>
#include <QSet>
#include <QSqlDatabase>
#include <QStringList>

#include <optional>

namespace proconnect::service {

/// Whole declarations that are too large for one call and come in pages. An account is missing from one only
/// when every page came and none held it. A company has one at a time with each portal: a newer one replaces
/// it.
class DeclarationSeries
{
public:
    static constexpr int mostPages = 2000;
    static constexpr int mostAccounts = 100'000;

    struct Page
    {
        QString siren;
        QString portal;
        QString series; ///< the portal's name for the whole
        int number = 1; ///< from 1
        int count = 1;  ///< of all pages
        QDateTime asOf;
        QStringList accounts;  ///< PortalAccount::id of those it holds
        bool replaces = false; ///< it takes the place of a newer series
    };
    /// How far the series is once a page is noted.
    struct Progress
    {
        QString key;         ///< for missing() and complete()
        int pagesLeft = 0;   ///< that never came
        bool before = false; ///< it was complete before this page came again
    };

    /// Notes a page, or the same one again, in the caller's transaction. Conflict when the series has another
    /// instant or number of pages, or when a newer one was begun that it does not replace; InvalidRequest
    /// beyond `mostAccounts`.
    [[nodiscard]] Outcome<Progress> note(QSqlDatabase& connection, const Page& page,
                                         const QDateTime& now) const;
    /// The instant of the company's series with that portal; not valid without one.
    [[nodiscard]] static Outcome<QDateTime> latest(QSqlDatabase& connection, const QString& siren,
                                                   const QString& portal);
    /// Whether the page belongs to the company's series with that portal, and not all of it came.
    [[nodiscard]] Outcome<bool> underWay(QSqlDatabase& connection, const Page& page) const;
    /// Newer word of these accounts came than the series has that is under way, if any: what its pages say of
    /// them counts no more.
    [[nodiscard]] static Outcome<Done> overtake(QSqlDatabase& connection, const QString& siren,
                                                const QString& portal, const QStringList& accounts);
    /// The accounts of overtake().
    [[nodiscard]] Outcome<QSet<QString>> overtaken(QSqlDatabase& connection, const QString& key) const;
    /// Newer word of all accounts came: forgets the series that is under way, if any.
    [[nodiscard]] static Outcome<Done> abandon(QSqlDatabase& connection, const QString& siren,
                                               const QString& portal);
    /// Another declaration took the place of a newer one: forgets the series of that one, if any.
    [[nodiscard]] static Outcome<Done> forgetNewer(QSqlDatabase& connection, const QString& siren,
                                                   const QString& portal, const QDateTime& asOf);
    /// The portal's open accounts of the company that no page held, nor newer word.
    [[nodiscard]] Outcome<QStringList> missing(QSqlDatabase& connection, const QString& key) const;
    /// Remembers that all came, and forgets what.
    [[nodiscard]] Outcome<Done> complete(QSqlDatabase& connection, const QString& key) const;

private:
    struct Row
    {
        QString key;
        QString id;
        QDateTime asOf;
        int pages = 0;
        bool completed = false;
    };
    [[nodiscard]] static Outcome<std::optional<Row>> find(QSqlDatabase& connection, const QString& siren,
                                                          const QString& portal);
    [[nodiscard]] Outcome<Row> begun(QSqlDatabase& connection, const Page& page, const QDateTime& now) const;
    [[nodiscard]] Outcome<Done> keep(QSqlDatabase& connection, const QString& key, const Page& page) const;
};

} // namespace proconnect::service
