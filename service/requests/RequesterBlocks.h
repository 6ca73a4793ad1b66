// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"

#include <QDateTime>
#include <QSqlDatabase>
#include <QString>

namespace proconnect::service {

class ServiceKeys;

/// The addresses whose requests a company answered by "I do not know this person": they cannot ask it again
/// for a year (retention of a refusal, domain 4.5), unless it accepts one of their requests.
class RequesterBlocks
{
public:
    explicit RequesterBlocks(const ServiceKeys& keys) : m_keys(keys) {}

    [[nodiscard]] Outcome<Done> block(QSqlDatabase& connection, const QString& siren, const QString& address,
                                      const QDateTime& now) const;
    [[nodiscard]] Outcome<Done> lift(QSqlDatabase& connection, const QString& siren,
                                     const QString& address) const;
    [[nodiscard]] Outcome<bool> isBlocked(QSqlDatabase& connection, const QString& siren,
                                          const QString& address, const QDateTime& now) const;

private:
    [[nodiscard]] QString fingerprint(const QString& siren, const QString& address) const;

    const ServiceKeys& m_keys;
};

} // namespace proconnect::service
