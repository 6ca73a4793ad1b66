// SPDX-License-Identifier: MIT
#include "core/settings/SettingsFile.h"

#include <QTemporaryDir>
#include <QTest>

using namespace proconnect;

class SettingsFileTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_directory;

    [[nodiscard]] QString path(const char* name) const { return m_directory.filePath(QLatin1String(name)); }

private Q_SLOTS:
    void read_noFile_givesTheDefaults()
    {
        const SettingsFile settings(path("none.ini"));
        QCOMPARE(settings.language(), QStringLiteral("fr"));
        QCOMPARE(settings.theme(), QStringLiteral("light"));
        QCOMPARE(settings.textScale(), 1.0);
        QCOMPARE(settings.reducedMotion(), false);
        QCOMPARE(settings.letterShortcuts(), true);
        QCOMPARE(settings.lockMinutes(), 0);
        QCOMPARE(settings.leftLocked(), false);
        QVERIFY(settings.geometry(QStringLiteral("window")).isEmpty());
    }

    void write_thenReadByAnotherInstance_givesTheValuesBack()
    {
        {
            SettingsFile settings(path("a.ini"));
            settings.setLanguage(QStringLiteral("en"));
            settings.setTheme(QStringLiteral("dark"));
            settings.setTextScale(1.5);
            settings.setReducedMotion(true);
            settings.setLetterShortcuts(false);
            settings.setLockMinutes(15);
            settings.setLeftLocked(true);
            // What another start reads while this one still runs.
            QVERIFY(SettingsFile(path("a.ini")).leftLocked());
            settings.setGeometry(QStringLiteral("window"), QByteArray("\0\1binary", 8));
        }
        const SettingsFile settings(path("a.ini"));
        QCOMPARE(settings.language(), QStringLiteral("en"));
        QCOMPARE(settings.theme(), QStringLiteral("dark"));
        QCOMPARE(settings.textScale(), 1.5);
        QCOMPARE(settings.reducedMotion(), true);
        QCOMPARE(settings.letterShortcuts(), false);
        QCOMPARE(settings.lockMinutes(), 15);
        QVERIFY(settings.leftLocked());
        QCOMPARE(settings.geometry(QStringLiteral("window")), QByteArray("\0\1binary", 8));
    }

    void read_valuesOutOfRange_countAsAbsent()
    {
        QFile file(path("b.ini"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[General]\nlanguage=xx\ntheme=pink\ntextScale=900\nlockMinutes=7\n");
        file.close();
        const SettingsFile settings(path("b.ini"));
        QCOMPARE(settings.language(), QStringLiteral("fr"));
        QCOMPARE(settings.theme(), QStringLiteral("light"));
        QCOMPARE(settings.textScale(), 1.0);
        QCOMPARE(settings.lockMinutes(), 0);
    }
};

QTEST_GUILESS_MAIN(SettingsFileTest)
#include "SettingsFileTest.moc"
