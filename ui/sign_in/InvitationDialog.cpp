// SPDX-License-Identifier: MIT
#include "ui/sign_in/InvitationDialog.h"

#include "core/sync/DelegationDesk.h"
#include "ui/text/FailureText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QRegularExpression>

namespace proconnect::ui {
namespace {

constexpr int codeCharacters = 16;
/// With the dashes and spaces that people type or paste around it.
constexpr int longestTyped = 64;

QString bareCode(const QString& typed)
{
    static const QRegularExpression separators(QStringLiteral("[^0-9A-Za-z]"));
    return QString(typed).remove(separators).toUpper();
}

} // namespace

InvitationDialog::InvitationDialog(const Services& services, QWidget* parent)
    : Dialog(services.theme, qtTrId("invite.title"), QStringLiteral("C-28"), parent), m_services(services),
      m_code(new QLineEdit), m_row(new FieldRow(services.theme, qtTrId("invite.field"), m_code)),
      m_cancel(new Button(services.theme, qtTrId("common.cancel"), Button::Kind::Quiet)),
      m_decline(new Button(services.theme, qtTrId("invite.decline"), Button::Kind::Neutral)),
      m_accept(new Button(services.theme, qtTrId("invite.accept"), Button::Kind::Primary))
{
    body()->addWidget((new TextLabel(qtTrId("invite.lead")))->wrapped());
    m_code->setMaxLength(longestTyped);
    m_code->setMinimumHeight(services.theme.px(40));
    m_row->setHint(qtTrId("invite.hint"));
    body()->addWidget(m_row);
    connect(m_cancel, &Button::clicked, this, &InvitationDialog::reject);
    connect(m_decline, &Button::clicked, this, [this] { send(DelegationReply::Decline); });
    connect(m_accept, &Button::clicked, this, [this] { send(DelegationReply::Accept); });
    connect(m_code, &QLineEdit::textEdited, m_row, [row = m_row] { row->setError({}); });
    // Enter in the field accepts; nothing declines by itself.
    m_decline->setAutoDefault(false);
    m_cancel->setAutoDefault(false);
    m_accept->setDefault(true);
    addButton(m_cancel);
    addButton(m_decline);
    addButton(m_accept);
    m_code->setFocus();
}

bool InvitationDialog::sending() const
{
    return m_accept->busy() || m_decline->busy();
}

void InvitationDialog::reject()
{
    // The service may have taken the answer: without this dialog nobody would be told.
    if (!sending()) {
        Dialog::reject();
    }
}

void InvitationDialog::send(DelegationReply reply)
{
    if (sending()) {
        return;
    }
    const QString code = bareCode(m_code->text());
    if (code.size() != codeCharacters) {
        m_row->setError(qtTrId("invite.short"));
        m_code->setFocus();
        return;
    }
    m_row->setError({});
    (reply == DelegationReply::Accept ? m_accept : m_decline)->setBusy(true);
    m_cancel->setEnabled(false);
    m_services.delegations.answer({code, reply}, this,
                                  [this](const Outcome<Delegation>& outcome) { showOutcome(outcome); });
}

void InvitationDialog::showOutcome(const Outcome<Delegation>& outcome)
{
    m_accept->setBusy(false);
    m_decline->setBusy(false);
    m_cancel->setEnabled(true);
    if (outcome) {
        Q_EMIT answered(outcome.value());
        accept();
        return;
    }
    if (outcome.failure().code == FailureCode::NotFound) {
        m_row->setError(qtTrId("invite.unknown"));
    } else {
        const FailureText text = attachFailureText(outcome.failure());
        m_row->setError(text.sentence() + QStringLiteral(" (") + text.supportCode + u')');
    }
    m_code->setFocus();
}

} // namespace proconnect::ui
