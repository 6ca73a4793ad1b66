// SPDX-License-Identifier: MIT
#include "ui/models/CompanySummary.h"

#include "tests/ui/fakes/SampleDepartures.h"
#include "ui/text/Language.h"

#include <QtTest>

namespace proconnect::ui {

class CompanySummaryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_language.use(QStringLiteral("fr"));
        m_snapshot = tests::demonstrationSnapshot();
    }

    void watch_demonstration_threeAtMostWorstFirst();
    void watch_oneLeaver_isNamed();
    void watch_unfinishedDeparture_comesFirst_andIsNotToldTwice();
    void watch_manyUnfinishedDepartures_areOneLine();
    void watch_setAside_isSilentUntilThatDay();
    void watch_nothing_isEmpty();
    void watch_emailChangeUnderWay_isSilent();
    void watch_delegateWhoMaySeeNoEmail_isNotToldThatItIsMissing();
    void portals_silentPortal_hasNoCount();
    void portals_demonstration_countsSharedAccounts();
    void events_demonstration_areSentences();
    void events_ofDelegations_nameTheDelegate_data();
    void events_ofDelegations_nameTheDelegate();
    void events_ofWaysOut_nameTheAccount_data();
    void events_ofWaysOut_nameTheAccount();
    void events_changedContactEmail_sayWhoChangedIt();

private:
    [[nodiscard]] CompanySummary summary() const
    {
        return CompanySummary({CompanyText(m_snapshot), DateText(tests::demonstrationNow())});
    }

    Language m_language;
    CompanySnapshot m_snapshot;
};

void CompanySummaryTest::watch_demonstration_threeAtMostWorstFirst()
{
    const auto items = summary().watch(3);
    QCOMPARE(items.size(), 3);
    QCOMPARE(items.at(0).kind, WatchItem::Kind::Departures);
    QCOMPARE(items.at(0).title, QStringLiteral("Quatre personnes parties ont encore 6\u00a0comptes ouverts"));
    QCOMPARE(items.at(0).body, QStringLiteral("2\u00a0comptes ont servi après le départ."));
    QCOMPARE(items.at(1).kind, WatchItem::Kind::ContactEmail);
    QCOMPARE(items.at(2).kind, WatchItem::Kind::Administrators);
    QCOMPARE(items.at(2).title, QStringLiteral("2\u00a0accès n’ont plus d’administrateur en poste"));
    QCOMPARE(items.at(2).filter, AccountFilter::Administrators);
}

void CompanySummaryTest::watch_oneLeaver_isNamed()
{
    for (PortalAccount& account : m_snapshot.accounts.changeable()) {
        if (account.holderName != QLatin1String("Julie Perrin")) {
            account.holderLeftOn.reset();
        }
    }
    const WatchItem item = summary().watch(3).first();
    QVERIFY(item.title.contains(QStringLiteral("Julie Perrin")));
    QCOMPARE(item.search, QStringLiteral("Julie Perrin"));
    QCOMPARE(item.action, qtTrId("home.watch.left.act"));
    QCOMPARE(item.departure, QStringLiteral("person:impots:IMP-f623cc71"));
}

void CompanySummaryTest::watch_manyUnfinishedDepartures_areOneLine()
{
    const QList<WatchItem> without = summary().watch(2);
    QCOMPARE(without.size(), 2);
    Departure departure = tests::sampleDeparture({DepartureStepState::Confirmed, DepartureStepState::Failed});
    departure.steps[0].account.clear();
    departure.steps[1].account.clear();
    m_snapshot.departures = {departure, departure};
    m_snapshot.departures[1].id = QStringLiteral("another");
    QCOMPARE(summary().watch(9).at(1).departure, QStringLiteral("departure:another"));
    m_snapshot.departures += departure;
    m_snapshot.departures += departure;
    m_snapshot.departures[3].state = DepartureState::Closed;
    const QList<WatchItem> items = summary().watch(3);
    QCOMPARE(items.at(0).title, QStringLiteral("3 départs en cours"));
    QCOMPARE(items.at(0).body, QStringLiteral("3 comptes fermés sur 6, 3 échecs."));
    QCOMPARE(items.at(0).departure, QStringLiteral("unfinished"));
    QCOMPARE(items.mid(1), without);
}

