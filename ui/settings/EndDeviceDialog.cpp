// SPDX-License-Identifier: MIT
#include "ui/settings/EndDeviceDialog.h"

#include "ui/widgets/Button.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>

namespace proconnect::ui {

EndDeviceDialog::EndDeviceDialog(const Theme& theme, const QString& device, QWidget* parent)
    : Dialog(theme, qtTrId("dev.end.q").arg(device), QStringLiteral("S-82"), parent)
{
    const QString what = qtTrId("dev.end.c");
    body()->addWidget((new TextLabel(what))->wrapped());
    auto* cancel = new Button(theme, qtTrId("common.cancel"), Button::Kind::Quiet);
    connect(cancel, &Button::clicked, this, &QDialog::reject);
    addButton(cancel);
    auto* go = new Button(theme, qtTrId("dev.end"), Button::Kind::Danger);
    go->setAccessibleDescription(what);
    // Enter must not erase anything by itself.
    go->setAutoDefault(false);
    connect(go, &Button::clicked, this, [this] {
        Q_EMIT confirmed();
        accept();
    });
    addButton(go);
}

} // namespace proconnect::ui
