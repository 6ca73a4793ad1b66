// SPDX-License-Identifier: MIT
#include "core/findings/AccountHistory.h"

#include <QTest>

#include <algorithm>

using namespace proconnect;
using namespace Qt::StringLiterals;
using Kind = AccountEvent::Kind;

class AccountHistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void historyOf_nothingKnown_isEmpty();
    void historyOf_account_tellsTheLatestFirst();
    void historyOf_requests_areTheHoldersOnThePortal();
    void historyOf_requestStates_data();
    void historyOf_requestStates();
    void historyOf_closings_data();
    void historyOf_closings();
    void historyOf_wayOut_isTheNewcomersOwn();
    void historyOf_hourNearMidnight_isOfTheDayInParis();
};

namespace {

QDateTime at(int day, int hour)
{
    return {{2026, 11, day}, {hour, 0}, Qt::UTC};
}

PortalAccount maudes()
{
    PortalAccount account;
    account.id = u"impots:1"_s;
    account.portal = u"impots"_s;
    account.email = u"maude@fabre.example"_s;
    return account;
}

AccessRequest requestOfMaude(RequestState state)
{
    AccessRequest request;
    request.id = u"PC-2026-000001"_s;
    request.portal = u"impots"_s;
    request.email = u" Maude@Fabre.example"_s;
    request.state = state;
    request.receivedAt = at(2, 9);
    request.decidedAt = at(3, 9);
    request.decidedBy = u"Claire Fabre"_s;
    return request;
}

Departure departureWith(const QString& account, DepartureStepState state)
{
    DepartureStep step;
    step.account = account;
    step.portal = u"impots"_s;
    step.state = state;
    step.at = at(11, 9);
    Departure departure;
    departure.startedBy = u"Claire Fabre"_s;
    departure.startedAt = at(10, 9);
    departure.steps = {step};
    return departure;
}

QList<Kind> kindsOf(const QList<AccountEvent>& events)
{
    QList<Kind> kinds;
    std::transform(events.begin(), events.end(), std::back_inserter(kinds),
                   [](const AccountEvent& event) { return event.kind; });
    return kinds;
}

} // namespace

void AccountHistoryTest::historyOf_nothingKnown_isEmpty()
{
    CompanySnapshot company;
    company.departures = {departureWith(u"impots:2"_s, DepartureStepState::Confirmed)};
    company.setAside = {{u"impots:2"_s, FindingKind::Shared, {}, {}, {}, at(1, 1)}};
    QCOMPARE(historyOf(company, maudes()), QList<AccountEvent>());
}

void AccountHistoryTest::historyOf_account_tellsTheLatestFirst()
{
    PortalAccount account = maudes();
    account.createdOn = QDate(2020, 3, 1);
    account.certifiedAt = at(5, 8);
    account.lastUsedAt = at(5, 7);
    account.holderLeftOn = QDate(2026, 11, 6);
    account.substitution = Substitution{u"impots:9"_s, {}, u"Claire Fabre"_s, at(7, 9)};
    CompanySnapshot company;
    company.setAside = {{account.id, FindingKind::Idle, u"congé"_s, {2027, 1, 1}, u"Paul"_s, at(8, 9)}};
    const auto events = historyOf(company, account);
    QCOMPARE(kindsOf(events), (QList{Kind::SetAside, Kind::SuccessorNamed, Kind::HolderLeft, Kind::Certified,
                                     Kind::LastUsed, Kind::Opened}));
    QCOMPARE(events.first().finding, FindingKind::Idle);
    QCOMPARE(events.first().by, u"Paul"_s);
    QCOMPARE(events.at(1).by, u"Claire Fabre"_s);
    QCOMPARE(events.last().day, QDate(2020, 3, 1));
    QVERIFY(!events.last().at);
}

void AccountHistoryTest::historyOf_requests_areTheHoldersOnThePortal()
{
    CompanySnapshot company;
    company.requests = {requestOfMaude(RequestState::Accepted)};
    const auto events = historyOf(company, maudes());
    QCOMPARE(kindsOf(events), (QList{Kind::RequestAccepted, Kind::RequestReceived}));
    QCOMPARE(events.first().by, u"Claire Fabre"_s);
    QCOMPARE(events.first().what, u"PC-2026-000001"_s);

    company.requests.first().portal = u"urssaf"_s;
    QCOMPARE(historyOf(company, maudes()).size(), 0);
    company.requests = {requestOfMaude(RequestState::Accepted)};
    company.requests.first().email = u"paul@fabre.example"_s;
    QCOMPARE(historyOf(company, maudes()).size(), 0);

    // No address: nobody's requests are this account's.
    company.requests.first().email.clear();
    PortalAccount nameless = maudes();
    nameless.email.clear();
    QCOMPARE(historyOf(company, nameless).size(), 0);
}

