// SPDX-License-Identifier: MIT
#pragma once

#include "ui/models/DecisionTracker.h"
#include "ui/text/AccountText.h"
#include "ui/text/BadgeContent.h"

#include <QList>
#include <QString>

namespace proconnect::ui {

/// One portal of M-50, or one of the director's accounts there.
struct CertificationRow
{
    QString accountId; ///< empty: no account to certify on this portal
    int version = 0;
    QString portal;
    QString name;
    QString subtitle; ///< the account's address, or why there is none
    BadgeContent state;
    QString detail; ///< since when, or what is awaited
    bool certifiable = false;

    friend bool operator==(const CertificationRow&, const CertificationRow&) = default;
};

/// The director's own accounts, those to certify first. "Certified" stands only where the portal confirmed
/// it.
[[nodiscard]] QList<CertificationRow> certificationRows(const AccountText& text,
                                                        const DecisionTracker::ByTarget& decisions);

} // namespace proconnect::ui
