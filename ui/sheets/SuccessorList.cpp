// SPDX-License-Identifier: MIT
#include "ui/sheets/SuccessorList.h"

#include "ui/text/TellingApart.h"
#include "ui/text/Wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace proconnect::ui {

SuccessorList::SuccessorList(const AccountText& text, const QList<qsizetype>& accounts, Roles roles)
    : m_roles(roles)
{
    m_people.reserve(accounts.size());
    for (const qsizetype i : accounts) {
        const PortalAccount& one = text.company().snapshot().accounts.at(i);
        m_people += {one.id,        AccountText::holder(one), one.email,
                     one.roleLabel, one.portalAccountId,      one.administratorRole};
    }
}

qsizetype SuccessorList::placeOf(const QString& account) const
{
    const auto found = std::find_if(m_people.cbegin(), m_people.cend(),
                                    [&account](const Successor& one) { return one.account == account; });
    return found == m_people.cend() ? -1 : found - m_people.cbegin();
}

QString SuccessorList::name(qsizetype place) const
{
    if (m_apart.size() != m_people.size()) {
        QStringList names;
        QList<QStringList> details;
        names.reserve(m_people.size());
        details.reserve(m_people.size());
        for (const Successor& one : m_people) {
            names += one.name;
            details += {one.address, one.role, one.login};
        }
        m_apart = tellingApart(names, details);
    }
    QStringList parts{shortened(m_people.at(place).name), m_apart.at(place)};
    parts.removeAll(QString());
    return parts.join(QString::fromUtf8(" · "));
}

QString SuccessorList::label(qsizetype place) const
{
    return m_people.at(place).administrator || m_roles == Roles::Untold
               ? name(place)
               : qtTrId("dep.successor.new").arg(name(place));
}

bool SuccessorList::holds(qsizetype place, const QStringList& words) const
{
    const QString& folded = m_folded.at(place);
    return std::all_of(words.cbegin(), words.cend(),
                       [&folded](const QString& word) { return folded.contains(word); });
}

SuccessorList::Found SuccessorList::find(const QString& words, qsizetype most) const
{
    if (m_folded.size() != m_people.size()) {
        m_folded.reserve(m_people.size());
        for (const Successor& one : m_people) {
            m_folded += foldedForSearch(one.name + u' ' + one.address + u' ' + one.role);
        }
    }
    const QStringList wanted = foldedForSearch(words).split(u' ', Qt::SkipEmptyParts);
    Found found;
    for (qsizetype place = 0; place < m_people.size(); ++place) {
        if (!holds(place, wanted)) {
            continue;
        }
        if (found.places.size() < most) {
            found.places += place;
        } else {
            ++found.others;
        }
    }
    return found;
}

} // namespace proconnect::ui
