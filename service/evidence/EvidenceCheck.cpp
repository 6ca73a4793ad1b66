// SPDX-License-Identifier: MIT
#include "service/evidence/EvidenceCheck.h"

#include "service/evidence/EvidenceChain.h"
#include "service/evidence/EvidenceSeals.h"
#include "service/keys/ServiceKeys.h"
#include "service/storage/Database.h"

namespace proconnect::service {
namespace {

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
        if (!saysWhatWasSealed(link)) {
            note(EvidenceFault::Kind::Changed);
        }
        const auto place = sealedBy(link.seal, evidenceLinkType, link.siren, link.sequence, link.hash);
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

bool EvidenceCheck::saysWhatWasSealed(const EvidenceLink& link) const
{
    if (link.erasure.isEmpty()) {
        return link.hash == evidenceHash(link);
    }
    // By no older key than the link itself: whoever kept one could erase what came after it.
    const auto erased = sealedBy(link.erasure, evidenceErasureType, link.siren, link.sequence, link.hash);
    const auto written = sealedBy(link.seal, evidenceLinkType, link.siren, link.sequence, link.hash);
    return link.content.isEmpty() && erased && written && *erased <= *written;
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
    // Sealed in one transaction with the last link, or anew since: never by an older key.
    const EvidenceLink& last = links.last();
    const auto place = EvidenceSeals(m_keys.headKeys())
                           .place(query.value().value(2).toString(), evidenceHeadType, siren, sequence, hash);
    const auto before = sealedBy(last.seal, evidenceLinkType, siren, last.sequence, last.hash);
    return place && before && *place <= *before;
}

bool EvidenceCheck::fits(const EvidenceLink& link) const
{
    return EvidenceSeals(m_keys.evidenceKeys()).ofLink(link).has_value();
}

std::optional<qsizetype> EvidenceCheck::sealedBy(const QString& seal, const QString& type,
                                                 const QString& siren, qint64 sequence,
                                                 const QString& hash) const
{
    return EvidenceSeals(m_keys.evidenceKeys()).place(seal, type, siren, sequence, hash);
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
