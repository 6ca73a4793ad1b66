// SPDX-License-Identifier: MIT
#include "ui/contact_email/ContactEmailForm.h"

#include "core/clock/Clock.h"
#include "ui/contact_email/EmailAddress.h"
#include "ui/text/FailureText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/CodeField.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/LinkButton.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QTimer>

#include <utility>

namespace proconnect::ui {
namespace {

constexpr int fieldWidth = 400;
/// Between two codes, so that a mailbox is not flooded by impatience.
constexpr int secondsBeforeResend = 60;
constexpr int secondsInMinute = 60;

} // namespace

ContactEmailForm::ContactEmailForm(const Theme& theme, const Clock& clock, ContactEmailDesk& desk,
                                   QWidget* parent)
    : QWidget(parent), m_theme(theme), m_clock(clock), m_desk(desk), m_address(new QLineEdit),
      m_addressRow(new FieldRow(theme, qtTrId("mail.new"), m_address)),
      m_personal(new TextLabel(qtTrId("mail.own"), TextStyle::Small, TextLabel::Ink::Warning)),
      m_send(new Button(theme, qtTrId("mail.send.key"), Button::Kind::Primary)),
      m_edit(new Button(theme, qtTrId("mail.edit.key"), Button::Kind::Quiet)),
      m_reason(new TextLabel({}, TextStyle::Small, TextLabel::Ink::Warning)), m_code(new CodeField(theme)),
      m_codeError(new TextLabel({}, TextStyle::Small, TextLabel::Ink::Error)),
      m_left(new TextLabel({}, TextStyle::Table, TextLabel::Ink::Muted)),
      m_resendHint(new TextLabel({}, TextStyle::Small, TextLabel::Ink::Muted)),
      m_resend(new LinkButton(qtTrId("mail.resend"), LinkButton::Size::Small)),
      m_save(new Button(theme, qtTrId("mail.save.key"), Button::Kind::Primary)),
      m_cancel(new Button(theme, qtTrId("common.cancel"), Button::Kind::Quiet)),
      m_missing(new TextLabel({}, TextStyle::Small, TextLabel::Ink::Muted)), m_second(new QTimer(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(20));
    column->addWidget(makeAddressStep());
    m_codeStep = makeCodeStep();
    column->addWidget(m_codeStep);

    constexpr int second = 1000;
    m_second->setInterval(second);
    connect(m_second, &QTimer::timeout, this, &ContactEmailForm::showTime);
    connect(m_address, &QLineEdit::textChanged, this, [this] { m_addressRow->setError({}); });
    connect(m_address, &QLineEdit::editingFinished, this, &ContactEmailForm::warnIfPersonal);
    connect(m_address, &QLineEdit::returnPressed, this, &ContactEmailForm::sendCode);
    connect(m_send, &Button::clicked, this, &ContactEmailForm::sendCode);
    connect(m_edit, &Button::clicked, this, &ContactEmailForm::backToAddress);
    connect(m_code, &QLineEdit::textChanged, this, &ContactEmailForm::showMissing);
    connect(m_code, &QLineEdit::returnPressed, this, &ContactEmailForm::confirm);
    connect(m_resend, &LinkButton::clicked, this, &ContactEmailForm::sendCode);
    connect(m_save, &Button::clicked, this, &ContactEmailForm::confirm);
    connect(m_cancel, &Button::clicked, this, &ContactEmailForm::backToAddress);
    showStep();
}

QWidget* ContactEmailForm::makeAddressStep()
{
    auto* step = new QWidget;
    auto* column = new QVBoxLayout(step);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(m_theme.px(10));
    m_address->setInputMethodHints(Qt::ImhEmailCharactersOnly);
    m_address->setMaximumWidth(m_theme.px(fieldWidth));
    m_addressRow->setHint(qtTrId("mail.hint"));
    column->addWidget(m_addressRow);
    m_personal->hide();
    column->addWidget(m_personal->wrapped());
    column->addWidget(m_reason->wrapped());
    auto* buttons = new FlowLayout(m_theme.px(12), m_theme.px(8));
    buttons->addWidget(m_send);
    buttons->addWidget(m_edit);
    column->addLayout(buttons);
    return step;
}

QWidget* ContactEmailForm::makeCodeStep()
{
    auto* step = new QWidget;
    auto* column = new QVBoxLayout(step);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(m_theme.px(10));
    auto* label = new TextLabel(qtTrId("mail.code"), TextStyle::Table, TextLabel::Ink::Title);
    label->setBuddy(m_code);
    column->addWidget(label->wrapped());
    auto* codeRow = new FlowLayout(m_theme.px(20), m_theme.px(8));
    codeRow->addWidget(m_code);
    codeRow->addWidget(m_left->flowing());
    column->addLayout(codeRow);
    column->addWidget(m_codeError->wrapped());
    auto* again = new FlowLayout(m_theme.px(4), m_theme.px(2));
    again->addWidget(m_resendHint->flowing());
    again->addWidget(m_resend);
    column->addLayout(again);
    column->addSpacing(m_theme.px(6));
    m_effect = new Banner(m_theme, Banner::Tone::Neutral, qtTrId("mail.effect.title"));
    column->addWidget(m_effect);
    column->addSpacing(m_theme.px(6));
    auto* buttons = new FlowLayout(m_theme.px(12), m_theme.px(8));
    buttons->addWidget(m_save);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_missing->flowing());
    column->addLayout(buttons);
    return step;
}

