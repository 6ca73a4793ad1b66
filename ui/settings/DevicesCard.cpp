// SPDX-License-Identifier: MIT
#include "ui/settings/DevicesCard.h"

#include "core/clock/Clock.h"
#include "core/sync/DeviceDesk.h"
#include "ui/settings/EndDeviceDialog.h"
#include "ui/text/DateText.h"
#include "ui/text/FailureText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/BesideLayout.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/TextLabel.h"

#include <QVBoxLayout>

namespace proconnect::ui {
namespace {

constexpr int roomForWords = 260;

void clear(QLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        // A button of the row may still be on the call stack.
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

QString nameOf(const DeviceSession& session)
{
    return session.device.isEmpty() ? qtTrId("dev.unnamed") : session.device;
}

} // namespace

DevicesCard::DevicesCard(const Services& services, QWidget* parent)
    : QWidget(parent), m_services(services), m_rows(new QVBoxLayout)
{
    const Theme& theme = services.theme;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* card = new Card(theme, qtTrId("dev.title"));
    card->body()->addWidget(
        (new TextLabel(qtTrId("dev.lead"), TextStyle::Small, TextLabel::Ink::Muted))->wrapped());
    m_rows->setContentsMargins(0, theme.px(8), 0, 0);
    m_rows->setSpacing(theme.px(16));
    card->body()->addLayout(m_rows);
    column->addWidget(card);
    addSentence(qtTrId("dev.loading"));
}

void DevicesCard::refresh()
{
    if (m_asking == Asking::Nothing) {
        m_toEnd.clear();
        askForList();
    }
}

void DevicesCard::retry()
{
    if (m_asking != Asking::Nothing) {
        return;
    }
    if (m_toEnd.isEmpty()) {
        askForList();
    } else {
        endNext();
    }
}

void DevicesCard::askForList()
{
    m_asking = Asking::List;
    const int question = ++m_question;
    m_services.devices.list(this, [this, question](const Outcome<DeviceSessions>& answer) {
        if (question == m_question) {
            m_asking = Asking::Nothing;
            show(answer);
        }
    });
}

void DevicesCard::show(const Outcome<DeviceSessions>& answer)
{
    clear(m_rows);
    if (answer) {
        for (const DeviceSession& session : answer.value().sessions) {
            addRow(session);
        }
        return;
    }
    const FailureText text = failureText(answer.failure());
    addSentence(text.sentence() + QStringLiteral(" (") + text.supportCode + u')');
    auto* again =
        new Button(m_services.theme, qtTrId("common.retry"), Button::Kind::Neutral, Button::Size::Small);
    connect(again, &Button::clicked, this, &DevicesCard::retry);
    m_rows->addWidget(again, 0, Qt::AlignLeft);
}

void DevicesCard::addSentence(const QString& sentence)
{
    m_rows->addWidget((new TextLabel(sentence))->wrapped());
}

void DevicesCard::addRow(const DeviceSession& session)
{
    const Theme& theme = m_services.theme;
    auto* row = new QWidget;
    auto* beside =
        new BesideLayout(BesideLayout::Grows::First, theme.px(roomForWords), theme.px(12), theme.px(8));
    row->setLayout(beside);
    beside->setContentsMargins(0, 0, 0, 0);
    auto* words = new QVBoxLayout;
    words->setSpacing(theme.px(2));
    words->addWidget((new TextLabel(nameOf(session), TextStyle::BodyStrong))->wrapped());
    const DateText dates(m_services.clock.now());
    const QString used =
        session.current ? qtTrId("dev.here") : qtTrId("dev.used").arg(dates.when(session.lastUsedAt));
    const QString proven = qtTrId("dev.signed").arg(dates.when(session.signedInAt));
    words->addWidget(
        (new TextLabel(used + QStringLiteral(" · ") + proven, TextStyle::Small, TextLabel::Ink::Muted))
            ->wrapped());
    beside->addLayout(words);
    if (!session.current) {
        auto* button = new Button(theme, qtTrId("dev.end"), Button::Kind::DangerOutline, Button::Size::Small);
        button->setAccessibleName(qtTrId("a11y.dev.end").arg(nameOf(session)));
        connect(button, &Button::clicked, this, [this, session] { ask(session); });
        beside->addWidget(button);
    }
    m_rows->addWidget(row);
}

void DevicesCard::ask(const DeviceSession& session)
{
    auto* dialog = new EndDeviceDialog(m_services.theme, nameOf(session), this);
    connect(dialog, &EndDeviceDialog::confirmed, this, [this, id = session.id] {
        if (!m_toEnd.contains(id)) {
            m_toEnd.append(id);
        }
        if (m_asking != Asking::End) {
            endNext();
        }
    });
    dialog->open();
}

void DevicesCard::endNext()
{
    m_asking = Asking::End;
    ++m_question;
    m_services.devices.end(m_toEnd.first(), this,
                           [this](const Outcome<DeviceSessions>& answer) { ended(answer); });
}

void DevicesCard::ended(const Outcome<DeviceSessions>& answer)
{
    m_asking = Asking::Nothing;
    const bool overAlready = !answer && answer.failure().code == FailureCode::NotFound;
    if (!overAlready) {
        show(answer);
    }
    if (!answer && !overAlready) {
        return;
    }
    m_toEnd.removeFirst();
    if (!m_toEnd.isEmpty()) {
        endNext();
    } else if (overAlready) {
        askForList();
    }
}

} // namespace proconnect::ui
