// SPDX-License-Identifier: MIT
#include "ui/receipts/ReceiptsCard.h"

#include "core/clock/Clock.h"
#include "core/sync/CompanyDesk.h"
#include "ui/export/PaperSaver.h"
#include "ui/text/DateText.h"
#include "ui/text/FailureText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Rule.h"
#include "ui/widgets/Skeleton.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>

#include <algorithm>
#include <utility>

namespace proconnect::ui {
namespace {

constexpr int skeletonRows = 3;
constexpr qsizetype latest = 5;

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

} // namespace

ReceiptsCard::ReceiptsCard(const Services& services, Length length, QWidget* parent)
    : QWidget(parent), m_services(services), m_whole(length == Length::All),
      m_card(new Card(services.theme, qtTrId("former.receipts"))),
      m_saver(new PaperSaver(services.departures, this)),
      m_waiting(new Skeleton(services.theme, skeletonRows)),
      m_trouble(new Banner(services.theme, Banner::Tone::Warning, {})),
      m_notice(new Banner(services.theme, Banner::Tone::Success, {})),
      m_none(new TextLabel(qtTrId("former.receipts.none"), TextStyle::Body, TextLabel::Ink::Muted))
{
    auto* all = new QHBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    QVBoxLayout* body = m_card->body();
    body->addWidget(
        (new TextLabel(qtTrId("receipt.lead"), TextStyle::Small, TextLabel::Ink::Muted))->wrapped());
    body->addWidget(m_notice);
    body->addWidget(m_waiting);
    body->addWidget(m_trouble);
    body->addWidget(m_none->wrapped());
    all->addWidget(m_card, 1);
    all->addStretch();
    for (QWidget* later :
         {static_cast<QWidget*>(m_notice), static_cast<QWidget*>(m_trouble), static_cast<QWidget*>(m_none)}) {
        later->hide();
    }
    Button* retry = m_trouble->setAction(qtTrId("common.retry"), QStringLiteral("refresh"));
    connect(retry, &QPushButton::clicked, this, &ReceiptsCard::refresh);
    connect(m_saver, &PaperSaver::saved, this, [this](const QString& path) {
        m_notice->setTone(Banner::Tone::Success);
        m_notice->setText(qtTrId("exp.done"), path);
        m_notice->show();
    });
    connect(m_saver, &PaperSaver::unwritable, this, [this](const QString& path) {
        m_notice->setTone(Banner::Tone::Error);
        m_notice->setText(qtTrId("exp.failed"), qtTrId("exp.failed.body").arg(path));
        m_notice->show();
    });
    connect(m_saver, &PaperSaver::unavailable, this, &ReceiptsCard::say);
}

void ReceiptsCard::showCompany(const QString& siren)
{
    if (std::exchange(m_siren, siren) != siren) {
        m_shown.reset();
        delete std::exchange(m_list, nullptr);
        m_asking = false;
        refresh();
    }
}

void ReceiptsCard::refresh()
{
    const auto siren = SirenNumber::parse(m_siren);
    if (!siren || m_asking) {
        return;
    }
    m_asking = true;
    m_trouble->hide();
    m_none->setVisible(m_shown && m_shown->receipts.isEmpty());
    m_waiting->setVisible(!m_shown);
    m_services.companies.readReceipts(*siren, this,
                                      [this, asked = m_siren](const Outcome<OwnReceipts>& outcome) {
                                          if (asked == m_siren) {
                                              m_asking = false;
                                              take(outcome);
                                          }
                                      });
}

void ReceiptsCard::setWidest(int pixels)
{
    m_card->setMaximumWidth(pixels);
}

void ReceiptsCard::take(const Outcome<OwnReceipts>& outcome)
{
    m_waiting->hide();
    if (!outcome) {
        const FailureText text = failureText(outcome.failure());
        m_trouble->setText(text.title, text.body, text.supportCode);
        m_trouble->show();
        return;
    }
    if (m_shown != outcome.value()) {
        m_shown = outcome.value();
        showReceipts();
    }
}

void ReceiptsCard::showReceipts()
{
    delete std::exchange(m_list, new QWidget);
    auto* column = new QVBoxLayout(m_list);
    column->setContentsMargins(0, m_services.theme.px(12), 0, 0);
    column->setSpacing(m_services.theme.px(8));
    m_card->body()->addWidget(m_list);
    const QList<OwnReceipt>& receipts = m_shown->receipts;
    m_none->setVisible(receipts.isEmpty());
    const qsizetype shown = m_whole ? receipts.size() : std::min(receipts.size(), latest);
    for (const OwnReceipt& own : receipts.first(shown)) {
        addReceipt(column, own);
    }
    if (shown < receipts.size()) {
        auto* more = new Button(m_services.theme, qtTrId("receipt.more", static_cast<int>(receipts.size())),
                                Button::Kind::Neutral, Button::Size::Small);
        connect(more, &QPushButton::clicked, this, [this] {
            m_whole = true;
            // Not before the click is over: the button goes with the list.
            QMetaObject::invokeMethod(this, &ReceiptsCard::showReceipts, Qt::QueuedConnection);
        });
        column->addWidget(more, 0, Qt::AlignLeft);
    }
}

void ReceiptsCard::addReceipt(QVBoxLayout* column, const OwnReceipt& own)
{
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
    auto* button =
        new Button(m_services.theme, qtTrId("receipt.save"), Button::Kind::Neutral, Button::Size::Small);
    button->setAccessibleName(qtTrId("a11y.receipt.save").arg(own.receipt.receiptNumber));
    connect(button, &QPushButton::clicked, this, [this, receipt = own.receipt] { save(receipt); });
    column->addWidget(button, 0, Qt::AlignLeft);
}

void ReceiptsCard::save(const DecisionReceipt& receipt)
{
    const auto siren = SirenNumber::parse(m_siren);
    if (!siren) {
        return;
    }
    m_notice->hide();
    m_saver->save(
        receipt.receiptNumber, QStringLiteral("json"), [&](QObject* context, PaperSaver::Receive receive) {
            m_services.companies.readReceiptFile(*siren, receipt.decisionId, context, std::move(receive));
        });
}

void ReceiptsCard::say(const Failure& failure)
{
    const FailureText text = failureText(failure);
    m_notice->setTone(Banner::Tone::Error);
    m_notice->setText(text.title, text.body, text.supportCode);
    m_notice->show();
}

} // namespace proconnect::ui
