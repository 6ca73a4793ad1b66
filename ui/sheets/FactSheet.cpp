// SPDX-License-Identifier: MIT
#include "ui/sheets/FactSheet.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/BesideLayout.h"
#include "ui/widgets/Rule.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>

namespace proconnect::ui {
namespace {

/// With less than this for the value, its name goes above it.
constexpr int roomForValue = 170;

} // namespace

FactSheet::FactSheet(const Theme& theme, const QList<Fact>& facts, int labelWidth, QWidget* parent)
    : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (const Fact& fact : facts) {
        if (column->count() > 0) {
            column->addWidget(new Rule);
        }
        auto* row = new BesideLayout(BesideLayout::Grows::Second, theme.px(roomForValue), theme.px(12), 0);
        row->setAcross(Qt::AlignTop);
        row->setContentsMargins(0, theme.px(8), 0, theme.px(8));
        auto* label = new TextLabel(fact.label, TextStyle::Table, TextLabel::Ink::Muted);
        label->wrapped()->setFixedWidth(theme.px(labelWidth));
        row->addWidget(label);
        auto* value = new TextLabel(fact.value, TextStyle::Table, TextLabel::Ink::Title);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        value->setAccessibleName(fact.label + u' ' + fact.value);
        if (fact.badge) {
            // Value and badge share a line when there is room, as the words of a sentence would.
            auto* words = new QVBoxLayout;
            words->setSpacing(theme.px(4));
            words->addWidget(value->wrapped());
            words->addWidget(new Badge(theme, *fact.badge), 0, Qt::AlignLeft);
            row->addLayout(words);
        } else {
            row->addWidget(value->wrapped());
        }
        column->addLayout(row);
    }
}

} // namespace proconnect::ui
