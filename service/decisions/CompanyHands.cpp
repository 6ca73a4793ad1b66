// SPDX-License-Identifier: MIT
#include "service/decisions/CompanyHands.h"

#include <QTimeZone>

namespace proconnect::service {

Outcome<CompanySnapshot> CompanyHands::read(QSqlDatabase& connection, const QString& siren) const
{
    const auto accounts = m_accounts.accountsOf(connection, siren);
    if (!accounts) {
        return accounts.failure();
    }
    const auto links = m_notes.links(connection, siren);
    const auto company = m_companies.find(connection, siren);
    if (!links || !company) {
        return links ? company.failure() : links.failure();
    }
    CompanySnapshot snapshot;
    snapshot.company.siren = siren;
    for (const StoredAccount& stored : accounts.value()) {
        snapshot.accounts.append(stored.account);
    }
    snapshot.personLinks = links.value();
    if (company.value()) {
        snapshot.company.establishments = company.value()->establishments;
    }
    return snapshot;
}

Outcome<OwnAccounts> CompanyHands::ownedBy(QSqlDatabase& connection, const QString& siren,
                                           const SignedInPerson& person) const
{
    const auto certified = m_accounts.certifiedFor(connection, siren, person.subject);
    const auto links = m_notes.links(connection, siren);
    if (!certified || !links) {
        return certified ? links.failure() : certified.failure();
    }
    return OwnAccounts(person, certified.value(), links.value());
}

QString byWhom(const QString& name, const QDateTime& at)
{
    constexpr QChar between = u'|';
    return QString(name).replace(between, u' ') + between + at.toUTC().toString(Qt::ISODate);
}

QDate dayInParis(const QDateTime& instant)
{
    return instant.toTimeZone(QTimeZone("Europe/Paris")).date();
}

} // namespace proconnect::service
