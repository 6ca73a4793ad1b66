// SPDX-License-Identifier: MIT
#include "tests/service/identity/FranceConnectFixture.h"

#include <QJsonArray>
#include <QTest>

using namespace proconnect;
using namespace proconnect::service;
using namespace proconnect::tests;

/// Well-signed tokens that say what they must not (facts/franceconnect.md, section 4: 39 to 48, 51, 54, 55).
class TokenClaimsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fc.reset(); }

    void redeem_idTokenClaimFault_isRefused_data()
    {
        claimRows({
            {"39 iss wrong", "iss", text("https://evil.example")},
            {"39 iss with a slash", "iss", ScriptedFranceConnect::issuer + u'/'},
            {"39 iss missing", "iss", QJsonValue::Undefined},
            {"40 aud wrong", "aud", text("another")},
            {"40 aud missing", "aud", QJsonValue::Undefined},
            {"41 aud with a stranger", "aud", QJsonArray{ScriptedFranceConnect::clientId, text("another")}},
            {"41 azp stranger", "azp", text("another")},
            {"42 sub missing", "sub", QJsonValue::Undefined},
            {"42 sub empty", "sub", QString()},
            {"42 sub too long", "sub", QString(256, u'a')},
            {"42 sub a number", "sub", 1},
            {"43 nonce wrong", "nonce", text("another")},
            {"43 nonce missing", "nonce", QJsonValue::Undefined},
            {"43 nonce empty", "nonce", QString()},
            {"44 exp past", "exp", at(-61)},
            {"44 exp missing", "exp", QJsonValue::Undefined},
            {"44 exp a text", "exp", QString::number(at(60))},
            {"44 exp beyond time", "exp", 1e300},
            {"45 iat future", "iat", at(61)},
            {"45 iat hours old", "iat", at(-7200)},
            {"45 iat missing", "iat", QJsonValue::Undefined},
            {"46 nbf future", "nbf", at(61)},
            {"47 acr missing", "acr", QJsonValue::Undefined},
            {"47 acr lower", "acr", text("eidas0")},
            {"47 acr with a space", "acr", text("eidas1 ")},
            {"50 at_hash of another token", "at_hash", text("77QmUPtjPfzWtF2AnpK9RQ")},
            {"50 at_hash a number", "at_hash", 1},
            {"50 at_hash empty", "at_hash", QString()},
            {"48 auth_time old", "auth_time", at(-86'400)},
            {"48 auth_time missing", "auth_time", QJsonValue::Undefined},
            {"48 auth_time future", "auth_time", at(61)},
        });
    }
    void redeem_idTokenClaimFault_isRefused()
    {
        QFETCH(QString, claim);
        QFETCH(QJsonValue, value);
        m_fc.provider->editIdClaims = edit(claim, value);
        QCOMPARE(m_fc.refusal(), FailureCode::SignInRefused);
        QVERIFY(!m_fc.provider->asked.contains(text("userinfo")));
    }

    void redeem_userinfoClaimFault_isRefused_data()
    {
        claimRows({
            {"51 sub differs", "sub", text("someone else")},
            {"54 aud missing", "aud", QJsonValue::Undefined},
            {"54 aud foreign", "aud", text("another")},
            {"54 aud with a stranger", "aud", QJsonArray{ScriptedFranceConnect::clientId, text("another")}},
            {"54 iss missing", "iss", QJsonValue::Undefined},
            {"54 iss foreign", "iss", text("https://evil.example")},
            {"54 exp missing", "exp", QJsonValue::Undefined},
            {"54 exp past", "exp", at(-61)},
            {"54 iat missing", "iat", QJsonValue::Undefined},
            {"55 family name missing", "family_name", QJsonValue::Undefined},
            {"55 family name of 300", "family_name", QString(300, u'A')},
            {"55 right-to-left override", "family_name", QStringLiteral("DUB\u202EOIS")},
            {"55 control character", "family_name", QStringLiteral("DUB\u0007OIS")},
            {"55 markup", "family_name", text("<b>DUBOIS")},
            {"55 given name empty", "given_name_array", QJsonArray{QString()}},
            {"55 given names none", "given_name_array", QJsonArray()},
            {"55 given names not a list", "given_name_array", text("Angela")},
            {"55 gender other", "gender", text("other")},
            {"55 gender missing", "gender", QJsonValue::Undefined},
            {"55 birthdate month 00", "birthdate", text("1977-00-03")},
            {"55 birthdate no such day", "birthdate", text("2023-02-30")},
            {"55 birthdate another format", "birthdate", text("24/08/1962")},
            {"55 birthdate missing", "birthdate", QJsonValue::Undefined},
            {"55 birthplace of no form", "birthplace", text("2C001")},
            {"55 birthplace a name", "birthplace", text("Paris")},
            {"55 birthplace missing in France", "birthplace", QString()},
            {"55 birthcountry missing", "birthcountry", QJsonValue::Undefined},
            {"55 birthcountry empty beside a town", "birthcountry", QString()},
            {"55 birthcountry of no form", "birthcountry", text("FRANCE")},
            {"55 e-mail with a line feed", "email", text("a@b.fr\r\nBcc: c@d.fr")},
        });
    }
    void redeem_userinfoClaimFault_isRefused()
    {
        QFETCH(QString, claim);
        QFETCH(QJsonValue, value);
        m_fc.provider->editUserClaims = edit(claim, value);
        QCOMPARE(m_fc.refusal(), FailureCode::SignInRefused);
    }

    void redeem_unusualNames_areTaken_data()
    {
        QTest::addColumn<QString>("claim");
        QTest::addColumn<QString>("value");
        for (const char16_t* name :
             {u"'t Hooft", u"’s-Gravesande", u"O’BRIEN", u"N'GUESSAN", u"D'ALMEIDA E SILVA"}) {
            const QString value = QString::fromUtf16(name);
            QTest::newRow(qUtf8Printable(value)) << text("family_name") << value;
        }
        QTest::newRow("a use name that cannot be one") << text("preferred_username") << text("<b>7");
        QTest::newRow("a use name too long to be one") << text("preferred_username") << QString(300, u'A');
    }
    void redeem_unusualNames_areTaken()
    {
        QFETCH(QString, claim);
        QFETCH(QString, value);
        m_fc.provider->editUserClaims = edit(claim, value);
        const auto proof = m_fc.redeem();
        QVERIFY(proof.ok());
        const auto& identity = proof.value().identity;
        const bool family = claim == text("family_name");
        QCOMPARE(identity.familyName, family ? value : text("DUBOIS"));
        if (!family) {
            QCOMPARE(identity.preferredUsername, QString());
        }
    }

private:
    struct ClaimRow
    {
        const char* name;
        const char* claim;
        QJsonValue value;
    };
    static void claimRows(const QList<ClaimRow>& rows)
    {
        QTest::addColumn<QString>("claim");
        QTest::addColumn<QJsonValue>("value");
        for (const auto& row : rows) {
            QTest::newRow(row.name) << text(row.claim) << row.value;
        }
    }
    static std::function<void(QJsonObject&)> edit(const QString& claim, const QJsonValue& value)
    {
        return [claim, value](QJsonObject& claims) {
            if (value.isUndefined()) {
                claims.remove(claim);
            } else {
                claims.insert(claim, value);
            }
        };
    }
    /// Seconds since 1970 of that many seconds from the test's now.
    static qint64 at(qint64 seconds) { return ManualClock().now().toSecsSinceEpoch() + seconds; }

    FranceConnectFixture m_fc;
};

QTEST_APPLESS_MAIN(TokenClaimsTest)
#include "TokenClaimsTest.moc"
