// SPDX-License-Identifier: MIT
#pragma once

#include "service/registries/Registry.h"

#include <QByteArray>
#include <QJsonObject>

namespace proconnect::service {

/// One element of pouvoirs: a person, or a company with the human who represents it when the entry names one.
/// A resignation dated after today is a doubt.
[[nodiscard]] certification::OfficerRecord officerOfRnePower(const QJsonObject& power, const QDate& today);

/// An officer that is a company, of which others must be asked: who represents it, where the entry does not
/// say, and whether it still exists. It is not among the officers: who follows it adds the humans, or the
/// position itself when there is none to be found.
struct CompanyOfficer
{
    QString siren;
    certification::OfficerRecord position; ///< role held by the company, and the human whom the entry names
};

/// Everything that a formality.content says, whichever of its three branches it uses.
struct RneContent
{
    QList<certification::OfficerRecord> officers;
    QList<CompanyOfficer> companyOfficers;
    QString name;
    QString address;
    QList<Establishment> establishments;
    bool closed = false;            ///< struck off, or ceased as Insee says in it
    bool closingUnreadable = false; ///< written in a way that nobody can read
    std::optional<QDate> struckOffOn;
};
[[nodiscard]] RneContent parseRneContent(const QJsonObject& content, const QDate& today);

/// An answer of GET /companies/{siren}. Failure: BadReply.
struct RneCompany
{
    RegistryAnswer answer;
    QList<CompanyOfficer> companyOfficers;
};
[[nodiscard]] Outcome<RneCompany> parseRneCompany(const QByteArray& body, const SirenNumber& siren,
                                                  const QDate& today);

} // namespace proconnect::service
