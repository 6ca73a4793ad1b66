// SPDX-License-Identifier: MIT
#include "core/jose/Dpop.h"
#include "service/sessions/DpopNonces.h"
#include "tests/service/identity/SignInWorld.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;
using namespace proconnect::tests;

/// The nonce that proofs must hold (RFC 9449, 8 and 9).
class ProofNonceTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<SignInWorld> m_world;
    TestDevice m_device;
    TokenGrant m_grant;

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<SignInWorld>();
        m_device = TestDevice();
        m_grant = m_world->signIn(m_device);
        QVERIFY(!m_grant.accessToken.isEmpty());
    }

    void proof_nonceMissingOrForged_isToldTheOneToUse_data()
    {
        QTest::addColumn<QString>("nonce");
        QTest::newRow("missing") << QString();
        QTest::newRow("forged") << QString(64, u'0');
        SignInWorld another; // its service has keys of its own
        QTest::newRow("of another service") << another.nonce();
    }
    void proof_nonceMissingOrForged_isToldTheOneToUse()
    {
        QFETCH(QString, nonce);
        HttpRequest request;
        request.method = "GET";
        request.path = QStringLiteral("/v1/me");
        QUrl target = SignInWorld::publicUrl;
        target.setPath(request.path);
        const QByteArray token = m_grant.accessToken.toLatin1();
        const auto send = [&](const QString& used) {
            request.headers.insert("authorization", "DPoP " + token);
            request.headers.insert(
                "dpop", Dpop::create(m_device.key, "GET", target, m_world->clock.now(), token, used).value());
            return m_world->send(request);
        };
        const HttpResponse refused = send(nonce);
        QCOMPARE(failureOf(refused), std::optional{FailureCode::Unauthorized});
        QCOMPARE(header(refused, "WWW-Authenticate"), QByteArray("DPoP error=\"use_dpop_nonce\""));
        const QString told = QString::fromLatin1(header(refused, "DPoP-Nonce"));
        QCOMPARE(told, jsonOf(refused)[u"argument"].toString());
        QCOMPARE(send(told).status, 200);
    }

    void proof_nonceOfTheSpanBefore_stillServes()
    {
        const QString nonce = m_world->nonce();
        m_world->clock.advance(DpopNonces::spanSeconds);
        QVERIFY(m_world->nonce() != nonce);
        QCOMPARE(refreshed(nonce).status, 200);
    }

    void proof_nonceOfAnInstanceWhoseClockIsAhead_serves()
    {
        m_world->clock.advance(DpopNonces::spanSeconds);
        const QString nonce = m_world->nonce();
        m_world->clock.advance(-DpopNonces::spanSeconds);
        QVERIFY(m_world->nonce() != nonce);
        QCOMPARE(refreshed(nonce).status, 200);
    }

    void proof_nonceOfTwoSpansAhead_isRefused()
    {
        m_world->clock.advance(2 * DpopNonces::spanSeconds);
        const QString nonce = m_world->nonce();
        m_world->clock.advance(-2 * DpopNonces::spanSeconds);
        QCOMPARE(failureOf(refreshed(nonce)), std::optional{FailureCode::Unauthorized});
    }

    void proof_nonceOfTwentyMinutesAgo_isRefused()
    {
        const QString nonce = m_world->nonce();
        m_world->clock.advance(2 * DpopNonces::spanSeconds);
        QCOMPARE(failureOf(refreshed(nonce)), std::optional{FailureCode::Unauthorized});
    }

private:
    /// A refresh whose proof holds `nonce`.
    HttpResponse refreshed(const QString& nonce)
    {
        HttpRequest request;
        request.method = "POST";
        request.path = QStringLiteral("/v1/oauth/token");
        request.headers.insert("content-type", "application/x-www-form-urlencoded");
        request.body = "grant_type=refresh_token&refresh_token=" + m_grant.refreshToken.toLatin1();
        QUrl target = SignInWorld::publicUrl;
        target.setPath(request.path);
        request.headers.insert(
            "dpop", Dpop::create(m_device.key, "POST", target, m_world->clock.now(), {}, nonce).value());
        return m_world->send(request);
    }
};

QTEST_GUILESS_MAIN(ProofNonceTest)
#include "ProofNonceTest.moc"
