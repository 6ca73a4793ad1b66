// SPDX-License-Identifier: MIT
#include "tests/service/support/Neighbours.h"

namespace proconnect::service {

TestDirector::TestDirector(const QString& name)
{
    person.sessionId = QStringLiteral("session-") + name;
    person.subject = QStringLiteral("subject-") + name;
    person.displayName = name;
    person.deviceKey = key.publicJson();
    person.deviceThumbprint = key.thumbprint();
    person.assurance = 2;
}

QByteArray TestDirector::sign(const Decision& decision, const QString& type) const
{
    return sign(toJson(decision), type);
}

QByteArray TestDirector::sign(QJsonObject claims, const QString& type) const
{
    claims.insert(QStringLiteral("iss"), person.deviceThumbprint);
    return Jws::sign(QJsonDocument(claims).toJson(QJsonDocument::Compact), key, type).value();
}

Outcome<SignedInPerson> OpenGuard::authenticate(const HttpRequest& request)
{
    const QString subject = QString::fromUtf8(request.header("test-subject"));
    for (const SignedInPerson& person : people) {
        if (person.subject == subject) {
            return person;
        }
    }
    return Failure{FailureCode::Unauthorized, {}, {}};
}

Outcome<CompanyReader> OpenGuard::authenticateReader(const HttpRequest& request, const QString& siren)
{
    auto person = authenticate(request);
    return person ? Outcome<CompanyReader>(CompanyReader{std::move(person).value(), cursor(siren)})
                  : Outcome<CompanyReader>(person.failure());
}

Outcome<Done> OpenGuard::requireHighEffectSignIn(const SignedInPerson&) const
{
    return strong ? Outcome<Done>(Done{}) : Outcome<Done>(Failure{FailureCode::StrongSignInNeeded, {}, {}});
}

Outcome<FranceConnectIdentity> OpenGuard::identityForMatching(const SignedInPerson& person)
{
    const auto identity = identities.constFind(person.subject);
    return identity == identities.constEnd()
               ? Outcome<FranceConnectIdentity>(Failure{FailureCode::SignInTooOld, {}, {}})
               : Outcome<FranceConnectIdentity>(*identity);
}

Outcome<Mandate> OneCompany::require(const QString& subject, const QString& of, MandateUse)
{
    ++asked;
    if (broken || !registerAnswers) {
        return Failure{broken ? FailureCode::Internal : FailureCode::RegistryUnavailable, {}, {}};
    }
    if (doubt) {
        return Failure{*doubt, {}, {}};
    }
    auto mandate = mandateOf(subject, of);
    mandateEnded = mandateEnded || endsAfterRequire;
    return mandate;
}

Company OneCompany::named() const
{
    Company company;
    company.siren = siren;
    company.name = QStringLiteral("MENUISERIE FABRE ET FILLES");
    company.function = QStringLiteral("Présidente de SAS");
    company.verifiedAt = QDateTime(QDate(2026, 11, 23), QTime(7, 0), Qt::UTC);
    return company;
}

Outcome<Mandate> OneCompany::mandateOf(const QString& subject, const QString& of) const
{
    if (!directors.contains(subject) || of != siren) {
        return Failure{FailureCode::NotAllowed, {}, {}};
    }
    if (mandateEnded) {
        return Failure{FailureCode::MandateEnded, {}, {}};
    }
    return Mandate{subject, of, QStringLiteral("Présidente de SAS"), RegistrySource::Rne, named().verifiedAt};
}

} // namespace proconnect::service