void ContactEmailForm::setCompany(const QString& siren, const QString& current, bool enabled,
                                  const QString& reason)
{
    if (siren != m_siren) {
        m_siren = siren;
        m_address->clear();
        m_verification.reset();
        m_codeError->clear();
        m_waiting = false;
        ++m_turn;
    }
    m_current = current;
    m_effect->setText(qtTrId("mail.effect.title"),
                      qtTrId(current.isEmpty() ? "mail.effect.body.first" : "mail.effect.body"));
    m_enabled = enabled;
    m_reason->setText(reason);
    takeKept();
    showStep();
}

QVariant ContactEmailForm::draft() const
{
    if (!m_kept.isEmpty()) {
        return m_kept;
    }
    if (m_address->text().isEmpty()) {
        return {};
    }
    QVariantMap draft{{QStringLiteral("siren"), m_siren}, {QStringLiteral("address"), m_address->text()}};
    if (m_verification) {
        draft.insert(QStringLiteral("id"), m_verification->id);
        draft.insert(QStringLiteral("proven"), m_verification->address);
        draft.insert(QStringLiteral("until"), m_verification->expiresAt);
        draft.insert(QStringLiteral("tries"), m_verification->triesLeft);
        draft.insert(QStringLiteral("sent"), m_sentAt);
    }
    return draft;
}

void ContactEmailForm::restoreDraft(const QVariant& draft)
{
    m_kept = draft.toMap();
    takeKept();
}

void ContactEmailForm::takeKept()
{
    // The company is known once its data are there.
    if (m_kept.isEmpty() || m_kept.value(QStringLiteral("siren")).toString() != m_siren) {
        return;
    }
    const QVariantMap kept = std::exchange(m_kept, {});
    m_address->setText(kept.value(QStringLiteral("address")).toString());
    if (kept.contains(QStringLiteral("id"))) {
        m_verification = EmailVerification{
            kept.value(QStringLiteral("id")).toString(), kept.value(QStringLiteral("proven")).toString(),
            kept.value(QStringLiteral("until")).toDateTime(), kept.value(QStringLiteral("tries")).toInt()};
        m_sentAt = kept.value(QStringLiteral("sent")).toDateTime();
    }
    showStep();
}

void ContactEmailForm::showStep()
{
    const bool code = codeAwaited();
    m_codeStep->setVisible(code);
    m_send->setVisible(!code);
    m_edit->setVisible(code);
    m_reason->setVisible(!m_enabled);
    m_send->setEnabled(m_enabled);
    m_address->setReadOnly(code || m_waiting);
    m_send->setBusy(m_waiting && !code);
    m_save->setBusy(m_waiting && code);
    // The address may be recorded by the time the answer comes: there is nothing to take back meanwhile.
    m_edit->setEnabled(!m_waiting);
    m_cancel->setEnabled(!m_waiting);
    if (code) {
        m_second->start();
        showTime();
    } else {
        m_second->stop();
    }
    showMissing();
    Q_EMIT stepChanged(code ? QStringLiteral("E-56") : QStringLiteral("E-55"));
}

void ContactEmailForm::warnIfPersonal()
{
    m_personal->setVisible(looksPersonal(m_address->text().trimmed()));
}

