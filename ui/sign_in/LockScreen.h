// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"
#include "ui/Services.h"
#include "ui/sign_in/LockReason.h"

#include <QWidget>

namespace proconnect::ui {

class Banner;
class Button;
class SignInFlow;
class TextLabel;

/// C-25: that ProConnect is locked, why, and the sign-in that unlocks it. Nothing of the person is on it.
class LockScreen final : public QWidget
{
    Q_OBJECT

public:
    LockScreen(const Services& services, SignInFlow& flow, QWidget* parent = nullptr);

    /// `minutes`: those without activity.
    void explain(LockReason reason, int minutes);
    /// Why the sign-in did not unlock.
    void showFailure(const Failure& failure);

private:
    void followFlow();

    SignInFlow& m_flow;
    TextLabel* m_why;
    Banner* m_failure;
    Button* m_signIn;
    Button* m_cancel;
    Button* m_browser;
};

} // namespace proconnect::ui
