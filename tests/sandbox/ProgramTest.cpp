// SPDX-License-Identifier: MIT
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QUrl>
#include <QtTest>

namespace proconnect::sandbox::test {

namespace {
const QString Program = QStringLiteral(SANDBOX_PROGRAM);
const QStringList FreePorts{
    QStringLiteral("--fc-port=0"),          QStringLiteral("--fcp-port=0"),
    QStringLiteral("--world-port=0"),       QStringLiteral("--mail-port=0"),
    QStringLiteral("--certificate-port=0"), QStringLiteral("--service-url=http://127.0.0.1:9")};
} // namespace

class ProgramTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void help_asked_printsOptionsAndEnds()
    {
        QProcess program;
        program.start(Program, {QStringLiteral("--help")});
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitCode(), 0);
        const QByteArray said = program.readAllStandardOutput();
        QVERIFY(said.contains("--clock-offset"));
        QVERIFY(!said.contains("--help-all"));
    }

    void arguments_wrong_endWithWords_data()
    {
        QTest::addColumn<QString>("argument");
        for (const char* argument :
             {"--world-port=x", "--world-port=70000", "--service-url=nowhere", "--clock-offset=soon",
              "--certificate-port=-1", "--help-all", "--unknown", "extra"}) {
            QTest::newRow(argument) << argument;
        }
    }

    void arguments_wrong_endWithWords()
    {
        QFETCH(QString, argument);
        QProcess program;
        program.start(Program, {argument});
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitCode(), 2);
        QVERIFY(program.readAllStandardError().startsWith("proconnect-sandbox: "));
    }

    void data_unreadable_endsWithWords()
    {
        QProcess program;
        program.start(Program, FreePorts + QStringList{QStringLiteral("--data=/nonexistent")});
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitCode(), 1);
        QVERIFY(program.readAllStandardError().contains("/nonexistent"));
    }

    void state_secondStart_goesOnWhereItEnded()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("state.json"));
        for (const bool first : {true, false}) {
            QProcess program;
            program.start(Program, FreePorts + QStringList{QStringLiteral("--state=") + file});
            QTRY_VERIFY(program.canReadLine());
            const QUrl world(QJsonDocument::fromJson(program.readLine())[u"world"].toString());
            QTcpSocket socket;
            socket.connectToHost(world.host(), static_cast<quint16>(world.port()));
            QVERIFY(socket.waitForConnected(5000));
            const QByteArray body = R"({"mandateEnded":{"siren":"000074914","person":"D5"}})";
            socket.write("POST /controle HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                         "Connection: close\r\nContent-Length: " +
                         QByteArray::number(body.size()) + "\r\n\r\n" + body);
            QVERIFY(socket.waitForReadyRead(5000));
            // A mandate ends once: the second start knows that it has ended.
            QVERIFY(socket.readAll().startsWith(first ? "HTTP/1.1 204" : "HTTP/1.1 400"));
            program.terminate();
            QVERIFY(program.waitForFinished(10'000));
            QCOMPARE(program.exitCode(), 0);
        }
        QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void state_unreadable_endsWithWords()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write("{");
        file.close();
        QProcess program;
        program.start(Program, FreePorts + QStringList{QStringLiteral("--state=") + file.fileName()});
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitCode(), 1);
    }

    void start_ready_printsAddressesAndEndsOnSignal()
    {
        QProcess program;
        program.start(Program, FreePorts);
        QTRY_VERIFY(program.canReadLine());
        const QJsonObject addresses = QJsonDocument::fromJson(program.readLine()).object();
        for (const char* name : {"franceConnect", "world", "mail", "badCertificate"}) {
            const QUrl url(addresses[QLatin1String(name)].toString());
            QTcpSocket socket;
            socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
            QVERIFY2(socket.waitForConnected(5000), name);
        }
        program.terminate();
        QVERIFY(program.waitForFinished(10'000));
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 0);
    }
};

} // namespace proconnect::sandbox::test

QTEST_GUILESS_MAIN(proconnect::sandbox::test::ProgramTest)
#include "ProgramTest.moc"
