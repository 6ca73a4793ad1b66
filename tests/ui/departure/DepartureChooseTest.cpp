// SPDX-License-Identifier: MIT
#include "tests/ui/departure/DepartureBench.h"

#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

namespace proconnect::tests {

/// who leaves, and which departures are to be resumed.
class DepartureChooseTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<DepartureBench>(); }
    void cleanup() { m_bench.reset(); }

    void people_areInParts_withoutTheDirector()
    {
        const QStringList rows = m_bench->rows();
        QVERIFY(!rows.contains(QStringLiteral("Claire Fabre")));
        QVERIFY(!rows.contains(QStringLiteral("Accueil Fabre & Filles"))); // an address of nobody
        const auto place = [&rows](const QString& name) { return rows.indexOf(name); };
        QCOMPARE(place(qtTrId("dep.suggest")), 0);
        QVERIFY(place(QStringLiteral("Laurent Bouvier")) > 0);
        QVERIFY(place(QStringLiteral("Laurent Bouvier")) < place(qtTrId("dep.all")));
        QVERIFY(place(QStringLiteral("Isabelle Roche")) > place(qtTrId("dep.all")));
        QVERIFY(place(QStringLiteral("Karim Haddad")) > place(qtTrId("dep.firms")));
        QVERIFY(place(qtTrId("dep.firm").arg(QStringLiteral("MT2"))) > place(qtTrId("dep.firms")) ||
                !m_bench->bench.workspace.snapshot()->accounts.at(2).mandate);
        keepPicture(m_bench->page(), QStringLiteral("departure-choose"));
        QCOMPARE(clippedTexts(m_bench->page()), QByteArray());
        QCOMPARE(namelessControls(m_bench->page()), QByteArray());
    }

    void unfinishedDepartures_standAboveAll_andOpen()
    {
        m_bench->show([](CompanySnapshot& snapshot) {
            snapshot.departures = {
                sampleDeparture({DepartureStepState::Requested, DepartureStepState::Manual})};
        });
        QCOMPARE(m_bench->rows().mid(0, 2),
                 (QStringList{qtTrId("dep.unfinished"), QStringLiteral("Isabelle Roche")}));
        Q_EMIT m_bench->list().clicked(m_bench->list().model()->index(1, 0));
        settle();
        QCOMPARE(m_bench->page().screenCode(), QStringLiteral("R-42"));
        QVERIFY(m_bench->shows(QStringLiteral("Isabelle Roche")));
    }

    void namesakes_areToldApartByTheirAddresses()
    {
        const QString name = QStringLiteral("Isabelle Roche");
        m_bench->show([&name](CompanySnapshot& snapshot) {
            PortalAccount account = snapshot.accounts.constFirst();
            account.id = QStringLiteral("asp:another");
            account.portal = QStringLiteral("asp");
            account.holderName = name;
            account.email = QStringLiteral("i.roche@fabre-filles.example");
            account.mine = false;
            account.mandate.reset();
            account.holderLeftOn.reset();
            account.state = AccountState::Active;
            snapshot.accounts += account;
        });
        QStringList details;
        const QAbstractItemModel* model = m_bench->list().model();
        for (int row = 0; row < model->rowCount(); ++row) {
            const QString detail = model->index(row, 0).data(ui::LeaverListModel::DetailRole).toString();
            if (m_bench->rows().at(row) == name) {
                details += detail;
            } else {
                QVERIFY2(!detail.contains(u'@'), qUtf8Printable(detail));
            }
        }
        QCOMPARE(details.size(), 2);
        QVERIFY(details.join(u'|').contains(QStringLiteral("i.roche@fabre-filles.example")));
        QVERIFY(details.join(u'|').contains(QStringLiteral("isabelle.roche@fabre-filles.example")));
    }

    void search_typed_keepsWhoMatches_andHeadingsCannotBeChosen()
    {
        QVERIFY(m_bench->page().focusSearch());
        auto* field = m_bench->page().findChild<QLineEdit*>();
        field->setText(QStringLiteral("  ROCHE isabelle"));
        QCOMPARE(m_bench->rows(), (QStringList{qtTrId("dep.all"), QStringLiteral("Isabelle Roche")}));
        QVERIFY(!(m_bench->list().model()->index(0, 0).flags() & Qt::ItemIsSelectable));
        field->setText(QStringLiteral("delorme-associes"));
        QVERIFY(m_bench->rows().contains(QStringLiteral("Sophie Delorme")));
        field->setText(QStringLiteral("zzz"));
        settle();
        QVERIFY(m_bench->shows(qtTrId("dep.nomatch")));
        field->clear();
        settle();
        QVERIFY(!m_bench->shows(qtTrId("dep.nomatch")));
    }

    void keyboard_arrowsAndEnter_chooseSomebody()
    {
        m_bench->list().setFocus();
        QTest::keyClick(&m_bench->list(), Qt::Key_Down);
        const QString name = m_bench->list().currentIndex().data(ui::LeaverListModel::NameRole).toString();
        QVERIFY(!name.isEmpty());
        QTest::keyClick(&m_bench->list(), Qt::Key_Return);
        settle();
        QCOMPARE(m_bench->page().screenCode(), QStringLiteral("R-41"));
        QVERIFY(m_bench->shows(name));
        QTest::keyClick(&m_bench->page(), Qt::Key_Escape);
        settle();
        QCOMPARE(m_bench->page().screenCode(), QStringLiteral("R-40"));
        QVERIFY(m_bench->bench.decisions.submitted().isEmpty());
    }

    void sharedAccount_leadsToTheSharedAccounts()
    {
        const QSignalSpy asked(&m_bench->page(), &ui::Page::pageRequested);
        m_bench->press(qtTrId("dep.shareduser"));
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first(), (QVariantList{QStringLiteral("accounts"), QStringLiteral("filter:shared")}));
    }

    void nobody_saysSo()
    {
        m_bench->show([](CompanySnapshot& snapshot) { snapshot.accounts.clear(); });
        QVERIFY(m_bench->shows(qtTrId("dep.none")));
        QCOMPARE(m_bench->list().isVisible(), false);
    }

    void anotherCompany_startsAnew()
    {
        m_bench->open(QStringLiteral("person:isabelle.roche@fabre-filles.example"));
        QCOMPARE(m_bench->page().screenCode(), QStringLiteral("R-41"));
        m_bench->show(
            [](CompanySnapshot& snapshot) { snapshot.company.siren = QStringLiteral("000041376"); });
        QCOMPARE(m_bench->page().screenCode(), QStringLiteral("R-40"));
    }

private:
    std::unique_ptr<DepartureBench> m_bench;
};

} // namespace proconnect::tests

QTEST_MAIN(proconnect::tests::DepartureChooseTest)
#include "DepartureChooseTest.moc"
