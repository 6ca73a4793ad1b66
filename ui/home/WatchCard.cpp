// SPDX-License-Identifier: MIT
#include "ui/home/WatchCard.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/LinkButton.h"
#include "ui/widgets/Rule.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>

namespace proconnect::ui {
namespace {

struct Look
{
    const char* icon;
    ColorRole ink;
};

Look lookOf(WatchItem::Kind kind)
{
    switch (kind) {
    case WatchItem::Kind::Unfinished:
        return {"sync", ColorRole::InfoText};
    case WatchItem::Kind::Replaced:
        return {"departure", ColorRole::WarningText};
    case WatchItem::Kind::Departures:
        return {"departure", ColorRole::ErrorText};
    case WatchItem::Kind::ContactEmail:
        return {"email", ColorRole::WarningText};
    case WatchItem::Kind::FormerDirector:
        return {"certify", ColorRole::WarningText};
    case WatchItem::Kind::Administrators:
        return {"key", ColorRole::WarningText};
    case WatchItem::Kind::Mandates:
        return {"accountant", ColorRole::WarningText};
    case WatchItem::Kind::Addresses:
        return {"email", ColorRole::WarningText};
    case WatchItem::Kind::Shared:
        break;
    }
    return {"shared-account", ColorRole::InfoText};
}

} // namespace

WatchCard::WatchCard(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_card(new Card(theme, qtTrId("home.watch"), false))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    build();
}

void WatchCard::show(const QList<WatchItem>& items, bool allHeard)
{
    if (items != m_items || allHeard != m_allHeard) {
        m_items = items;
        m_allHeard = allHeard;
        build();
    }
}

QWidget* WatchCard::row(const WatchItem& item)
{
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(m_theme.px(20), m_theme.px(13), m_theme.px(20), m_theme.px(13));
    layout->setSpacing(m_theme.px(12));
    const Look look = lookOf(item.kind);
    layout->addWidget(new IconLabel(m_theme, QString::fromLatin1(look.icon), look.ink), 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(m_theme.px(3));
    words->addWidget((new TextLabel(item.title, TextStyle::Body, TextLabel::Ink::Title))->wrapped());
    words->addWidget((new TextLabel(item.body, TextStyle::Small, TextLabel::Ink::Muted))->wrapped());
    auto* action = new LinkButton(item.action, LinkButton::Size::Small);
    action->setAccessibleDescription(item.title);
    connect(action, &LinkButton::clicked, this, [this, item] { Q_EMIT actionClicked(item); });
    words->addWidget(action, 0, Qt::AlignLeft);
    layout->addLayout(words, 1);
    return row;
}

void WatchCard::build()
{
    delete m_list;
    m_list = new QWidget;
    auto* column = new QVBoxLayout(m_list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    bool first = true;
    for (const WatchItem& item : std::as_const(m_items)) {
        if (!first) {
            column->addWidget(new Rule);
        }
        first = false;
        column->addWidget(row(item));
    }
    if (m_items.isEmpty()) {
        auto* nothing = new TextLabel(qtTrId(m_allHeard ? "home.watch.none" : "home.watch.unknown"),
                                      TextStyle::Body, TextLabel::Ink::Muted);
        nothing->setContentsMargins(m_theme.px(20), m_theme.px(16), m_theme.px(20), m_theme.px(16));
        column->addWidget(nothing->wrapped());
    }
    m_card->body()->addWidget(m_list);
}

} // namespace proconnect::ui
