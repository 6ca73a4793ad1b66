// SPDX-License-Identifier: MIT
#include "core/settings/SettingsFile.h"

#include <QStringList>

namespace proconnect {
namespace {

const QString languageKey = QStringLiteral("language");
const QString themeKey = QStringLiteral("theme");
const QString textScaleKey = QStringLiteral("textScale");
const QString reducedMotionKey = QStringLiteral("reducedMotion");
const QString letterShortcutsKey = QStringLiteral("letterShortcuts");
const QString lockMinutesKey = QStringLiteral("lockMinutes");
const QString leftLockedKey = QStringLiteral("leftLocked");
constexpr qsizetype largestGeometry = 4096;

/// `value` if it is one of `choices`, else the first of them.
QString oneOf(const QString& value, const QStringList& choices)
{
    return choices.contains(value) ? value : choices.constFirst();
}

} // namespace

SettingsFile::SettingsFile(const QString& path) : m_file(path, QSettings::IniFormat) {}

QString SettingsFile::language() const
{
    return oneOf(m_file.value(languageKey).toString(), {QStringLiteral("fr"), QStringLiteral("en")});
}

void SettingsFile::setLanguage(const QString& code)
{
    m_file.setValue(languageKey, code);
}

QString SettingsFile::theme() const
{
    return oneOf(m_file.value(themeKey).toString(),
                 {QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("system")});
}

void SettingsFile::setTheme(const QString& name)
{
    m_file.setValue(themeKey, name);
}

double SettingsFile::textScale() const
{
    const double scale = m_file.value(textScaleKey, 1.0).toDouble();
    return scale >= 1.0 && scale <= 2.0 ? scale : 1.0;
}

void SettingsFile::setTextScale(double scale)
{
    m_file.setValue(textScaleKey, scale);
}

bool SettingsFile::reducedMotion() const
{
    return m_file.value(reducedMotionKey, false).toBool();
}

void SettingsFile::setReducedMotion(bool reduced)
{
    m_file.setValue(reducedMotionKey, reduced);
}

bool SettingsFile::letterShortcuts() const
{
    return m_file.value(letterShortcutsKey, true).toBool();
}

void SettingsFile::setLetterShortcuts(bool on)
{
    m_file.setValue(letterShortcutsKey, on);
}

int SettingsFile::lockMinutes() const
{
    const int minutes = m_file.value(lockMinutesKey, 0).toInt();
    return minutes == 5 || minutes == 15 || minutes == 30 ? minutes : 0;
}

void SettingsFile::setLockMinutes(int minutes)
{
    m_file.setValue(lockMinutesKey, minutes);
}

bool SettingsFile::leftLocked() const
{
    return m_file.value(leftLockedKey, false).toBool();
}

void SettingsFile::setLeftLocked(bool locked)
{
    if (locked != leftLocked()) {
        m_file.setValue(leftLockedKey, locked);
        m_file.sync(); // the program may be killed on purpose
    }
}

QByteArray SettingsFile::geometry(const QString& name) const
{
    const QByteArray geometry =
        QByteArray::fromBase64(m_file.value(QStringLiteral("geometry/") + name).toString().toLatin1());
    return geometry.size() <= largestGeometry ? geometry : QByteArray();
}

void SettingsFile::setGeometry(const QString& name, const QByteArray& geometry)
{
    m_file.setValue(QStringLiteral("geometry/") + name, QString::fromLatin1(geometry.toBase64()));
}

} // namespace proconnect
