// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Company.h"

#include <QAbstractButton>

namespace proconnect::ui {

class Theme;

/// One company of the switcher: tile, name, SIREN, position, waiting requests.
class CompanyRow final : public QAbstractButton
{
    Q_OBJECT

public:
    CompanyRow(const Theme& theme, const Company& company, bool selected, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    const Theme& m_theme;
    QString m_name;
    QString m_details;
    int m_pending;
    bool m_selected;
};

} // namespace proconnect::ui
