// SPDX-License-Identifier: MIT
#pragma once

#include "ui/UiSettings.h"

#include <QHash>

namespace proconnect::tests {

/// Settings that last as long as the test.
class MemorySettings final : public ui::UiSettings
{
public:
    [[nodiscard]] QString language() const override { return m_language; }
    void setLanguage(const QString& code) override { m_language = code; }
    [[nodiscard]] ui::Theme::Mode themeMode() const override { return m_mode; }
    void setThemeMode(ui::Theme::Mode mode) override { m_mode = mode; }
    [[nodiscard]] double textScale() const override { return m_scale; }
    void setTextScale(double scale) override { m_scale = scale; }
    [[nodiscard]] bool reducedMotion() const override { return m_reduced; }
    void setReducedMotion(bool reduced) override { m_reduced = reduced; }
    [[nodiscard]] bool letterShortcuts() const override { return m_letters; }
    void setLetterShortcuts(bool on) override { m_letters = on; }
    [[nodiscard]] int lockMinutes() const override { return m_lockMinutes; }
    void setLockMinutes(int minutes) override { m_lockMinutes = minutes; }
    [[nodiscard]] int imposedLockMinutes() const override { return m_imposedLock; }
    void imposeLock(int minutes) { m_imposedLock = minutes; }
    [[nodiscard]] bool leftLocked() const override { return m_leftLocked; }
    void setLeftLocked(bool locked) override { m_leftLocked = locked; }
    [[nodiscard]] QByteArray geometry(const QString& name) const override { return m_geometry.value(name); }
    void setGeometry(const QString& name, const QByteArray& value) override { m_geometry[name] = value; }

private:
    QString m_language = QStringLiteral("fr");
    ui::Theme::Mode m_mode = ui::Theme::Mode::Light;
    double m_scale = 1.0;
    bool m_reduced = true;
    bool m_letters = true;
    int m_lockMinutes = 0;
    int m_imposedLock = 0;
    bool m_leftLocked = false;
    QHash<QString, QByteArray> m_geometry;
};

} // namespace proconnect::tests
