// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"

#include <QSqlDatabase>
#include <QString>

namespace proconnect::service {

/// One message. It may hold no link that decides anything.
struct Mail
{
    QString to;         ///< one address, without a name
    QString subject;    ///< at most 200 characters, one line
    QString body;       ///< plain text, lines ended by '\n'; French, then English after mailLanguageRule
    QString siren = {}; ///< of the company whose contact address `to` is; empty: of none
};

/// The line between the two languages of a message.
inline const QString mailLanguageRule = QStringLiteral("---");

/// Queues messages; a worker sends them after the caller's transaction is committed, and tries again for
/// days.
class Mailer
{
public:
    virtual ~Mailer() = default;

    /// Writes `mail` to the outbox on `connection`, inside the caller's transaction: no commit, no message.
    /// Failures: EmailInvalid when `to` cannot be an address; those of the database.
    [[nodiscard]] virtual Outcome<Done> enqueue(QSqlDatabase& connection, const Mail& mail) = 0;
    /// Asks the worker to look at the outbox now; worth calling after the commit.
    virtual void wake() = 0;
};

} // namespace proconnect::service
