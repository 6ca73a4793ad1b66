// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/PortalAccount.h"
#include "core/result/Outcome.h"
#include "service/portals/PortalDirectory.h"

#include <QDateTime>
#include <QSqlDatabase>

namespace proconnect::service {

/// How old each portal's data about a company are, and since when a portal fails.
class PortalSources
{
public:
    explicit PortalSources(const PortalDirectory& portals) : m_portals(portals) {}

    /// One for each declared portal, whether it ever answered or not.
    [[nodiscard]] Outcome<QList<PortalSource>> of(QSqlDatabase& connection, const QString& siren,
                                                  const QDateTime& now) const;
    /// The portal answered. The instant is written at most once a minute unless `changed`, so that a company
    /// to which nothing happens stays the same for those who read it; one before the last never. True when
    /// something was written.
    [[nodiscard]] static Outcome<bool> answered(QSqlDatabase& connection, const QString& siren,
                                                const QString& portal, const QDateTime& now, bool changed);
    /// Whether the portal answered since `instant`, and did not fail after that.
    [[nodiscard]] static Outcome<bool> answeredSince(QSqlDatabase& connection, const QString& siren,
                                                     const QString& portal, const QDateTime& instant);
    /// The portal's data were so at `instant` at the least, and nothing older is taken. True when that is
    /// new.
    [[nodiscard]] static Outcome<bool> raise(QSqlDatabase& connection, const QString& siren,
                                             const QString& portal, const QDateTime& instant);
    /// What was known is given up for data that were so at `instant`, before it. True when it was newer.
    [[nodiscard]] static Outcome<bool> lower(QSqlDatabase& connection, const QString& siren,
                                             const QString& portal, const QDateTime& instant);
    /// When the portal's data about the company were last so; not valid when it never told any.
    [[nodiscard]] static Outcome<QDateTime> lastAnswer(QSqlDatabase& connection, const QString& siren,
                                                       const QString& portal);
    /// The portal did not answer; only the first failure in a row is written. True when it was.
    [[nodiscard]] static Outcome<bool> failed(QSqlDatabase& connection, const QString& siren,
                                              const QString& portal, const QDateTime& now);

private:
    const PortalDirectory& m_portals;
};

} // namespace proconnect::service
