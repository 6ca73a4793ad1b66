// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/sessions/SessionGuard.h"
#include "service/storage/Database.h"

namespace proconnect::service {

class ServiceKeys;

/// The name by which a person is greeted and shown.
struct PersonName
{
    QString given;
    QString family;
};
[[nodiscard]] QString displayNameOf(const PersonName& name);

/// Who is behind an access token, and what they are called.
class AccessTokens
{
public:
    AccessTokens(Database& database, const ServiceKeys& keys, const Clock& clock)
        : m_database(database), m_keys(keys), m_clock(clock)
    {}

    /// Failures: Unauthorized (unknown or expired), SessionEnded (with endedElsewhere when another computer
    /// of the person ended it).
    [[nodiscard]] Outcome<SignedInPerson> find(const QByteArray& accessToken) const;
    /// The same without the name, and the company's cursor, in one question.
    [[nodiscard]] Outcome<CompanyReader> findReader(const QByteArray& accessToken,
                                                    const QString& siren) const;
    [[nodiscard]] Outcome<PersonName> name(const QString& sessionId) const;

private:
    /// The row of an access token whose session is open, with `more` columns after its own; failures of
    /// find().
    [[nodiscard]] Outcome<QVariantList> openRow(QSqlDatabase& connection, const QByteArray& accessToken,
                                                const QString& more, const QVariantList& values) const;
    [[nodiscard]] Outcome<PersonName> nameIn(const QString& sealed, const QString& sessionId) const;

    Database& m_database;
    const ServiceKeys& m_keys;
    const Clock& m_clock;
};

} // namespace proconnect::service
