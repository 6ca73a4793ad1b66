// SPDX-License-Identifier: MIT
#include "ui/requests/RefuseDialog.h"

#include "ui/text/NamedText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/WrappedChoice.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QPlainTextEdit>
#include <QRadioButton>

namespace proconnect::ui {
namespace {

constexpr int undoSeconds = 10;
constexpr int messageHeight = 72;
/// From here on the characters left are counted aloud.
constexpr int fewCharacters = 50;

} // namespace

RefuseDialog::RefuseDialog(const Theme& theme, const QString& person, const QString& portal, QWidget* parent)
    : Dialog(theme, withNames(qtTrId("req.refuse.title"), {person}), QStringLiteral("D-03"), parent),
      m_reasons(new QButtonGroup(this)), m_message(new QPlainTextEdit),
      m_left(new TextLabel({}, TextStyle::Small, TextLabel::Ink::Muted))
{
    body()->addWidget((new TextLabel(qtTrId("req.refuse.lead").arg(portal)))->wrapped());
    body()->addWidget(new TextLabel(qtTrId("req.refuse.reason"), TextStyle::Table, TextLabel::Ink::Title));
    const auto addReason = [&, this](RefusalReason reason, const QString& words) {
        auto* choice = new WrappedChoice(theme, words, new QRadioButton);
        choice->button()->setChecked(reason == RefusalReason::NotNeeded);
        m_reasons->addButton(choice->button(), static_cast<int>(reason));
        body()->addWidget(choice);
    };
    addReason(RefusalReason::NotNeeded, qtTrId("req.refuse.r1"));
    addReason(RefusalReason::WrongNameOrPlace, qtTrId("req.refuse.r2"));
    addReason(RefusalReason::SomeoneElseHasIt, qtTrId("req.refuse.r3"));
    addReason(RefusalReason::Other, qtTrId("req.refuse.r4"));

    auto* label = new TextLabel(qtTrId("req.refuse.msg"), TextStyle::Table, TextLabel::Ink::Title);
    label->setBuddy(m_message);
    body()->addWidget(label);
    m_message->setAccessibleName(qtTrId("req.refuse.msg"));
    m_message->setPlaceholderText(qtTrId("req.refuse.msg.hint"));
    m_message->setTabChangesFocus(true);
    m_message->setFixedHeight(theme.px(messageHeight));
    connect(m_message, &QPlainTextEdit::textChanged, this, &RefuseDialog::limitMessage);
    body()->addWidget(m_message);
    m_left->hide();
    body()->addWidget(m_left);
    body()->addWidget(
        (new TextLabel(qtTrId("req.refuse.undo", undoSeconds), TextStyle::Small, TextLabel::Ink::Muted))
            ->wrapped());

    auto* cancel = new Button(theme, qtTrId("common.cancel"), Button::Kind::Quiet);
    auto* refuse = new Button(theme, qtTrId("req.refuse"), Button::Kind::Primary);
    refuse->setAccessibleName(withNames(qtTrId("a11y.refuse"), {person, portal}));
    connect(cancel, &Button::clicked, this, &QDialog::reject);
    connect(refuse, &Button::clicked, this, &RefuseDialog::confirm);
    addButton(cancel);
    addButton(refuse);
}

void RefuseDialog::limitMessage()
{
    const QString text = m_message->toPlainText();
    if (text.size() > longestMessage) {
        m_message->setPlainText(text.left(longestMessage));
        m_message->moveCursor(QTextCursor::End);
        return;
    }
    const auto left = longestMessage - static_cast<int>(text.size());
    m_left->setText(qtTrId("req.refuse.msg.left", left));
    m_left->setVisible(left <= fewCharacters);
}

void RefuseDialog::confirm()
{
    Q_EMIT refused(static_cast<RefusalReason>(m_reasons->checkedId()), m_message->toPlainText().trimmed());
    accept();
}

} // namespace proconnect::ui
