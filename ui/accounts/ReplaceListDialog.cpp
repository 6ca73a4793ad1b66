// SPDX-License-Identifier: MIT
#include "ui/accounts/ReplaceListDialog.h"

#include "ui/widgets/Banner.h"
#include "ui/widgets/Button.h"

#include <QBoxLayout>

namespace proconnect::ui {

ReplaceListDialog::ReplaceListDialog(const Theme& theme, const QList<importText::Warning>& warnings,
                                     QWidget* parent)
    : Dialog(theme, qtTrId("imp.sure.title"), QStringLiteral("V-36"), parent)
{
    for (const importText::Warning& one : warnings) {
        body()->addWidget(new Banner(theme, Banner::Tone::Warning, one.title, one.body));
    }
    auto* back = new Button(theme, qtTrId("imp.sure.back"), Button::Kind::Secondary);
    back->setDefault(true);
    connect(back, &Button::clicked, this, &QDialog::reject);
    addButton(back);
    auto* go = new Button(theme, qtTrId("imp.sure.go"), Button::Kind::DangerOutline);
    // Enter must never do it by itself.
    go->setAutoDefault(false);
    connect(go, &Button::clicked, this, [this] {
        accept();
        Q_EMIT confirmed();
    });
    addButton(go);
}

} // namespace proconnect::ui
