// SPDX-License-Identifier: MIT
#pragma once

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
};

} // namespace proconnect
