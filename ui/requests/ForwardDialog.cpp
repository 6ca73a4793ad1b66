// SPDX-License-Identifier: MIT
#include "ui/requests/ForwardDialog.h"

#include "ui/text/NamedText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/WrappedChoice.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QRadioButton>

namespace proconnect::ui {

ForwardDialog::ForwardDialog(const Theme& theme, const DateText& dates, const QString& person,
                             const QList<Delegation>& delegations, QWidget* parent)
    : Dialog(theme, withNames(qtTrId("req.forward.title"), {person}), QStringLiteral("D-08"), parent),
      m_delegations(delegations), m_choices(new QButtonGroup(this))
{
    body()->addWidget((new TextLabel(qtTrId("req.forward.lead")))->wrapped());
    for (int i = 0; i < m_delegations.size(); ++i) {
        const DelegationProposal& terms = m_delegations.at(i).terms;
        auto* choice = new WrappedChoice(
            theme, withNames(qtTrId("req.forward.choice"), {terms.displayName(), dates.longDate(terms.end)}),
            new QRadioButton);
        choice->button()->setChecked(i == 0);
        m_choices->addButton(choice->button(), i);
        body()->addWidget(choice);
    }
    auto* cancel = new Button(theme, qtTrId("common.cancel"), Button::Kind::Quiet);
    auto* go = new Button(theme, qtTrId("req.forward.go"), Button::Kind::Primary);
    connect(cancel, &Button::clicked, this, &QDialog::reject);
    connect(go, &Button::clicked, this, [this] {
        Q_EMIT chosen(m_delegations.at(m_choices->checkedId()));
        accept();
    });
    addButton(cancel);
    addButton(go);
}

} // namespace proconnect::ui
