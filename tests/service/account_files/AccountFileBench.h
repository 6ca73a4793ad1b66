// SPDX-License-Identifier: MIT
#pragma once

#include "tests/service/desk/DeskBench.h"

namespace proconnect::service {

/// The portal "impots" gives its accounts as a file, which Claire Fabre hands in.
struct AccountFileBench : DeskBench
{
    /// Of a call's query.
    using Parameters = QList<std::pair<QString, QString>>;

    /// `more`: of the portal's section.
    explicit AccountFileBench(const QHash<QString, QString>& more = {}) : DeskBench(configuration(more)) {}

    static ServiceConfig configuration(const QHash<QString, QString>& more);

    [[nodiscard]] static QString iso(const QDateTime& instant)
    {
        return instant.toUTC().toString(Qt::ISODate);
    }
    [[nodiscard]] static Parameters dated(const QDateTime& asOf)
    {
        return {{QStringLiteral("asOf"), iso(asOf)}};
    }
    [[nodiscard]] static Parameters instead(const QDateTime& asOf, const QDateTime& newer)
    {
        return dated(asOf) + Parameters{{QStringLiteral("replaces"), iso(newer)}};
    }
    /// Of a minute ago, unless `more` says otherwise.
    HttpResponse handIn(const QByteArray& file, const Parameters& more = {}, const QString& subject = {},
                        const QString& onPortal = QStringLiteral("impots"));
};

} // namespace proconnect::service
