// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/SessionController.h"
#include "ui/sign_in/WebPane.h"

#include <QObject>

#include <memory>

namespace proconnect::ui {

/// Ends FranceConnect's own session after a sign-out, where the sign-in took place: in the person's browser,
/// or in a web page that nobody has to look at, under the rules of the sign-in page. Best effort: the session
/// here and at the service is over already. Deletes itself.
class SignOutVisit final : public QObject
{
    Q_OBJECT

public:
    SignOutVisit(const SignOutReport& report, bool demonstration, QObject* parent);
    ~SignOutVisit() override;

private:
    std::unique_ptr<WebPane> m_pane;
};

} // namespace proconnect::ui
