// SPDX-License-Identifier: MIT
#pragma once

#include "ui/models/CertificationRows.h"

#include <QWidget>

namespace proconnect::ui {

class Button;
class Theme;

/// A portal in M-50: the director's account there, its state, and the button that asks for certification.
class CertificationRowWidget final : public QWidget
{
    Q_OBJECT

public:
    CertificationRowWidget(const Theme& theme, const CertificationRow& row, bool enabled, bool stacked,
                           QWidget* parent = nullptr);

Q_SIGNALS:
    void certifyClicked();

private:
    Button* makeAction(const Theme& theme, const CertificationRow& row, bool enabled);
};

} // namespace proconnect::ui
