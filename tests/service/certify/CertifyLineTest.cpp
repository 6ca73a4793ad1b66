// SPDX-License-Identifier: MIT
#include "service/certify/CertifyLine.h"

#include "service/certify/CertifyStream.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <memory>

using namespace proconnect::service;
using namespace Qt::StringLiterals;

/// Lines that do harm if they can: each is answered, in order, and the next goes on.
class CertifyLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void certifyLine_hostileLine_isAnsweredWithItsIdAndAnError_data();
    void certifyLine_hostileLine_isAnsweredWithItsIdAndAnError();
    void certifyLine_nullRecord_isNoOfficer();
    void certifyLine_longestLists_areAnsweredSoon();
    void certifyStream_hostileLines_neverStopTheStream();
    void certifyStream_lineTooLong_isSkippedWhole();
    void certifyStream_lastLineWithoutEnd_isAnswered();
    void certifyStream_closedOutput_ends();
};

namespace {

const QDate today(2026, 11, 23);

const QByteArray goodLine =
    R"({"id":"good","registry":"rcs","pivot":{"family_name":"FABRE","given_name":"Claire","birthdate":"1982-11-03",)"
    R"("birthplace":"69266","birthcountry":"99100","gender":"female"},"record":{"type":"personne_physique",)"
    R"("fonction":"PRESIDENT","nom":"FABRE","prenom":"CLAIRE","date_naissance":"1982-11-03",)"
    R"("lieu_naissance":"VILLEURBANNE","code_pays_naissance":"FR"}})";

QList<QJsonObject> streamed(const QByteArray& input)
{
    const auto close = [](std::FILE* file) { std::fclose(file); };
    const std::unique_ptr<std::FILE, decltype(close)> in(std::tmpfile(), close);
    const std::unique_ptr<std::FILE, decltype(close)> out(std::tmpfile(), close);
    std::fwrite(input.constData(), 1, static_cast<std::size_t>(input.size()), in.get());
    std::rewind(in.get());
    if (!certifyStream(in.get(), out.get(), today)) {
        return {};
    }
    QByteArray output(std::ftell(out.get()), '\0');
    std::rewind(out.get());
    if (std::fread(output.data(), 1, static_cast<std::size_t>(output.size()), out.get()) !=
        static_cast<std::size_t>(output.size())) {
        return {};
    }
    QList<QJsonObject> answers;
    const QList<QByteArray> lines = output.split('\n');
    for (const QByteArray& line : lines) {
        if (!line.isEmpty()) {
            answers.append(QJsonDocument::fromJson(line).object());
        }
    }
    return answers;
}

} // namespace

void CertifyLineTest::certifyLine_hostileLine_isAnsweredWithItsIdAndAnError_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QJsonValue>("id");
    const QJsonValue none(QJsonValue::Null);
    QTest::newRow("text") << QByteArray("hello") << none;
    QTest::newRow("cut") << goodLine.left(60) << QJsonValue(u"good"_s);
    QTest::newRow("array") << QByteArray("[1,2]") << none;
    QTest::newRow("two objects") << goodLine + goodLine << QJsonValue(u"good"_s);
    QTest::newRow("number as id, cut") << QByteArray(R"({"id": 42, "pivot": )") << QJsonValue(42);
    QTest::newRow("no id") << QByteArray(R"({"registry":"tax","record":null})") << none;
    QTest::newRow("object as id") << QByteArray(R"({"id":{},"registry":"tax","record":null})") << none;
    QTest::newRow("no registry") << QByteArray(R"({"id":"a","record":null})") << QJsonValue(u"a"_s);
    QTest::newRow("text as record") << QByteArray(R"({"id":"a","registry":"rne","record":"x"})")
                                    << QJsonValue(u"a"_s);
    QTest::newRow("list as record") << QByteArray(R"({"id":"a","registry":"rne","record":[]})")
                                    << QJsonValue(u"a"_s);
    QTest::newRow("duplicate member")
        << QByteArray(R"({"id":"a","registry":"rne","registry":"rcs","record":null})") << QJsonValue(u"a"_s);
    QTest::newRow("no UTF-8") << QByteArray("{\"id\":\"a\",\"pivot\":{\"family_name\":\"\xff\xfe\"}}")
                              << QJsonValue(u"a"_s);
    QTest::newRow("NUL") << QByteArray("{\"id\":\"a\",\0}", 11) << QJsonValue(u"a"_s);
    QTest::newRow("deep") << QByteArray(R"({"id":"a","record":)") + QByteArray(100000, '[')
                          << QJsonValue(u"a"_s);
}

