// SPDX-License-Identifier: MIT
#include "ui/former/FormerDirectorView.h"

#include "core/clock/Clock.h"
#include "core/model/BusinessNumbers.h"
#include "ui/receipts/ReceiptsCard.h"
#include "ui/text/DateText.h"
#include "ui/text/NamedText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ScreenCode.h"
#include "ui/widgets/ScrollArea.h"
#include "ui/widgets/ScrollContent.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>

namespace proconnect::ui {
namespace {

constexpr int widest = 860;

QString titleOf(const Company& company)
{
    return qtTrId(company.companyClosed ? "former.closed.title" : "former.title");
}

QString bodyOf(const Company& company, const DateText& dates)
{
    const auto siren = SirenNumber::parse(company.siren);
    const QString name = !company.name.isEmpty() ? company.name : siren ? siren->display() : company.siren;
    if (!company.mandateEndedAt) {
        return withNames(qtTrId(company.companyClosed ? "former.closed.body.plain" : "former.body.plain"),
                         {name});
    }
    const QString since = dates.longDate(DateText::dayOf(*company.mandateEndedAt));
    return withNames(qtTrId(company.companyClosed ? "former.closed.body" : "former.body"), {since, name});
}

} // namespace

FormerDirectorView::FormerDirectorView(const Services& services, QWidget* parent)
    : QWidget(parent), m_services(services), m_title(new TextLabel({}, TextStyle::H1)),
      m_code(new ScreenCode(services.theme, QStringLiteral("X-98"))),
      m_body(new TextLabel({}, TextStyle::Body)), m_help(new TextLabel({}, TextStyle::Body)),
      m_receipts(new ReceiptsCard(services, ReceiptsCard::Length::All))
{
    const Theme& theme = services.theme;
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    auto* area = new ScrollArea;
    auto* page = new ScrollContent;
    area->setWidget(page);
    page->setAutoFillBackground(false);
    all->addWidget(area);

    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(theme.px(36), theme.px(28), theme.px(36), theme.px(28));
    column->setSpacing(theme.px(12));
    auto* top = new QHBoxLayout;
    m_title->wrapped()->setHeading();
    top->addWidget(m_title, 1);
    top->addWidget(m_code, 0, Qt::AlignTop);
    column->addLayout(top);
    for (TextLabel* text : {m_body, m_help}) {
        text->wrapped()->setMaximumWidth(theme.px(widest));
        column->addWidget(text);
    }
    m_help->setText(services.supportNumber.isEmpty()
                        ? qtTrId("former.help")
                        : qtTrId("former.help.call").arg(services.supportNumber));
    column->addSpacing(theme.px(12));
    m_receipts->setWidest(theme.px(widest));
    column->addWidget(m_receipts);
    column->addStretch(1); // a card would take its share of what is left
}

void FormerDirectorView::showCompany(const Company& company)
{
    m_title->setText(titleOf(company));
    m_body->setText(bodyOf(company, DateText(m_services.clock.now())));
    m_receipts->showCompany(company.siren);
}

void FormerDirectorView::focusTitle()
{
    m_title->setFocus(Qt::OtherFocusReason);
}

bool FormerDirectorView::titleHasFocus() const
{
    return m_title->hasFocus();
}

void FormerDirectorView::focusBody()
{
    m_code->setFocus(Qt::TabFocusReason);
}

} // namespace proconnect::ui
