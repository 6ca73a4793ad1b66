// SPDX-License-Identifier: MIT
#include "ui/home/ShortcutsCard.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>

namespace proconnect::ui {

ShortcutsCard::ShortcutsCard(const Theme& theme, QWidget* parent) : QWidget(parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* card = new Card(theme);
    layout->addWidget(card);
    auto* row = new FlowLayout(theme.px(12), theme.px(8));
    row->addWidget(new TextLabel(qtTrId("home.short"), TextStyle::BodyStrong));
    auto* departure = new Button(theme, qtTrId("home.short.leave"), Button::Kind::Neutral);
    departure->setIconName(QStringLiteral("departure"));
    connect(departure, &Button::clicked, this, &ShortcutsCard::departureClicked);
    row->addWidget(departure);
    card->body()->addLayout(row);
}

} // namespace proconnect::ui
