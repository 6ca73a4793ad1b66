// SPDX-License-Identifier: MIT
#include "ui/sign_in/OtherPersonDialog.h"

#include "ui/text/FailureText.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>

namespace proconnect::ui {

OtherPersonDialog::OtherPersonDialog(const Theme& theme, const Failure& failure, QWidget* parent)
    : Dialog(theme, failureText(failure).title, QStringLiteral("C-21"), parent)
{
    const FailureText text = failureText(failure);
    body()->addWidget((new TextLabel(text.body))->wrapped());
    body()->addWidget((new TextLabel(qtTrId("signin.other.erases")))->wrapped());
    body()->addWidget(new TextLabel(text.supportCode, TextStyle::Small, TextLabel::Ink::Muted));
    auto* cancel = new Button(theme, qtTrId("common.cancel"), Button::Kind::Neutral);
    auto* change = new Button(theme, qtTrId("signin.other.change"), Button::Kind::DangerOutline);
    addButton(change);
    addButton(cancel);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(change, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT changeChosen();
    });
}

} // namespace proconnect::ui
