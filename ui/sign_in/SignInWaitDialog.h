// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/SignInRenewal.h"
#include "ui/widgets/Dialog.h"

namespace proconnect::ui {

class TextLabel;

/// Why a newer sign-in is asked for, in one sentence.
[[nodiscard]] QString reasonSentence(SignInReason reason);

/// C-21 over the page of an act that waits for a newer sign-in: what it waits for, where to go on, and a way
/// back.
class SignInWaitDialog final : public Dialog
{
    Q_OBJECT

public:
    SignInWaitDialog(const Theme& theme, SignInReason reason, QWidget* parent);

    /// Whether the person has to go on in the browser; otherwise the page is being opened.
    void setInBrowser(bool inBrowser);
    /// The sign-in ended, or its page is there: closes without cancelling anything.
    void over();

Q_SIGNALS:
    void cancelled();

private:
    TextLabel* m_where;
};

} // namespace proconnect::ui