void CompanySummaryTest::watch_unfinishedDeparture_comesFirst_andIsNotToldTwice()
{
    for (PortalAccount& account : m_snapshot.accounts.changeable()) {
        if (account.holderName != QLatin1String("Julie Perrin")) {
            account.holderLeftOn.reset();
        }
    }
    Departure departure = tests::sampleDeparture({DepartureStepState::Confirmed});
    departure.person = QStringLiteral("Julie Perrin");
    departure.steps +=
        tests::sampleStep(QStringLiteral("impots:IMP-f623cc71"), DepartureStepState::Requested);
    m_snapshot.departures = {departure};
    const auto items = summary().watch(9);
    QCOMPARE(items.first().kind, WatchItem::Kind::Unfinished);
    QVERIFY(items.first().title.contains(QStringLiteral("Julie Perrin")));
    QCOMPARE(items.first().departure, QStringLiteral("departure:") + departure.id);
    QVERIFY(std::none_of(items.cbegin(), items.cend(),
                         [](const WatchItem& item) { return item.kind == WatchItem::Kind::Departures; }));
    m_snapshot.departures[0].state = DepartureState::Closed;
    QCOMPARE(summary().watch(9).first().kind, WatchItem::Kind::Departures);
}

void CompanySummaryTest::watch_setAside_isSilentUntilThatDay()
{
    const auto shared = [this] {
        const auto items = summary().watch(9);
        return std::any_of(items.cbegin(), items.cend(),
                           [](const WatchItem& item) { return item.kind == WatchItem::Kind::Shared; });
    };
    QVERIFY(shared());
    for (const PortalAccount& account : std::as_const(m_snapshot.accounts)) {
        m_snapshot.setAside +=
            {account.id, FindingKind::Shared, QStringLiteral("Poste d’accueil"), QDate(2026, 11, 23)};
    }
    QVERIFY(!shared());
    for (SetAside& one : m_snapshot.setAside) {
        one.until = QDate(2026, 11, 22);
    }
    QVERIFY(shared());
}

void CompanySummaryTest::watch_nothing_isEmpty()
{
    m_snapshot.accounts.clear();
    m_snapshot.contactEmail.state = EmailState::RecordedInSirene;
    QVERIFY(summary().watch(3).isEmpty());
}

void CompanySummaryTest::watch_emailChangeUnderWay_isSilent()
{
    m_snapshot.contactEmail.pendingAddress = QStringLiteral("direction@fabre-filles.example");
    m_snapshot.contactEmail.pendingState = EmailState::Verified;
    for (const WatchItem& item : summary().watch(3)) {
        QVERIFY(item.kind != WatchItem::Kind::ContactEmail);
    }
}

void CompanySummaryTest::watch_delegateWhoMaySeeNoEmail_isNotToldThatItIsMissing()
{
    const auto emails = [this] {
        const auto items = summary().watch(9);
        return std::count_if(items.cbegin(), items.cend(), [](const WatchItem& item) {
            return item.kind == WatchItem::Kind::ContactEmail;
        });
    };
    m_snapshot.contactEmail = {};
    QCOMPARE(emails(), 1);
    m_snapshot.company.function.clear();
    QCOMPARE(emails(), 0);
}

void CompanySummaryTest::portals_silentPortal_hasNoCount()
{
    m_snapshot.sources.clear();
    for (const PortalCount& portal : summary().portals()) {
        QVERIFY(!portal.known);
    }
}

