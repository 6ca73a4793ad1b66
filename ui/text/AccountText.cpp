// SPDX-License-Identifier: MIT
#include "ui/text/AccountText.h"

#include "ui/text/FindingText.h"
#include "ui/text/PortalWords.h"
#include "ui/text/Wording.h"

#include <QCoreApplication>

namespace proconnect::ui {
namespace {

QString methodText(PortalSource::Method method)
{
    switch (method) {
    case PortalSource::Method::Api:
        return qtTrId("src.api");
    case PortalSource::Method::File:
        return qtTrId("src.file");
    case PortalSource::Method::Declared:
        return qtTrId("src.declared");
    }
    return {};
}

} // namespace

QString AccountText::holder(const PortalAccount& account)
{
    return account.holderName.isEmpty() ? account.email : account.holderName;
}

int AccountText::attention(const PortalAccount& account, FindingSet findings)
{
    // The order in which groups are shown: what can still do harm comes first.
    constexpr int closureFailed = 90;
    constexpr int closureByHand = 60;
    constexpr int closing = 20;
    switch (account.state) {
    case AccountState::Closed:
        return 0;
    case AccountState::ClosureFailed:
        return closureFailed;
    case AccountState::ClosureManual:
        return closureByHand;
    case AccountState::ClosureRequested:
    case AccountState::ClosureScheduled:
        return closing;
    default:
        break;
    }
    constexpr int critical = 80;
    int place = 0;
    for (const FindingKind kind : findingKinds()) {
        if (findings.contains(kind)) {
            return critical - place * 5;
        }
        ++place;
    }
    return 0;
}

QString AccountText::possible(const PortalAccount& account) const
{
    return CompanyText::rights(account.rights, account.roleLabel);
}

QString AccountText::possibleInBrief(const PortalAccount& account) const
{
    return CompanyText::rightsInBrief(account.rights, account.roleLabel);
}

QString AccountText::places(const PortalAccount& account) const
{
    return m_company.establishments(account.sirets);
}

QString AccountText::lastUse(const PortalAccount& account) const
{
    if (!account.lastUsedAt) {
        return qtTrId("acc.last.unknown");
    }
    const QString ago = m_dates.ago(*account.lastUsedAt);
    return account.originCount > 1 ? qtTrId("acc.last.origins", account.originCount).arg(ago) : ago;
}

BadgeContent AccountText::state(const PortalAccount& account, FindingSet findings)
{
    switch (account.state) {
    case AccountState::Closed:
        return {BadgeKind::Outline, qtTrId("acc.st.closed"), QStringLiteral("check")};
    case AccountState::ClosureScheduled:
    case AccountState::ClosureRequested:
        return {BadgeKind::Info, qtTrId("acc.st.closing"), QStringLiteral("deadline")};
    case AccountState::ClosureFailed:
        return {BadgeKind::Error, qtTrId("acc.st.closefailed"), QStringLiteral("error")};
    case AccountState::ClosureManual:
        return {BadgeKind::Warning, qtTrId("acc.st.manual"), QStringLiteral("letter")};
    case AccountState::Suspended:
        return {BadgeKind::Neutral, qtTrId("acc.st.suspended"), QStringLiteral("lock")};
    case AccountState::Active:
    case AccountState::Unknown:
        break;
    }
    if (const QList<FindingKind> kinds = findings.kinds(); !kinds.isEmpty()) {
        return FindingText::badge(kinds.first());
    }
    // Kept as it is by somebody's choice: still a fact, no more a warning.
    if (account.shared()) {
        return {BadgeKind::Neutral, qtTrId("acc.st.shared"), QStringLiteral("shared-account")};
    }
    if (account.state == AccountState::Unknown) {
        return {BadgeKind::Outline, qtTrId("acc.st.unknown"), {}};
    }
    if (account.certification == AccountCertification::Certified) {
        return {BadgeKind::Primary, qtTrId("acc.st.certified"), QStringLiteral("certify")};
    }
    return {BadgeKind::Ok, qtTrId("acc.st.active"), QStringLiteral("check")};
}

QString AccountText::stateReason(const PortalAccount& account) const
{
    QStringList reasons;
    const QString portal = m_company.portalName(account.portal);
    switch (account.state) {
    case AccountState::ClosureScheduled:
    case AccountState::ClosureRequested:
        reasons += qtTrId("acc.why.closing").arg(portal);
        break;
    case AccountState::ClosureFailed:
        reasons += account.portalMessage.isEmpty()
                       ? qtTrId("acc.why.failed").arg(portal)
                       : qtTrId("acc.why.failed.said").arg(portal, withoutStop(account.portalMessage));
        break;
    case AccountState::ClosureManual:
        reasons += qtTrId("acc.why.manual").arg(portal);
        break;
    case AccountState::Closed:
        return {};
    default:
        break;
    }
    return withSingleStops(reasons.join(u' '));
}

bool AccountText::stale(const QString& portal) const
{
    return m_company.source(portal).state != PortalSource::State::Fresh;
}

QString AccountText::source(const QString& portal) const
{
    const PortalSource source = m_company.source(portal);
    return source.asOf ? qtTrId("src.known").arg(m_dates.when(*source.asOf), methodText(source.method))
                       : qtTrId("src.never");
}

QString AccountText::sourceDate(const QString& portal) const
{
    const PortalSource source = m_company.source(portal);
    if (!source.asOf) {
        return {};
    }
    const QDate day = DateText::dayOf(*source.asOf);
    return day == m_dates.today() ? qtTrId("src.at").arg(m_dates.clock(*source.asOf))
                                  : qtTrId("src.on").arg(m_dates.shortDate(day));
}

QString AccountText::sourceTrouble(const QString& portal) const
{
    const PortalSource source = m_company.source(portal);
    const QString name = m_company.portalName(portal);
    if (source.state == PortalSource::State::Fresh) {
        return {};
    }
    if (!source.asOf) {
        return qtTrId("src.never.banner").arg(name);
    }
    if (source.state == PortalSource::State::Unreachable && source.failingSince) {
        return qtTrId("src.down.banner")
            .arg(name, m_dates.since(*source.failingSince), m_dates.when(*source.asOf));
    }
    return withSingleStops(qtTrId("src.stale.banner").arg(name, m_dates.when(*source.asOf)));
}

QString AccountText::accessible(const PortalAccount& account, FindingSet findings) const
{
    return qtTrId("a11y.account")
        .arg(holder(account), m_company.portalName(account.portal), possible(account), places(account),
             lastUse(account), state(account, findings).text, source(account.portal));
}

} // namespace proconnect::ui
