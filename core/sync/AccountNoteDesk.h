// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/AccountFileOrder.h"
#include "core/model/AccountNotes.h"
#include "core/result/Outcome.h"

#include <QObject>

#include <functional>

namespace proconnect {

/// What a director says of accounts, for all who decide in the company; the next snapshot holds it. Each
/// callback comes exactly once, unless `context` dies first. When the service wants a newer sign-in, it goes
/// on after one.
class AccountNoteDesk
{
public:
    virtual ~AccountNoteDesk() = default;

    virtual void setAside(const QString& siren, const SetAsideOrder& order, QObject* context,
                          std::function<void(Outcome<SetAside>)> done) = 0;
    virtual void link(const QString& siren, const PersonLinkOrder& order, QObject* context,
                      std::function<void(Outcome<PersonLink>)> done) = 0;
    /// Hands in the file of a portal without an interface, page after page; what came of them is told as one.
    /// After a failure the same order may be sent again: no account counts as gone before all pages came.
    virtual void handIn(const QString& siren, const AccountFileOrder& order, QObject* context,
                        std::function<void(Outcome<AccountFileTaken>)> done) = 0;
};

} // namespace proconnect
