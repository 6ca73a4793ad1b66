// SPDX-License-Identifier: MIT
#include "ui/delegations/DelegationRowWidget.h"

#include "ui/delegations/DelegationActDialog.h"
#include "ui/text/NamedText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Avatar.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/BesideLayout.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>

namespace proconnect::ui {
namespace {

/// With less than this for the words, the buttons go under them.
constexpr int roomForWords = 380;

Button::Kind kindOf(DelegationOrder order)
{
    switch (order) {
    case DelegationOrder::Confirm:
    case DelegationOrder::Resume:
        return Button::Kind::Primary;
    case DelegationOrder::Revoke:
    case DelegationOrder::LetLapse:
        return Button::Kind::DangerOutline;
    case DelegationOrder::Suspend:
        break;
    }
    return Button::Kind::Neutral;
}

} // namespace

DelegationRowWidget::DelegationRowWidget(const Theme& theme, const DelegationRow& row, bool enabled,
                                         bool busy, QWidget* parent)
    : QWidget(parent)
{
    setAccessibleName(
        withNames(qtTrId("a11y.adm.row"), {row.name, row.state.text, row.scope, row.period, row.note}));
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(theme.px(24), theme.px(16), theme.px(20), theme.px(16));
    line->setSpacing(theme.px(16));
    line->addWidget(new Avatar(theme, row.name), 0, Qt::AlignTop);

    auto* words = new QVBoxLayout;
    words->setSpacing(theme.px(4));
    auto* who = new FlowLayout(theme.px(8), theme.px(4));
    who->addWidget((new TextLabel(row.name, TextStyle::BodyStrong))->flowing());
    who->addWidget(new Badge(theme, row.state));
    words->addLayout(who);
    const auto add = [words](const QString& text, TextStyle style, TextLabel::Ink ink) {
        if (!text.isEmpty()) {
            words->addWidget((new TextLabel(text, style, ink))->wrapped());
        }
    };
    add(row.email, TextStyle::Small, TextLabel::Ink::Muted);
    auto* powers = new FlowLayout(theme.px(8), theme.px(4));
    for (const BadgeContent& power : row.powers) {
        powers->addWidget(new Badge(theme, power));
    }
    words->addLayout(powers);
    add(row.scope, TextStyle::Table, TextLabel::Ink::Default);
    add(row.ceiling, TextStyle::Small, TextLabel::Ink::Muted);
    add(row.period, TextStyle::Table, TextLabel::Ink::Default);
    add(row.note, TextStyle::Small, TextLabel::Ink::Muted);

    auto* parts =
        new BesideLayout(BesideLayout::Grows::First, theme.px(roomForWords), theme.px(16), theme.px(10));
    parts->setAcross(Qt::AlignTop);
    parts->addLayout(words);
    if (!row.orders.isEmpty()) {
        auto* buttons = new FlowLayout(theme.px(10), theme.px(6));
        for (const DelegationOrder order : row.orders) {
            auto* button = new Button(theme, orderText(order), kindOf(order), Button::Size::Small);
            button->setAccessibleName(withNames(qtTrId("a11y.adm.order"), {orderText(order), row.name}));
            button->setEnabled(enabled && !busy);
            button->setBusy(busy && order == row.orders.first());
            connect(button, &Button::clicked, this, [this, order] { Q_EMIT orderClicked(order); });
            buttons->addWidget(button);
        }
        parts->addLayout(buttons);
    }
    line->addLayout(parts, 1);
}

} // namespace proconnect::ui
