// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/EmailVerification.h"
#include "core/result/Outcome.h"

#include <QObject>

#include <functional>

namespace proconnect {

/// Changes the contact e-mail kept in SIRENE. Each callback comes exactly once, unless `context` dies first.
class ContactEmailDesk
{
public:
    virtual ~ContactEmailDesk() = default;

    virtual void sendCode(const QString& siren, const QString& address, QObject* context,
                          std::function<void(Outcome<EmailVerification>)> done) = 0;
    /// A wrong code fails with CodeWrong and the number of tries left as argument.
    virtual void confirm(const QString& siren, const EmailVerification& verification, const QString& code,
                         QObject* context, std::function<void(Outcome<Done>)> done) = 0;
};

} // namespace proconnect
