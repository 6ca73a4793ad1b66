// SPDX-License-Identifier: MIT
#include "tests/ui/accounts/SharedAccountBench.h"
#include "tests/ui/support/LayoutFaults.h"
#include "ui/accounts/NewcomerRow.h"
#include "ui/models/CompanySummary.h"
#include "ui/widgets/Avatar.h"

#include <QDateEdit>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace proconnect::tests {

/// V-34 once an account for each person was decided.
class WayOutPageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<SharedAccountBench>(); }
    void cleanup() { m_bench.reset(); }

    void underWay_saysWhatWaitsForWhat_andCanBeStopped()
    {
        m_bench->underWay(DepartureStepState::ToDo, 20);
        m_bench->openSheet();
        QVERIFY(shownText(*m_bench->sheet()).contains(QStringLiteral("Marc Noël")));
        m_bench->sheet()->reject();
        auto* following = m_bench->follow();
        QVERIFY(following);
        const QString words = shownText(*following);
        for (const QString& said : {qtTrId("shared.own.invited").arg(SharedAccountBench::portal),
                                    QStringLiteral("Dossier <b>incomplet</b>"),
                                    QStringLiteral("RC-2026-000321"), QStringLiteral("Claire Fabre")}) {
            QVERIFY2(words.contains(said), qUtf8Printable(words));
        }
        keepPicture(*following, QStringLiteral("shared-account-under-way"));
        QCOMPARE(clippedTexts(*following), QByteArray());
        QCOMPARE(namelessControls(*following), QByteArray());
        buttonNamed(*following, qtTrId("shared.stop"))->click();
        QCOMPARE(m_bench->onlyDecision().kind, DecisionKind::StopDeparture);
        QCOMPARE(m_bench->onlyDecision().target, QStringLiteral("7f3a2a56-1d5c-4a6f-9a44-3f0c3ab0c0de"));
    }

    void stopped_anewStartsFromWhatThereWas()
    {
        m_bench->underWay(DepartureStepState::ToDo, 20);
        buttonNamed(*m_bench->follow(), qtTrId("shared.stop"))->click();
        m_bench->bench.decisions.take(m_bench->bench.decisions.pending().first().decision.id,
                                      m_bench->bench.clock.now());
        m_bench->change([](CompanySnapshot& snapshot) {
            snapshot.waysOut.first().state = DepartureState::Cancelled;
            snapshot.waysOut.first().steps.first().state = DepartureStepState::NotNeeded;
            SharedAccountBench::accountOf(snapshot, SharedAccountBench::compta).state = AccountState::Active;
        });
        m_bench->openShared();
        const auto rows = m_bench->dialog()->findChildren<ui::NewcomerRow*>();
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.first()->newcomer().name, QStringLiteral("Marc Noël"));
        QCOMPARE(m_bench->dialog()->findChild<QDateEdit*>()->date(), QDate(2026, 12, 13));
    }

    void waiting_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<bool>("ready");
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("day and people") << 20 << false << QByteArrayLiteral("shared.wait.open.day");
        QTest::newRow("people") << -1 << false << QByteArrayLiteral("shared.wait.open");
        QTest::newRow("day") << 20 << true << QByteArrayLiteral("shared.wait.day");
        QTest::newRow("nothing") << -1 << true << QByteArrayLiteral("shared.wait.soon");
    }
    void waiting()
    {
        QFETCH(int, days);
        QFETCH(bool, ready);
        QFETCH(QByteArray, key);
        m_bench->underWay(DepartureStepState::ToDo, days);
        if (ready) {
            m_bench->change([](CompanySnapshot& snapshot) { makeReady(snapshot); });
        }
        m_bench->openSheet();
        const QString expected = qtTrId(key.constData()).section(QStringLiteral("%1"), 0, 0);
        const QString words = shownText(*m_bench->sheet());
        QVERIFY2(words.contains(expected), qUtf8Printable(words));
    }

    void putOff_saysWhatIsMissing_data()
    {
        QTest::addColumn<DeparturePutOff>("why");
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("register") << DeparturePutOff::RegisterUnavailable
                                  << QByteArrayLiteral("shared.wait.register");
        QTest::newRow("mandate") << DeparturePutOff::MandateToConfirm
                                 << QByteArrayLiteral("shared.wait.mandate");
    }
    void putOff_saysWhatIsMissing()
    {
        QFETCH(DeparturePutOff, why);
        QFETCH(QByteArray, key);
        m_bench->underWay(DepartureStepState::ReplacementNeeded, -1);
        m_bench->change([why](CompanySnapshot& snapshot) {
            makeReady(snapshot);
            snapshot.waysOut.first().putOff = why;
        });
        m_bench->openSheet();
        QVERIFY(shownText(*m_bench->sheet()).contains(qtTrId(key.constData())));
    }

    void moreThanDecided_saysWhat_andWhatToDo()
    {
        openedBeyond();
        auto* following = m_bench->follow();
        const QString words = shownText(*following);
        for (const QString& said :
             {QStringLiteral("Payer"), qtTrId("shared.surplus.role").arg(QStringLiteral("Administrateur")),
              qtTrId("shared.surplus.everywhere")}) {
            QVERIFY2(words.contains(said), qUtf8Printable(words));
        }
        QCOMPARE(stateOf(*following, QStringLiteral("Marc Noël")), qtTrId("shared.st.surplus"));
        // It is no matter of waiting alone, and the banner says so.
        QVERIFY(words.contains(qtTrId("shared.wait.surplus").arg(QStringLiteral("Marc Noël"))));
        QVERIFY(words.contains(qtTrId("shared.wait.people").arg(QStringLiteral("Zoé Blanc"))));
        keepPicture(*following, QStringLiteral("shared-account-surplus"));
        QCOMPARE(clippedTexts(*following), QByteArray());
        QCOMPARE(namelessControls(*following), QByteArray());
        auto* see = SharedAccountBench::linkNamed(*following, qtTrId("shared.own.see"));
        QCOMPARE(see->accessibleName(), qtTrId("shared.own.see.of").arg(QStringLiteral("Marc Noël")));
        see->click();
        settle();
        const auto sheets = m_bench->page->findChildren<ui::AccountDialog*>();
        QVERIFY(shownText(*sheets.last()).contains(QStringLiteral("marc@fabre-filles.example")));
    }

    void ownRequest_isOneClickAway()
    {
        m_bench->underWay(DepartureStepState::ReplacementNeeded, -1);
        QString request;
        m_bench->change([&request](CompanySnapshot& snapshot) {
            AccessRequest& one = snapshot.requests.first();
            one.portal = QStringLiteral("net_entreprises");
            one.email = QStringLiteral("marc@fabre-filles.example");
            one.state = RequestState::Waiting;
            request = one.id;
        });
        auto* following = m_bench->follow();
        QCOMPARE(stateOf(*following, QStringLiteral("Marc Noël")), qtTrId("shared.st.asked"));
        QSignalSpy asked(m_bench->page.get(), &ui::AccountsPage::pageRequested);
        SharedAccountBench::linkNamed(*following, qtTrId("shared.own.request"))->click();
        QCOMPARE(asked.first(), (QVariantList{QStringLiteral("requests"), request}));
    }

    void everySize_hasNoFault_data() { SharedAccountBench::everySizeRows(); }
    void everySize_hasNoFault()
    {
        m_bench->openPageAsRow();
        openedBeyond();
        auto* following = m_bench->follow();
        keepPicture(*following, QStringLiteral("way-out-") +
                                    QString::fromLatin1(QTest::currentDataTag()).section(u' ', 0, 0));
        QCOMPARE(clippedTexts(*following), QByteArray());
        QCOMPARE(layoutFaults(*following), QByteArray());
        // Words have all the room beside the initials.
        for (const ui::Avatar* avatar : following->findChildren<ui::Avatar*>()) {
            QCOMPARE(avatar->x(), 0);
        }
    }

    void lessThanDecided_saysWhat()
    {
        m_bench->underWay(DepartureStepState::ReplacementNeeded, -1);
        m_bench->change([](CompanySnapshot& snapshot) {
            makeReady(snapshot);
            snapshot.waysOut.first().newcomers[0].newcomer.rights = {QStringLiteral("DPAE")};
            SharedAccountBench::accountOf(snapshot, SharedAccountBench::haddad).rights.clear();
        });
        const QString words = shownText(*m_bench->follow());
        QVERIFY2(words.contains(qtTrId("shared.own.lacks.what")
                                    .arg(SharedAccountBench::portal,
                                         QStringLiteral("Déclaration préalable à l’embauche"))),
                 qUtf8Printable(words));
    }

    void accountThatIsNotActive_isSaidToBeNone()
    {
        m_bench->underWay(DepartureStepState::ReplacementNeeded, -1);
        m_bench->change([](CompanySnapshot& snapshot) {
            makeReady(snapshot);
            SharedAccountBench::accountOf(snapshot, SharedAccountBench::haddad).state =
                AccountState::Suspended;
        });
        auto* following = m_bench->follow();
        QVERIFY(
            shownText(*following).contains(qtTrId("shared.own.inactive").arg(SharedAccountBench::portal)));
        QCOMPARE(stateOf(*following, QStringLiteral("Karim")), qtTrId("shared.st.lacks"));
    }

    void portalWouldNotClose_isAskedAgain_orTheAccountKept()
    {
        m_bench->underWay(DepartureStepState::Failed, -1);
        m_bench->change([](CompanySnapshot& snapshot) {
            SharedAccountBench::accountOf(snapshot, SharedAccountBench::compta).state =
                AccountState::ClosureFailed;
        });
        // Nobody's account is closed again while somebody has none.
        QVERIFY(!buttonNamed(*m_bench->follow(), qtTrId("shared.again")));
        m_bench->page->findChild<ui::WayOutDialog*>()->reject();
        settle();
        m_bench->change([](CompanySnapshot& snapshot) { makeReady(snapshot); });
        auto* following = m_bench->follow();
        QVERIFY(buttonNamed(*following, qtTrId("shared.stop")));
        keepPicture(*following, QStringLiteral("shared-account-refused"));
        QCOMPARE(clippedTexts(*following), QByteArray());
        buttonNamed(*following, qtTrId("shared.again"))->click();
        QCOMPARE(m_bench->onlyDecision().kind, DecisionKind::CloseAccount);
        QCOMPARE(m_bench->onlyDecision().target, SharedAccountBench::compta);
    }

    void closedElsewhere_saysWhoStillWaits()
    {
        m_bench->underWay(DepartureStepState::NotNeeded, 20);
        m_bench->change([](CompanySnapshot& snapshot) {
            snapshot.waysOut.first().state = DepartureState::Closed;
            SharedAccountBench::accountOf(snapshot, SharedAccountBench::compta).state = AccountState::Closed;
        });
        auto* following = m_bench->follow();
        const QString words = shownText(*following);
        QVERIFY2(words.contains(qtTrId("shared.closed")), qUtf8Printable(words));
        QVERIFY2(words.contains(QStringLiteral("Marc Noël")), qUtf8Printable(words));
        QVERIFY(!buttonNamed(*following, qtTrId("shared.stop")));
        // Everybody has their own: there is nothing to follow any more.
        following->reject();
        settle();
        m_bench->change([](CompanySnapshot& snapshot) { makeReady(snapshot); });
        m_bench->openSheet();
        QVERIFY(!buttonNamed(*m_bench->sheet(), qtTrId("shared.status.follow")));
    }

    void byLetter_hasTheLetter_andIsDeclaredClosed()
    {
        m_bench->underWay(DepartureStepState::Manual, -1);
        auto* following = m_bench->follow();
        QVERIFY(shownText(*following).contains(qtTrId("shared.letter").arg(SharedAccountBench::portal)));
        QVERIFY(!buttonNamed(*following, qtTrId("shared.stop")));
        QVERIFY(buttonNamed(*following, qtTrId("dep.act.letter")));
        QVERIFY(buttonNamed(*following, qtTrId("shared.receipt")));
        QCOMPARE(clippedTexts(*following), QByteArray());
        keepPicture(*following, QStringLiteral("shared-account-letter"));
        buttonNamed(*following, qtTrId("dep.act.declare"))->click();
        QCOMPARE(m_bench->onlyDecision().kind, DecisionKind::DeclareClosed);
        QCOMPARE(m_bench->onlyDecision().target, SharedAccountBench::compta);
    }

    void home_saysHowFarItIs_insteadOfTheAlert()
    {
        const auto watched = [this] {
            const CompanySnapshot& shown = *m_bench->bench.workspace.snapshot();
            const ui::AccountText text(ui::CompanyText(shown), ui::DateText(m_bench->bench.clock.now()));
            return ui::CompanySummary(text).watch(20);
        };
        const auto items = [&watched](const QString& title) {
            const QList<ui::WatchItem> all = watched();
            return std::count_if(all.cbegin(), all.cend(),
                                 [&title](const ui::WatchItem& one) { return one.title == title; });
        };
        const QString underWay = qtTrId("home.watch.wayout").arg(SharedAccountBench::address);
        QCOMPARE(items(underWay), 0);
        QCOMPARE(items(qtTrId("home.watch.shared", 3)), 1);
        m_bench->underWay(DepartureStepState::ToDo, 20);
        QCOMPARE(items(underWay), 1);
        QCOMPARE(items(qtTrId("home.watch.shared", 2)), 1);
    }

    void left_cannotBeStopped()
    {
        m_bench->underWay(DepartureStepState::Requested, -1);
        auto* following = m_bench->follow();
        QVERIFY(!buttonNamed(*following, qtTrId("shared.stop")));
        QVERIFY(shownText(*following).contains(qtTrId("shared.closing").arg(SharedAccountBench::portal)));
    }

    void offline_showsAndChoosesNothing()
    {
        m_bench->underWay(DepartureStepState::ToDo, 20);
        m_bench->bench.workspace.setConnection(Workspace::Connection::Offline);
        settle();
        auto* following = m_bench->follow();
        QVERIFY(!buttonNamed(*following, qtTrId("shared.stop"))->isEnabled());
        QVERIFY(shownText(*following).contains(ui::DataPage::offlineReason()));
    }

