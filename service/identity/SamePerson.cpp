// SPDX-License-Identifier: MIT
#include "service/identity/SamePerson.h"

#include "service/sessions/PivotFingerprint.h"
#include "service/storage/SqlInstant.h"

namespace proconnect::service {
namespace {

/// Named after who just signed in, never after who was expected: it tells a person nothing about another. It
/// goes to the application that holds verifier and device key, and so into no address and no log.
Failure otherPerson(const PersonName& name)
{
    return {FailureCode::SignInOtherPerson, {}, QString(name.given + u' ' + name.family).trimmed()};
}

} // namespace

Outcome<Done> SamePerson::recognise(QSqlDatabase& connection, const SignInResult& proof,
                                    const QString& expected, bool byFranceConnectPlus) const
{
    if (proof.subject == expected) {
        return Done{};
    }
    if (!byFranceConnectPlus) {
        return otherPerson(proof.name);
    }
    auto linked =
        runQuery(connection, QStringLiteral("SELECT subject FROM plus_subjects WHERE plus_subject = ?"),
                 {proof.subject});
    if (!linked) {
        return linked.failure();
    }
    if (linked.value().next()) {
        return linked.value().value(0).toString() == expected ? Outcome<Done>(Done{})
                                                              : otherPerson(proof.name);
    }
    auto kept = runQuery(connection,
                         QStringLiteral("SELECT DISTINCT pivot_print FROM sessions WHERE subject = ? AND "
                                        "provider = 'franceconnect' AND pivot_print IS NOT NULL"),
                         {expected});
    if (!kept) {
        return kept.failure();
    }
    const QString print = pivotFingerprint(m_keys, proof.identity);
    bool any = false;
    bool same = false;
    while (kept.value().next()) {
        any = true;
        same = same || kept.value().value(0).toString() == print;
    }
    if (!same) {
        return any ? otherPerson(proof.name)
                   : Failure{FailureCode::SignInRefused,
                             QStringLiteral("no sign-in with FranceConnect to compare with"),
                             {}};
    }
    kept.value().finish();
    const auto added = runQuery(
        connection,
        QStringLiteral("INSERT INTO plus_subjects (plus_subject, subject, linked_at) VALUES (?, ?, ?)"),
        {proof.subject, expected, toSql(m_clock.now())});
    return added ? Outcome<Done>(Done{}) : added.failure();
}

} // namespace proconnect::service
