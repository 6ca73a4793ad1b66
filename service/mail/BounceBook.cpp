// SPDX-License-Identifier: MIT
#include "service/mail/BounceBook.h"

#include "service/keys/ServiceKeys.h"
#include "service/storage/Database.h"
#include "service/storage/SqlInstant.h"

namespace proconnect::service {
namespace {

constexpr int mostSoft = 3;
constexpr int softDays = 7;

} // namespace

Outcome<std::optional<BouncedMail>> BounceBook::note(QSqlDatabase& connection, const QString& message,
                                                     Bounce bounce, const QDateTime& now)
{
    using Noted = std::optional<BouncedMail>;
    if (bounce == Bounce::None) {
        return Noted();
    }
    const bool hard = bounce == Bounce::Hard;
    const auto noted = runQuery(
        connection,
        QStringLiteral("UPDATE mail_outbox SET bounce = ?, bounced_at = ? WHERE id = ? AND bounce = ''"),
        {hard ? QStringLiteral("hard") : QStringLiteral("soft"), toSql(now), message});
    if (!noted || noted.value().numRowsAffected() != 1) {
        return noted ? Outcome<Noted>(Noted()) : Outcome<Noted>(noted.failure());
    }
    auto row = runQuery(
        connection,
        QStringLiteral("SELECT m.siren, m.recipient, (SELECT COUNT(*) FROM mail_outbox o WHERE o.recipient = "
                       "m.recipient AND o.bounced_at > ? AND o.bounce = 'soft') FROM mail_outbox m WHERE "
                       "m.id = ?"),
        {toSql(now.addDays(-softDays)), message});
    if (!row) {
        return row.failure();
    }
    if (!row.value().next()) {
        return Noted();
    }
    const bool dead = hard || row.value().value(2).toInt() >= mostSoft;
    return Noted({row.value().value(0).toString(), row.value().value(1).toString(), dead});
}

QString recipientPrint(const ServiceKeys& keys, const QString& address)
{
    return QString::fromLatin1(keys.fingerprint(address.toLower().toUtf8(), "mail_outbox"));
}

} // namespace proconnect::service
