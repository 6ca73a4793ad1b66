// SPDX-License-Identifier: MIT
#pragma once

#include "ui/sheets/SuccessorList.h"
#include "ui/text/ReplacementText.h"
#include "ui/widgets/Dialog.h"

#include <QHash>

#include <functional>

namespace proconnect::ui {

class Banner;

/// D-09: an acceptance that closes the account which the person takes over, and what follows, said before the
/// button. Nothing is sent before it is confirmed.
class ReplaceDialog final : public Dialog
{
    Q_OBJECT

public:
    /// What `text` shows need not outlive the constructor. The account that the portal names is chosen from
    /// the start.
    ReplaceDialog(const Theme& theme, const ReplacementText& text, const AccessRequest& request,
                  QWidget* parent);

Q_SIGNALS:
    /// The account to close, as it was shown.
    void confirmed(const proconnect::DepartureItem& account);

private:
    /// What is said of one account.
    struct Choice
    {
        QString holder;
        QString words;   ///< what follows, or why it cannot be
        int version = 0; ///< PortalAccount::version
        bool possible = false;
    };

    void addButtons();
    void choose(const QString& account);

    /// Asked of the chosen alone: whether one is the last hand takes a look at all accounts.
    std::function<Choice(const QString& account)> m_look;
    DepartureItem m_chosen;
    Banner* m_effect = nullptr;
    Button* m_go = nullptr;
};

} // namespace proconnect::ui
