// SPDX-License-Identifier: MIT
#include "ui/sign_in/SignInWaitDialog.h"

#include "ui/widgets/Button.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>

namespace proconnect::ui {

QString reasonSentence(SignInReason reason)
{
    switch (reason) {
    case SignInReason::Decision:
        return qtTrId("fc.why.decision");
    case SignInReason::GrantingRights:
        return qtTrId("fc.why.strong");
    case SignInReason::CompanyCheck:
        return qtTrId("fc.why.company");
    case SignInReason::ContactEmail:
        return qtTrId("fc.why.email");
    case SignInReason::Delegation:
        return qtTrId("fc.why.delegation");
    case SignInReason::Invitation:
        return qtTrId("fc.why.invitation");
    case SignInReason::Reading:
        break;
    }
    return qtTrId("fc.why.reading");
}

SignInWaitDialog::SignInWaitDialog(const Theme& theme, SignInReason reason, QWidget* parent)
    : Dialog(theme, qtTrId("fc.again.title"), QStringLiteral("C-21"), parent), m_where(new TextLabel)
{
    body()->addWidget((new TextLabel(reasonSentence(reason)))->wrapped());
    m_where->setStyle(TextStyle::BodyStrong);
    body()->addWidget(m_where->wrapped());
    auto* cancel = new Button(theme, qtTrId("common.cancel"), Button::Kind::Neutral);
    addButton(cancel);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(this, &QDialog::rejected, this, &SignInWaitDialog::cancelled);
    setInBrowser(false);
}

void SignInWaitDialog::setInBrowser(bool inBrowser)
{
    m_where->setText(inBrowser ? qtTrId("fc.waiting") : qtTrId("fc.loading"));
}

void SignInWaitDialog::over()
{
    accept();
}

} // namespace proconnect::ui
