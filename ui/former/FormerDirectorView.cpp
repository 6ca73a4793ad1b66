// SPDX-License-Identifier: MIT
#include "ui/former/FormerDirectorView.h"

#include "core/clock/Clock.h"
#include "core/sync/CompanyDesk.h"
#include "ui/text/DateText.h"
#include "ui/text/FailureText.h"
#include "ui/text/NamedText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Rule.h"
#include "ui/widgets/ScreenCode.h"
#include "ui/widgets/ScrollArea.h"
#include "ui/widgets/ScrollContent.h"
#include "ui/widgets/Skeleton.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>

#include <utility>

namespace proconnect::ui {
namespace {

constexpr int widest = 860;
constexpr int skeletonRows = 3;

QString kindName(DecisionKind kind)
{
    switch (kind) {
    case DecisionKind::AcceptRequest:
        return qtTrId("former.kind.accept");
    case DecisionKind::RefuseRequest:
        return qtTrId("former.kind.refuse");
    case DecisionKind::CloseAccount:
        return qtTrId("former.kind.close");
    case DecisionKind::AskComplement:
        return qtTrId("former.kind.ask");
    case DecisionKind::ForwardRequest:
        return qtTrId("former.kind.forward");
    case DecisionKind::StartDeparture:
        return qtTrId("former.kind.departure");
    case DecisionKind::StopDeparture:
        return qtTrId("former.kind.stop");
    case DecisionKind::DeclareClosed:
        return qtTrId("former.kind.declare");
    case DecisionKind::RestoreAccount:
        return qtTrId("former.kind.restore");
    case DecisionKind::NameAdministrator:
        return qtTrId("former.kind.naming");
    case DecisionKind::CertifyAccount:
        break;
    }
    return qtTrId("former.kind.certify");
}

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
      m_card(new Card(services.theme, qtTrId("former.receipts"))),
      m_waiting(new Skeleton(services.theme, skeletonRows)),
      m_trouble(new Banner(services.theme, Banner::Tone::Warning, {})),
      m_none(new TextLabel(qtTrId("former.receipts.none"), TextStyle::Body, TextLabel::Ink::Muted))
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
    m_card->setMaximumWidth(theme.px(widest));
    m_card->body()->addWidget(m_waiting);
    m_card->body()->addWidget(m_trouble);
    m_card->body()->addWidget(m_none->wrapped());
    column->addWidget(m_card);
    column->addStretch(1); // a card would take its share of what is left
    Button* retry = m_trouble->setAction(qtTrId("common.retry"), QStringLiteral("refresh"));
    connect(retry, &QPushButton::clicked, this, &FormerDirectorView::askReceipts);
}

void FormerDirectorView::showCompany(const Company& company)
{
    m_title->setText(titleOf(company));
    m_body->setText(bodyOf(company, DateText(m_services.clock.now())));
    if (std::exchange(m_siren, company.siren) != company.siren) {
        askReceipts();
    }
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

void FormerDirectorView::askReceipts()
{
    const auto siren = SirenNumber::parse(m_siren);
    if (!siren) {
        return;
    }
    delete std::exchange(m_list, nullptr);
    m_trouble->hide();
    m_none->hide();
    m_waiting->show();
    m_services.companies.readReceipts(*siren, this,
                                      [this, asked = m_siren](const Outcome<OwnReceipts>& outcome) {
                                          if (asked != m_siren) {
                                              return;
                                          }
                                          m_waiting->hide();
                                          if (outcome) {
                                              showReceipts(outcome.value());
                                              return;
                                          }
                                          const FailureText text = failureText(outcome.failure());
                                          m_trouble->setText(text.title, text.body, text.supportCode);
                                          m_trouble->show();
                                      });
}

void FormerDirectorView::showReceipts(const OwnReceipts& own)
{
    delete std::exchange(m_list, new QWidget);
    auto* column = new QVBoxLayout(m_list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(m_services.theme.px(8));
    m_card->body()->addWidget(m_list);
    m_none->setVisible(own.receipts.isEmpty());
    for (const OwnReceipt& receipt : own.receipts) {
        addReceipt(receipt);
    }
}

void FormerDirectorView::addReceipt(const OwnReceipt& own)
{
    auto* column = qobject_cast<QVBoxLayout*>(m_list->layout());
    const DateText dates(m_services.clock.now());
    if (column->count() > 0) {
        column->addWidget(new Rule);
    }
    const QString what =
        qtTrId("former.receipt")
            .arg(kindName(own.kind), own.receipt.receiptNumber, dates.when(own.receipt.takenAt));
    column->addWidget((new TextLabel(what, TextStyle::BodyStrong))->wrapped());
    if (!own.shown.isEmpty()) {
        column->addWidget((new TextLabel(own.shown, TextStyle::Body))->wrapped());
    }
    const QString portal = own.acknowledgedAt
                               ? qtTrId("former.receipt.portal").arg(dates.when(*own.acknowledgedAt))
                               : qtTrId("former.receipt.noportal");
    auto* proof = new TextLabel(qtTrId("former.receipt.code").arg(own.receipt.verificationCode) +
                                    QStringLiteral(" · ") + portal,
                                TextStyle::Small, TextLabel::Ink::Muted);
    proof->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(proof->wrapped());
}

} // namespace proconnect::ui
