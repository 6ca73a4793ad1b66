// SPDX-License-Identifier: MIT
#pragma once

#include "ui/text/AccountText.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace proconnect::ui {

/// Somebody who may take over an account.
struct Successor
{
    QString account; ///< PortalAccount::id
    QString name;
    QString address;
    QString role;
    QString login; ///< PortalAccount::portalAccountId
    bool administrator = false;

    friend bool operator==(const Successor&, const Successor&) = default;
};

/// Those who may take over, in the order given, as R-41 and V-33 name and find them.
class SuccessorList
{
public:
    /// Whether a choice says that somebody is no administrator yet.
    enum class Roles { Told, Untold };

    SuccessorList() = default;
    /// `accounts`: their positions in the snapshot of `text`.
    SuccessorList(const AccountText& text, const QList<qsizetype>& accounts, Roles roles = Roles::Told);

    [[nodiscard]] qsizetype size() const { return m_people.size(); }
    [[nodiscard]] const QString& account(qsizetype place) const { return m_people.at(place).account; }
    /// -1 when that account is not among them.
    [[nodiscard]] qsizetype placeOf(const QString& account) const;
    /// "Sophie Delorme", and what tells her from her namesakes.
    [[nodiscard]] QString name(qsizetype place) const;
    /// The same as a choice: "(pas encore administrateur)".
    [[nodiscard]] QString label(qsizetype place) const;
    /// Places of those whose name, address or role hold every word, at most `most`, and how many others do.
    struct Found
    {
        QList<qsizetype> places;
        int others = 0;
    };
    [[nodiscard]] Found find(const QString& words, qsizetype most) const;

    /// Whether they are the same people, shown the same way.
    friend bool operator==(const SuccessorList& one, const SuccessorList& other)
    {
        return one.m_people == other.m_people;
    }

private:
    [[nodiscard]] bool holds(qsizetype place, const QStringList& words) const;

    QList<Successor> m_people;
    Roles m_roles = Roles::Told;
    mutable QStringList m_apart;  ///< by place; made at the first label
    mutable QStringList m_folded; ///< by place; made at the first search
};

} // namespace proconnect::ui
