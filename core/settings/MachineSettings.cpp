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

} // namespace proconnect
