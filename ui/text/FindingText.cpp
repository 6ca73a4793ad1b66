// SPDX-License-Identifier: MIT
#include "ui/text/FindingText.h"

#include "ui/text/NamedText.h"
#include "ui/text/Wording.h"

#include <QCoreApplication>

#include <array>

namespace proconnect::ui {
namespace {

struct FindingWords
{
    BadgeKind badge;
    const char* icon;
    const char* name;
    const char* fact;
    const char* why;
    const char* next;
};

/// In the order of FindingKind.
constexpr std::array words{
    FindingWords{BadgeKind::Error, "departure", QT_TRID_NOOP("acc.st.left"), QT_TRID_NOOP("acc.why.left"),
                 QT_TRID_NOOP("find.left.why"), QT_TRID_NOOP("find.left.next")},
    FindingWords{BadgeKind::Error, "departure", QT_TRID_NOOP("acc.st.usedafter"),
                 QT_TRID_NOOP("acc.why.usedafter"), QT_TRID_NOOP("find.usedafter.why"),
                 QT_TRID_NOOP("find.usedafter.next")},
    FindingWords{BadgeKind::Error, "key", QT_TRID_NOOP("find.orphan"), QT_TRID_NOOP("find.orphan.fact"),
                 QT_TRID_NOOP("find.orphan.why"), QT_TRID_NOOP("find.orphan.next")},
    FindingWords{BadgeKind::Warning, "key", QT_TRID_NOOP("find.only"), QT_TRID_NOOP("find.only.fact"),
                 QT_TRID_NOOP("find.only.why"), QT_TRID_NOOP("find.only.next")},
    FindingWords{BadgeKind::Warning, "shared-account", QT_TRID_NOOP("acc.st.shared"),
                 QT_TRID_NOOP("acc.why.shared.address"), QT_TRID_NOOP("find.shared.why"),
                 QT_TRID_NOOP("find.shared.next")},
    FindingWords{BadgeKind::Warning, "person", QT_TRID_NOOP("find.unknown"),
                 QT_TRID_NOOP("find.unknown.fact"), QT_TRID_NOOP("find.unknown.why"),
                 QT_TRID_NOOP("find.unknown.next")},
    FindingWords{BadgeKind::Neutral, "hidden", QT_TRID_NOOP("acc.st.idle"), QT_TRID_NOOP("find.idle.fact"),
                 QT_TRID_NOOP("find.idle.why"), QT_TRID_NOOP("find.idle.next")},
    FindingWords{BadgeKind::Warning, "email", QT_TRID_NOOP("find.address"), QT_TRID_NOOP("find.address.fact"),
                 QT_TRID_NOOP("find.address.why"), QT_TRID_NOOP("find.address.next")},
    FindingWords{BadgeKind::Error, "certify", QT_TRID_NOOP("acc.st.towithdraw"),
                 QT_TRID_NOOP("find.former.fact"), QT_TRID_NOOP("find.former.why"),
                 QT_TRID_NOOP("find.former.next")},
    FindingWords{BadgeKind::Neutral, "copy", QT_TRID_NOOP("find.double"), QT_TRID_NOOP("find.double.fact"),
                 QT_TRID_NOOP("find.double.why"), QT_TRID_NOOP("find.double.next")},
    FindingWords{BadgeKind::Warning, "accountant", QT_TRID_NOOP("find.mandate"),
                 QT_TRID_NOOP("find.mandate.fact"), QT_TRID_NOOP("find.mandate.why"),
                 QT_TRID_NOOP("find.mandate.next")},
};
static_assert(words.size() == static_cast<std::size_t>(FindingKind::BeyondMandate) + 1);

const FindingWords& wordsOf(FindingKind kind)
{
    return words[static_cast<std::size_t>(kind)];
}

} // namespace

BadgeContent FindingText::badge(FindingKind kind)
{
    return {wordsOf(kind).badge, qtTrId(wordsOf(kind).name), QLatin1String(wordsOf(kind).icon)};
}

QString FindingText::fact(FindingKind kind, const PortalAccount& account, std::optional<QDate> lastDay) const
{
    const QString portal = m_text.company().portalName(account.portal);
    const DateText& dates = m_text.dates();
    switch (kind) {
    case FindingKind::HolderLeft:
        return lastDay ? withSingleStops(qtTrId(account.holderLeftOn ? "acc.why.left" : "find.left.elsewhere")
                                             .arg(dates.longDate(*lastDay)))
                       : QString();
    case FindingKind::UsedAfterDeparture:
        return account.lastUsedAt
                   ? withSingleStops(
                         qtTrId("acc.why.usedafter").arg(dates.day(DateText::dayOf(*account.lastUsedAt))))
                   : qtTrId("find.usedafter.unknown").arg(portal);
    case FindingKind::OnlyAdministrator:
        return lastDay ? withSingleStops(qtTrId("find.only.leaving").arg(portal, dates.longDate(*lastDay)))
                       : qtTrId("find.only.fact").arg(portal);
    case FindingKind::Shared:
        return account.originCount > 1 ? qtTrId("acc.why.shared", account.originCount)
                                       : qtTrId("acc.why.shared.address");
    case FindingKind::Idle:
        return qtTrId("find.idle.fact").arg(m_text.lastUse(account));
    case FindingKind::UnreachableAddress:
        return qtTrId("find.address.fact").arg(account.email);
    case FindingKind::BeyondMandate: {
        const bool over = account.mandate && account.mandate->lastDay < dates.today();
        return over ? withSingleStops(
                          qtTrId("find.mandate.over").arg(dates.longDate(account.mandate->lastDay)))
                    : qtTrId("find.mandate.fact");
    }
    case FindingKind::OrphanedAdministrator:
    case FindingKind::UnknownHolder:
    case FindingKind::FormerDirectorCertified:
    case FindingKind::Duplicate:
        break;
    }
    return qtTrId(wordsOf(kind).fact).arg(portal);
}

QString FindingText::why(FindingKind kind)
{
    return qtTrId(wordsOf(kind).why);
}

QString FindingText::nextStep(FindingKind kind, const PortalAccount& account) const
{
    return withNames(qtTrId(wordsOf(kind).next), {m_text.company().portalName(account.portal)});
}

QString FindingText::setAside(const SetAside& one) const
{
    return withSingleStops(
               withNames(qtTrId("find.aside.until"), {one.by, m_text.dates().longDate(one.until)})) +
           u' ' + quoted(one.reason);
}

} // namespace proconnect::ui
