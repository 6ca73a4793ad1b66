// SPDX-License-Identifier: MIT
#include "service/snapshot/SentAccounts.h"

#include "core/protocol/ModelJson.h"
#include "core/sync/SnapshotPatch.h"

#include <QTest>

#include <random>

using namespace proconnect;
using namespace proconnect::service;

namespace {

CompanySnapshot company(int accounts)
{
    CompanySnapshot snapshot;
    snapshot.asOf = QDateTime(QDate(2026, 11, 23), QTime(8, 0), Qt::UTC);
    snapshot.company.siren = QStringLiteral("000058263");
    snapshot.company.verifiedAt = snapshot.asOf;
    for (int i = 0; i < accounts; ++i) {
        PortalAccount account;
        account.id = QStringLiteral("impots:%1").arg(i);
        account.portal = QStringLiteral("impots");
        snapshot.accounts.append(account);
    }
    return snapshot;
}

/// What a reader of `before` makes of what is sent; nothing when all is sent.
std::optional<CompanySnapshot> received(const CompanySnapshot& before, const CompanySnapshot& after)
{
    auto delta = deltaOf(printsOf(before.accounts), printsOf(after.accounts), after);
    if (!delta) {
        return std::nullopt;
    }
    delta->base = QStringLiteral("\"1-a-b\"");
    auto read = fromJson<SnapshotDelta>(toJson(*delta));
    return read ? patched(before.accounts, std::move(read).value()) : std::nullopt;
}

} // namespace

class SentAccountsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void delta_ofAnyChange_leadsToWhatIs()
    {
        std::mt19937 random(20261123);
        const auto below = [&random](qsizetype end) {
            return static_cast<int>(random() % static_cast<unsigned>(end));
        };
        int sent = 0;
        for (int round = 0; round < 300; ++round) {
            const CompanySnapshot before = company(400);
            CompanySnapshot after = before;
            ++after.cursor;
            for (int change = below(30); change >= 0; --change) {
                AccountList& accounts = after.accounts;
                const int place = below(accounts.size());
                PortalAccount other = accounts.at(place);
                switch (below(4)) {
                case 0:
                    accounts[place].holderName = QString::number(below(1000));
                    break;
                case 1:
                    accounts.removeAt(place);
                    break;
                case 2:
                    other.id += QStringLiteral("-%1").arg(change);
                    accounts.insert(below(accounts.size() + 1), other);
                    break;
                default: // to another place, not far
                    accounts.move(place, qMin(accounts.size() - 1, place + qsizetype{below(5)}));
                }
            }
            const auto read = received(before, after);
            QVERIFY(!read || *read == after);
            sent += read ? 1 : 0;
        }
        QVERIFY2(sent > 250, qPrintable(QString::number(sent)));
    }

    void delta_oneAccount_holdsThatOneOnly()
    {
        const CompanySnapshot before = company(400);
        CompanySnapshot after = before;
        after.accounts[17].holderName = QStringLiteral("Claire Fabre");
        const auto delta = deltaOf(printsOf(before.accounts), printsOf(after.accounts), after);
        QVERIFY(delta);
        QCOMPARE(delta->snapshot.accounts, AccountList{after.accounts.at(17)});
        QCOMPARE(delta->gone, QList{17});
        QCOMPARE(delta->fresh, QList{17});
        QCOMPARE(delta->accounts, 400);
    }

    void delta_ofMostAccounts_isNotWorthIt()
    {
        const CompanySnapshot before = company(400);
        CompanySnapshot after = before;
        for (int i = 0; i < 200; ++i) {
            after.accounts[i].holderName = QStringLiteral("Claire Fabre");
        }
        QVERIFY(!received(before, after));
    }

    void remembered_underItsTagAndCompany()
    {
        SentAccounts sent;
        const AccountPrints prints = printsOf(company(3).accounts);
        sent.remember(QStringLiteral("000058263"), "\"1\"", prints);
        QCOMPARE(sent.find(QStringLiteral("000058263"), "\"1\"").value(), prints);
        QVERIFY(!sent.find(QStringLiteral("000058263"), "\"2\""));
        QVERIFY(!sent.find(QStringLiteral("732829320"), "\"1\""));
    }

    void remembered_tooMuch_whatWasNotAskedForLongestGoes()
    {
        SentAccounts sent;
        const QString siren = QStringLiteral("000058263");
        const AccountPrints many(SentAccounts::most / 2, Fingerprint{});
        sent.remember(siren, "\"1\"", many);
        sent.remember(siren, "\"2\"", many);
        QVERIFY(sent.find(siren, "\"1\""));
        sent.remember(siren, "\"3\"", many);
        QVERIFY(sent.find(siren, "\"1\""));
        QVERIFY(!sent.find(siren, "\"2\""));
        QVERIFY(sent.find(siren, "\"3\""));
        sent.remember(siren, "\"3\"", {});
        QCOMPARE(sent.find(siren, "\"3\"").value(), AccountPrints());
        sent.remember(siren, "\"4\"", AccountPrints(SentAccounts::most + 1, Fingerprint{}));
        QVERIFY(!sent.find(siren, "\"4\""));
        QVERIFY(sent.find(siren, "\"1\""));
    }
};

QTEST_GUILESS_MAIN(SentAccountsTest)
#include "SentAccountsTest.moc"
