// SPDX-License-Identifier: MIT
#include "ui/text/CompanyText.h"

#include "ui/text/Format.h"
#include "ui/text/Wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace proconnect::ui {
namespace {

QString domainOf(const QString& email)
{
    return email.section(u'@', 1).toLower();
}

constexpr qsizetype namesAtMost = 2;

} // namespace

QString CompanyText::portalName(const QString& id) const
{
    const auto found = std::find_if(m_snapshot.portals.cbegin(), m_snapshot.portals.cend(),
                                    [&id](const Portal& portal) { return portal.id == id; });
    return found == m_snapshot.portals.cend() ? id : found->name;
}

QString CompanyText::establishmentName(const QString& siret) const
{
    const auto& all = m_snapshot.company.establishments;
    const auto found = std::find_if(all.cbegin(), all.cend(), [&siret](const Establishment& establishment) {
        return establishment.siret == siret;
    });
    return found == all.cend() ? siret : found->label;
}

bool CompanyText::wholeCompany(const QStringList& sirets) const
{
    const auto& all = m_snapshot.company.establishments;
    return sirets.isEmpty() || (all.size() > 1 && std::all_of(all.cbegin(), all.cend(), [&](const auto& one) {
                                    return !one.open || sirets.contains(one.siret);
                                }));
}

QString CompanyText::establishments(const QStringList& sirets) const
{
    if (wholeCompany(sirets)) {
        return qtTrId("sites.all");
    }
    if (sirets.size() > namesAtMost) {
        return qtTrId("sites.count", static_cast<int>(sirets.size()));
    }
    QStringList names;
    for (const QString& siret : sirets) {
        names += establishmentName(siret);
    }
    return enumeration(names);
}

QString CompanyText::rights(const QList<PortalRight>& rights, const QString& fallback)
{
    QStringList labels;
    for (const PortalRight& right : rights) {
        labels += labels.isEmpty() ? right.label : uncapitalized(right.label);
    }
    return labels.isEmpty() ? fallback : labels.join(QStringLiteral(", "));
}

QString CompanyText::rightsInBrief(const QList<PortalRight>& all, const QString& fallback)
{
    // One more fits as well as the words that would replace it.
    if (all.size() <= namesAtMost + 1) {
        return rights(all, fallback);
    }
    const auto others = static_cast<int>(all.size() - namesAtMost);
    return qtTrId("rights.more", others).arg(rights(all.first(namesAtMost), fallback));
}

bool CompanyText::companyAddress(const QString& email) const
{
    const QString domain = domainOf(email);
    if (domain.isEmpty()) {
        return false;
    }
    // The director's own accounts and the contact address are the only domains known to be the company's.
    if (domainOf(m_snapshot.contactEmail.address) == domain ||
        domainOf(m_snapshot.contactEmail.pendingAddress) == domain) {
        return true;
    }
    return std::any_of(
        m_snapshot.accounts.cbegin(), m_snapshot.accounts.cend(),
        [&](const PortalAccount& account) { return account.mine && domainOf(account.email) == domain; });
}

PortalSource CompanyText::source(const QString& portal) const
{
    const auto found = std::find_if(m_snapshot.sources.cbegin(), m_snapshot.sources.cend(),
                                    [&portal](const PortalSource& one) { return one.portal == portal; });
    if (found != m_snapshot.sources.cend()) {
        return *found;
    }
    PortalSource unknown;
    unknown.portal = portal;
    return unknown;
}

} // namespace proconnect::ui
