// SPDX-License-Identifier: MIT
#include "service/evidence/EvidenceChain.h"

#include "service/keys/ServiceKeys.h"
#include "service/records/SealedJson.h"
#include "service/storage/Database.h"

namespace proconnect::service {
namespace {

const QByteArray context = QByteArrayLiteral("evidence");
const QByteArray linkType = QByteArrayLiteral("evidence+jwt");
const QByteArray headType = QByteArrayLiteral("evidence-head+jwt");

} // namespace

Outcome<EvidenceLink> EvidenceChain::append(QSqlDatabase& connection, const QString& siren,
                                            const QString& kind, const QString& decision,
                                            const QJsonObject& content) const
{
    auto head = runQuery(connection,
                         QStringLiteral("SELECT sequence, hash FROM evidence_head WHERE siren = ?"), {siren});
    if (!head) {
        return head.failure();
    }
    EvidenceLink link{siren, 1, kind, decision, content, firstPreviousHash(), {}, {}};
    if (head.value().next()) {
        link.sequence = head.value().value(0).toLongLong() + 1;
        link.previousHash = head.value().value(1).toString();
    }
    link.hash = evidenceHash(link);
    const QJsonObject claims = sealClaims(siren, link.sequence, link.hash);
    link.seal = QString::fromLatin1(m_keys.sign(claims, linkType));

    // The head before the link: who appends at the same moment meets there, and a transaction that comes
    // second is begun again. Met at the link, PostgreSQL would call it a broken rule of uniqueness.
    const auto moved = runQuery(
        connection,
        QStringLiteral(
            "INSERT INTO evidence_head (siren, sequence, hash, seal) VALUES (?, ?, ?, ?) ON CONFLICT "
            "(siren) DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash, seal = excluded.seal"),
        {siren, link.sequence, link.hash, QString::fromLatin1(m_keys.sign(claims, headType))});
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

Outcome<QList<EvidenceLink>> EvidenceChain::linksOf(QSqlDatabase& connection, const QString& siren,
                                                    const QString& decision) const
{
    return select(connection, siren, QStringLiteral("siren = ? AND decision = ?"), {siren, decision});
}

Outcome<QList<EvidenceLink>> EvidenceChain::links(QSqlDatabase& connection, const QString& siren) const
{
    return select(connection, siren, QStringLiteral("siren = ?"), {siren});
}

Outcome<QList<EvidenceLink>> EvidenceChain::select(QSqlDatabase& connection, const QString& siren,
                                                   const QString& condition, const QVariantList& values) const
{
    auto query =
        runQuery(connection,
                 QStringLiteral("SELECT sequence, kind, decision, content, previous_hash, hash, seal "
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
                      row.value(5).toString(), row.value(6).toString()});
    }
    return links;
}

} // namespace proconnect::service
