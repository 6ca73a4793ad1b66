// SPDX-License-Identifier: MIT
#include "ui/requests/QuestionDialog.h"

#include "ui/text/NamedText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>
#include <QPlainTextEdit>

namespace proconnect::ui {
namespace {

constexpr int questionHeight = 96;
/// From here on the characters left are counted aloud.
constexpr int fewCharacters = 50;

} // namespace

QuestionDialog::QuestionDialog(const Theme& theme, const QString& person, const QString& portal,
                               QWidget* parent)
    : Dialog(theme, withNames(qtTrId("req.ask.title"), {person}), QStringLiteral("D-07"), parent),
      m_question(new QPlainTextEdit), m_left(new TextLabel({}, TextStyle::Small, TextLabel::Ink::Muted)),
      m_ask(new Button(theme, qtTrId("req.ask.go"), Button::Kind::Primary))
{
    body()->addWidget((new TextLabel(withNames(qtTrId("req.ask.lead"), {portal})))->wrapped());
    auto* label = new TextLabel(qtTrId("req.ask.field"), TextStyle::Table, TextLabel::Ink::Title);
    label->setBuddy(m_question);
    body()->addWidget(label);
    m_question->setAccessibleName(qtTrId("req.ask.field"));
    m_question->setPlaceholderText(qtTrId("req.refuse.msg.hint"));
    m_question->setTabChangesFocus(true);
    m_question->setFixedHeight(theme.px(questionHeight));
    connect(m_question, &QPlainTextEdit::textChanged, this, &QuestionDialog::showRest);
    body()->addWidget(m_question);
    body()->addWidget(m_left);
    body()->addWidget(
        (new TextLabel(qtTrId("req.ask.once"), TextStyle::Small, TextLabel::Ink::Muted))->wrapped());

    auto* cancel = new Button(theme, qtTrId("common.cancel"), Button::Kind::Quiet);
    connect(cancel, &Button::clicked, this, &QDialog::reject);
    connect(m_ask, &Button::clicked, this, [this] {
        Q_EMIT asked(m_question->toPlainText().trimmed());
        accept();
    });
    addButton(cancel);
    addButton(m_ask);
    showRest();
    m_question->setFocus(Qt::OtherFocusReason);
}

void QuestionDialog::showRest()
{
    const QString text = m_question->toPlainText();
    if (text.size() > longestQuestion) {
        m_question->setPlainText(text.left(longestQuestion));
        m_question->moveCursor(QTextCursor::End);
        return;
    }
    const auto left = longestQuestion - static_cast<int>(text.size());
    const bool empty = text.trimmed().isEmpty();
    m_left->setText(empty ? qtTrId("req.ask.empty") : qtTrId("req.refuse.msg.left", left));
    m_left->setVisible(empty || left <= fewCharacters);
    m_ask->setEnabled(!empty);
}

} // namespace proconnect::ui
