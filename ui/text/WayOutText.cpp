// SPDX-License-Identifier: MIT
// What is said before a way out is decided; what is said once it was is in WayOutFollowText.cpp.
#include "ui/text/WayOutText.h"

#include "ui/text/NamedText.h"
#include "ui/text/Wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace proconnect::ui {

QString WayOutText::lead(const PortalAccount& shared)
{
    return shared.originCount > 1 ? qtTrId("shared.lead", shared.originCount) : qtTrId("shared.lead.address");
}

QString WayOutText::which(const PortalAccount& shared) const
{
    QStringList parts{portal(shared.portal), m_text.possibleInBrief(shared), m_text.places(shared)};
    parts.removeAll(QString());
    return parts.join(QString::fromUtf8(" · "));
}

QString WayOutText::gets(const PortalAccount& shared, const Newcomer& newcomer) const
{
    const auto& all = m_text.company().snapshot().accounts;
    const PortalAccount* own = ownAccountOf(all, shared, newcomer);
    if (own == nullptr && asks(shared, newcomer)) {
        return qtTrId("shared.gets.asked").arg(portal(shared.portal));
    }
    if (own == nullptr && opens(shared) && !shared.roleLabel.isEmpty()) {
        return withNames(qtTrId("shared.gets.opened.role"), {portal(shared.portal), shared.roleLabel});
    }
    if (own == nullptr) {
        return opens(shared) ? qtTrId("shared.gets.opened").arg(portal(shared.portal))
                             : qtTrId("shared.gets.invited").arg(portal(shared.portal));
    }
    QStringList lacking;
    for (const PortalRight& right : shared.rights) {
        if (!newcomer.rights.contains(right.code)) {
            lacking += labels(shared, {right.code});
        }
    }
    QString words = qtTrId("shared.gets.present").arg(portal(shared.portal));
    if (!lacking.isEmpty()) {
        words += u'\n' + withNames(qtTrId("shared.gets.lacks"), {enumeration(lacking)});
    }
    return words;
}

QString WayOutText::fault(const PortalAccount& shared, const QList<Newcomer>& newcomers,
                          qsizetype position) const
{
    const CompanySnapshot& company = m_text.company().snapshot();
    const auto found = faultOf(company.accounts, company.company.siren, shared, newcomers, position);
    if (!found) {
        return {};
    }
    switch (*found) {
    case NewcomerFault::NoName:
        return qtTrId("shared.fault.name");
    case NewcomerFault::BadName:
        return qtTrId("shared.fault.name.bad");
    case NewcomerFault::NoAddress:
        return qtTrId("shared.fault.address");
    case NewcomerFault::BadAddress:
        return qtTrId("shared.fault.address.bad");
    case NewcomerFault::SharedOne:
        return qtTrId("shared.fault.shared");
    case NewcomerFault::Twice:
        return qtTrId("shared.fault.twice");
    case NewcomerFault::WeakAccount:
        return qtTrId("shared.fault.weak").arg(portal(shared.portal));
    case NewcomerFault::BeyondShared:
        return qtTrId("shared.fault.rights");
    case NewcomerFault::ForeignPlace:
        return qtTrId("shared.fault.place");
    case NewcomerFault::PartOfRole:
        break;
    }
    return qtTrId("shared.fault.role");
}

QString WayOutText::refused(const PortalAccount& shared, const QList<Newcomer>& newcomers) const
{
    QStringList sentences;
    for (qsizetype i = 0; i < newcomers.size(); ++i) {
        const QString why = fault(shared, newcomers, i);
        if (!why.isEmpty()) {
            sentences += withNames(qtTrId("shared.refused.who"), {shortened(newcomers.at(i).name), why});
        }
    }
    sentences += withNames(qtTrId("shared.kept"), {shortened(AccountText::holder(shared))});
    return sentences.join(u' ');
}

QString WayOutText::proposal(const WayOutPlan& plan) const
{
    return plan.deadline ? withSingleStops(withNames(
                               qtTrId("shared.day.deadline"),
                               {plan.deadline->label, m_text.dates().longDate(plan.deadline->date)}))
                         : qtTrId("shared.day.none");
}

QString WayOutText::effect(QDate day) const
{
    return qtTrId("shared.effect").arg(m_text.dates().longDate(day));
}

QString WayOutText::warning(const WayOutPlan& plan, QDate day) const
{
    return plan.deadline && day <= plan.deadline->date
               ? withSingleStops(
                     withNames(qtTrId("shared.day.before"),
                               {plan.deadline->label, m_text.dates().longDate(plan.deadline->date)}))
               : QString();
}

QString WayOutText::shown(const PortalAccount& shared, const QList<Newcomer>& newcomers, QDate day) const
{
    QStringList people;
    for (const Newcomer& one : newcomers) {
        QStringList parts{one.name, one.email, enumeration(labels(shared, one.rights)),
                          m_text.company().establishments(one.sirets)};
        parts.removeAll(QString());
        people += parts.join(QStringLiteral(", "));
    }
    QString sentences =
        withNames(qtTrId("shared.shown"), {AccountText::holder(shared), portal(shared.portal),
                                           m_text.dates().longDate(day), people.join(QStringLiteral(" ; "))});
    if (!shared.roleLabel.isEmpty()) {
        sentences.prepend(withNames(qtTrId("shared.shown.role"), {shared.roleLabel}) + u' ');
    }
    return sentences;
}

bool WayOutText::asks(const PortalAccount& shared, const Newcomer& newcomer) const
{
    return ownRequestOf(m_text.company().snapshot().requests, shared, newcomer) != nullptr;
}

bool WayOutText::opens(const PortalAccount& shared) const
{
    const auto& portals = m_text.company().snapshot().portals;
    return std::any_of(portals.cbegin(), portals.cend(), [&shared](const Portal& one) {
        return one.id == shared.portal && opensLike(one, shared);
    });
}

bool WayOutText::invites(const PortalAccount& shared, const Newcomer& newcomer) const
{
    return !ownAccountOf(m_text.company().snapshot().accounts, shared, newcomer) && !asks(shared, newcomer);
}

QStringList WayOutText::labels(const PortalAccount& shared, const QStringList& codes)
{
    QStringList labels;
    for (const PortalRight& right : shared.rights) {
        if (codes.contains(right.code)) {
            labels += right.label.isEmpty() ? right.code : right.label;
        }
    }
    return labels;
}

} // namespace proconnect::ui
