// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Delegation.h"
#include "core/result/Outcome.h"

#include <QObject>

#include <functional>

namespace proconnect {

/// Those who may act in a director's place. Each callback comes exactly once, unless `context` dies first.
/// When the service wants a newer sign-in, the act goes on after one.
class DelegationDesk
{
public:
    virtual ~DelegationDesk() = default;

    /// A director's: all of the company; a delegate's: their own.
    virtual void list(const QString& siren, QObject* context,
                      std::function<void(Outcome<DelegationList>)> done) = 0;
    /// Does `order` with a delegation as it was shown; gives it as it is afterwards. VersionChanged or
    /// Conflict when it changed meanwhile.
    virtual void act(const Delegation& shown, DelegationOrder order, QObject* context,
                     std::function<void(Outcome<Delegation>)> done) = 0;
    /// What the person says to the invitation whose code they received. NotFound when no invitation for
    /// somebody of their names has this code.
    virtual void answer(const DelegationAnswer& answer, QObject* context,
                        std::function<void(Outcome<Delegation>)> done) = 0;
};

} // namespace proconnect
