// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

namespace proconnect::ui {

class Theme;

/// What may be done about an account that somebody takes over with their request.
enum class ReplacementAct { Choose, KeepOpen, SaveLetter, DeclareClosed, AskAgain, SaveReceipt };

/// What a request's page says of the account that the person takes over.
struct ReplacementView
{
    enum class Tone { Info, Done, Attention };

    QString words; ///< empty: nothing is said
    Tone tone = Tone::Info;
    QString account; ///< PortalAccount::id; empty: it is still to be chosen
    QString holder;
    QList<ReplacementAct> acts;
    bool offered = false; ///< there is an account to choose among the other answers

    friend bool operator==(const ReplacementView&, const ReplacementView&) = default;
};

/// D-02, D-05: the account that the person takes over: what the portal says of it, then how far its closing
/// is.
class ReplacementPanel final : public QWidget
{
    Q_OBJECT

public:
    ReplacementPanel(const Theme& theme, const ReplacementView& view, bool enabled,
                     QWidget* parent = nullptr);

Q_SIGNALS:
    void asked(proconnect::ui::ReplacementAct act);
};

} // namespace proconnect::ui
