// SPDX-License-Identifier: MIT
#include "core/protocol/Fingerprint.h"

#include "core/protocol/ModelJson.h"
#include "tests/core/protocol/Samples.h"

#include <QTest>

using namespace proconnect;

/// What tells that an account says something else.
class FingerprintTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fingerprint_ofTheSame_isTheSame()
    {
        const auto read = fromJson<PortalAccount>(toJson(samples::account()));
        QVERIFY(read.ok());
        QCOMPARE(fingerprintOf(read.value()), fingerprintOf(samples::account()));
    }

    void fingerprint_anyMemberElse_isAnother_data()
    {
        QTest::addColumn<QString>("member");
        const QJsonObject json = toJson(samples::account());
        for (auto member = json.begin(); member != json.end(); ++member) {
            QTest::newRow(qPrintable(member.key())) << member.key();
        }
    }

    void fingerprint_anyMemberElse_isAnother()
    {
        QFETCH(QString, member);
        QJsonObject json = toJson(samples::account());
        QJsonValueRef value = json[member];
        if (value.isBool()) {
            value = !value.toBool();
        } else if (value.isDouble()) {
            value = value.toInt() + 1;
        } else if (member == u"state") {
            value = wireName(samples::account().state == AccountState::Closed ? AccountState::Active
                                                                              : AccountState::Closed);
        } else if (member == u"certification") {
            value = wireName(samples::account().certification == AccountCertification::Certified
                                 ? AccountCertification::NotCertified
                                 : AccountCertification::Certified);
        } else if (member == u"id" || member == u"portal") {
            value = value.toString() + u'x';
        } else {
            json.remove(member);
        }
        const auto read = fromJson<PortalAccount>(json);
        QVERIFY(read.ok());
        QVERIFY(!(fingerprintOf(read.value()) == fingerprintOf(samples::account())));
    }

    void fingerprint_whatMovesToTheNextMember_isAnother()
    {
        PortalAccount one;
        one.holderName = QStringLiteral("ab");
        one.email = QStringLiteral("c");
        PortalAccount other;
        other.holderName = QStringLiteral("a");
        other.email = QStringLiteral("bc");
        QVERIFY(!(fingerprintOf(one) == fingerprintOf(other)));
    }
};

QTEST_GUILESS_MAIN(FingerprintTest)
#include "FingerprintTest.moc"
