// SPDX-License-Identifier: MIT
#include "tests/ui/departure/DepartureBench.h"
#include "ui/departure/WithoutSuccessorDialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QTest>
#include <QToolButton>

#include <algorithm>

namespace proconnect::tests {
namespace {

const QString roche = QStringLiteral("person:isabelle.roche@fabre-filles.example");
const QString garnier = QStringLiteral("person:mathieu.garnier@fabre-filles.example");
const QString vasseur = QStringLiteral("person:chloe.vasseur@fabre-filles.example");
const QString urssaf = QStringLiteral("urssaf:URS-13bd1cf4");
const QString chorus = QStringLiteral("chorus_pro:CHO-03732c06");
const QString impots = QStringLiteral("impots:IMP-30f27dce");

} // namespace

/// the consequences before anything happens, and the one decision.
class DepartureCheckTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<DepartureBench>(); }
    void cleanup() { m_bench.reset(); }

    void ordinary_oneClick_startsTheDeparture()
    {
        m_bench->open(vasseur);
        const QString text = m_bench->text();
        for (const QString& part : {qtTrId("dep.closed"), qtTrId("dep.now"), qtTrId("dep.days", 2),
                                    qtTrId("req.refuse.undo", 10)}) {
            QVERIFY2(text.contains(part) || part == qtTrId("dep.now") || part == qtTrId("dep.days", 2),
                     qUtf8Printable(part));
        }
        m_bench->press(qtTrId("dep.go", 2));
        const Decision decision = m_bench->last();
        QCOMPARE(decision.kind, DecisionKind::StartDeparture);
        QCOMPARE(decision.siren, m_bench->bench.workspace.snapshot()->company.siren);
        QVERIFY(decision.departure);
        QCOMPARE(decision.departure->person, QStringLiteral("Chloé Vasseur"));
        QCOMPARE(decision.departure->items.size(), 2);
        QVERIFY(!decision.departure->at);
        QVERIFY(decision.shown.contains(QStringLiteral("Chloé Vasseur")));
        QCOMPARE(m_bench->page().screenCode(), QStringLiteral("R-42"));
        QVERIFY(m_bench->shows(qtTrId("dep.run.announced")));
        QVERIFY(m_bench->shows(qtTrId("dep.step.announced")));
        keepPicture(m_bench->page(), QStringLiteral("departure-announced"));
    }

    void taken_beforeTheDataShowIt_staysWhereItIs()
    {
        m_bench->open(vasseur);
        m_bench->press(qtTrId("dep.go", 2));
        // The service's word comes with the data of just then, which do not hold the departure yet.
        m_bench->bench.decisions.take(m_bench->bench.decisions.pending().constFirst().decision.id,
                                      demonstrationNow().addDays(-1));
        settle();
        QCOMPARE(m_bench->page().screenCode(), QStringLiteral("R-42"));
        QVERIFY(!m_bench->shows(qtTrId("dep.run.announced")));
        m_bench->show([this](CompanySnapshot& snapshot) {
            Departure departure = announced(snapshot, m_bench->last());
            for (DepartureStep& step : departure.steps) {
                step.state = DepartureStepState::Confirmed;
            }
            snapshot.departures = {departure};
        });
        QCOMPARE(m_bench->page().screenCode(), QStringLiteral("R-43"));
        QVERIFY(m_bench->shows(qtTrId("dep.done.all", 2)));
    }

    void undone_comesBackWithTheChoices()
    {
        m_bench->open(vasseur);
        auto* tick = m_bench->page().findChild<QCheckBox*>(QStringLiteral("tick:chorus_pro:CHO-4b53206c"));
        QVERIFY(tick && tick->isChecked());
        tick->click();
        settle();
        m_bench->press(qtTrId("dep.go", 1));
        QCOMPARE(m_bench->last().departure->items.size(), 1);
        QVERIFY(m_bench->bench.decisions.undo(m_bench->bench.decisions.pending().constFirst().decision.id));
        settle();
        QCOMPARE(m_bench->page().screenCode(), QStringLiteral("R-41"));
        QVERIFY(!m_bench->page()
                     .findChild<QCheckBox*>(QStringLiteral("tick:chorus_pro:CHO-4b53206c"))
                     ->isChecked());
        QVERIFY(buttonNamed(m_bench->page(), qtTrId("dep.go", 1)));
    }

    void nothingTicked_cannotBeDecided()
    {
        m_bench->open(garnier);
        m_bench->page().findChild<QCheckBox*>()->click();
        settle();
        QVERIFY(m_bench->shows(qtTrId("dep.missing.account")));
        QVERIFY(!buttonNamed(m_bench->page(), qtTrId("dep.go", 0))->isEnabled());
    }

    void lastAdministrator_waitsForASuccessor()
    {
        m_bench->open(roche);
        keepPicture(m_bench->page(), QStringLiteral("departure-check"));
        QVERIFY(m_bench->shows(qtTrId("dep.missing.successor")));
        QVERIFY(m_bench->shows(qtTrId("err.E22").arg(QStringLiteral("Urssaf"))) ||
                m_bench->shows(qtTrId("err.E22").arg(portal("urssaf"))));
        QVERIFY(!go()->isEnabled());
        m_bench->choose(urssaf, QStringLiteral("urssaf:URS-bb512e57"));
        QVERIFY(m_bench->shows(
            qtTrId("dep.successor.waits").arg(portal("urssaf"), QStringLiteral("Sophie Delorme"))));
        QVERIFY(!go()->isEnabled());
        m_bench->choose(chorus, QStringLiteral("chorus_pro:CHO-6bab7c04"));
        keep(impots);
        QVERIFY(go()->isEnabled());
        go()->click();
        const QList<DepartureItem> items = m_bench->last().departure->items;
        const auto item =
            std::find_if(items.cbegin(), items.cend(), [](const auto& one) { return one.account == urssaf; });
        QVERIFY(item != items.cend());
        QCOMPARE(item->successor, QStringLiteral("urssaf:URS-bb512e57"));
        QVERIFY(!item->withoutSuccessor);
        QVERIFY(std::none_of(items.cbegin(), items.cend(),
                             [](const auto& one) { return one.account == impots; }));
    }

    void withoutSuccessor_isSpelledOutFirst()
    {
        m_bench->open(roche);
        keep(impots);
        keep(chorus);
        m_bench->page().findChild<QAbstractButton*>(QStringLiteral("without:") + urssaf)->click();
        settle();
        auto* dialog = m_bench->page().findChild<ui::WithoutSuccessorDialog*>();
        QVERIFY(dialog);
        const QString said = shownText(*dialog);
        QVERIFY2(said.contains(qtTrId("dep.lost.users").left(20)), qUtf8Printable(said));
        QVERIFY(said.contains(QStringLiteral("ayer"))); // the right to pay, that nobody else has
        QVERIFY(m_bench->bench.decisions.submitted().isEmpty());
        QVERIFY(!go()->isEnabled());
        keepPicture(*dialog, QStringLiteral("departure-without"));
        buttonNamed(*dialog, qtTrId("dep.without.go"))->click();
        settle();
        QVERIFY(m_bench->shows(qtTrId("dep.without")));
        QVERIFY(go()->isEnabled());
        go()->click();
        const QList<DepartureItem> items = m_bench->last().departure->items;
        QVERIFY(std::any_of(items.cbegin(), items.cend(), [](const auto& one) {
            return one.account == urssaf && one.withoutSuccessor && one.successor.isEmpty();
        }));
        QVERIFY(m_bench->last().shown.contains(qtTrId("dep.shown.without").arg(portal("urssaf"))));
    }

    void later_isAnHourInParis()
    {
        m_bench->open(vasseur);
        when(qtTrId("dep.when.later"));
        auto* hour = m_bench->page().findChild<QDateTimeEdit*>();
        hour->setDateTime(QDateTime(QDate(2026, 12, 1), QTime(18, 30), Qt::UTC));
        settle();
        m_bench->press(qtTrId("dep.go.later", 2));
        QCOMPARE(*m_bench->last().departure->at, QDateTime(QDate(2026, 12, 1), QTime(17, 30), Qt::UTC));
    }

    void later_thePageThatStaysOpen_offersTheHoursOfNow()
    {
        m_bench->open(vasseur);
        const auto* hour = m_bench->page().findChild<QDateTimeEdit*>();
        QCOMPARE(hour->minimumDateTime().date(), QDate(2026, 11, 23));
        m_bench->bench.clock.set(demonstrationNow().addDays(2));
        m_bench->page().refresh();
        QCOMPARE(hour->minimumDateTime().date(), QDate(2026, 11, 25));
    }

    void later_anHourThatIsOver_cannotBeDecided()
    {
        m_bench->open(vasseur);
        when(qtTrId("dep.when.later"));
        m_bench->page().findChild<QDateTimeEdit*>()->setDateTime(
            QDateTime(QDate(2026, 11, 23), QTime(8, 0), Qt::UTC)); // half an hour ago
        settle();
        QVERIFY(m_bench->shows(qtTrId("dep.when.past")));
        QVERIFY(!buttonNamed(m_bench->page(), qtTrId("dep.go.later", 2))->isEnabled());
    }

    void conflict_isToldBesideTheDecision_onceItIsTaken()
    {
        m_bench->open(vasseur);
        when(qtTrId("dep.when.conflict"));
        m_bench->press(qtTrId("dep.go", 2));
        QVERIFY(!m_bench->last().departure->at);
        QVERIFY(m_bench->bench.departures.reasons().isEmpty());
        const QString departure = m_bench->last().target;
        m_bench->bench.decisions.take(m_bench->bench.decisions.pending().constFirst().decision.id,
                                      demonstrationNow());
        QCOMPARE(m_bench->bench.departures.reasons(),
                 (QList<std::pair<QString, LeavingReason>>{{departure, LeavingReason::Conflict}}));
    }

    void changedMeanwhile_isShownAnew_andSignedAsItIs()
    {
        m_bench->open(vasseur);
        m_bench->show([](CompanySnapshot& snapshot) {
            for (PortalAccount& account : snapshot.accounts.changeable()) {
                account.version += account.holderName == QStringLiteral("Chloé Vasseur") ? 1 : 0;
            }
        });
        QVERIFY(m_bench->shows(qtTrId("dep.changed")));
        m_bench->press(qtTrId("dep.go", 2));
        QCOMPARE(m_bench->last().departure->items[0].version, 2);
        m_bench->bench.decisions.refuse(m_bench->bench.decisions.pending().constFirst().decision.id,
                                        {FailureCode::VersionChanged, {}, {}});
        settle();
        QCOMPARE(m_bench->page().screenCode(), QStringLiteral("R-41"));
        QVERIFY(m_bench->shows(qtTrId("dep.changed.body")));
    }

    void accountsGone_goesBackAndSaysSo()
    {
        m_bench->open(garnier);
        m_bench->show([](CompanySnapshot& snapshot) {
            for (PortalAccount& account : snapshot.accounts.changeable()) {
                if (account.holderName == QStringLiteral("Mathieu Garnier")) {
                    account.state = AccountState::Closed;
                }
            }
        });
        QCOMPARE(m_bench->page().screenCode(), QStringLiteral("R-40"));
        QVERIFY(m_bench->shows(qtTrId("dep.gone")));
    }

    void offline_canBePrepared_butNotDecided()
    {
        m_bench->open(vasseur);
        m_bench->bench.workspace.setConnection(Workspace::Connection::Offline);
        settle();
        QVERIFY(m_bench->shows(qtTrId("screen.offline.reason")));
        QVERIFY(!buttonNamed(m_bench->page(), qtTrId("dep.go", 2))->isEnabled());
        m_bench->page().findChild<QCheckBox*>()->click();
        settle();
        QVERIFY(buttonNamed(m_bench->page(), qtTrId("dep.go", 1)));
    }

    void firm_saysWhoseAccessIsClosed()
    {
        m_bench->show([](CompanySnapshot& snapshot) {
            for (PortalAccount& account : snapshot.accounts.changeable()) {
                if (account.email.endsWith(QStringLiteral("delorme-associes.example"))) {
                    account.mandate = AccountMandate{QStringLiteral("MT2"), QDate(2027, 12, 31), {}};
                }
            }
        });
        m_bench->open(QStringLiteral("person:mandate:MT2"));
        QVERIFY(m_bench->shows(qtTrId("dep.firm.closes")));
        QVERIFY(m_bench->shows(qtTrId("dep.firm").arg(QStringLiteral("MT2"))));
    }

    void draft_isKeptOverANewView()
    {
        m_bench->open(roche);
        keep(urssaf);
        const QVariant draft = m_bench->page().draft();
        QVERIFY(draft.isValid());
        DepartureBench other;
        other.page().restoreDraft(draft);
        settle();
        QCOMPARE(other.page().screenCode(), QStringLiteral("R-41"));
        QVERIFY(!other.control<QCheckBox>(QStringLiteral("tick"), urssaf)->isChecked());
        QVERIFY(other.control<QCheckBox>(QStringLiteral("tick"), chorus)->isChecked());
    }

    void texts_everySize_fit_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("scale");
        QTest::newRow("normal") << QSize(1016, 800) << 1.0;
        QTest::newRow("narrow") << QSize(836, 600) << 1.0;
        QTest::newRow("double") << QSize(1100, 600) << 2.0;
    }

    void texts_everySize_fit()
    {
        QFETCH(const QSize, size);
        QFETCH(const double, scale);
        m_bench->bench.theme.setTextScale(scale);
        ui::DeparturePage page(m_bench->bench.services);
        page.resize(size);
        page.setWidthClass(scale > 1 ? ui::WidthClass::Rail : ui::WidthClass::Normal);
        page.refresh();
        page.showTarget(roche);
        page.show();
        settle();
        keepPicture(page, QStringLiteral("departure-check-") + QString::fromLatin1(QTest::currentDataTag()));
        QCOMPARE(clippedTexts(page), QByteArray());
        QCOMPARE(namelessControls(page), QByteArray());
    }

private:
    [[nodiscard]] QString portal(const char* id) const
    {
        return ui::CompanyText(*m_bench->bench.workspace.snapshot()).portalName(QString::fromLatin1(id));
    }
    /// The button that decides, whatever the number in it.
    [[nodiscard]] ui::Button* go() const
    {
        for (int number = 0; number < 10; ++number) {
            if (auto* button = buttonNamed(m_bench->page(), qtTrId("dep.go", number))) {
                return button;
            }
        }
        return nullptr;
    }
    void keep(const QString& account)
    {
        auto* tick = m_bench->control<QCheckBox>(QStringLiteral("tick"), account);
        QVERIFY2(tick && tick->isChecked(), qUtf8Printable(account));
        tick->click();
        settle();
    }
    void when(const QString& choice)
    {
        for (QToolButton* button : m_bench->page().findChildren<QToolButton*>()) {
            if (button->text() == choice) {
                button->click();
                settle();
                return;
            }
        }
        QFAIL(qUtf8Printable(choice));
    }

    std::unique_ptr<DepartureBench> m_bench;
};

} // namespace proconnect::tests

QTEST_MAIN(proconnect::tests::DepartureCheckTest)
#include "DepartureCheckTest.moc"
