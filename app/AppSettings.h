// SPDX-License-Identifier: MIT
#pragma once

#include "core/settings/SettingsFile.h"
#include "ui/UiSettings.h"

namespace proconnect::app {

/// The windows' view of the settings file.
class AppSettings final : public ui::UiSettings
{
public:
    /// `imposedLockMinutes`: of the machine; 0: none.
    AppSettings(const QString& path, int imposedLockMinutes) : m_file(path), m_imposedLock(imposedLockMinutes)
    {}

    [[nodiscard]] QString language() const override { return m_file.language(); }
    void setLanguage(const QString& code) override { m_file.setLanguage(code); }
    [[nodiscard]] ui::Theme::Mode themeMode() const override;
    void setThemeMode(ui::Theme::Mode mode) override;
    [[nodiscard]] double textScale() const override { return m_file.textScale(); }
    void setTextScale(double scale) override { m_file.setTextScale(scale); }
    [[nodiscard]] bool reducedMotion() const override { return m_file.reducedMotion(); }
    void setReducedMotion(bool reduced) override { m_file.setReducedMotion(reduced); }
    [[nodiscard]] bool letterShortcuts() const override { return m_file.letterShortcuts(); }
    void setLetterShortcuts(bool on) override { m_file.setLetterShortcuts(on); }
    [[nodiscard]] int lockMinutes() const override;
    void setLockMinutes(int minutes) override { m_file.setLockMinutes(minutes); }
    [[nodiscard]] int imposedLockMinutes() const override { return m_imposedLock; }
    [[nodiscard]] bool leftLocked() const override { return m_file.leftLocked(); }
    void setLeftLocked(bool locked) override { m_file.setLeftLocked(locked); }
    [[nodiscard]] QByteArray geometry(const QString& name) const override { return m_file.geometry(name); }
    void setGeometry(const QString& name, const QByteArray& geometry) override
    {
        m_file.setGeometry(name, geometry);
    }

private:
    SettingsFile m_file;
    int m_imposedLock;
};

} // namespace proconnect::app