void AccountHistoryTest::historyOf_requestStates_data()
{
    QTest::addColumn<RequestState>("state");
    QTest::addColumn<QList<Kind>>("kinds");
    QTest::newRow("waiting") << RequestState::Waiting << QList{Kind::RequestReceived};
    QTest::newRow("in part") << RequestState::AcceptedWithLimits
                             << QList{Kind::RequestAcceptedInPart, Kind::RequestReceived};
    QTest::newRow("refused") << RequestState::Refused << QList{Kind::RequestRefused, Kind::RequestReceived};
    QTest::newRow("withdrawn") << RequestState::Withdrawn
                               << QList{Kind::RequestWithdrawn, Kind::RequestReceived};
    QTest::newRow("expired") << RequestState::Expired << QList{Kind::RequestExpired, Kind::RequestReceived};
}

void AccountHistoryTest::historyOf_requestStates()
{
    QFETCH(RequestState, state);
    QFETCH(QList<Kind>, kinds);
    CompanySnapshot company;
    company.requests = {requestOfMaude(state)};
    QCOMPARE(kindsOf(historyOf(company, maudes())), kinds);
}

void AccountHistoryTest::historyOf_closings_data()
{
    QTest::addColumn<DepartureStepState>("state");
    QTest::addColumn<QList<Kind>>("kinds");
    using State = DepartureStepState;
    QTest::newRow("to do") << State::ToDo << QList{Kind::ClosingDecided};
    QTest::newRow("waits") << State::ReplacementNeeded << QList{Kind::ClosingDecided};
    QTest::newRow("asked") << State::Requested << QList{Kind::ClosingAsked, Kind::ClosingDecided};
    QTest::newRow("letter") << State::Manual << QList{Kind::ClosingAsked, Kind::ClosingDecided};
    QTest::newRow("closed") << State::Confirmed << QList{Kind::Closed, Kind::ClosingDecided};
    QTest::newRow("declared") << State::DeclaredDone << QList{Kind::DeclaredClosed, Kind::ClosingDecided};
    QTest::newRow("failed") << State::Failed << QList{Kind::ClosingFailed, Kind::ClosingDecided};
    QTest::newRow("stopped") << State::NotNeeded << QList<Kind>();
}

void AccountHistoryTest::historyOf_closings()
{
    QFETCH(DepartureStepState, state);
    QFETCH(QList<Kind>, kinds);
    CompanySnapshot company;
    company.departures = {departureWith(maudes().id, state)};
    QCOMPARE(kindsOf(historyOf(company, maudes())), kinds);

    if (state == DepartureStepState::Confirmed) {
        company.departures.first().steps.first().restoredAt = at(12, 9);
        QCOMPARE(kindsOf(historyOf(company, maudes())).first(), Kind::Restored);
    }
    company.waysOut = company.departures;
    company.departures.clear();
    QCOMPARE(kindsOf(historyOf(company, maudes())).last(kinds.size()), kinds);
}

void AccountHistoryTest::historyOf_wayOut_isTheNewcomersOwn()
{
    CompanySnapshot company;
    company.waysOut = {departureWith(u"impots:shared"_s, DepartureStepState::ToDo)};
    NewcomerProgress maude{{u"Maude"_s, u"maude@fabre.example"_s, {}, {}}, NewcomerState::Taken};
    company.waysOut.first().newcomers = {maude};
    const auto events = historyOf(company, maudes());
    QCOMPARE(kindsOf(events), QList{Kind::InsteadOfShared});
    QCOMPARE(events.first().by, u"Claire Fabre"_s);

    company.waysOut.first().newcomers.first().state = NewcomerState::Present; // they had one before
    QCOMPARE(historyOf(company, maudes()).size(), 0);
    company.waysOut.first().newcomers = {maude};
    company.waysOut.first().steps.first().portal = u"urssaf"_s;
    QCOMPARE(historyOf(company, maudes()).size(), 0);
}

void AccountHistoryTest::historyOf_hourNearMidnight_isOfTheDayInParis()
{
    PortalAccount account = maudes();
    account.lastUsedAt = at(5, 23);
    QCOMPARE(historyOf({}, account).first().day, QDate(2026, 11, 6));
}

QTEST_GUILESS_MAIN(AccountHistoryTest)
#include "AccountHistoryTest.moc"
