// SPDX-License-Identifier: MIT
#include "core/protocol/ModelJson.h"

#include "core/jose/StrictJson.h"
#include "core/model/SnapshotDelta.h"
#include "core/protocol/ModelFields.h"
#include "tests/core/protocol/Samples.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace proconnect;

namespace {

template <typename T>
bool roundTrips(const T& value)
{
    const QByteArray text = QJsonDocument(toJson(value)).toJson();
    const auto json = parseStrictJson(text);
    const auto read = json ? fromJson<T>(json.value()) : Outcome<T>(json.failure());
    return read.ok() && read.value() == value;
}

/// `json` with the member at `path` replaced; undefined removes it.
QJsonObject with(QJsonObject json, const QString& path, const QJsonValue& value)
{
    const auto dot = path.indexOf(u'.');
    if (dot < 0) {
        value.isUndefined() ? json.remove(path) : void(json.insert(path, value));
        return json;
    }
    const QString head = path.left(dot);
    const QString tail = path.mid(dot + 1);
    if (json[head].isArray()) {
        QJsonArray array = json[head].toArray();
        array[0] = with(array[0].toObject(), tail, value);
        json[head] = array;
    } else {
        json[head] = with(json[head].toObject(), tail, value);
    }
    return json;
}

} // namespace

class ModelJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip_everyFieldFilled_losesNothing()
    {
        QVERIFY(roundTrips(samples::snapshot()));
        QVERIFY(roundTrips(SnapshotDelta{QStringLiteral("\"7-a-b\""), samples::snapshot(), {0, 4}, {2}, 9}));
        QVERIFY(roundTrips(samples::profile()));
        QVERIFY(roundTrips(samples::decision()));
        QVERIFY(roundTrips(samples::ownReceipts()));
        QVERIFY(roundTrips(samples::companyCheck()));
        QVERIFY(roundTrips(samples::delegationProposal()));
        QVERIFY(roundTrips(DepartureReason{LeavingReason::EndOfContract}));
        QVERIFY(roundTrips(DelegationList{{samples::delegation()}}));
        QVERIFY(roundTrips(samples::delegationAct()));
        QVERIFY(roundTrips(DelegationAnswer{QStringLiteral("7KQD-M2VX"), DelegationReply::Accept}));
        QVERIFY(roundTrips(ReviewTransmission{QStringLiteral("EX-2026-000123"), QStringLiteral("a@b.example"),
                                              samples::instant()}));
        QVERIFY(roundTrips(
            EmailVerification{QStringLiteral("v1"), QStringLiteral("a@b.example"), samples::instant(), 3}));
        QVERIFY(roundTrips(DecisionReceipt{QStringLiteral("d"), samples::instant(),
                                           QStringLiteral("RC-2026-000123"), QStringLiteral("ABC")}));
        QVERIFY(roundTrips(SignInRequest{QStringLiteral("c"), QStringLiteral("S256"), QStringLiteral("j"),
                                         QStringLiteral("loopback"), 8080, QStringLiteral("s"),
                                         QStringLiteral("highEffect"), QStringLiteral("bureau")}));
        QVERIFY(
            roundTrips(DeviceSessions{{{QStringLiteral("1"), QStringLiteral("bureau · Debian 12"),
                                        samples::instant(), samples::instant().addSecs(60), true},
                                       {QStringLiteral("2"), {}, samples::instant(), samples::instant()}}}));
        QVERIFY(roundTrips(SignInTransaction{QStringLiteral("t"),
                                             QStringLiteral("https://a.example/s"),
                                             QStringLiteral("https://a.example/c"),
                                             {QStringLiteral("a.example")},
                                             samples::instant()}));
        QVERIFY(roundTrips(
            TokenGrant{QStringLiteral("a"), QStringLiteral("DPoP"), 300, QStringLiteral("r"), 2'592'000}));
    }

    void roundTrip_onlyWhatMustBeThere_losesNothing()
    {
        CompanySnapshot bare;
        bare.asOf = samples::instant();
        bare.company.siren = QStringLiteral("000058263");
        bare.company.verifiedAt = samples::instant();
        QVERIFY(roundTrips(bare));
        const QJsonObject json = toJson(bare);
        QVERIFY(!json.contains(QLatin1String("accounts")));
        QVERIFY(!json[QLatin1String("company")].toObject().contains(QLatin1String("name")));
    }

    void roundTrip_roleWithoutACode_losesNothing()
    {
        PortalAccount account = samples::snapshot().accounts.constFirst();
        account.roleCode.clear();
        account.substitution->role.clear();
        QVERIFY(roundTrips(account));
    }

    void toJson_decision_usesTheWireNames()
    {
        const QJsonObject json = toJson(samples::decision());
        QCOMPARE(json[QLatin1String("kind")].toString(), QStringLiteral("request.refuse"));
        QCOMPARE(json[QLatin1String("reason")].toString(), QStringLiteral("unknownPerson"));
        QCOMPARE(json[QLatin1String("until")].toString(), QStringLiteral("2027-03-01"));
        QCOMPARE(json[QLatin1String("decidedAt")].toString(), QStringLiteral("2026-11-23T07:13:01.250Z"));
        QCOMPARE(wireName(RequestState::AcceptedWithLimits), QStringLiteral("acceptedWithLimits"));
    }

    void fromJson_delegationAnswerWithoutReply_decidesNothing()
    {
        QJsonObject json = toJson(DelegationAnswer{QStringLiteral("7KQD-M2VX"), DelegationReply::Accept});
        QCOMPARE(json[QLatin1String("reply")].toString(), QStringLiteral("accept"));
        json.remove(QStringLiteral("reply"));
        QVERIFY(!fromJson<DelegationAnswer>(json).ok());
    }

    void fromJson_unknownMember_isPassedOver()
    {
        const QJsonObject json = with(toJson(samples::snapshot()), QStringLiteral("company.colour"), 3);
        QCOMPARE(fromJson<CompanySnapshot>(json).ok(), true);
    }

    void fromJson_wrongMember_failsAndNamesIt_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QJsonValue>("value");
        const auto row = [](const char* path, const char* what, const QJsonValue& value) {
            QTest::addRow("%s %s", path, what) << QString::fromLatin1(path) << value;
        };
        const QJsonValue absent(QJsonValue::Undefined);
        row("asOf", "absent", absent);
        row("asOf", "no zone", QStringLiteral("2026-11-23T07:13:01"));
        row("asOf", "offset", QStringLiteral("2026-11-23T07:13:01+01:00"));
        row("asOf", "no such day", QStringLiteral("2026-02-30T07:13:01Z"));
        row("asOf", "number", 12);
        row("cursor", "negative", -1);
        row("cursor", "fraction", 1.5);
        row("cursor", "beyond exact", 1e16);
        row("cursor", "text", QStringLiteral("1"));
        row("company", "absent", absent);
        row("company", "array", QJsonArray{});
        row("company.siren", "eight digits", QStringLiteral("00005826"));
        row("company.siren", "letters", QStringLiteral("00005826x"));
        row("company.siren", "other digits", QStringLiteral("٠٠٠٠٥٨٢٦٣"));
        row("company.siren", "number", 58263);
        row("company.mandateEnded", "text", QStringLiteral("true"));
        row("company.name", "too long", QString(301, u'x'));
        row("company.source", "unknown", QStringLiteral("RNE"));
        row("requests", "object", QJsonObject{});
        row("requests.id", "empty", QString());
        row("requests.state", "unknown", QStringLiteral("RECUE"));
        row("requests.risks", "unknown", QJsonArray{QStringLiteral("score")});
        row("requests.risks", "number", QJsonArray{1});
        row("requests.until", "with time", QStringLiteral("2027-01-01T00:00:00Z"));
        row("requests.sirets", "too long", QJsonArray{QString(15, u'1')});
        row("requests.deadline", "null", QJsonValue(QJsonValue::Null));
        row("requests.deadline.date", "empty", QString());
        row("accounts.originCount", "too large", 1e10);
        row("accounts.rights", "texts", QJsonArray{QStringLiteral("C")});
    }

    void fromJson_wrongMember_failsAndNamesIt()
    {
        QFETCH(QString, path);
        QFETCH(QJsonValue, value);
        const QJsonObject json = with(toJson(samples::snapshot()), path, value);
        const auto read = fromJson<CompanySnapshot>(json);
        QVERIFY(!read.ok());
        QCOMPARE(read.failure().code, FailureCode::BadReply);
        QVERIFY2(read.failure().detail.contains(path), qPrintable(read.failure().detail));
        QCOMPARE(fromJson<CompanySnapshot>(json, FailureCode::InvalidRequest).failure().code,
                 FailureCode::InvalidRequest);
    }

    void fromJson_tooManyEntries_fails()
    {
        QJsonArray lines;
        for (int i = 0; i < 21; ++i) {
            lines.append(toJson(samples::snapshot().journal[0]));
        }
        QVERIFY(
            !fromJson<CompanySnapshot>(with(toJson(samples::snapshot()), QStringLiteral("journal"), lines))
                 .ok());
    }

    void parse_damagedText_neverCrashesAndNeverLies()
    {
        const QByteArray good = QJsonDocument(toJson(samples::snapshot())).toJson(QJsonDocument::Compact);
        QRandomGenerator random(20261123);
        int accepted = 0;
        for (int round = 0; round < 5000; ++round) {
            QByteArray text = good;
            for (int change = random.bounded(1, 4); change > 0; --change) {
                const qsizetype at = random.bounded(text.size());
                switch (random.bounded(3)) {
                case 0:
                    text[at] = static_cast<char>(random.bounded(256));
                    break;
                case 1:
                    text.remove(at, random.bounded(1, 40));
                    break;
                default:
                    text.insert(at, text.mid(random.bounded(text.size()), random.bounded(1, 40)));
                }
            }
            const auto json = parseStrictJson(text);
            if (!json) {
                continue;
            }
            const auto read = fromJson<CompanySnapshot>(json.value());
            if (read) {
                ++accepted;
                QVERIFY(roundTrips(read.value()));
            }
        }
        QVERIFY(accepted < 4000);
    }

    void moreAccountsThanOnePortalMayReport_areRead()
    {
        CompanySnapshot large = samples::snapshot();
        large.accounts = QList<PortalAccount>(100'001, samples::account());
        QVERIFY(fromJson<CompanySnapshot>(toJson(large)).ok());
    }

    void moreAccountsThanACompanyCanHave_areNotRead()
    {
        SnapshotDelta delta{
            QStringLiteral("\"7-a-b\""), samples::snapshot(), {}, {}, static_cast<int>(limits::accounts)};
        QVERIFY(roundTrips(delta));
        ++delta.accounts;
        QVERIFY(!fromJson<SnapshotDelta>(toJson(delta)).ok());
    }
};

QTEST_GUILESS_MAIN(ModelJsonTest)
#include "ModelJsonTest.moc"
