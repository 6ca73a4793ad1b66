// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Delegation.h"
#include "ui/text/BadgeContent.h"
#include "ui/text/CompanyText.h"
#include "ui/text/DateText.h"

#include <QList>
#include <QString>

namespace proconnect::ui {

/// One delegation on L-60.
struct DelegationRow
{
    Delegation delegation; ///< as the service gave it: what an act is done with
    QString name;
    QString email;
    BadgeContent state;
    QList<BadgeContent> powers;
    QString scope;                 ///< "impots.gouv.fr et URSSAF · Tous les sites"
    QString ceiling;               ///< what they never grant
    QString period;                ///< "Du 1 sept. 2026 au 31 août 2027"
    QString note;                  ///< what is awaited, and until when; may be empty
    QList<DelegationOrder> orders; ///< what a director may do, the most likely first; a delegate: nothing
    bool over = false;

    friend bool operator==(const DelegationRow&, const DelegationRow&) = default;
};

/// What waits for a successor first, then what is in force or to come, then what is over; each newest first.
/// As they stand at the instant of `dates`.
[[nodiscard]] QList<DelegationRow> delegationRows(const DelegationList& list, const CompanyText& company,
                                                  const DateText& dates);

/// The rows that wait for a successor's word.
[[nodiscard]] int waitingForSuccessor(const QList<DelegationRow>& rows);

} // namespace proconnect::ui
