// SPDX-License-Identifier: MIT
#include "tests/ui/departure/DepartureBench.h"
#include "ui/departure/WithoutSuccessorDialog.h"
#include "ui/sheets/SuccessorSearch.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QTest>

namespace proconnect::tests {
namespace {

const QString roche = QStringLiteral("person:isabelle.roche@fabre-filles.example");
const QString urssaf = QStringLiteral("urssaf:URS-13bd1cf4");
const QString second = QStringLiteral("urssaf:URS-second");
const QString delorme = QStringLiteral("urssaf:URS-bb512e57");

PortalAccount& accountOf(CompanySnapshot& snapshot, const QString& id)
{
    const auto found = std::find_if(snapshot.accounts.begin(), snapshot.accounts.end(),
                                    [&id](const auto& one) { return one.id == id; });
    Q_ASSERT(found != snapshot.accounts.end());
    return snapshot.accounts[found - snapshot.accounts.begin()];
}

/// A second account of Isabelle Roche's at the Urssaf.
void addSecond(CompanySnapshot& snapshot)
{
    PortalAccount account = accountOf(snapshot, urssaf);
    account.id = second;
    account.portalAccountId = QStringLiteral("URS-second");
    account.administratorRole = false;
    snapshot.accounts += account;
}

/// Somebody of that name at the Urssaf.
PortalAccount colleague(const CompanySnapshot& snapshot, const QString& name, const QString& login)
{
    CompanySnapshot copy = snapshot;
    PortalAccount account = accountOf(copy, delorme);
    account.id = QStringLiteral("urssaf:") + login;
    account.portalAccountId = login;
    account.holderName = name;
    account.email = login + QStringLiteral("@fabre-filles.example");
    account.mandate.reset();
    return account;
}

} // namespace

/// whose account each row closes, and who may take over.
class DepartureRowsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<DepartureBench>(); }
    void cleanup() { m_bench.reset(); }

    void oneAccountOnEachPortal_theNameOfThePortalIsEnough()
    {
        m_bench->open(roche);
        QVERIFY(!m_bench->shows(QStringLiteral("URS-13bd1cf4")));
    }

    void twoAccountsOnAPortal_sayWhichOfThem()
    {
        m_bench->show(addSecond);
        m_bench->open(roche);
        QVERIFY(m_bench->shows(QStringLiteral("URS-13bd1cf4")));
        QVERIFY(m_bench->shows(QStringLiteral("URS-second")));
        QVERIFY(m_bench->control<QCheckBox>(QStringLiteral("tick"), second)
                    ->accessibleName()
                    .contains(QStringLiteral("URS-second")));
        keepPicture(m_bench->page(), QStringLiteral("departure-check-two"));
        QCOMPARE(clippedTexts(m_bench->page()), QByteArray());
        // By establishment, where that tells them apart.
        m_bench->show([](CompanySnapshot& snapshot) {
            const auto& places = snapshot.company.establishments;
            accountOf(snapshot, urssaf).sirets = {places.at(0).siret};
            accountOf(snapshot, second).sirets = {places.at(1).siret};
        });
        const ui::CompanyText company(*m_bench->bench.workspace.snapshot());
        QVERIFY(m_bench->shows(company.establishments(company.snapshot().accounts.constLast().sirets)));
        QVERIFY(!m_bench->shows(QStringLiteral("URS-second")));
    }

    void underWay_twoAccountsOnAPortal_sayWhichOfThem()
    {
        m_bench->show([](CompanySnapshot& snapshot) {
            addSecond(snapshot);
            Departure departure = sampleDeparture({DepartureStepState::ToDo, DepartureStepState::Failed});
            departure.steps += sampleStep(second, DepartureStepState::Manual);
            snapshot.departures = {departure};
        });
        m_bench->open(QStringLiteral("departure:") + sampleDeparture({}).id);
        QVERIFY(m_bench->shows(QStringLiteral("URS-second")));
        QVERIFY(m_bench->shows(QStringLiteral("URS-13bd1cf4")));
        QVERIFY(!m_bench->shows(QStringLiteral("IMP-30f27dce")));
        // An account that is gone from the data still says which it was.
        m_bench->show([](CompanySnapshot& snapshot) { snapshot.accounts.removeLast(); });
        QVERIFY(m_bench->shows(QStringLiteral("URS-second")));
        keepPicture(m_bench->page(), QStringLiteral("departure-progress-two"));
        QCOMPARE(clippedTexts(m_bench->page()), QByteArray());
    }

    void oneAccount_isClosedAlone()
    {
        m_bench->open(QStringLiteral("account:") + urssaf);
        QCOMPARE(m_bench->page().screenCode(), QStringLiteral("R-41"));
        for (const QCheckBox* tick : m_bench->page().findChildren<QCheckBox*>()) {
            QCOMPARE(tick->isChecked(), tick->objectName() == QStringLiteral("tick:") + urssaf);
        }
        m_bench->choose(urssaf, delorme);
        m_bench->press(qtTrId("dep.go", 1));
        QCOMPARE(m_bench->last().departure->items.size(), 1);
        QCOMPARE(m_bench->last().departure->items.constFirst().account, urssaf);
    }

    void firm_saysWhoseAccountEachIs()
    {
        m_bench->show([](CompanySnapshot& snapshot) {
            for (PortalAccount& account : snapshot.accounts.changeable()) {
                if (account.email.endsWith(QStringLiteral("delorme-associes.example"))) {
                    account.mandate = AccountMandate{QStringLiteral("MT2"), QDate(2027, 12, 31), {}};
                }
            }
        });
        m_bench->open(QStringLiteral("person:mandate:MT2"));
        for (const PortalAccount& account : m_bench->bench.workspace.snapshot()->accounts) {
            if (account.mandate) {
                QVERIFY2(m_bench->shows(account.holderName), qUtf8Printable(account.holderName));
            }
        }
    }

    void namesakes_areToldApart()
    {
        m_bench->show([](CompanySnapshot& snapshot) {
            snapshot.accounts += colleague(snapshot, QStringLiteral("Jean Martin"), QStringLiteral("jm1"));
            snapshot.accounts += colleague(snapshot, QStringLiteral("Jean Martin"), QStringLiteral("jm2"));
        });
        m_bench->open(roche);
        const auto* combo = m_bench->control<QComboBox>(QStringLiteral("successor"), urssaf);
        QVERIFY(combo);
        for (const QString& login : {QStringLiteral("jm1"), QStringLiteral("jm2")}) {
            const QString label =
                combo->itemText(combo->findData(QString(QStringLiteral("urssaf:") + login)));
            QVERIFY2(label.contains(login + QStringLiteral("@fabre-filles.example")), qUtf8Printable(label));
        }
        QVERIFY(!combo->itemText(combo->findData(delorme)).contains(u'@'));
    }

    void newNamesAtTheSamePlaces_areShown()
    {
        m_bench->open(roche);
        m_bench->show([](CompanySnapshot& snapshot) {
            accountOf(snapshot, delorme).holderName = QStringLiteral("Zoé Nouvelle");
        });
        const auto* combo = m_bench->control<QComboBox>(QStringLiteral("successor"), urssaf);
        QVERIFY(combo->itemText(combo->findData(delorme)).contains(QStringLiteral("Zoé Nouvelle")));
    }

    void samePeopleAtOtherPlaces_keepWhatIsOnTheScreen()
    {
        m_bench->open(roche);
        m_bench->choose(urssaf, delorme);
        const QPointer<QComboBox> combo = m_bench->control<QComboBox>(QStringLiteral("successor"), urssaf);
        m_bench->show([](CompanySnapshot& snapshot) {
            PortalAccount closed = colleague(snapshot, QStringLiteral("Partie Hier"), QStringLiteral("ph"));
            closed.state = AccountState::Closed;
            snapshot.accounts.prepend(closed);
        });
        QVERIFY(combo);
        QCOMPARE(combo->currentData().toString(), delorme);
    }

    void withoutSuccessor_fallsAwayWhenItMeansMore()
    {
        m_bench->open(roche);
        keepAllBut(urssaf);
        m_bench->control<QAbstractButton>(QStringLiteral("without"), urssaf)->click();
        settle();
        buttonNamed(*m_bench->page().findChild<ui::WithoutSuccessorDialog*>(), qtTrId("dep.without.go"))
            ->click();
        settle();
        QVERIFY(buttonNamed(m_bench->page(), qtTrId("dep.go", 1))->isEnabled());
        m_bench->show([](CompanySnapshot& snapshot) {
            AccessRequest request = snapshot.requests.constFirst();
            request.id = QStringLiteral("PC-2026-009999");
            request.portal = QStringLiteral("urssaf");
            request.deadline = BusinessDeadline{QStringLiteral("DSN de novembre"), QDate(2026, 12, 5), {}};
            snapshot.requests += request;
        });
        QVERIFY(!m_bench->shows(qtTrId("dep.without")));
        QVERIFY(m_bench->shows(qtTrId("dep.missing.successor")));
        QVERIFY(m_bench->shows(qtTrId("dep.changed")));
        QVERIFY(!buttonNamed(m_bench->page(), qtTrId("dep.go", 1))->isEnabled());
    }

    void manyPeople_areSearched_aFewAtATime()
    {
        showMany();
        m_bench->open(roche);
        auto* field = m_bench->control<ui::SuccessorSearch>(QStringLiteral("successor"), urssaf);
        QVERIFY(field);
        QVERIFY(!field->accessibleName().isEmpty());
        const QAbstractItemModel* offered = field->completer()->model();
        QCOMPARE(offered->rowCount(), ui::SuccessorSearch::mostOffered + 1);
        QVERIFY(!(offered->flags(offered->index(ui::SuccessorSearch::mostOffered, 0)) & Qt::ItemIsEnabled));
        field->setFocus();
        QTest::keyClicks(field, QStringLiteral("elodie 01234"));
        QCOMPARE(offered->rowCount(), 1);
        QCOMPARE(offered->index(0, 0).data().toString(),
                 qtTrId("dep.successor.new").arg(QStringLiteral("Élodie Martin 01234")));
        QTest::keyClick(field, Qt::Key_Return);
        settle();
        keepAllBut(urssaf);
        m_bench->press(qtTrId("dep.go", 1));
        QCOMPARE(m_bench->last().departure->items.size(), 1);
        QCOMPARE(m_bench->last().departure->items.constFirst().successor, QStringLiteral("urssaf:m1234"));
    }

    void manyPeople_theListIsOpenedByKeysAndChosenFrom()
    {
        showMany();
        m_bench->open(roche);
        auto* field = m_bench->control<ui::SuccessorSearch>(QStringLiteral("successor"), urssaf);
        field->setFocus();
        QTest::keyClick(field, Qt::Key_Down);
        QAbstractItemView* list = field->completer()->popup();
        QVERIFY(list->isVisible());
        keepPicture(*list, QStringLiteral("departure-successors"));
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Return);
        settle();
        QVERIFY(!field->text().isEmpty());
        keepPicture(m_bench->page(), QStringLiteral("departure-check-many"));
        QVERIFY(m_bench->shows(qtTrId("dep.successor.waits")
                                   .arg(ui::CompanyText(*m_bench->bench.workspace.snapshot())
                                            .portalName(QStringLiteral("urssaf")),
                                        field->text().section(QStringLiteral(" ("), 0, 0))));
        // What was typed and not chosen is no choice; emptying the field is.
        const QString chosen = field->text();
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("nobody of that name"));
        leave(*field);
        QCOMPARE(field->text(), chosen);
        field->setFocus();
        field->selectAll();
        QTest::keyClick(field, Qt::Key_Delete);
        leave(*field);
        QVERIFY(field->text().isEmpty());
        QVERIFY(m_bench->shows(qtTrId("dep.missing.successor")));
    }

