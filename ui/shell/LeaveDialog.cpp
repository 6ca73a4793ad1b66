// SPDX-License-Identifier: MIT
#include "ui/shell/LeaveDialog.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>

namespace proconnect::ui {
namespace {

struct Words
{
    QString body;
    QString send;
    QString drop;
};

using Way = LeaveDialog::Way;
using Plight = LeaveDialog::Plight;

Words wordsOf(Way way, Plight plight)
{
    if (plight == Plight::Unanswered) {
        return {qtTrId("undo.unanswered"),
                {},
                qtTrId(way == Way::SignOut ? "undo.unanswered.signout" : "undo.unanswered.quit")};
    }
    const bool sendable = plight == Plight::Sendable;
    switch (way) {
    case Way::Quit:
        break;
    case Way::QuitForgetting:
        return {qtTrId(sendable ? "undo.quit.lost" : "undo.quit.lost.waiting"), qtTrId("undo.quit.send"),
                qtTrId("undo.quit.lost.drop")};
    case Way::SignOut:
        return {qtTrId(sendable ? "undo.signout.body" : "undo.signout.body.waiting"),
                qtTrId("undo.signout.send"), qtTrId("undo.signout.drop")};
    }
    return {qtTrId("undo.quit.body"), qtTrId("undo.quit.send"), qtTrId("undo.quit.drop")};
}

} // namespace

LeaveDialog::LeaveDialog(const Theme& theme, Way way, Plight plight, QWidget* parent)
    : Dialog(theme, qtTrId(plight == Plight::Unanswered ? "undo.unanswered.title" : "undo.quit.title"),
             QStringLiteral("D-04"), parent)
{
    const Words words = wordsOf(way, plight);
    body()->addWidget((new TextLabel(words.body))->wrapped());
    // One under the other: the labels are whole sentences.
    auto* send = new Button(theme, words.send, Button::Kind::Primary);
    auto* drop = new Button(theme, words.drop, Button::Kind::Neutral);
    auto* stay = new Button(theme, qtTrId("undo.quit.stay"), Button::Kind::Quiet);
    for (Button* button : {send, drop, stay}) {
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        body()->addWidget(button);
    }
    send->setVisible(plight == Plight::Sendable);
    connect(send, &QPushButton::clicked, this, [this] {
        Q_EMIT sendChosen();
        accept();
    });
    connect(drop, &QPushButton::clicked, this, [this] {
        Q_EMIT dropChosen();
        accept();
    });
    connect(stay, &QPushButton::clicked, this, &QDialog::reject);
}

} // namespace proconnect::ui
