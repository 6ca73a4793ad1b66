// SPDX-License-Identifier: MIT
#pragma once

#include "core/jose/Jws.h"
#include "core/protocol/ModelJson.h"
#include "service/companies/CompanyDirectory.h"
#include "service/companies/DirectorVerification.h"
#include "service/companies/Mandates.h"
#include "service/contact_email/ContactEmails.h"
#include "service/sessions/SessionGuard.h"

#include <QHash>
#include <QJsonDocument>
#include <QUuid>

namespace proconnect::service {

/// A director at a computer of their own.
struct TestDirector
{
    Jwk key = Jwk::generateP256().value();
    SignedInPerson person;

    explicit TestDirector(const QString& name);

    /// `decision` as the application signs it.
    [[nodiscard]] QByteArray sign(const Decision& decision,
                                  const QString& type = QStringLiteral("decision+jwt")) const;
    [[nodiscard]] QByteArray sign(QJsonObject claims, const QString& type) const;
};

/// Lets in whoever says their subject; a stand-in for tokens and proofs, which have tests of their own.
class OpenGuard final : public SessionGuard
{
public:
    [[nodiscard]] Outcome<SignedInPerson> authenticate(const HttpRequest& request) override;
    [[nodiscard]] Outcome<CompanyReader> authenticateReader(const HttpRequest& request,
                                                            const QString& siren) override;
    [[nodiscard]] Outcome<SignedInPerson> named(SignedInPerson person) override { return person; }
    [[nodiscard]] Outcome<Done> requireRecentSignIn(const SignedInPerson&) const override
    {
        return recent ? Outcome<Done>(Done{}) : Outcome<Done>(Failure{FailureCode::SignInTooOld, {}, {}});
    }
    [[nodiscard]] Outcome<Done> requireHighEffectSignIn(const SignedInPerson&) const override;
    [[nodiscard]] Outcome<Done> requireStillSignedIn(QSqlDatabase&, const SignedInPerson&) const override
    {
        return signedOut ? Outcome<Done>(Failure{FailureCode::SessionEnded, {}, {}}) : Outcome<Done>(Done{});
    }
    [[nodiscard]] Outcome<FranceConnectIdentity> identityForMatching(const SignedInPerson& person) override;

    QList<SignedInPerson> people;
    std::function<qint64(const QString& siren)> cursor = [](const QString&) { return 0; };
    QHash<QString, FranceConnectIdentity> identities; ///< those still kept, by subject
    bool recent = true;
    bool strong = true;     ///< good for acts of high effect
    bool signedOut = false; ///< since the call came in, from another computer
};

/// One company, MENUISERIE FABRE ET FILLES, and the people who lead it.
class OneCompany final : public Mandates,
                         public CompanyDirectory,
                         public ContactEmails,
                         public DirectorVerification
{
public:
    const QString siren = QStringLiteral("000058263");
    QStringList directors;
    bool mandateEnded = false;
    bool registerAnswers = true;
    std::optional<FailureCode> doubt; ///< what else asking the register fails with
    bool endsAfterRequire = false;    ///< the mandate ends once the register was asked
    bool broken = false;              ///< asking the register fails
    int asked = 0;                    ///< times that the register was asked
    DirectorAnswer verdict{DirectorAnswer::Value::No, {}, {}}; ///< told to portals
    ContactEmail contact{
        QStringLiteral("direction@fabre-filles.example"), EmailState::RecordedInSirene, {}, {}, {}};

    [[nodiscard]] Outcome<Mandate> require(const QString& subject, const QString& of, MandateUse) override;
    [[nodiscard]] Outcome<Mandate> held(QSqlDatabase&, const QString& subject, const QString& of) override
    {
        return mandateOf(subject, of);
    }
    [[nodiscard]] Outcome<QList<Company>> companiesOf(QSqlDatabase&, const QString& subject) override
    {
        return directors.contains(subject) ? QList<Company>{named()} : QList<Company>();
    }
    [[nodiscard]] Outcome<Company> company(QSqlDatabase&, const QString&, const QString&) override
    {
        return named();
    }
    [[nodiscard]] Outcome<QStringList> directorsOf(QSqlDatabase&, const QString& of) override
    {
        return of == siren ? directors : QStringList();
    }
    [[nodiscard]] Outcome<QStringList> attachedSirens(QSqlDatabase&) override { return QStringList{siren}; }
    [[nodiscard]] Outcome<ContactEmail> of(QSqlDatabase&, const QString&) override { return contact; }
    [[nodiscard]] Outcome<DirectorAnswer> answer(const QString&, const QString&, const QString&) override
    {
        return verdict;
    }

private:
    [[nodiscard]] Company named() const;
    [[nodiscard]] Outcome<Mandate> mandateOf(const QString& subject, const QString& of) const;
};

} // namespace proconnect::service
