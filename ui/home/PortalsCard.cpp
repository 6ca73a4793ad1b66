// SPDX-License-Identifier: MIT
#include "ui/home/PortalsCard.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/LinkButton.h"
#include "ui/widgets/PortalTile.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>

namespace proconnect::ui {
namespace {

QString countText(const PortalCount& portal)
{
    if (!portal.known) {
        return qtTrId("home.who.silent");
    }
    return portal.open == 0 ? qtTrId("home.who.none") : qtTrId("home.who.accounts", portal.open);
}

} // namespace

PortalsCard::PortalsCard(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_card(new Card(theme, qtTrId("home.who"), false)),
      m_total(new TextLabel({}, TextStyle::Small, TextLabel::Ink::Muted))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    m_card->addToHeader(m_total);
}

void PortalsCard::show(const QList<PortalCount>& portals, int accounts, int holders)
{
    m_total->setText(qtTrId("home.who.count").arg(QString::number(accounts), QString::number(holders)));
    if (portals != m_portals || !m_grid) {
        m_portals = portals;
        build();
    }
}

void PortalsCard::setColumns(int columns)
{
    if (columns != m_columns) {
        m_columns = columns;
        if (m_grid) {
            build();
        }
    }
}

QWidget* PortalsCard::cell(const PortalCount& portal)
{
    auto* cell = new QWidget;
    auto* row = new QHBoxLayout(cell);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(m_theme.px(12));
    row->addWidget(new PortalTile(m_theme, portal.portal), 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(m_theme.px(2));
    words->addWidget((new TextLabel(portal.name, TextStyle::Body, TextLabel::Ink::Title))->wrapped());
    auto* counts = new FlowLayout(0, 0);
    // The separator ends a line rather than begin one.
    const auto followedBy = [](bool another) { return another ? QString::fromUtf8("\u00a0· ") : QString(); };
    const bool late = !portal.staleDate.isEmpty();
    counts->addWidget(new TextLabel(countText(portal) + followedBy(portal.shared > 0 || late),
                                    TextStyle::Small, TextLabel::Ink::Muted));
    if (portal.shared > 0) {
        counts->addWidget(new TextLabel(qtTrId("home.who.shared", portal.shared) + followedBy(late),
                                        TextStyle::Small, TextLabel::Ink::Warning));
    }
    if (late) {
        counts->addWidget(new TextLabel(portal.staleDate, TextStyle::Small, TextLabel::Ink::Muted));
    }
    words->addLayout(counts);
    words->addStretch();
    row->addLayout(words, 1);
    return cell;
}

void PortalsCard::build()
{
    delete m_grid;
    m_grid = new QWidget;
    auto* grid = new QGridLayout(m_grid);
    const int padding = m_theme.px(24);
    grid->setContentsMargins(padding, padding, padding, padding);
    grid->setHorizontalSpacing(m_theme.px(12));
    grid->setVerticalSpacing(m_theme.px(18));
    int index = 0;
    for (const PortalCount& portal : std::as_const(m_portals)) {
        grid->addWidget(cell(portal), index / m_columns, index % m_columns);
        ++index;
    }
    auto* all = new LinkButton(qtTrId("home.who.all"));
    connect(all, &LinkButton::clicked, this, &PortalsCard::allClicked);
    auto* last = new QHBoxLayout;
    last->setSpacing(m_theme.px(12));
    last->addWidget(new IconLabel(m_theme, QStringLiteral("accounts"), ColorRole::TextMuted, 32));
    last->addWidget(all);
    last->addStretch();
    grid->addLayout(last, index / m_columns, index % m_columns);
    for (int column = 0; column < m_columns; ++column) {
        grid->setColumnStretch(column, 1);
    }
    m_card->body()->addWidget(m_grid);
}

} // namespace proconnect::ui
