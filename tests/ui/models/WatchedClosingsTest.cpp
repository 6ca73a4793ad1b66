// SPDX-License-Identifier: MIT
#include "tests/ui/fakes/SampleDepartures.h"
#include "ui/models/CompanySummary.h"
#include "ui/text/Language.h"

#include <QtTest>

namespace proconnect::ui {

/// of what was decided, that which does not go on without the company.
class WatchedClosingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_language.use(QStringLiteral("fr"));
        m_snapshot = tests::demonstrationSnapshot();
    }

    void replacement_thatNeedsTheCompany_comesFirstWithItsNextStep_data()
    {
        QTest::addColumn<DepartureStepState>("state");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("action");
        QTest::newRow("letter") << DepartureStepState::Manual << QStringLiteral("sur courrier")
                                << QStringLiteral("Préparer la lettre");
        QTest::newRow("failed") << DepartureStepState::Failed << QStringLiteral("Compte verrouillé")
                                << QStringLiteral("Choisir la suite");
        QTest::newRow("late") << DepartureStepState::Requested << QStringLiteral("tarde à répondre")
                              << QStringLiteral("Voir où on en est");
        QTest::newRow("mandate") << DepartureStepState::ReplacementNeeded
                                 << QStringLiteral("mandat de qui l’a décidée")
                                 << QStringLiteral("Voir où on en est");
    }
    void replacement_thatNeedsTheCompany_comesFirstWithItsNextStep()
    {
        QFETCH(DepartureStepState, state);
        QFETCH(QString, words);
        QFETCH(QString, action);
        if (state == DepartureStepState::ReplacementNeeded) {
            addWorkingAccount(); // the closing is asked for once it is there
        }
        m_snapshot.waysOut = {stuck(state)};
        const WatchItem item = watch().constFirst();
        QCOMPARE(item.kind, WatchItem::Kind::Replaced);
        QCOMPARE(item.title, QStringLiteral("Karim Haddad remplace Julie Perrin\u00a0: l’ancien compte n’est "
                                            "pas encore fermé"));
        QVERIFY2(item.body.contains(words), qPrintable(item.body));
        QCOMPARE(item.action, action);
        QCOMPARE(item.request, QStringLiteral("PC-2026-001021"));
    }

    void replacement_thatGoesOn_orIsOver_isSilent_data()
    {
        QTest::addColumn<DepartureStepState>("state");
        QTest::newRow("waits") << DepartureStepState::ReplacementNeeded;
        QTest::newRow("requested") << DepartureStepState::Requested;
        QTest::newRow("closed") << DepartureStepState::Confirmed;
        QTest::newRow("declared") << DepartureStepState::DeclaredDone;
        QTest::newRow("gone") << DepartureStepState::NotNeeded;
    }
    void replacement_thatGoesOn_orIsOver_isSilent()
    {
        QFETCH(DepartureStepState, state);
        Departure one = tests::sampleReplacement(state);
        one.newcomers.first().state = NewcomerState::Requested;
        m_snapshot.waysOut = {one};
        QVERIFY(replaced().isEmpty());
    }

    void replacement_thatWaitsForAWeek_isNoLongerSilent()
    {
        Departure one = tests::sampleReplacement(DepartureStepState::ReplacementNeeded);
        one.startedAt = m_snapshot.asOf.addDays(-7).addSecs(1);
        m_snapshot.waysOut = {one};
        QVERIFY(replaced().isEmpty());
        m_snapshot.waysOut.first().startedAt = m_snapshot.asOf.addDays(-7);
        QCOMPARE(replaced().size(), 1);
        QCOMPARE(replaced().constFirst().action, QStringLiteral("Voir où on en est"));
    }

    void registerThatDoesNotAnswer_isWaitedForInSilence()
    {
        Departure one = tests::sampleReplacement(DepartureStepState::ReplacementNeeded);
        one.putOff = DeparturePutOff::RegisterUnavailable;
        m_snapshot.waysOut = {one};
        QVERIFY(replaced().isEmpty());
    }

    void portalsWords_withAStopOfTheirOwn_areQuotedWithOne()
    {
        m_snapshot.waysOut = {stuck(DepartureStepState::Failed)};
        m_snapshot.waysOut.first().steps.first().portalMessage = QStringLiteral("Compte verrouillé.");
        const QString body = watch().constFirst().body;
        QVERIFY2(body.endsWith(QStringLiteral("«\u00a0Compte verrouillé\u00a0».")), qPrintable(body));
    }

    void several_areOneLine_thatStartsWithTheMostUrgent()
    {
        m_snapshot.waysOut = {stuck(DepartureStepState::Requested), stuck(DepartureStepState::Manual),
                              stuck(DepartureStepState::Failed)};
        m_snapshot.waysOut[2].person = QStringLiteral("Paul Roux");
        const QList<WatchItem> items = replaced();
        QCOMPARE(items.size(), 1);
        QCOMPARE(items.constFirst().title, QStringLiteral("3 comptes remplacés ne sont pas encore fermés"));
        QVERIFY(items.constFirst().body.contains(QStringLiteral("Paul Roux")));
        QCOMPARE(items.constFirst().action, QStringLiteral("Commencer par celui-là"));
    }

    void besidesDepartures_roomIsLeftForOneMoreLine()
    {
        const Departure leaving = tests::sampleDeparture({DepartureStepState::Failed});
        m_snapshot.departures = {leaving, leaving};
        m_snapshot.waysOut = {stuck(DepartureStepState::Failed)};
        const QList<WatchItem> items = watch();
        QCOMPARE(items.at(0).kind, WatchItem::Kind::Unfinished);
        QCOMPARE(items.at(1).kind, WatchItem::Kind::Replaced);
        QVERIFY(items.at(2).kind != WatchItem::Kind::Unfinished);
    }

    void requestTooOldToBeShown_theAccountIs()
    {
        m_snapshot.requests.clear();
        m_snapshot.waysOut = {stuck(DepartureStepState::Failed)};
        QCOMPARE(watch().constFirst().request, QString());
        QCOMPARE(watch().constFirst().search, QStringLiteral("Julie Perrin"));
    }

    void delegate_isToldNothing()
    {
        m_snapshot.company.function.clear();
        m_snapshot.waysOut = {stuck(DepartureStepState::Failed)};
        QVERIFY(replaced().isEmpty());
    }

