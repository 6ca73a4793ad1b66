// SPDX-License-Identifier: MIT
#include "ui/home/HomeRequestsCard.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/LinkButton.h"
#include "ui/widgets/Rule.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>

namespace proconnect::ui {
namespace {

QWidget* nothingToDo(const Theme& theme)
{
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(theme.px(20), theme.px(20), theme.px(20), theme.px(20));
    layout->setSpacing(theme.px(14));
    layout->addWidget(new IconLabel(theme, QStringLiteral("success"), ColorRole::SuccessText, 24), 0,
                      Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(theme.px(2));
    words->addWidget((new TextLabel(qtTrId("home.todo.empty"), TextStyle::BodyStrong))->wrapped());
    words->addWidget(
        (new TextLabel(qtTrId("home.todo.empty.body"), TextStyle::Small, TextLabel::Ink::Muted))->wrapped());
    layout->addLayout(words, 1);
    return row;
}

} // namespace

HomeRequestsCard::HomeRequestsCard(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_card(new Card(theme, qtTrId("home.todo"), false))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    auto* all = new LinkButton(qtTrId("home.todo.all"));
    connect(all, &LinkButton::clicked, this, &HomeRequestsCard::allClicked);
    m_card->addToHeader(all);
    build();
}

void HomeRequestsCard::show(const QList<HomeRequest>& requests, const QString& reason)
{
    if (requests != m_requests || reason != m_reason) {
        m_requests = requests;
        m_reason = reason;
        build();
    }
}

void HomeRequestsCard::build()
{
    delete m_list;
    m_rows.clear();
    m_list = new QWidget;
    auto* column = new QVBoxLayout(m_list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (const HomeRequest& request : std::as_const(m_requests)) {
        if (!m_rows.isEmpty()) {
            column->addWidget(new Rule);
        }
        auto* row = new HomeRequestRow(m_theme, request);
        row->setStacked(m_stacked);
        const QString id = request.id;
        connect(row, &HomeRequestRow::accepted, this, [this, id] { Q_EMIT acceptClicked(id); });
        connect(row, &HomeRequestRow::examined, this, [this, id] { Q_EMIT examineClicked(id); });
        column->addWidget(row);
        m_rows += row;
    }
    if (m_requests.isEmpty()) {
        column->addWidget(nothingToDo(m_theme));
    } else if (!m_reason.isEmpty()) {
        auto* reason = new TextLabel(m_reason, TextStyle::Small, TextLabel::Ink::Warning);
        reason->setContentsMargins(m_theme.px(20), 0, m_theme.px(20), m_theme.px(14));
        column->addWidget(reason->wrapped());
    }
    m_card->body()->addWidget(m_list);
}

void HomeRequestsCard::setStacked(bool stacked)
{
    m_stacked = stacked;
    for (HomeRequestRow* row : std::as_const(m_rows)) {
        row->setStacked(stacked);
    }
}

} // namespace proconnect::ui
