// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"

#include <QSqlDatabase>
#include <QString>

namespace proconnect::service {

class ServiceKeys;

/// Which people a register that comes first refused, or doubted, as directors of a company: a keyed print of
/// the two and an instant, nothing else. What can only say yes, while that register is silent, undoes none of
/// it.
class PersonObjections
{
public:
    explicit PersonObjections(const ServiceKeys& keys) : m_keys(keys) {}

    [[nodiscard]] Outcome<bool> isNoted(QSqlDatabase& connection, const QString& subject,
                                        const QString& siren) const;
    [[nodiscard]] Outcome<Done> note(QSqlDatabase& connection, const QString& subject, const QString& siren,
                                     const QDateTime& now) const;
    /// All registers said yes.
    [[nodiscard]] Outcome<Done> lift(QSqlDatabase& connection, const QString& subject,
                                     const QString& siren) const;

private:
    [[nodiscard]] QString printOf(const QString& subject, const QString& siren) const;

    const ServiceKeys& m_keys;
};

} // namespace proconnect::service
