// SPDX-License-Identifier: MIT
#include "core/settings/MachineSettings.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace proconnect;

class MachineSettingsTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_system;
    QTemporaryDir m_home;
    int m_written = 0;

    void put(const QTemporaryDir& directory, const QByteArray& content)
    {
        QVERIFY(QDir(directory.path()).mkpath(QStringLiteral("proconnect")));
        QFile file(directory.filePath(QStringLiteral("proconnect/proconnect.ini")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        // QSettings takes a file of the same size and millisecond for the one that it has read.
        file.write(content + QByteArray(++m_written, '\n'));
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_CONFIG_DIRS", m_system.path().toUtf8());
        qputenv("XDG_CONFIG_HOME", m_home.path().toUtf8());
    }

    void supportNumber_noFile_isEmpty() { QCOMPARE(MachineSettings().supportNumber(), QString()); }

    void supportNumber_set_isReadAsWritten_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("number");
        QTest::addRow("spaced") << QByteArray("01 99 00 12 34") << QStringLiteral("01 99 00 12 34");
        QTest::addRow("abroad") << QByteArray("+33 1 99 00 12 34") << QStringLiteral("+33 1 99 00 12 34");
        QTest::addRow("short") << QByteArray("3939") << QStringLiteral("3939");
        QTest::addRow("empty") << QByteArray() << QString();
    }

    void supportNumber_set_isReadAsWritten()
    {
        QFETCH(QByteArray, value);
        put(m_system, "[support]\nphone = " + value + "\n");
        QTEST(MachineSettings().supportNumber(), "number");
    }

    void lockMinutes_set_isOneOfThree_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<bool>("warned");
        QTest::addRow("nothing") << QByteArray("[support]\n") << 0 << false;
        QTest::addRow("five") << QByteArray("[lock]\nidle_minutes = 5\n") << 5 << false;
        QTest::addRow("thirty") << QByteArray("[lock]\nidle_minutes = 30\n") << 30 << false;
        QTest::addRow("another") << QByteArray("[lock]\nidle_minutes = 60\n") << 5 << true;
        QTest::addRow("no number") << QByteArray("[lock]\nidle_minutes = soon\n") << 5 << true;
        QTest::addRow("zero") << QByteArray("[lock]\nidle_minutes = 0\n") << 5 << true;
    }

    void lockMinutes_set_isOneOfThree()
    {
        QFETCH(QByteArray, content);
        QFETCH(bool, warned);
        put(m_system, content);
        if (warned) {
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("is neither 5, 15 nor 30")));
        }
        QTEST(MachineSettings().lockMinutes(), "minutes");
    }

    void supportNumber_noTelephoneNumber_isLeftOutAndLogged()
    {
        const QList<QByteArray> wrong{"<b>call</b>", "soon", "01 99 00 12 34, 3939", "12",
                                      "1234567890123456789"};
        for (const QByteArray& value : wrong) {
            put(m_system, "[support]\nphone = " + value + "\n");
            QTest::ignoreMessage(QtWarningMsg,
                                 QRegularExpression(QStringLiteral("phone in .* is not a telephone number")));
            QCOMPARE(MachineSettings().supportNumber(), QString());
        }
    }

    void supportNumber_inTheHomeOfTheUser_isNotRead()
    {
        put(m_system, {});
        put(m_home, "[support]\nphone = 0199001234\n");
        QCOMPARE(MachineSettings().supportNumber(), QString());
    }
};

QTEST_GUILESS_MAIN(MachineSettingsTest)
#include "MachineSettingsTest.moc"
