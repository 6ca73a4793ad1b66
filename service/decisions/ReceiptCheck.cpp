// SPDX-License-Identifier: MIT
#include "service/decisions/ReceiptCheck.h"

#include "core/jose/Jws.h"
#include "core/protocol/ModelJson.h"
#include "service/evidence/EvidenceSeals.h"
#include "service/evidence/ReceiptFile.h"

namespace proconnect::service {
namespace {

Failure notGenuine(const char* why)
{
    return {FailureCode::Unauthorized, QString::fromLatin1(why), {}};
}

/// Whether this device signed this decision.
bool deviceSigned(const Jwk& device, const QJsonObject& content, const Decision& decision)
{
    const JwsRules rules{{JwsAlgorithm::Es256}, QStringLiteral("decision+jwt")};
    const auto token = Jws::verify(content[u"signed"].toString().toLatin1(), device, rules);
    const auto claims = token ? token.value().claims() : Outcome<QJsonObject>(token.failure());
    const auto said = claims ? fromJson<Decision>(claims.value()) : Outcome<Decision>(claims.failure());
    return said && said.value() == decision;
}

Outcome<ProvenReceipt> proven(const EvidenceLink& link)
{
    const auto decision = fromJson<Decision>(link.content[u"decision"].toObject());
    const auto receipt = fromJson<DecisionReceipt>(link.content[u"receipt"].toObject());
    if (!decision || !receipt) {
        return notGenuine("the link holds no decision with its receipt");
    }
    const bool ofThisAct = decision.value().id.toLower() == link.decision &&
                           decision.value().siren == link.siren &&
                           receipt.value().decisionId == decision.value().id;
    const auto device = Jwk::fromPublicJson(link.content[u"device"].toObject());
    if (!ofThisAct || !device || !deviceSigned(device.value(), link.content, decision.value())) {
        return notGenuine("the device's signature is not of this decision");
    }
    return ProvenReceipt{receipt.value(),
                         decision.value(),
                         link.content[u"who"].toObject()[u"name"].toString(),
                         device.value().thumbprint(),
                         link.hash,
                         {},
                         {}};
}

} // namespace

Outcome<ProvenReceipt> checkReceipt(const QByteArray& file, const QList<Jwk>& keys)
{
    const auto links = readReceiptFile(file);
    if (!links) {
        return links.failure();
    }
    const EvidenceSeals seals(keys);
    const EvidenceLink& first = links.value().first();
    if (first.kind != u"decision") {
        return notGenuine("the first link is of no decision");
    }
    auto receipt = proven(first);
    qint64 before = 0;
    for (const EvidenceLink& link : links.value()) {
        const auto place = seals.ofLink(link);
        if (!place) {
            return notGenuine(
                "a link is not as the service sealed it, or the key is not in the file of keys");
        }
        if (link.siren != first.siren || link.decision != first.decision || link.sequence <= before) {
            return notGenuine("the links are not of one act, in their order");
        }
        before = link.sequence;
        if (receipt && link.sequence == first.sequence) {
            receipt.value().key = keys[*place].thumbprint();
        }
        if (receipt && link.sequence != first.sequence) {
            receipt.value().additions.append(
                {link.kind, QDateTime::fromString(link.content[u"at"].toString(), Qt::ISODate).toUTC(),
                 link.content[u"portalMessage"].toString()});
        }
    }
    return receipt;
}

} // namespace proconnect::service
