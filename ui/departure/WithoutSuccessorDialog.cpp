// SPDX-License-Identifier: MIT
#include "ui/departure/WithoutSuccessorDialog.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>

namespace proconnect::ui {

WithoutSuccessorDialog::WithoutSuccessorDialog(const Theme& theme, const DepartureText& text,
                                               const PlannedClosing& closing, QWidget* parent)
    : Dialog(theme, qtTrId("dep.without.title").arg(text.accounts().company().portalName(closing.portal)),
             QStringLiteral("R-41"), parent)
{
    body()->addWidget((new TextLabel(qtTrId("dep.without.lead")))->wrapped());
    for (const QString& lost : text.lost(closing)) {
        auto* row = new QHBoxLayout;
        row->setSpacing(theme.px(10));
        row->addWidget(new IconLabel(theme, QStringLiteral("close"), ColorRole::ErrorText, 16), 0,
                       Qt::AlignTop);
        row->addWidget((new TextLabel(lost, TextStyle::Body, TextLabel::Ink::Title))->wrapped(), 1);
        body()->addLayout(row);
    }
    if (const QString near = text.deadlines(closing); !near.isEmpty()) {
        body()->addWidget((new TextLabel(near, TextStyle::Body, TextLabel::Ink::Warning))->wrapped());
    }
    body()->addWidget(
        (new TextLabel(qtTrId("dep.without.after"), TextStyle::Small, TextLabel::Ink::Muted))->wrapped());

    auto* cancel =
        new Button(theme, qtTrId(closing.successors.isEmpty() ? "common.cancel" : "dep.without.back"),
                   Button::Kind::Secondary);
    connect(cancel, &Button::clicked, this, &QDialog::reject);
    addButton(cancel);
    auto* go = new Button(theme, qtTrId("dep.without.go"), Button::Kind::DangerOutline);
    // Enter must never do it by itself.
    go->setAutoDefault(false);
    connect(go, &Button::clicked, this, [this] {
        Q_EMIT confirmed();
        accept();
    });
    addButton(go);
}

} // namespace proconnect::ui
