// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Company.h"

#include <QFrame>

namespace proconnect::ui {

class Theme;

/// C-26: the companies of the signed-in person. Closes by itself on a choice, on Esc and on a click
/// elsewhere.
class CompanyPopup final : public QFrame
{
    Q_OBJECT

public:
    CompanyPopup(const Theme& theme, const QList<Company>& companies, const QString& selectedSiren,
                 QWidget* parent);

Q_SIGNALS:
    void companyChosen(const QString& siren);
    void addRequested();
    /// The narrow menu has no other place to sign out.
    void signOutRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace proconnect::ui
