// SPDX-License-Identifier: MIT
#include "ui/text/SubstitutionText.h"

#include "ui/text/NamedText.h"
#include "ui/text/PortalWords.h"
#include "ui/text/Wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace proconnect::ui {

QString SubstitutionText::consequence(const PortalAccount& orphan, const PortalAccount& successor) const
{
    const QString portal = m_text.company().portalName(orphan.portal);
    const QString holder = AccountText::holder(orphan);
    PortalAccount after = successor;
    after.sirets = placesOfBoth(orphan, successor);
    QStringList sentences{
        withSingleStops(withNames(qtTrId("take.effect"), {role(orphan), portal, m_text.places(after)}))};
    if (isNewcomer(orphan, successor)) {
        sentences.prepend(withNames(qtTrId("take.effect.new"), {successor.email}));
    }
    sentences += account(successor);
    if (!losesRole(orphan, successor).isEmpty()) {
        sentences += losesRole(orphan, successor);
    }
    if (orphan.soleRole) {
        sentences += withNames(qtTrId("take.effect.sole"), {holder});
    }
    sentences += withNames(qtTrId("take.effect.after"), {portal, holder});
    return sentences.join(u'\n');
}

QString SubstitutionText::shown(const PortalAccount& orphan, const PortalAccount& successor) const
{
    QStringList sentences{withNames(qtTrId("take.shown"), {AccountText::holder(successor),
                                                           m_text.company().portalName(orphan.portal),
                                                           role(orphan), AccountText::holder(orphan)})};
    if (isNewcomer(orphan, successor)) {
        // The portal writes to that address.
        sentences += withNames(qtTrId("take.effect.new"), {successor.email});
    }
    // A name may be that of two people: the account is part of what is signed.
    sentences += account(successor);
    sentences += losesRole(orphan, successor);
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

QString SubstitutionText::losesRole(const PortalAccount& orphan, const PortalAccount& successor)
{
    // An account has one role: the portal puts the new one in its place.
    const bool another = !isNewcomer(orphan, successor) && !successor.roleCode.isEmpty() &&
                         successor.roleCode != orphan.roleCode;
    const QString& label = successor.roleLabel.isEmpty() ? successor.roleCode : successor.roleLabel;
    return another ? withNames(qtTrId("take.effect.replaces"), {label}) : QString();
}

QString SubstitutionText::status(const PortalAccount& orphan) const
{
    if (!orphan.substitution) {
        return {};
    }
    const Substitution& asked = *orphan.substitution;
    const QString portal = m_text.company().portalName(orphan.portal);
    const QString successor = successorOf(orphan);
    if (asked.state == SubstitutionState::Failed) {
        return withSingleStops(orphan.portalMessage.isEmpty()
                                   ? withNames(qtTrId("take.failed"), {portal, successor})
                                   : withNames(qtTrId("take.failed.said"),
                                               {portal, successor, withoutStop(orphan.portalMessage)}));
    }
    const QString when = m_text.dates().when(asked.askedAt);
    QString words = asked.state == SubstitutionState::Taken
                        ? withNames(qtTrId("take.taken"), {portal, successor, when})
                        : withNames(qtTrId("take.asked"), {asked.askedBy, successor, when, portal});
    if (isLate(asked, m_text.dates().now())) {
        words += u'\n' + withNames(qtTrId("take.late"), {portal});
    }
    return words;
}

QString SubstitutionText::which(const PortalAccount& successor) const
{
    QStringList parts{m_text.company().portalName(successor.portal), successor.portalAccountId,
                      successor.email};
    parts.removeAll(QString());
    return parts.join(QString::fromUtf8(" · "));
}

QString SubstitutionText::account(const PortalAccount& successor) const
{
    return withSingleStops(withNames(qtTrId("take.account"), {which(successor)}));
}

QString SubstitutionText::successorOf(const PortalAccount& orphan) const
{
    const auto& accounts = m_text.company().snapshot().accounts;
    const auto found = std::find_if(accounts.cbegin(), accounts.cend(), [&orphan](const PortalAccount& one) {
        return one.id == orphan.substitution->successor;
    });
    return found == accounts.cend() ? orphan.substitution->successor : AccountText::holder(*found);
}

QString SubstitutionText::role(const PortalAccount& orphan) const
{
    return orphan.roleLabel.isEmpty() ? orphan.roleCode : orphan.roleLabel;
}

} // namespace proconnect::ui
