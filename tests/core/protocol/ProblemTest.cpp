// SPDX-License-Identifier: MIT
#include "core/protocol/Problem.h"

#include <QTest>

using namespace proconnect;

class ProblemTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void failure_problemWithKnownCode_isThatCodeWithItsArgument()
    {
        const auto failure =
            failureFromProblem(422, "application/problem+json; charset=utf-8",
                               "{\"code\":\"code-wrong\",\"argument\":\"3\",\"detail\":\"Non\"}");
        QCOMPARE(failure.code, FailureCode::CodeWrong);
        QCOMPARE(failure.argument, QStringLiteral("3"));
    }

    void failure_anythingElse_isWhatTheStatusMeans_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("code");
        const auto row = [](const char* name, int status, const char* type, const QByteArray& body,
                            FailureCode code) {
            QTest::newRow(name) << status << QByteArray(type) << body << static_cast<int>(code);
        };
        const char* problem = "application/problem+json";
        row("unknown code", 409, problem, "{\"code\":\"moon\"}", FailureCode::Conflict);
        row("not JSON", 500, problem, "<html>", FailureCode::ServiceUnavailable);
        row("other type", 403, "text/html", "{\"code\":\"offline\"}", FailureCode::NotAllowed);
        row("too large", 404, problem, "{\"code\":\"offline\",\"x\":\"" + QByteArray(20'000, 'x') + "\"}",
            FailureCode::NotFound);
        row("unauthorised", 401, "", "", FailureCode::Unauthorized);
        row("quota", 429, "", "", FailureCode::TooManyRequests);
        row("bad gateway", 502, "", "", FailureCode::ServiceUnavailable);
        row("teapot", 418, "", "", FailureCode::InvalidRequest);
        row("strange success", 204, "", "", FailureCode::BadReply);
    }

    void failure_anythingElse_isWhatTheStatusMeans()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(int, code);
        QCOMPARE(static_cast<int>(failureFromProblem(status, type, body).code), code);
    }
};

QTEST_GUILESS_MAIN(ProblemTest)
#include "ProblemTest.moc"
