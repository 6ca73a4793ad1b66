// SPDX-License-Identifier: MIT
#include "core/jose/Dpop.h"

#include "core/jose/Base64Url.h"
#include "core/jose/Jws.h"
#include "core/jose/KnownHeaders.h"

#include <QJsonDocument>
#include <QTest>

using namespace proconnect;

namespace {

const QDateTime now = QDateTime::fromString(QStringLiteral("2026-11-23T07:30:00Z"), Qt::ISODate);
const QUrl address(QStringLiteral("https://service.example/v1/me"));

/// Dpop::verify(), demanding that headers seen before change nothing: neither the first time nor the second.
Outcome<DpopProof> verifyProof(const QByteArray& proof, const QByteArray& method, const QUrl& url,
                               const QDateTime& at, const QByteArray& token = {})
{
    static KnownHeaders known;
    auto plain = Dpop::verify(proof, method, url, at, token);
    for (int times = 0; times < 2; ++times) {
        const auto again = Dpop::verify(proof, method, url, at, token, &known);
        const bool same =
            plain.ok() == again.ok() &&
            (plain ? plain.value().thumbprint == again.value().thumbprint &&
                         plain.value().key == again.value().key && plain.value().id == again.value().id
                   : plain.failure().code == again.failure().code);
        if (!same) {
            qFatal("a known header changed the verdict");
        }
    }
    return plain;
}

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
        const auto verified = verifyProof(proof.value(), "GET", address, now.addSecs(5), "token");
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
            return verifyProof(proof.value(), "GET", address, now).value().id;
        };
        QVERIFY(id() != id());
    }

    void verify_sameAddressSpeltOtherwise_isAccepted()
    {
        const auto proof =
            Dpop::create(m_key, "GET", QUrl(QStringLiteral("https://service.example:443/v1/me?a=1#b")), now);
        QVERIFY(verifyProof(proof.value(), "GET", address, now).ok());
    }

    void verify_proofForSomethingElse_isRefused()
    {
        const QByteArray proof = Dpop::create(m_key, "GET", address, now, "token").value();
        const auto code = [&](const QByteArray& method, const QUrl& url, const QDateTime& at,
                              const QByteArray& token) {
            const auto verified = verifyProof(proof, method, url, at, token);
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
            return verifyProof(proof.value(), "GET", address, now).ok();
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
        QVERIFY(!verifyProof(mixed, "GET", address, now).ok());
    }

    void verify_knownHeader_needsItsOwnSignatureEachTime()
    {
        KnownHeaders known;
        const QByteArray first = Dpop::create(m_key, "GET", address, now).value();
        const QByteArray second = Dpop::create(m_key, "GET", address, now).value();
        const QByteArray header = first.split('.')[0];
        QVERIFY(!known.find(header));
        QVERIFY(Dpop::verify(first, "GET", address, now, {}, &known).ok());
        QVERIFY(known.find(header));
        const QByteArray mixed = header + '.' + second.split('.')[1] + '.' + first.split('.')[2];
        QVERIFY(!Dpop::verify(mixed, "GET", address, now, {}, &known).ok());
        QVERIFY(Dpop::verify(second, "GET", address, now, {}, &known).ok());
    }

    void verify_wrongSignature_leavesItsHeaderUnknown()
    {
        KnownHeaders known;
        const QByteArray proof = Dpop::create(m_key, "GET", address, now).value();
        const QByteArray forged = proof.left(proof.lastIndexOf('.') + 1) + QByteArray(86, 'A');
        QVERIFY(!Dpop::verify(forged, "GET", address, now, {}, &known).ok());
        QVERIFY(!known.find(proof.split('.')[0]));
    }

    void remember_beyondTheMost_forgetsAll()
    {
        KnownHeaders known;
        for (int i = 0; i <= KnownHeaders::most; ++i) {
            known.remember(QByteArray::number(i), {});
        }
        QVERIFY(!known.find("0"));
        QVERIFY(known.find(QByteArray::number(KnownHeaders::most)));
    }
};

QTEST_GUILESS_MAIN(DpopTest)
#include "DpopTest.moc"
