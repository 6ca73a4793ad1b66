// SPDX-License-Identifier: MIT
#include "service/certify/CertifyLine.h"
#include "tests/service/certify/CaseFile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace proconnect::service;
using namespace Qt::StringLiterals;

/// Whole lines in wire formats, each with the verdict and a reason that must come: one for every rule and
/// every known class of error, in both directions.
class CertifyCasesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void certifyLine_eachCase_givesItsVerdictAndReason_data();
    void certifyLine_eachCase_givesItsVerdictAndReason();
};

void CertifyCasesTest::certifyLine_eachCase_givesItsVerdictAndReason_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<QString>("reason");
    const auto cases = wireCases(QStringLiteral(CERTIFY_CASES));
    QVERIFY(cases.size() >= 400);
    for (const WireCase& wire : cases) {
        QTest::newRow(qPrintable(wire.name))
            << QJsonDocument(wire.line).toJson(QJsonDocument::Compact) << wire.verdict << wire.reason;
    }
}

void CertifyCasesTest::certifyLine_eachCase_givesItsVerdictAndReason()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, verdict);
    QFETCH(QString, reason);
    const QByteArray answer = certifyLine(line, QDate(2026, 11, 23));
    const QJsonObject read = QJsonDocument::fromJson(answer).object();
    QVERIFY2(read[u"verdict"_s].toString() == verdict, answer.constData());
    QVERIFY2(read[u"reasons"_s].toArray().contains(reason), answer.constData());
}

QTEST_APPLESS_MAIN(CertifyCasesTest)
#include "CertifyCasesTest.moc"
