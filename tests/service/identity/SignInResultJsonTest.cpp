// SPDX-License-Identifier: MIT
#include "service/identity/SignInResultJson.h"

#include <QJsonDocument>
#include <QTest>

using namespace proconnect;
using namespace proconnect::service;

/// What a sign-in waits as between its code and its redemption.
class SignInResultJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void result_writtenAndRead_isTheSame()
    {
        const SignInResult result = someone();
        const SignInResult again = signInResultFromJson(signInResultToJson(result));
        QCOMPARE(again.subject, result.subject);
        QCOMPARE(again.name.family, result.name.family);
        QCOMPARE(again.identity.birthdate, result.identity.birthdate);
        QCOMPARE(again.signedInAt, result.signedInAt);
        QCOMPARE(again.assurance, result.assurance);
        QCOMPARE(again.idToken, result.idToken);
        QCOMPARE(again.provider, result.provider);
    }

    void result_writtenBeforeThereWereTwoProviders_isOfFranceConnect()
    {
        QJsonObject json = QJsonDocument::fromJson(signInResultToJson(someone())).object();
        json.remove(QStringLiteral("provider"));
        QCOMPARE(signInResultFromJson(QJsonDocument(json).toJson()).provider,
                 QStringLiteral("franceconnect"));
    }

private:
    [[nodiscard]] static SignInResult someone()
    {
        SignInResult result;
        result.subject = QStringLiteral("subject");
        result.name = {QStringLiteral("Angela"), QStringLiteral("DUBOIS")};
        result.identity.birthdate = QStringLiteral("1962-08-24");
        result.signedInAt = QDateTime(QDate(2026, 11, 23), QTime(7, 30), Qt::UTC);
        result.assurance = 2;
        result.idToken = "token";
        result.provider = QStringLiteral("franceconnect_plus");
        return result;
    }
};

QTEST_GUILESS_MAIN(SignInResultJsonTest)
#include "SignInResultJsonTest.moc"