void ContactEmailForm::sendCode()
{
    if (m_waiting || !m_enabled || m_siren.isEmpty()) {
        return;
    }
    const QString address = m_address->text().trimmed();
    if (const auto problem = emailProblem(address)) {
        m_addressRow->setError(failureText({*problem, {}, {}}).sentence());
        m_address->setFocus();
        return;
    }
    if (address.compare(m_current, Qt::CaseInsensitive) == 0) {
        m_addressRow->setError(qtTrId("mail.same"));
        return;
    }
    warnIfPersonal();
    m_waiting = true;
    showStep();
    m_desk.sendCode(m_siren, address, this, [this, turn = m_turn](const Outcome<EmailVerification>& outcome) {
        if (turn == m_turn) {
            codeSent(outcome);
        }
    });
}

void ContactEmailForm::codeSent(const Outcome<EmailVerification>& outcome)
{
    m_waiting = false;
    if (!outcome) {
        const QString sentence = failureText(outcome.failure()).sentence();
        if (codeAwaited()) {
            m_codeError->setText(sentence);
        } else {
            m_addressRow->setError(sentence);
            m_address->setFocus();
        }
        showStep();
        return;
    }
    m_verification = outcome.value();
    m_sentAt = m_clock.now();
    m_code->clear();
    m_codeError->clear();
    showStep();
    m_code->setFocus();
}

void ContactEmailForm::confirm()
{
    if (m_waiting || !codeAwaited() || !m_code->complete() || !m_enabled) {
        return;
    }
    m_waiting = true;
    m_codeError->clear();
    showStep();
    m_desk.confirm(m_siren, *m_verification, m_code->text(), this,
                   [this, turn = m_turn, asked = *m_verification](const Outcome<Done>& outcome) {
                       if (turn == m_turn) {
                           confirmed(asked, outcome);
                       }
                   });
}

void ContactEmailForm::confirmed(const EmailVerification& asked, const Outcome<Done>& outcome)
{
    m_waiting = false;
    if (outcome) {
        m_verification.reset();
        m_address->clear();
        m_personal->hide();
        showStep();
        Q_EMIT changed(asked.address);
        return;
    }
    const Failure& failure = outcome.failure();
    m_codeError->setText(failureText(failure).sentence());
    m_code->setAccessibleDescription(m_codeError->text());
    bool known = false;
    const int left = failure.argument.toInt(&known);
    m_verification = asked;
    if (failure.code == FailureCode::CodeWrong && known) {
        m_verification->triesLeft = left;
    } else if (failure.code == FailureCode::CodeExpired || failure.code == FailureCode::CodeTriesExhausted) {
        m_verification->triesLeft = 0;
    }
    m_code->clear();
    showStep();
    m_code->setFocus();
}

void ContactEmailForm::backToAddress()
{
    m_verification.reset();
    m_codeError->clear();
    showStep();
    m_address->setFocus();
}

void ContactEmailForm::showTime()
{
    if (!codeAwaited()) {
        return;
    }
    const qint64 left = m_clock.now().secsTo(m_verification->expiresAt);
    const bool over = left <= 0 || m_verification->triesLeft <= 0;
    if (over) {
        m_left->setText(left <= 0 ? qtTrId("mail.left.none") : QString());
    } else if (left >= secondsInMinute) {
        m_left->setText(qtTrId("mail.left", static_cast<int>(left / secondsInMinute)));
    } else {
        m_left->setText(qtTrId("mail.left.seconds", static_cast<int>(left)));
    }
    m_code->setEnabled(!over && !m_waiting);
    const qint64 pause = secondsBeforeResend - m_sentAt.secsTo(m_clock.now());
    const bool resendable = over || pause <= 0;
    m_resend->setVisible(resendable);
    m_resendHint->setText(resendable ? qtTrId("mail.nothing")
                                     : qtTrId("mail.resend.wait", static_cast<int>(pause)));
    showMissing();
}

void ContactEmailForm::showMissing()
{
    const auto missing = static_cast<int>(CodeField::length - m_code->text().size());
    const bool usable = codeAwaited() && m_code->isEnabled();
    m_save->setEnabled(missing == 0 && usable && m_enabled);
    m_missing->setText(missing > 0 && usable ? qtTrId("mail.missing", missing) : QString());
    m_codeError->setVisible(!m_codeError->text().isEmpty());
}

} // namespace proconnect::ui
