// SPDX-License-Identifier: MIT
#include "tests/service/delegations/DelegationBench.h"

namespace proconnect::service {

DelegationBench::DelegationBench()
{
    claire.person.signedInAt = bench.clock.now();
    nadia.person.signedInAt = bench.clock.now();
    guard.people = {claire.person, nadia.person};
    know(nadia, QStringLiteral("FERRAND"), {QStringLiteral("Nadia"), QStringLiteral("Marie")});
}

void DelegationBench::know(const TestDirector& person, const QString& family, const QStringList& given)
{
    FranceConnectIdentity identity;
    identity.familyName = family;
    identity.givenNames = given;
    guard.identities.insert(person.person.subject, identity);
}

DelegationProposal DelegationBench::proposal() const
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

HttpResponse DelegationBench::as(const TestDirector& person, const QByteArray& method, const QString& path,
                                 const QByteArray& body, const QByteArray& media)
{
    return call(method, path, body,
                {{"test-subject", person.person.subject.toUtf8()}, {"content-type", media}});
}

HttpResponse DelegationBench::propose(const TestDirector& person, const DelegationProposal& terms)
{
    return as(person, "POST", QStringLiteral("/v1/companies/%1/delegations").arg(company.siren),
              person.sign(toJson(terms), QStringLiteral("delegation+jwt")), "application/jose");
}

HttpResponse DelegationBench::act(const TestDirector& person, DelegationOrder order,
                                  const Delegation& delegation)
{
    const DelegationAct act{QUuid::createUuid().toString(QUuid::WithoutBraces),
                            company.siren,
                            delegation.terms.id,
                            delegation.version,
                            order,
                            bench.clock.now()};
    return as(person, "POST",
              QStringLiteral("/v1/companies/%1/delegations/%2/acts").arg(company.siren, delegation.terms.id),
              person.sign(toJson(act), QStringLiteral("delegation-act+jwt")), "application/jose");
}

HttpResponse DelegationBench::answer(const TestDirector& person, const QString& code, DelegationReply reply)
{
    const QJsonObject body = toJson(DelegationAnswer{code, reply});
    return as(person, "POST", QStringLiteral("/v1/delegations/answers"), QJsonDocument(body).toJson());
}

QList<Delegation> DelegationBench::delegations(const TestDirector& person)
{
    const auto answer = as(person, "GET", QStringLiteral("/v1/companies/%1/delegations").arg(company.siren));
    return fromJson<DelegationList>(json(answer)).value().delegations;
}

QString DelegationBench::codeSent() const
{
    static const QRegularExpression code(QStringLiteral("[0-9A-Z]{4}(-[0-9A-Z]{4}){3}"));
    return code.match(mailer.mails.constLast().body).captured();
}

Delegation DelegationBench::takenUp(const DelegationProposal& terms)
{
    propose(claire, terms);
    return delegationIn(answer(nadia, codeSent()));
}

void DelegationBench::replaceClaireBy(const TestDirector& successor)
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

bool DelegationBench::chainIsWhole()
{
    const auto report =
        bench.write([&](QSqlDatabase& connection) { return EvidenceCheck(*bench.keys).all(connection); });
    return report.ok() && report.value().faults.isEmpty();
}

} // namespace proconnect::service
