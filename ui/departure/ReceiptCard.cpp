// SPDX-License-Identifier: MIT
#include "ui/departure/ReceiptCard.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/BesideLayout.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>

namespace proconnect::ui {
namespace {

constexpr int roomForWords = 260;

} // namespace

ReceiptCard::ReceiptCard(const Theme& theme, QWidget* parent)
    : QFrame(parent), m_words(new TextLabel({}, TextStyle::Small, TextLabel::Ink::Muted)),
      m_pdf(new Button(theme, qtTrId("dep.receipt.save"), Button::Kind::Secondary)),
      m_json(new Button(theme, qtTrId("dep.receipt.json"), Button::Kind::Quiet))
{
    setProperty("card", true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16));
    auto* row = new QHBoxLayout;
    row->setSpacing(theme.px(16));
    row->addWidget(new IconLabel(theme, QStringLiteral("receipt"), ColorRole::PrimaryBase), 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(theme.px(2));
    words->addWidget((new TextLabel(qtTrId("dep.receipt"), TextStyle::BodyStrong))->wrapped());
    words->addWidget(m_words->wrapped());
    auto* buttons = new FlowLayout(theme.px(10), theme.px(8));
    m_pdf->setIconName(QStringLiteral("export"));
    connect(m_json, &Button::clicked, this, [this] { Q_EMIT clicked(true); });
    connect(m_pdf, &Button::clicked, this, [this] { Q_EMIT clicked(false); });
    buttons->addWidget(m_json);
    buttons->addWidget(m_pdf);
    auto* parts =
        new BesideLayout(BesideLayout::Grows::First, theme.px(roomForWords), theme.px(16), theme.px(8));
    parts->addLayout(words);
    parts->addLayout(buttons);
    row->addLayout(parts, 1);
    column->addLayout(row);
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