private:
    /// The window is active again once the list over it is gone, and the focus goes to the title.
    void leave(const ui::SuccessorSearch& field)
    {
        field.completer()->popup()->hide();
        m_bench->page().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_bench->page()));
        m_bench->page().focusTitle();
        settle();
    }
    void showMany()
    {
        constexpr int many = 20'000;
        m_bench->show([](CompanySnapshot& snapshot) {
            const PortalAccount one = colleague(snapshot, {}, QStringLiteral("m"));
            for (int i = 0; i < many; ++i) {
                PortalAccount account = one;
                const QString number = QString::number(i);
                account.id = QStringLiteral("urssaf:m") + number;
                account.portalAccountId = QStringLiteral("m") + number;
                account.holderName = QStringLiteral("Élodie Martin %1").arg(i, 5, 10, QLatin1Char('0'));
                account.email = QStringLiteral("m%1@fabre-filles.example").arg(i);
                snapshot.accounts += account;
            }
        });
    }
    void keepAllBut(const QString& account)
    {
        for (auto* tick : m_bench->page().findChildren<QCheckBox*>()) {
            if (tick->isVisible() && tick->isChecked() &&
                tick->objectName() != QStringLiteral("tick:") + account) {
                tick->click();
                settle();
                keepAllBut(account); // the rows may be others now
                return;
            }
        }
    }

    std::unique_ptr<DepartureBench> m_bench;
};

} // namespace proconnect::tests

QTEST_MAIN(proconnect::tests::DepartureRowsTest)
#include "DepartureRowsTest.moc"
