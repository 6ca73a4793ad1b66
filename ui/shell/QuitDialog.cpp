// SPDX-License-Identifier: MIT
#include "ui/shell/QuitDialog.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>

namespace proconnect::ui {

QuitDialog::QuitDialog(const Theme& theme, QWidget* parent)
    : Dialog(theme, qtTrId("undo.quit.title"), QStringLiteral("D-04"), parent)
{
    body()->addWidget((new TextLabel(qtTrId("undo.quit.body")))->wrapped());
    // One under the other: the labels are whole sentences.
    auto* send = new Button(theme, qtTrId("undo.quit.send"), Button::Kind::Primary);
    auto* drop = new Button(theme, qtTrId("undo.quit.drop"), Button::Kind::Neutral);
    auto* stay = new Button(theme, qtTrId("undo.quit.stay"), Button::Kind::Quiet);
    for (Button* button : {send, drop, stay}) {
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        body()->addWidget(button);
    }
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
