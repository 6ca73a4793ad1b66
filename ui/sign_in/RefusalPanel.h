// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Company.h"

#include <QWidget>

namespace proconnect::ui {

class TextLabel;
class Theme;

/// C-24: why a company cannot be attached, and the ways out.
class RefusalPanel final : public QWidget
{
    Q_OBJECT

public:
    /// `check` is a refusal: not the director, needs review, or not covered.
    RefusalPanel(const Theme& theme, const CompanyCheck& check, const QString& supportNumber,
                 QWidget* parent = nullptr);

    void focusTitle();

Q_SIGNALS:
    void checkAgainRequested();
    void correctionRequested();

private:
    TextLabel* m_title;
};

} // namespace proconnect::ui
