// SPDX-License-Identifier: MIT
#include "ui/departure/ReceiptCard.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/BesideLayout.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>

#include <utility>

namespace proconnect::ui {
namespace {

constexpr int roomForWords = 260;

} // namespace

ReceiptCard::ReceiptCard(const Theme& theme, Look look, QWidget* parent)
    : QFrame(parent), m_words(new TextLabel({}, TextStyle::Small, TextLabel::Ink::Muted)),
      m_pdf(new Button(theme, qtTrId("dep.receipt.save"),
                       look == Look::Card ? Button::Kind::Secondary : Button::Kind::Quiet,
                       look == Look::Card ? Button::Size::Normal : Button::Size::Small)),
      m_json(new Button(theme, qtTrId("dep.receipt.json"), Button::Kind::Quiet,
                        look == Look::Card ? Button::Size::Normal : Button::Size::Small))
{
    const bool card = look == Look::Card;
    setProperty("card", card);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme.px(card ? 20 : 4), theme.px(card ? 16 : 0), theme.px(card ? 20 : 4),
                            theme.px(card ? 16 : 0));
    row->setSpacing(theme.px(16));
    auto* words = new QVBoxLayout;
    words->setSpacing(theme.px(2));
    if (card) {
        row->addWidget(new IconLabel(theme, QStringLiteral("receipt"), ColorRole::PrimaryBase), 0,
                       Qt::AlignTop);
        words->addWidget((new TextLabel(qtTrId("dep.receipt"), TextStyle::BodyStrong))->wrapped());
    }
    words->addWidget(m_words->wrapped());
    auto* buttons = new FlowLayout(theme.px(10), theme.px(8));
    m_pdf->setIconName(QStringLiteral("export"));
    for (const auto& [button, asJson] : {std::pair(m_json, true), std::pair(m_pdf, false)}) {
        button->setAccessibleDescription(qtTrId("dep.receipt"));
        connect(button, &Button::clicked, this, [this, asJson = asJson] { Q_EMIT clicked(asJson); });
        buttons->addWidget(button);
    }
    auto* parts =
        new BesideLayout(BesideLayout::Grows::First, theme.px(roomForWords), theme.px(16), theme.px(8));
    parts->addLayout(words);
    parts->addLayout(buttons);
    row->addLayout(parts, 1);
}

void ReceiptCard::show(const Departure& departure)
{
    setVisible(!departure.receiptNumber.isEmpty());
    m_words->setText(qtTrId("dep.receipt.body").arg(departure.receiptNumber, departure.verificationCode));
}

void ReceiptCard::setSaving(bool saving)
{
    m_pdf->setBusy(saving);
    m_json->setBusy(saving);
}

} // namespace proconnect::ui
