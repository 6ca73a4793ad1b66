// SPDX-License-Identifier: MIT
#include "service/evidence/EvidenceChain.h"

#include "service/evidence/EvidenceSeals.h"
#include "service/keys/ServiceKeys.h"
#include "service/records/SealedJson.h"
#include "service/storage/Database.h"

namespace proconnect::service {
namespace {

const QByteArray context = QByteArrayLiteral("evidence");

} // namespace

Outcome<EvidenceLink> EvidenceChain::append(QSqlDatabase& connection, const QString& siren,
                                            const QString& kind, const QString& decision,
                                            const QJsonObject& content) const
{
    auto head =
        runQuery(connection, QStringLiteral("SELECT sequence, hash, seal FROM evidence_head WHERE siren = ?"),
                 {siren});
    if (!head) {
        return head.failure();
    }
    EvidenceLink link{siren, 1, kind, decision, content, firstPreviousHash(), {}, {}, {}};
    if (head.value().next()) {
        link.sequence = head.value().value(0).toLongLong() + 1;
        link.previousHash = head.value().value(1).toString();
        if (!mayGoOnFrom(siren, head.value().value(0).toLongLong(), link.previousHash,
                         head.value().value(2).toString())) {
            return Failure{
                FailureCode::StorageUnreadable,
                QStringLiteral("evidence of %1: its head bears no seal that is good now").arg(siren),
                {}};
        }
    }
    link.hash = evidenceHash(link);
    const QJsonObject claims = sealClaims(siren, link.sequence, link.hash);
    link.seal = QString::fromLatin1(m_keys.sign(claims, evidenceLinkType.toLatin1()));

    // The head before the link: who appends at the same moment meets there, and a transaction that comes
    // second is begun again. Met at the link, PostgreSQL would call it a broken rule of uniqueness.
    const auto moved = runQuery(
        connection,
        QStringLiteral(
            "INSERT INTO evidence_head (siren, sequence, hash, seal) VALUES (?, ?, ?, ?) ON CONFLICT "
            "(siren) DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash, seal = excluded.seal"),
        {siren, link.sequence, link.hash,
         QString::fromLatin1(m_keys.sign(claims, evidenceHeadType.toLatin1()))});
    if (!moved) {
        return moved.failure();
    }
    const auto added = runQuery(
        connection,
        QStringLiteral(
            "INSERT INTO evidence (siren, sequence, kind, decision, content, previous_hash, hash, seal) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
        {siren, link.sequence, kind, decision, sealedJson(m_keys, content, context), link.previousHash,
         link.hash, link.seal});
    if (!added) {
        return added.failure();
    }
    return link;
}

bool EvidenceChain::mayGoOnFrom(const QString& siren, qint64 sequence, const QString& hash,
                                const QString& seal) const
{
    // As long as one key has signed everything, nobody else can have made a seal.
    return m_keys.evidenceKeys().size() == 1 ||
           EvidenceSeals(m_keys.headKeys()).place(seal, evidenceHeadType, siren, sequence, hash).has_value();
}

Outcome<QList<EvidenceLink>> EvidenceChain::linksOf(QSqlDatabase& connection, const QString& siren,
                                                    const QString& decision) const
{
    return select(connection, siren, QStringLiteral("siren = ? AND decision = ?"), {siren, decision});
}

Outcome<QList<EvidenceLink>> EvidenceChain::links(QSqlDatabase& connection, const QString& siren) const
{
    return select(connection, siren, QStringLiteral("siren = ?"), {siren});
}

Outcome<std::optional<EvidenceLink>> EvidenceChain::link(QSqlDatabase& connection, const QString& siren,
                                                         qint64 sequence) const
{
    const auto found =
        select(connection, siren, QStringLiteral("siren = ? AND sequence = ?"), {siren, sequence});
    if (!found) {
        return found.failure();
    }
    return found.value().isEmpty() ? std::nullopt : std::optional(found.value().first());
}

Outcome<Done> EvidenceChain::erase(QSqlDatabase& connection, const EvidenceLink& link) const
{
    const QByteArray seal =
        m_keys.sign(sealClaims(link.siren, link.sequence, link.hash), evidenceErasureType.toLatin1());
    const auto erased = runQuery(
        connection,
        QStringLiteral("UPDATE evidence SET content = '', erasure = ? WHERE siren = ? AND sequence = ?"),
        {QString::fromLatin1(seal), link.siren, link.sequence});
    return erased ? Outcome<Done>(Done{}) : Outcome<Done>(erased.failure());
}

Outcome<QList<EvidenceLink>> EvidenceChain::select(QSqlDatabase& connection, const QString& siren,
                                                   const QString& condition, const QVariantList& values) const
{
    auto query = runQuery(
        connection,
        QStringLiteral("SELECT sequence, kind, decision, content, previous_hash, hash, seal, erasure "
                       "FROM evidence WHERE ") +
            condition + QStringLiteral(" ORDER BY sequence"),
        values);
    if (!query) {
        return query.failure();
    }
    QList<EvidenceLink> links;
    while (query.value().next()) {
        const QSqlQuery& row = query.value();
        // Content that no longer opens is told by its hash, like any other change.
        const auto content = openedJson(m_keys, row.value(3).toString(), context);
        links.append({siren, row.value(0).toLongLong(), row.value(1).toString(), row.value(2).toString(),
                      content ? content.value() : QJsonObject(), row.value(4).toString(),
                      row.value(5).toString(), row.value(6).toString(), row.value(7).toString()});
    }
    return links;
}

} // namespace proconnect::service
