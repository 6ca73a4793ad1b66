// SPDX-License-Identifier: MIT
#pragma once

#include "ui/widgets/Dialog.h"

class QPlainTextEdit;

namespace proconnect::ui {

class TextLabel;

/// D-07: a question to the person, before the answer.
class QuestionDialog final : public Dialog
{
    Q_OBJECT

public:
    static constexpr int longestQuestion = 500;

    QuestionDialog(const Theme& theme, const QString& person, const QString& portal, QWidget* parent);

Q_SIGNALS:
    void asked(const QString& question);

private:
    void showRest();

    QPlainTextEdit* m_question;
    TextLabel* m_left;
    Button* m_ask;
};

} // namespace proconnect::ui
