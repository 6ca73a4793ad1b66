// SPDX-License-Identifier: MIT
#include "core/jose/Dpop.h"

#include "core/jose/Base64Url.h"
#include "core/jose/Jws.h"

#include <QJsonDocument>
#include <QTest>

using namespace proconnect;

namespace {

const QDateTime now = QDateTime::fromString(QStringLiteral("2026-11-23T07:30:00Z"), Qt::ISODate);
const QUrl address(QStringLiteral("https://service.example/v1/me"));

} // namespace

class DpopTest : public QObject
{
    Q_OBJECT

    Jwk m_key = Jwk::generateP256().value();

private Q_SLOTS:
    void verify_ownProof_givesKeyIdAndInstant()
    {
        const auto proof = Dpop::create(m_key, "GET", address, now, "token");
        QVERIFY(proof.ok());
        const auto verified = Dpop::verify(proof.value(), "GET", address, now.addSecs(5), "token");
        QVERIFY(verified.ok());
        QCOMPARE(verified.value().thumbprint, m_key.thumbprint());
        QCOMPARE(verified.value().issuedAt, now);
        QVERIFY(verified.value().id.size() >= 20);
        QVERIFY(!verified.value().key.isPrivate());
    }

    void create_rfc9449Token_hasTheHashOfTheRfc()
    {
        const auto proof =
            Dpop::create(m_key, "GET", address, now, "Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU");
        const auto claims = QJsonDocument::fromJson(*base64url::decode(proof.value().split('.')[1])).object();
        QCOMPARE(claims[QLatin1String("ath")].toString(),
                 QStringLiteral("fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo"));
    }

    void create_twice_neverRepeatsTheId()
    {
        const auto id = [this] {
            const auto proof = Dpop::create(m_key, "GET", address, now);
            return Dpop::verify(proof.value(), "GET", address, now).value().id;
        };
        QVERIFY(id() != id());
    }

    void verify_sameAddressSpeltOtherwise_isAccepted()
    {
        const auto proof =
            Dpop::create(m_key, "GET", QUrl(QStringLiteral("https://service.example:443/v1/me?a=1#b")), now);
        QVERIFY(Dpop::verify(proof.value(), "GET", address, now).ok());
    }

    void verify_proofForSomethingElse_isRefused()
    {
        const QByteArray proof = Dpop::create(m_key, "GET", address, now, "token").value();
        const auto code = [&](const QByteArray& method, const QUrl& url, const QDateTime& at,
                              const QByteArray& token) {
            const auto verified = Dpop::verify(proof, method, url, at, token);
            return verified ? std::nullopt : std::optional{verified.failure().code};
        };
        QCOMPARE(code("POST", address, now, "token"), std::optional{FailureCode::Unauthorized});
        QCOMPARE(code("GET", QUrl(QStringLiteral("https://service.example/v1/other")), now, "token"),
                 std::optional{FailureCode::Unauthorized});
        QCOMPARE(code("GET", QUrl(QStringLiteral("http://service.example/v1/me")), now, "token"),
                 std::optional{FailureCode::Unauthorized});
        QCOMPARE(code("GET", address, now, "other"), std::optional{FailureCode::Unauthorized});
        QCOMPARE(code("GET", address, now.addSecs(61), "token"), std::optional{FailureCode::ClockWrong});
        QCOMPARE(code("GET", address, now.addSecs(-61), "token"), std::optional{FailureCode::ClockWrong});
        QCOMPARE(code("GET", address, now, "token"), std::nullopt);
    }

    void verify_proofWithoutItsParts_isRefused()
    {
        const QJsonObject key{{QStringLiteral("jwk"), m_key.publicJson()}};
        const QJsonObject claims{{QStringLiteral("jti"), QStringLiteral("j")},
                                 {QStringLiteral("htm"), QStringLiteral("GET")},
                                 {QStringLiteral("htu"), address.toString()},
                                 {QStringLiteral("iat"), now.toSecsSinceEpoch()}};
        const auto verify = [&](const QJsonObject& content, const QString& type, const QJsonObject& header) {
            const auto proof =
                Jws::sign(QJsonDocument(content).toJson(QJsonDocument::Compact), m_key, type, header);
            return Dpop::verify(proof.value(), "GET", address, now).ok();
        };
        QVERIFY(verify(claims, QStringLiteral("dpop+jwt"), key));
        QVERIFY(!verify(claims, QStringLiteral("JWT"), key));
        QVERIFY(!verify(claims, QStringLiteral("dpop+jwt"), {}));
        for (const QString& name : claims.keys()) {
            QJsonObject less = claims;
            less.remove(name);
            QVERIFY2(!verify(less, QStringLiteral("dpop+jwt"), key), qPrintable(name));
        }
    }

    void verify_proofSignedByAnotherKey_isRefused()
    {
        const Jwk other = Jwk::generateP256().value();
        const QByteArray mine = Dpop::create(m_key, "GET", address, now).value();
        const QByteArray theirs = Dpop::create(other, "GET", address, now).value();
        const QByteArray mixed = mine.split('.')[0] + '.' + theirs.split('.')[1] + '.' + theirs.split('.')[2];
        QVERIFY(!Dpop::verify(mixed, "GET", address, now).ok());
    }
};

QTEST_GUILESS_MAIN(DpopTest)
#include "DpopTest.moc"
