// SPDX-License-Identifier: MIT
#include "core/model/DelegationScope.h"

#include <QTest>

using namespace proconnect;

namespace {

const QString lyon = QStringLiteral("00005826300013");
const QString brest = QStringLiteral("00005826300021");

QDateTime now()
{
    return QDateTime(QDate(2026, 11, 23), QTime(8, 0), Qt::UTC);
}

/// Over Lyon on two portals, both powers, no ceiling.
Delegation delegation(DelegationState state = DelegationState::Active)
{
    Delegation result;
    result.terms.powers = {DelegationPower::SeeAccounts, DelegationPower::AnswerRequests};
    result.terms.portals = {QStringLiteral("urssaf"), QStringLiteral("asp")};
    result.terms.sirets = {lyon};
    result.terms.ceiling = DelegationCeiling::None;
    result.terms.start = QDate(2026, 11, 1);
    result.terms.end = QDate(2026, 12, 31);
    result.state = state;
    result.answerBy = now().addDays(5);
    return result;
}

AccessRequest request(const QStringList& sirets = {lyon}, const QString& portal = QStringLiteral("urssaf"))
{
    AccessRequest result;
    result.portal = portal;
    result.sirets = sirets;
    return result;
}

PortalAccount account(const QStringList& sirets = {lyon}, const QString& portal = QStringLiteral("asp"))
{
    PortalAccount result;
    result.portal = portal;
    result.sirets = sirets;
    return result;
}

} // namespace

/// What a delegation reaches: portals, establishments, powers, ceiling, time.
class DelegationScopeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void covers_places()
    {
        const auto terms = delegation().terms;
        QVERIFY(covers(terms, QStringLiteral("urssaf"), {lyon}));
        QVERIFY(!covers(terms, QStringLiteral("impots"), {lyon}));
        QVERIFY(!covers(terms, QStringLiteral("urssaf"), {brest}));
        QVERIFY(!covers(terms, QStringLiteral("urssaf"), {lyon, brest}));
        // Nothing named means the whole company.
        QVERIFY(!covers(terms, QStringLiteral("urssaf"), {}));
        auto whole = terms;
        whole.sirets.clear();
        QVERIFY(covers(whole, QStringLiteral("urssaf"), {}));
        QVERIFY(covers(whole, QStringLiteral("urssaf"), {lyon, brest}));
        QVERIFY(!covers(whole, QStringLiteral("impots"), {}));
    }

    void rights_eachState_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("reads");
        QTest::addColumn<bool>("answers");
        const auto row = [](const char* name, DelegationState state, bool reads, bool answers) {
            QTest::newRow(name) << static_cast<int>(state) << reads << answers;
        };
        row("proposed", DelegationState::Proposed, false, false);
        row("scheduled, begun", DelegationState::Scheduled, true, true);
        row("active", DelegationState::Active, true, true);
        row("suspended", DelegationState::Suspended, false, false);
        row("to confirm", DelegationState::ToConfirm, true, false);
        row("declined", DelegationState::Declined, false, false);
        row("expired", DelegationState::Expired, false, false);
        row("revoked", DelegationState::Revoked, false, false);
        row("renounced", DelegationState::Renounced, false, false);
        row("lapsed", DelegationState::Lapsed, false, false);
    }
    void rights_eachState()
    {
        QFETCH(int, state);
        const Delegation subject = delegation(static_cast<DelegationState>(state));
        QTEST(mayRead(subject, now()), "reads");
        QTEST(maySee(subject, request(), now()), "reads");
        QTEST(maySee(subject, account(), now()), "reads");
        QTEST(mayAnswer(subject, request(), now()), "answers");
    }

    void rights_time_isReckonedWith()
    {
        Delegation subject = delegation();
        QVERIFY(!mayRead(subject, now().addDays(60)));
        subject.state = DelegationState::Scheduled;
        QVERIFY(!mayRead(subject, now().addDays(-30)));
        subject.state = DelegationState::ToConfirm;
        QVERIFY(!mayRead(subject, now().addDays(6)));
        // Waiting for a successor never gives more than there was.
        QVERIFY(!mayRead(subject, now().addDays(-30)));
        subject.suspendedAt = now().addDays(-1);
        QVERIFY(!mayRead(subject, now()));
    }

    void rights_withoutThePower_areNotThere()
    {
        Delegation subject = delegation();
        subject.terms.powers = {DelegationPower::SeeAccounts};
        QVERIFY(maySee(subject, account(), now()));
        QVERIFY(!maySee(subject, request(), now()));
        QVERIFY(!mayAnswer(subject, request(), now()));
        subject.terms.powers = {DelegationPower::AnswerRequests};
        QVERIFY(!maySee(subject, account(), now()));
        QVERIFY(mayAnswer(subject, request(), now()));
    }

    void rights_outOfScope_areNotThere()
    {
        const Delegation subject = delegation();
        QVERIFY(!maySee(subject, request({brest}), now()));
        QVERIFY(!maySee(subject, account({}), now()));
        QVERIFY(!mayAnswer(subject, request({lyon}, QStringLiteral("impots")), now()));
    }

    void mayAnswer_ceiling_data()
    {
        QTest::addColumn<int>("ceiling");
        QTest::addColumn<bool>("plain");
        QTest::addColumn<bool>("payment");
        QTest::addColumn<bool>("administrator");
        const auto row = [](const char* name, DelegationCeiling ceiling, bool plain, bool payment,
                            bool administrator) {
            QTest::newRow(name) << static_cast<int>(ceiling) << plain << payment << administrator;
        };
        row("none", DelegationCeiling::None, true, true, true);
        row("no administrator", DelegationCeiling::NoAdministrator, true, true, false);
        row("nor payment", DelegationCeiling::NoAdministratorNorPayment, true, false, false);
        row("read only", DelegationCeiling::ReadOnly, false, false, false);
    }
    void mayAnswer_ceiling()
    {
        QFETCH(int, ceiling);
        Delegation subject = delegation();
        subject.terms.ceiling = static_cast<DelegationCeiling>(ceiling);
        AccessRequest paying = request();
        paying.rights = {{QStringLiteral("LIRE"), {}, false}, {QStringLiteral("PAYER"), {}, true}};
        AccessRequest administering = request();
        administering.administratorRole = true;
        QTEST(mayAnswer(subject, request(), now()), "plain");
        QTEST(mayAnswer(subject, paying, now()), "payment");
        QTEST(mayAnswer(subject, administering, now()), "administrator");
        QVERIFY(maySee(subject, administering, now()));
    }
};

QTEST_APPLESS_MAIN(DelegationScopeTest)
#include "DelegationScopeTest.moc"
