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

Words wordsOf(LeaveDialog::Way way, bool sendable)
{
    if (way == LeaveDialog::Way::Quit) {
        return {qtTrId("undo.quit.body"), qtTrId("undo.quit.send"), qtTrId("undo.quit.drop")};
    }
    return {qtTrId(sendable ? "undo.signout.body" : "undo.signout.body.waiting"), qtTrId("undo.signout.send"),
            qtTrId("undo.signout.drop")};
}

} // namespace

LeaveDialog::LeaveDialog(const Theme& theme, Way way, bool sendable, QWidget* parent)
    : Dialog(theme, qtTrId("undo.quit.title"), QStringLiteral("D-04"), parent)
{
    const Words words = wordsOf(way, sendable);
    body()->addWidget((new TextLabel(words.body))->wrapped());
    // One under the other: the labels are whole sentences.
    auto* send = new Button(theme, words.send, Button::Kind::Primary);
    auto* drop = new Button(theme, words.drop, Button::Kind::Neutral);
    auto* stay = new Button(theme, qtTrId("undo.quit.stay"), Button::Kind::Quiet);
    for (Button* button : {send, drop, stay}) {
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        body()->addWidget(button);
    }
    send->setVisible(sendable);
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