void CertifyLineTest::certifyLine_hostileLine_isAnsweredWithItsIdAndAnError()
{
    QFETCH(QByteArray, line);
    QFETCH(QJsonValue, id);
    const QJsonObject answer = QJsonDocument::fromJson(certifyLine(line, today)).object();
    QCOMPARE(answer[u"id"_s], id);
    QCOMPARE(answer[u"verdict"_s].toString(), u"none"_s);
    QVERIFY(!answer[u"error"_s].toString().isEmpty());
    QVERIFY(answer[u"reasons"_s].toArray().first().toString().startsWith(u"input."));
}

void CertifyLineTest::certifyLine_nullRecord_isNoOfficer()
{
    for (const char* registry : {"insee", "rne", "rcs"}) {
        const QByteArray line =
            R"({"id":7,"pivot":null,"record":null,"registry":")" + QByteArray(registry) + "\"}";
        const QJsonObject answer = QJsonDocument::fromJson(certifyLine(line, today)).object();
        QCOMPARE(answer[u"id"_s].toInt(), 7);
        QCOMPARE(answer[u"verdict"_s].toString(), u"none"_s);
        QCOMPARE(answer[u"reasons"_s].toArray().first().toString(), u"gate.no-officer"_s);
        QVERIFY(!answer.contains(u"error"_s));
    }
}

void CertifyLineTest::certifyLine_longestLists_areAnsweredSoon()
{
    // Every word of the one list beside every word of the other would be 10^9 comparisons.
    const auto list = [](const QString& words) {
        QJsonArray names;
        for (int i = 0; i < 100; ++i) {
            names.append(words.repeated(998 / words.size()));
        }
        return names;
    };
    for (const auto& [mine, theirs] : {std::pair{u"b c "_s, u"1 2 "_s}, {u"bc ef "_s, u"12 34 "_s}}) {
        QJsonObject line = QJsonDocument::fromJson(goodLine).object();
        line.insert(u"registry"_s, u"rne"_s);
        line.insert(u"pivot"_s,
                    QJsonObject{{u"family_name"_s, u"FABRE"_s}, {u"given_name_array"_s, list(mine)}});
        const QJsonObject human{{u"nom"_s, u"FABRE"_s}, {u"prenoms"_s, list(theirs)}};
        line.insert(u"record"_s,
                    QJsonObject{{u"roleEntreprise"_s, u"73"_s},
                                {u"individu"_s, QJsonObject{{u"descriptionPersonne"_s, human}}}});
        QElapsedTimer timer;
        timer.start();
        const QByteArray answer = certifyLine(QJsonDocument(line).toJson(QJsonDocument::Compact), today);
        QVERIFY2(answer.contains("\"none\""), answer.constData());
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    }
}

void CertifyLineTest::certifyStream_hostileLines_neverStopTheStream()
{
    const auto answers = streamed("nonsense\n\n" + goodLine + "\r\n{\"id\":\n" + goodLine + "\n");
    QCOMPARE(answers.size(), 4);
    QVERIFY(answers[0].contains(u"error"_s));
    QCOMPARE(answers[1][u"verdict"_s].toString(), u"certified"_s);
    QVERIFY(answers[2].contains(u"error"_s));
    QCOMPARE(answers[3][u"verdict"_s].toString(), u"certified"_s);
}

void CertifyLineTest::certifyStream_lineTooLong_isSkippedWhole()
{
    const QByteArray tooLong =
        R"({"id":"long","pivot":{"family_name":")" + QByteArray(3 * longestCertifyLine, 'A') + "\"}}\n";
    const auto answers = streamed(tooLong + goodLine + "\n");
    QCOMPARE(answers.size(), 2);
    QCOMPARE(answers[0][u"id"_s].toString(), u"long"_s);
    QCOMPARE(answers[0][u"reasons"_s].toArray().first().toString(), u"input.too-long"_s);
    QCOMPARE(answers[1][u"verdict"_s].toString(), u"certified"_s);
}

void CertifyLineTest::certifyStream_lastLineWithoutEnd_isAnswered()
{
    QCOMPARE(streamed(goodLine).size(), 1);
    QCOMPARE(streamed(QByteArray()).size(), 0);
}

void CertifyLineTest::certifyStream_closedOutput_ends()
{
    const auto close = [](std::FILE* file) { std::fclose(file); };
    const std::unique_ptr<std::FILE, decltype(close)> in(std::tmpfile(), close);
    std::fwrite(goodLine.constData(), 1, static_cast<std::size_t>(goodLine.size()), in.get());
    std::rewind(in.get());
    const std::unique_ptr<std::FILE, decltype(close)> full(std::fopen("/dev/full", "w"), close);
    QVERIFY(full);
    QVERIFY(!certifyStream(in.get(), full.get(), today));
}

QTEST_APPLESS_MAIN(CertifyLineTest)
#include "CertifyLineTest.moc"