private:
    /// The portal opened an account for one of them with another role, a right and all places unasked.
    void openedBeyond()
    {
        m_bench->underWay(DepartureStepState::ReplacementNeeded, -1);
        m_bench->change([](CompanySnapshot& snapshot) {
            const PortalAccount& shared = SharedAccountBench::accountOf(snapshot, SharedAccountBench::compta);
            PortalAccount own = shared;
            own.id = QStringLiteral("net_entreprises:NET-marc");
            own.email = QStringLiteral("marc@fabre-filles.example");
            own.state = AccountState::Active;
            own.roleCode = QStringLiteral("ADMINISTRATEUR");
            own.roleLabel = QStringLiteral("Administrateur");
            own.rights += {QStringLiteral("PAYER"), QStringLiteral("Payer"), true};
            own.sirets.clear();
            NewcomerProgress& marc = snapshot.waysOut.first().newcomers[0];
            marc.state = NewcomerState::Taken;
            marc.newcomer.rights = {QStringLiteral("DSN"), QStringLiteral("DPAE")};
            marc.newcomer.sirets = shared.sirets;
            snapshot.accounts += own;
        });
    }

    /// What their badge says.
    static QString stateOf(const QWidget& dialog, const QString& name)
    {
        const auto all = dialog.findChildren<QWidget*>();
        const auto row = std::find_if(all.cbegin(), all.cend(), [&name](const QWidget* one) {
            return one->accessibleName().startsWith(name + QStringLiteral(", "));
        });
        return row == all.cend() ? QString() : (*row)->accessibleName().mid(name.size() + 2);
    }

    /// One person, whose own account works.
    static void makeReady(CompanySnapshot& snapshot)
    {
        PortalAccount& own = SharedAccountBench::accountOf(snapshot, SharedAccountBench::haddad);
        own.sirets.clear();
        own.rights = {{QStringLiteral("DSN"), QStringLiteral("Déclaration sociale nominative"), false}};
        snapshot.waysOut.first().newcomers = {
            {{QStringLiteral("Karim"), own.email, {QStringLiteral("DSN")}, {}}, NewcomerState::Present}};
    }

    std::unique_ptr<SharedAccountBench> m_bench;
};

} // namespace proconnect::tests

QTEST_MAIN(proconnect::tests::WayOutPageTest)
#include "WayOutPageTest.moc"
