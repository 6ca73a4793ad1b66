// SPDX-License-Identifier: MIT
#include "app/AppSettings.h"

namespace proconnect::app {

ui::Theme::Mode AppSettings::themeMode() const
{
    const QString name = m_file.theme();
    if (name == QLatin1String("dark")) {
        return ui::Theme::Mode::Dark;
    }
    return name == QLatin1String("system") ? ui::Theme::Mode::System : ui::Theme::Mode::Light;
}

int AppSettings::lockMinutes() const
{
    const int chosen = m_file.lockMinutes();
    const bool tooLong = m_imposedLock > 0 && (chosen == 0 || chosen > m_imposedLock);
    return tooLong ? m_imposedLock : chosen;
}

void AppSettings::setThemeMode(ui::Theme::Mode mode)
{
    switch (mode) {
    case ui::Theme::Mode::Light:
        m_file.setTheme(QStringLiteral("light"));
        break;
    case ui::Theme::Mode::Dark:
        m_file.setTheme(QStringLiteral("dark"));
        break;
    case ui::Theme::Mode::System:
        m_file.setTheme(QStringLiteral("system"));
        break;
    }
}

} // namespace proconnect::app
