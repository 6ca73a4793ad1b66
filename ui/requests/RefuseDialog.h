// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/AccessRequest.h"
#include "core/model/Decision.h"
#include "ui/widgets/Dialog.h"

class QButtonGroup;
class QPlainTextEdit;

namespace proconnect::ui {

class TextLabel;

/// D-03: the reason of a refusal, and a message that the person will read.
class RefuseDialog final : public Dialog
{
    Q_OBJECT

public:
    static constexpr int longestMessage = 500;

    RefuseDialog(const Theme& theme, const QString& person, const QString& portal, QWidget* parent);

Q_SIGNALS:
    void refused(proconnect::RefusalReason reason, const QString& message);

private:
    void limitMessage();
    void confirm();

    QButtonGroup* m_reasons;
    QPlainTextEdit* m_message;
    TextLabel* m_left;
};

} // namespace proconnect::ui
