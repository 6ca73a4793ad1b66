// SPDX-License-Identifier: MIT
#include "ui/accounts/SamePersonDialog.h"

#include "ui/sheets/FactSheet.h"
#include "ui/text/NamedText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>

namespace proconnect::ui {

SamePersonDialog::SamePersonDialog(const Theme& theme, const QString& name, const QStringList& addresses,
                                   const QStringList& portals, const QString& hindrance, QWidget* parent)
    : Dialog(theme, withNames(qtTrId("same.title"), {name}), QStringLiteral("V-35"), parent)
{
    body()->addWidget((new TextLabel(qtTrId("same.lead")))->wrapped());
    QList<Fact> facts;
    for (qsizetype i = 0; i < addresses.size(); ++i) {
        facts += Fact{addresses.at(i), portals.value(i)};
    }
    body()->addWidget(new FactSheet(theme, facts));
    if (!hindrance.isEmpty()) {
        body()->addWidget((new TextLabel(hindrance, TextStyle::Small, TextLabel::Ink::Muted))->wrapped());
    }
    auto* later = new Button(theme, hindrance.isEmpty() ? qtTrId("same.later") : qtTrId("common.close"),
                             Button::Kind::Quiet);
    connect(later, &Button::clicked, this, &QDialog::reject);
    addButton(later);
    if (!hindrance.isEmpty()) {
        return;
    }
    for (const bool same : {false, true}) {
        auto* button = new Button(theme, qtTrId(same ? "same.yes" : "same.no"),
                                  same ? Button::Kind::Primary : Button::Kind::Secondary);
        // Enter must not merge two people by itself.
        button->setAutoDefault(false);
        connect(button, &Button::clicked, this, [this, addresses, same] {
            Q_EMIT answered({addresses, same});
            accept();
        });
        addButton(button);
    }
}

} // namespace proconnect::ui
