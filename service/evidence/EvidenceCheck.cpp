// SPDX-License-Identifier: MIT
#include "service/evidence/EvidenceCheck.h"

#include "core/jose/Jws.h"
#include "service/evidence/EvidenceChain.h"
#include "service/keys/ServiceKeys.h"
#include "service/storage/Database.h"

namespace proconnect::service {
namespace {

const QString linkType = QStringLiteral("evidence+jwt");

Outcome<bool> anyRow(QSqlDatabase& connection, const QString& sql, const QString& siren)
{
    auto rows = runQuery(connection, sql, {siren});
    return rows ? Outcome<bool>(rows.value().next()) : Outcome<bool>(rows.failure());
}

} // namespace

Outcome<EvidenceReport> EvidenceCheck::company(QSqlDatabase& connection, const QString& siren) const
{
    const auto links = EvidenceChain(m_keys).links(connection, siren);
    if (!links) {
        return links.failure();
    }
    EvidenceReport report{1, links.value().size(), faultsOf(links.value())};
    const auto head = headFits(connection, siren, links.value());
    if (!head) {
        return head.failure();
    }
    if (!head.value()) {
        report.faults.append({EvidenceFault::Kind::HeadWrong, siren, 0});
    }
    const auto decisions =
        anyRow(connection,
               QStringLiteral("SELECT 1 FROM decision d WHERE d.siren = ? AND NOT EXISTS (SELECT 1 FROM "
                              "evidence e WHERE e.decision = d.id AND e.kind = 'decision' AND "
                              "e.siren = d.siren) LIMIT 1"),
               siren);
    // Each version of a delegation is one link.
    const auto delegations = anyRow(
        connection,
        QStringLiteral("SELECT 1 FROM delegation d WHERE d.siren = ? AND d.version <> (SELECT COUNT(*) "
                       "FROM evidence e WHERE e.decision = d.id AND e.kind = 'delegation' AND "
                       "e.siren = d.siren) LIMIT 1"),
        siren);
    if (!decisions || !delegations) {
        return decisions ? delegations.failure() : decisions.failure();
    }
    if (decisions.value()) {
        report.faults.append({EvidenceFault::Kind::DecisionWithoutLink, siren, 0});
    }
    if (delegations.value()) {
        report.faults.append({EvidenceFault::Kind::DelegationWithoutLink, siren, 0});
    }
    return report;
}

Outcome<EvidenceReport> EvidenceCheck::all(QSqlDatabase& connection) const
{
    auto query = runQuery(
        connection, QStringLiteral("SELECT siren FROM evidence_head UNION SELECT siren FROM evidence "
                                   "UNION SELECT siren FROM decision UNION SELECT siren FROM delegation "
                                   "ORDER BY 1"));
    if (!query) {
        return query.failure();
    }
    QStringList sirens;
    while (query.value().next()) {
        sirens.append(query.value().value(0).toString());
    }
    EvidenceReport whole;
    for (const QString& siren : sirens) {
        const auto one = company(connection, siren);
        if (!one) {
            return one.failure();
        }
        whole.companies += one.value().companies;
        whole.links += one.value().links;
        whole.faults += one.value().faults;
    }
    return whole;
}

QList<EvidenceFault> EvidenceCheck::faultsOf(const QList<EvidenceLink>& links) const
{
    QList<EvidenceFault> faults;
    QString previousHash = firstPreviousHash();
    qint64 expected = 1;
    std::optional<qsizetype> newest;
    for (const EvidenceLink& link : links) {
        const auto note = [&](EvidenceFault::Kind kind) { faults.append({kind, link.siren, link.sequence}); };
        if (link.sequence != expected) {
            note(EvidenceFault::Kind::Gap);
        }
        if (link.previousHash != previousHash) {
            note(EvidenceFault::Kind::Unlinked);
        }
        if (link.hash != evidenceHash(link)) {
            note(EvidenceFault::Kind::Changed);
        }
        const auto place = sealedBy(link.seal, linkType, link.siren, link.sequence, link.hash);
        if (!place || (newest && *place > *newest)) {
            note(EvidenceFault::Kind::SealWrong);
        } else {
            newest = place;
        }
        previousHash = link.hash;
        expected = link.sequence + 1;
    }
    return faults;
}

Outcome<bool> EvidenceCheck::headFits(QSqlDatabase& connection, const QString& siren,
                                      const QList<EvidenceLink>& links) const
{
    auto query =
        runQuery(connection, QStringLiteral("SELECT sequence, hash, seal FROM evidence_head WHERE siren = ?"),
                 {siren});
    if (!query) {
        return query.failure();
    }
    if (!query.value().next()) {
        return links.isEmpty();
    }
    const qint64 sequence = query.value().value(0).toLongLong();
    const QString hash = query.value().value(1).toString();
    if (links.isEmpty() || links.last().sequence != sequence || links.last().hash != hash) {
        return false;
    }
    // Sealed in one transaction with the last link, so by the same key.
    const EvidenceLink& last = links.last();
    const auto place = sealedBy(query.value().value(2).toString(), QStringLiteral("evidence-head+jwt"), siren,
                                sequence, hash);
    return place && place == sealedBy(last.seal, linkType, siren, last.sequence, last.hash);
}

bool EvidenceCheck::fits(const EvidenceLink& link) const
{
    return link.hash == evidenceHash(link) &&
           sealedBy(link.seal, linkType, link.siren, link.sequence, link.hash).has_value();
}

std::optional<qsizetype> EvidenceCheck::sealedBy(const QString& seal, const QString& type,
                                                 const QString& siren, qint64 sequence,
                                                 const QString& hash) const
{
    const QList<Jwk> keys = m_keys.evidenceKeys();
    const JwsRules rules{{JwsAlgorithm::Es256}, type};
    for (qsizetype place = 0; place < keys.size(); ++place) {
        const auto verified = Jws::verify(seal.toLatin1(), keys[place], rules);
        if (verified) {
            const auto claims = verified.value().claims();
            return claims && claims.value() == sealClaims(siren, sequence, hash) ? std::optional(place)
                                                                                 : std::nullopt;
        }
    }
    return std::nullopt;
}

QString evidenceFaultName(EvidenceFault::Kind kind)
{
    switch (kind) {
    case EvidenceFault::Kind::Gap:
        return QStringLiteral("gap");
    case EvidenceFault::Kind::Changed:
        return QStringLiteral("changed");
    case EvidenceFault::Kind::Unlinked:
        return QStringLiteral("unlinked");
    case EvidenceFault::Kind::SealWrong:
        return QStringLiteral("seal-wrong");
    case EvidenceFault::Kind::HeadWrong:
        return QStringLiteral("head-wrong");
    case EvidenceFault::Kind::DecisionWithoutLink:
        return QStringLiteral("decision-without-link");
    case EvidenceFault::Kind::DelegationWithoutLink:
        return QStringLiteral("delegation-without-link");
    }
    return {};
}

} // namespace proconnect::service
