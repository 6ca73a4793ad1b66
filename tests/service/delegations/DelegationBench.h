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

    DelegationBench()
    {
        claire.person.signedInAt = bench.clock.now();
        nadia.person.signedInAt = bench.clock.now();
        guard.people = {claire.person, nadia.person};
        know(nadia, QStringLiteral("FERRAND"), {QStringLiteral("Nadia"), QStringLiteral("Marie")});
    }

    /// Somebody whose identity was just proven.
    void know(const TestDirector& person, const QString& family, const QStringList& given)
    {
        FranceConnectIdentity identity;
        identity.familyName = family;
        identity.givenNames = given;
        guard.identities.insert(person.person.subject, identity);
    }
    void letIn(const TestDirector& person) { guard.people.append(person.person); }

    [[nodiscard]] DelegationProposal proposal() const
    {
        return {QUuid::createUuid().toString(QUuid::WithoutBraces),
                company.siren,
                QStringLiteral("Nadia"),
                QStringLiteral("Ferrand"),
                QStringLiteral("nadia@fabre-filles.example"),
                {DelegationPower::SeeAccounts, DelegationPower::AnswerRequests},
                {QStringLiteral("impots")},
                {QStringLiteral("00005826300013")},
                DelegationCeiling::NoAdministratorNorPayment,
                QDate(2026, 11, 23),
                QDate(2027, 6, 30)};
    }

    HttpResponse as(const TestDirector& person, const QByteArray& method, const QString& path,
                    const QByteArray& body = {}, const QByteArray& media = "application/json")
    {
        return call(method, path, body,
                    {{"test-subject", person.person.subject.toUtf8()}, {"content-type", media}});
    }
    HttpResponse propose(const TestDirector& person, const DelegationProposal& terms)
    {
        return as(person, "POST", QStringLiteral("/v1/companies/%1/delegations").arg(company.siren),
                  person.sign(toJson(terms), QStringLiteral("delegation+jwt")), "application/jose");
    }
    HttpResponse act(const TestDirector& person, DelegationOrder order, const Delegation& delegation)
    {
        const DelegationAct act{QUuid::createUuid().toString(QUuid::WithoutBraces),
                                company.siren,
                                delegation.terms.id,
                                delegation.version,
                                order,
                                bench.clock.now()};
        return as(
            person, "POST",
            QStringLiteral("/v1/companies/%1/delegations/%2/acts").arg(company.siren, delegation.terms.id),
            person.sign(toJson(act), QStringLiteral("delegation-act+jwt")), "application/jose");
    }
    HttpResponse answer(const TestDirector& person, const QString& code,
                        DelegationReply reply = DelegationReply::Accept)
    {
        const QJsonObject body = toJson(DelegationAnswer{code, reply});
        return as(person, "POST", QStringLiteral("/v1/delegations/answers"), QJsonDocument(body).toJson());
    }
    HttpResponse renounce(const TestDirector& person, const QString& id)
    {
        return as(person, "POST", QStringLiteral("/v1/delegations/%1/renunciation").arg(id));
    }
    QList<Delegation> delegations(const TestDirector& person)
    {
        const auto answer =
            as(person, "GET", QStringLiteral("/v1/companies/%1/delegations").arg(company.siren));
        return fromJson<DelegationList>(json(answer)).value().delegations;
    }
    HttpResponse snapshotOf(const TestDirector& person)
    {
        return as(person, "GET", QStringLiteral("/v1/companies/%1/snapshot").arg(company.siren));
    }
    [[nodiscard]] static Delegation delegationIn(const HttpResponse& answer)
    {
        return fromJson<Delegation>(json(answer)).value();
    }

    /// The code in the latest message.
    [[nodiscard]] QString codeSent() const
    {
        static const QRegularExpression code(QStringLiteral("[0-9A-Z]{4}(-[0-9A-Z]{4}){3}"));
        return code.match(mailer.mails.constLast().body).captured();
    }
    /// Proposed by Claire and taken up by Nadia.
    Delegation takenUp(const DelegationProposal& terms)
    {
        propose(claire, terms);
        return delegationIn(answer(nadia, codeSent()));
    }
    Delegation takenUp() { return takenUp(proposal()); }

    /// The register no longer lists Claire; `successor` leads the company now.
    void replaceClaireBy(const TestDirector& successor)
    {
        company.directors = {successor.person.subject};
        MandateRecord ended;
        ended.mandate = {claire.person.subject, company.siren, QStringLiteral("Présidente de SAS"),
                         RegistrySource::Rne, bench.clock.now()};
        ended.state = MandateState::Ended;
        ended.endedAt = bench.clock.now();
        if (!bench.write([&](QSqlDatabase& connection) { return desk->mandateEnded(connection, ended); })) {
            qFatal("the end of the mandate could not be written");
        }
    }
    void runTerms() { bench.jobs.run("delegations"); }

    int evidenceLinks()
    {
        return bench.value(QStringLiteral("SELECT COUNT(*) FROM evidence WHERE kind = 'delegation'")).toInt();
    }
    bool chainIsWhole()
    {
        const auto report =
            bench.write([&](QSqlDatabase& connection) { return EvidenceCheck(*bench.keys).all(connection); });
        return report.ok() && report.value().faults.isEmpty();
    }
};

} // namespace proconnect::service
