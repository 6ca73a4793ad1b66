// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/CompanySnapshot.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace proconnect {

/// Somebody whose accounts can be closed together: a person, or a firm that acts under a mandate.
struct Leaver
{
    enum class Kind {
        Person,
        ThirdParty, ///< somebody of a firm that acts under a mandate
        Firm,       ///< everybody who acts under one mandate
    };

    Kind kind = Kind::Person;
    QString key;  ///< finds them again in a later snapshot, with leaverFor()
    QString name; ///< as a portal names them; of a firm, the reference of its mandate
    QString address;
    QString job;               ///< as they declared it in a request; else the role on a portal
    QList<qsizetype> accounts; ///< all that are open, by their position in the snapshot
    int closable = 0;          ///< how many of them nobody has asked to close yet
    std::optional<QDate> lastDay;
    bool left = false;        ///< that day is over
    bool leaving = false;     ///< that day is still to come
    bool unused = false;      ///< for six months, and every portal says so
    bool unreachable = false; ///< mail to an address of theirs came back for good

    [[nodiscard]] bool suggested() const { return left || leaving || unused || unreachable; }

    friend bool operator==(const Leaver&, const Leaver&) = default;
};

/// Everybody who has an account to close, as Holders tells people apart; never the signed-in director, nor
/// accounts of nobody in particular. Pure; linear in the number of accounts. `today` is in Paris.
[[nodiscard]] QList<Leaver> leavers(const CompanySnapshot& company, QDate today);

/// The one of that key, or whose account or address `key` is; null when there is none.
[[nodiscard]] const Leaver* leaverFor(const QList<Leaver>& leavers, const CompanySnapshot& company,
                                      const QString& key);

/// Whether a decision may still ask for the account to be closed.
[[nodiscard]] bool canBeClosed(const PortalAccount& account);

} // namespace proconnect
