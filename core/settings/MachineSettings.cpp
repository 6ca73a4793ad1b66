// SPDX-License-Identifier: MIT
#include "core/settings/MachineSettings.h"

#include <QRegularExpression>
#include <QtDebug>

namespace proconnect {

MachineSettings::MachineSettings()
    : m_file(QSettings::IniFormat, QSettings::SystemScope, QStringLiteral("proconnect"),
             QStringLiteral("proconnect"))
{
    m_file.setFallbacksEnabled(false);
}

QString MachineSettings::supportNumber() const
{
    // Short numbers such as 3939 too.
    static const QRegularExpression form(QStringLiteral("\\A\\+?[0-9](?:[ .-]?[0-9]){2,17}\\z"));
    // A comma makes a list of it.
    QString number = m_file.value(QStringLiteral("support/phone")).toStringList().join(u',').simplified();
    if (number.isEmpty() || form.match(number).hasMatch()) {
        return number;
    }
    qWarning("phone in %s is not a telephone number", qUtf8Printable(m_file.fileName()));
    return {};
}

int MachineSettings::lockMinutes() const
{
    constexpr int strictest = 5;
    const QVariant value = m_file.value(QStringLiteral("lock/idle_minutes"));
    const int minutes = value.toInt();
    if (!value.isValid() || minutes == strictest || minutes == 15 || minutes == 30) {
        return minutes;
    }
    qWarning("idle_minutes in %s is neither 5, 15 nor 30", qUtf8Printable(m_file.fileName()));
    return strictest;
}

} // namespace proconnect
