// SPDX-License-Identifier: MIT
#include "ui/accounts/SharedAccountDialog.h"

#include "ui/accounts/ChoiceCard.h"
#include "ui/accounts/WayOutForm.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QRadioButton>

namespace proconnect::ui {

SharedAccountDialog::SharedAccountDialog(const Theme& theme, const WayOutText& text,
                                         const PortalAccount& shared, const Hindrances& hindrances,
                                         QWidget* parent)
    : Dialog(theme, AccountText::holder(shared), QStringLiteral("V-34"), parent),
      m_form(new WayOutForm(theme, text, shared)), m_lastHand(hindrances.lastHand)
{
    const QString kind = qtTrId("shared.title") + QString::fromUtf8(" · ") + text.which(shared);
    body()->addWidget((new TextLabel(kind, TextStyle::Small, TextLabel::Ink::Muted))->wrapped());
    body()->addWidget(new Banner(theme, Banner::Tone::Info, {}, WayOutText::lead(shared)));
    body()->addWidget((new TextLabel(qtTrId("shared.ask"), TextStyle::BodyStrong))->wrapped());
    m_open = addChoice(qtTrId("shared.o1"), qtTrId("shared.o1.body"), hindrances.opening,
                       qtTrId("shared.advised"));
    m_keep = addChoice(qtTrId("shared.o2"), qtTrId("shared.o2.body"), hindrances.keeping);
    m_close = addChoice(qtTrId("shared.o3"), qtTrId("shared.o3.body"), hindrances.closing);
    auto* group = new QButtonGroup(this);
    for (const ChoiceCard* card : {m_open, m_keep, m_close}) {
        group->addButton(card->button());
        connect(card->button(), &QRadioButton::toggled, this, &SharedAccountDialog::showChoice);
    }
    body()->addWidget(m_form);
    connect(m_form, &WayOutForm::changed, this, &SharedAccountDialog::showChoice);
    addButtons();
    for (const ChoiceCard* card : {m_open, m_keep}) {
        if (card->button()->isEnabled()) {
            card->button()->setChecked(true);
            break;
        }
    }
    showChoice();
}

void SharedAccountDialog::resume(const QList<Newcomer>& newcomers, QDate day)
{
    m_form->resume(newcomers, day);
}

ChoiceCard* SharedAccountDialog::addChoice(const QString& name, const QString& body, const QString& why,
                                           const QString& advice)
{
    auto* card = new ChoiceCard(theme(), name, body, advice);
    card->setHindrance(why);
    this->body()->addWidget(card);
    return card;
}

void SharedAccountDialog::addButtons()
{
    auto* later = new Button(theme(), qtTrId("shared.later"), Button::Kind::Quiet);
    connect(later, &Button::clicked, this, &QDialog::reject);
    addButton(later);
    m_go = new Button(theme(), qtTrId("shared.keep"), Button::Kind::Primary);
    // Enter in a field must never decide by itself.
    m_go->setAutoDefault(false);
    later->setAutoDefault(false);
    connect(m_go, &Button::clicked, this, &SharedAccountDialog::confirm);
    addButton(m_go);
}

void SharedAccountDialog::confirm()
{
    if (m_open->button()->isChecked()) {
        Q_EMIT openingConfirmed(m_form->newcomers(), m_form->day());
    } else if (m_keep->button()->isChecked()) {
        Q_EMIT keepingAsked();
    } else if (m_lastHand) {
        Q_EMIT successorAsked();
    } else {
        Q_EMIT closingConfirmed();
    }
    accept();
}

void SharedAccountDialog::showChoice()
{
    const bool opens = m_open->button()->isChecked();
    m_form->setVisible(opens);
    if (!m_go) {
        return;
    }
    if (opens) {
        const int invited = m_form->invited();
        m_go->setText(invited > 0 ? qtTrId("shared.go", invited) : qtTrId("shared.go.none"));
        m_go->setEnabled(m_form->isComplete());
    } else if (m_keep->button()->isChecked()) {
        m_go->setText(qtTrId("shared.keep"));
        m_go->setEnabled(true);
    } else {
        m_go->setText(m_lastHand ? qtTrId("shared.go.last") : qtTrId("shared.go.close"));
        m_go->setEnabled(m_close->button()->isChecked());
    }
}

} // namespace proconnect::ui