void CompanySummaryTest::portals_demonstration_countsSharedAccounts()
{
    const auto portals = summary().portals();
    QCOMPARE(portals.size(), 7);
    QCOMPARE(portals.first().name, QStringLiteral("impots.gouv.fr"));
    QCOMPARE(portals.first().open, 3);
    int shared = 0;
    for (const PortalCount& portal : portals) {
        shared += portal.shared;
    }
    QCOMPARE(shared, 2);
    QCOMPARE(summary().openAccounts(), 20);
}

void CompanySummaryTest::events_changedContactEmail_sayWhoChangedIt()
{
    m_snapshot.journal.prepend({99,
                                m_snapshot.asOf,
                                QStringLiteral("contactEmail.recorded"),
                                {},
                                QStringLiteral("Claire Fabre"),
                                {}});
    QCOMPARE(summary().events(1).constFirst().text,
             QStringLiteral("Claire Fabre a changé l’e\u2011mail de contact"));
    m_snapshot.journal.first().kind = QStringLiteral("contactEmail.unreachable");
    QCOMPARE(summary().events(1).constFirst().text,
             QStringLiteral("L’e\u2011mail de contact ne reçoit plus nos messages"));
}

void CompanySummaryTest::events_demonstration_areSentences()
{
    const auto events = summary().events(3);
    QCOMPARE(events.size(), 3);
    QCOMPARE(events.first().when, QStringLiteral("07:40"));
    QCOMPARE(events.first().text, QStringLiteral("Nouvelle demande de Kevin Lambert sur impots.gouv.fr"));
}

void CompanySummaryTest::events_ofDelegations_nameTheDelegate_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("word");
    const auto row = [](const char* kind, const char16_t* word) {
        QTest::newRow(kind) << QLatin1String("delegation.") + QLatin1String(kind) << QString::fromUtf16(word);
    };
    row("proposed", u"proposée");
    row("takenUp", u"accepté");
    row("declined", u"décliné");
    row("renounced", u"renoncé");
    row("suspended", u"suspendue");
    row("resumed", u"rétablie");
    row("revoked", u"retirée");
    row("confirmed", u"confirmée");
    row("started", u"commencé");
    row("expired", u"fin");
    row("lapsed", u"caduque");
    row("mandateEnded", u"attend");
    row("stranger", u"autre personne");
}

void CompanySummaryTest::events_ofDelegations_nameTheDelegate()
{
    QFETCH(QString, kind);
    QFETCH(QString, word);
    m_snapshot.journal = {{1, tests::demonstrationNow(), kind, QStringLiteral("Nadia Ferrand"), {}, {}}};
    const QString text = summary().events(1).first().text;
    QVERIFY2(text.contains(word) && text.contains(QStringLiteral("Nadia Ferrand")), qPrintable(text));
}

void CompanySummaryTest::events_ofWaysOut_nameTheAccount_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("word");
    const auto row = [](const char* kind, const char16_t* word) {
        QTest::newRow(kind) << QLatin1String("wayOut.") + QLatin1String(kind) << QString::fromUtf16(word);
    };
    row("started", u"un compte à chacun");
    row("stopped", u"garde ouvert");
    row("closed", u"Chacun a son compte");
    row("gone", u"hors de ProConnect");
    row("mandateEnded", u"reste ouvert");
    row("putOff", u"attend");
}

void CompanySummaryTest::events_ofWaysOut_nameTheAccount()
{
    QFETCH(QString, kind);
    QFETCH(QString, word);
    m_snapshot.journal = {
        {1, tests::demonstrationNow(), kind, QStringLiteral("compta@fabre-filles.example"), {}, {}}};
    const QString text = summary().events(1).first().text;
    QVERIFY2(text.contains(word) && text.contains(QStringLiteral("compta@fabre-filles.example")),
             qPrintable(text));
}

} // namespace proconnect::ui

QTEST_GUILESS_MAIN(proconnect::ui::CompanySummaryTest)
#include "CompanySummaryTest.moc"