private:
    [[nodiscard]] QList<WatchItem> watch() const
    {
        return CompanySummary({CompanyText(m_snapshot), DateText(tests::demonstrationNow())}).watch(3);
    }
    [[nodiscard]] QList<WatchItem> replaced() const
    {
        QList<WatchItem> items = watch();
        items.removeIf([](const WatchItem& one) { return one.kind != WatchItem::Kind::Replaced; });
        return items;
    }
    /// Karim Haddad's own, like that which he takes over.
    void addWorkingAccount()
    {
        PortalAccount own =
            *std::find_if(m_snapshot.accounts.cbegin(), m_snapshot.accounts.cend(),
                          [](const PortalAccount& one) { return one.id == u"impots:IMP-f623cc71"; });
        own.id = QStringLiteral("impots:IMP-own");
        own.portalAccountId = QStringLiteral("IMP-own");
        own.holderName = QStringLiteral("Karim Haddad");
        own.email = QStringLiteral("karim.haddad@delorme-associes.example");
        own.holderLeftOn.reset();
        m_snapshot.accounts += own;
    }
    /// In a state of which somebody of the company has to know.
    static Departure stuck(DepartureStepState state)
    {
        Departure one = tests::sampleReplacement(state);
        one.steps.first().late = state == DepartureStepState::Requested;
        if (state == DepartureStepState::ReplacementNeeded) {
            one.putOff = DeparturePutOff::MandateToConfirm;
        }
        return one;
    }

    Language m_language;
    CompanySnapshot m_snapshot;
};

} // namespace proconnect::ui

QTEST_GUILESS_MAIN(proconnect::ui::WatchedClosingsTest)
#include "WatchedClosingsTest.moc"
