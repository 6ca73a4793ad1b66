// SPDX-License-Identifier: MIT
#include "app/CommandLine.h"

#include <QTest>

#include <unistd.h>
#include <vector>

using namespace proconnect::app;

namespace {

CommandLine parse(QList<QByteArray> arguments)
{
    arguments.prepend("proconnect");
    std::vector<char*> pointers;
    for (QByteArray& argument : arguments) {
        pointers.push_back(argument.data());
    }
    pointers.push_back(nullptr);
    int count = static_cast<int>(arguments.size());
    return parseCommandLine(count, pointers.data());
}

} // namespace

class CommandLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parse_demonstration_staysOnThisComputer()
    {
        const auto line = parse({"--demonstration"});
        QVERIFY(!line.answer);
        QCOMPARE(line.options.service, QUrl(QStringLiteral("http://127.0.0.1:8800")));
        QVERIFY(parse({"--demonstration", "--service", "https://proconnect.example"}).answer);
        QVERIFY(parse({"--demonstration", "--service", "http://proconnect.example"}).answer);
    }

    void parse_inEarnest_demandsHttpsAndNoRoot()
    {
        const auto good = parse({"--service", "https://proconnect.example", "--clock-offset", "5"});
        if (geteuid() == 0) {
            QCOMPARE(good.answer->status, 2);
            QVERIFY(good.answer->text.contains(QLatin1String("root")));
            return;
        }
        QVERIFY(!good.answer);
        QCOMPARE(good.options.clockOffset, 0);
        QVERIFY(parse({"--service", "http://127.0.0.1:8800"}).answer);
    }

    void parse_clockOffset_isHonouredInTheDemonstrationOnly()
    {
        QCOMPARE(parse({"--demonstration", "--clock-offset", "-90"}).options.clockOffset, -90);
        QVERIFY(parse({"--demonstration", "--clock-offset", "soon"}).answer);
        QVERIFY(parse({"--demonstration", "--clock-offset", "99999999999999"}).answer);
    }

    void parse_otherServiceOrDirectory_isAnotherInstance()
    {
        const auto instance = [](const QList<QByteArray>& more) {
            return parse(QList<QByteArray>{"--demonstration"} + more).options.instance;
        };
        QCOMPARE(instance({}), instance({}));
        QVERIFY(instance({}) != instance({"--service", "http://127.0.0.1:9000"}));
        QVERIFY(instance({}) != instance({"--data-dir", "/tmp/elsewhere"}));
    }

    void parse_link_isKeptWhenUnderstood()
    {
        QCOMPARE(parse({"--demonstration", "proconnect:requests"}).options.link,
                 QStringLiteral("proconnect:requests"));
        const auto hostile = parse({"--demonstration", "proconnect:requests?accept=all"});
        QVERIFY(!hostile.answer);
        QVERIFY(hostile.options.link.isEmpty());
    }

    void parse_helpVersionAndDiagnosis_answerWithoutADisplay()
    {
        QCOMPARE(parse({"--help"}).answer->status, 0);
        QVERIFY(parse({"--help"}).answer->text.contains(QLatin1String("--demonstration")));
        QCOMPARE(parse({"--version"}).answer->status, 0);
        QVERIFY(parse({"--demonstration", "--diagnose"}).answer->text.contains(QLatin1String("Qt: 6")));
        QCOMPARE(parse({"--moon"}).answer->status, 2);
        QCOMPARE(parse({"--help-all"}).answer->status, 2);
        QCOMPARE(parse({"--demonstration", "--language", "de"}).answer->status, 2);
    }
};

QTEST_APPLESS_MAIN(CommandLineTest)
#include "CommandLineTest.moc"
