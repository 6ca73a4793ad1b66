// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>

namespace proconnect::ui {

class Theme;

/// The company on screen, at the top of the menu; a click changes company.
class CompanyTile final : public QAbstractButton
{
    Q_OBJECT

public:
    enum class Density { Full, Narrow, Rail };

    explicit CompanyTile(const Theme& theme, QWidget* parent = nullptr);

    /// `siren` as it is shown, with its spaces.
    void setCompany(const QString& name, const QString& siren);
    void setDensity(Density density);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    const Theme& m_theme;
    QString m_name;
    QString m_siren;
    Density m_density = Density::Full;
};

} // namespace proconnect::ui
