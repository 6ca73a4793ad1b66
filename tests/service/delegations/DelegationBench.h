// SPDX-License-Identifier: MIT
#pragma once

#include "service/delegations/DelegationDesk.h"
#include "service/evidence/EvidenceCheck.h"
#include "tests/service/desk/DeskBench.h"

#include <QRegularExpression>

namespace proconnect::service {

/// The desk with Claire Fabre, who leads the company, and Nadia Ferrand, whom she names.
struct DelegationBench : DeskBench
{
    TestDirector nadia{QStringLiteral("Nadia Ferrand")};

    DelegationBench();

    /// Somebody whose identity was just proven.
    void know(const TestDirector& person, const QString& family, const QStringList& given);
    void letIn(const TestDirector& person) { guard.people.append(person.person); }

    [[nodiscard]] DelegationProposal proposal() const;

    HttpResponse as(const TestDirector& person, const QByteArray& method, const QString& path,
                    const QByteArray& body = {}, const QByteArray& media = "application/json");
    HttpResponse propose(const TestDirector& person, const DelegationProposal& terms);
    HttpResponse act(const TestDirector& person, DelegationOrder order, const Delegation& delegation);
    HttpResponse answer(const TestDirector& person, const QString& code,
                        DelegationReply reply = DelegationReply::Accept);
    HttpResponse renounce(const TestDirector& person, const QString& id)
    {
        return as(person, "POST", QStringLiteral("/v1/delegations/%1/renunciation").arg(id));
    }
    QList<Delegation> delegations(const TestDirector& person);
    HttpResponse snapshotOf(const TestDirector& person)
    {
        return as(person, "GET", QStringLiteral("/v1/companies/%1/snapshot").arg(company.siren));
    }
    [[nodiscard]] static Delegation delegationIn(const HttpResponse& answer)
    {
        return fromJson<Delegation>(json(answer)).value();
    }

    /// The code in the latest message.
    [[nodiscard]] QString codeSent() const;
    /// Proposed by Claire and taken up by Nadia.
    Delegation takenUp(const DelegationProposal& terms);
    Delegation takenUp() { return takenUp(proposal()); }

    /// The register no longer lists Claire; `successor` leads the company now.
    void replaceClaireBy(const TestDirector& successor);
    void runTerms() { bench.jobs.run("delegations"); }

    int evidenceLinks()
    {
        return bench.value(QStringLiteral("SELECT COUNT(*) FROM evidence WHERE kind = 'delegation'")).toInt();
    }
    bool chainIsWhole();
};

} // namespace proconnect::service
