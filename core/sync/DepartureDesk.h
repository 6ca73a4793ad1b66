// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Departure.h"
#include "core/result/Outcome.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <functional>

namespace proconnect {

/// What goes with a departure besides its decisions, which are the DecisionDesk's: the reason, which is never
/// signed, and the papers. Each callback comes exactly once, unless `context` dies first.
class DepartureDesk
{
public:
    enum class Form { Pdf, Json };

    virtual ~DepartureDesk() = default;

    /// For the company alone, until the departure is closed.
    virtual void tellReason(const QString& siren, const QString& departure, LeavingReason reason,
                            QObject* context, std::function<void(Outcome<Done>)> done) = 0;
    /// What became of each account, to be kept.
    virtual void receipt(const QString& siren, const QString& departure, Form form, QObject* context,
                         std::function<void(Outcome<QByteArray>)> done) = 0;
    /// The letter, as PDF, that asks a portal to close an account (PortalAccount::id) by hand.
    virtual void closureLetter(const QString& siren, const QString& account, QObject* context,
                               std::function<void(Outcome<QByteArray>)> done) = 0;
};

} // namespace proconnect
