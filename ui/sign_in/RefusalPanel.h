// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Company.h"
#include "core/result/Outcome.h"

#include <QWidget>

namespace proconnect::ui {

class DateText;
class ReviewPanel;
class TextLabel;
class Theme;

/// C-24: why a company cannot be attached, and the ways out.
class RefusalPanel final : public QWidget
{
    Q_OBJECT

public:
    /// `check` is a refusal: not the director, needs review, or not covered.
    RefusalPanel(const Theme& theme, const DateText& dates, const CompanyCheck& check,
                 const QString& supportNumber, QWidget* parent = nullptr);

    void focusTitle();
    /// How sending the case ended.
    void showSending(const Outcome<ReviewTransmission>& outcome);

Q_SIGNALS:
    void checkAgainRequested();
    void correctionRequested();
    void sendRequested(const QString& reference, const QString& replyTo);

private:
    TextLabel* m_title;
    ReviewPanel* m_review = nullptr;
};

} // namespace proconnect::ui
