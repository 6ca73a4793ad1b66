// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QSettings>
#include <QString>

namespace proconnect {

/// What the application remembers for the comfort of its user, in a plain file: nothing personal, nothing
/// secret. A value out of its range counts as absent, whoever wrote the file.
class SettingsFile
{
public:
    explicit SettingsFile(const QString& path);

    /// "fr" or "en"; French unless chosen.
    [[nodiscard]] QString language() const;
    void setLanguage(const QString& code);
    /// "light", "dark" or "system"; light unless chosen.
    [[nodiscard]] QString theme() const;
    void setTheme(const QString& name);
    /// 1.0 to 2.0.
    [[nodiscard]] double textScale() const;
    void setTextScale(double scale);
    [[nodiscard]] bool reducedMotion() const;
    void setReducedMotion(bool reduced);
    [[nodiscard]] bool letterShortcuts() const;
    void setLetterShortcuts(bool on);
    /// 5, 15 or 30; 0, never, unless chosen.
    [[nodiscard]] int lockMinutes() const;
    void setLockMinutes(int minutes);
    /// Whether the application was left locked. On disk when setLeftLocked() returns.
    [[nodiscard]] bool leftLocked() const;
    void setLeftLocked(bool locked);
    [[nodiscard]] QByteArray geometry(const QString& name) const;
    void setGeometry(const QString& name, const QByteArray& geometry);

private:
    QSettings m_file;
};

} // namespace proconnect
