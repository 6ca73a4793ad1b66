// SPDX-License-Identifier: MIT
#include "ui/home/HomeRequestRow.h"

#include "ui/text/NamedText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Avatar.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>

namespace proconnect::ui {

HomeRequestRow::HomeRequestRow(const Theme& theme, const HomeRequest& request, QWidget* parent)
    : QWidget(parent), m_row(new QBoxLayout(QBoxLayout::LeftToRight)), m_buttons(new QHBoxLayout)
{
    auto* all = new QHBoxLayout(this);
    all->setContentsMargins(theme.px(20), theme.px(14), theme.px(20), theme.px(14));
    all->setSpacing(theme.px(16));
    all->addWidget(new Avatar(theme, request.name), 0, Qt::AlignVCenter);

    auto* words = new QVBoxLayout;
    words->setSpacing(theme.px(3));
    auto* first = new FlowLayout(theme.px(8), theme.px(4));
    first->addWidget((new TextLabel(request.name, TextStyle::BodyStrong))->elided());
    for (const BadgeContent& badge : request.badges) {
        first->addWidget(new Badge(theme, badge));
    }
    words->addLayout(first);
    auto* what = new TextLabel(request.portal + QString::fromUtf8(" · ") + request.rest, TextStyle::Table,
                               TextLabel::Ink::Muted);
    words->addWidget(what->wrapped());

    m_row->setSpacing(theme.px(12));
    m_row->addLayout(words, 1);
    m_buttons->setSpacing(theme.px(8));
    auto* examine = new Button(theme, qtTrId("home.review.btn"), Button::Kind::Neutral, Button::Size::Small);
    examine->setAccessibleName(withNames(qtTrId("a11y.examine"), {request.name, request.portal}));
    examine->setAccessibleDescription(request.accessible);
    connect(examine, &Button::clicked, this, &HomeRequestRow::examined);
    m_buttons->addWidget(examine);
    if (request.acceptable) {
        auto* accept = new Button(theme, qtTrId("req.accept"), Button::Kind::Primary, Button::Size::Small);
        accept->setAccessibleName(withNames(qtTrId("a11y.accept"), {request.name, request.portal}));
        accept->setToolTip(qtTrId("req.if.accept.body"));
        accept->setEnabled(request.enabled);
        connect(accept, &Button::clicked, this, &HomeRequestRow::accepted);
        m_buttons->addWidget(accept);
    }
    m_row->addLayout(m_buttons);
    all->addLayout(m_row, 1);
}

void HomeRequestRow::setStacked(bool stacked)
{
    m_row->setDirection(stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_buttons->setAlignment(stacked ? Qt::AlignLeft : Qt::AlignVCenter);
    m_row->setAlignment(m_buttons, stacked ? Qt::AlignLeft : Qt::Alignment());
}

} // namespace proconnect::ui
