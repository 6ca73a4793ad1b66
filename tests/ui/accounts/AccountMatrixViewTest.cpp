// SPDX-License-Identifier: MIT
#include "ui/accounts/AccountMatrixView.h"

#include "tests/ui/support/UiBench.h"
#include "ui/models/AccountMatrixModel.h"

#include <QScrollBar>
#include <QtTest>

namespace proconnect::ui {

/// V-31: what is chosen and in sight stays so while the data change.
class AccountMatrixViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<tests::UiBench>();
        m_company = tests::demonstrationSnapshot();
        m_company.accounts.removeIf([](const PortalAccount& one) { return one.portal != u"impots"; });
        const PortalAccount one = m_company.accounts.at(0);
        m_company.accounts.clear();
        for (int i = 0; i < people; ++i) {
            PortalAccount account = one;
            account.id = QStringLiteral("impots:IMP-%1").arg(i, 3, 10, QLatin1Char('0'));
            account.portalAccountId = account.id.mid(7);
            account.holderName = QStringLiteral("Personne %1").arg(i, 3, 10, QLatin1Char('0'));
            account.email = QStringLiteral("p%1@fabre-filles.example").arg(i);
            m_company.accounts += account;
        }
        m_accounts = std::make_unique<AccountTreeModel>();
        m_matrix = std::make_unique<AccountMatrixModel>(*m_accounts);
        m_view = std::make_unique<AccountMatrixView>(m_bench->theme, *m_matrix);
        m_view->resize(500, 400);
        show();
        m_matrix->setActive(true);
        m_view->show();
        tests::settle();
    }
    void cleanup()
    {
        m_view.reset();
        m_matrix.reset();
        m_accounts.reset();
        m_bench.reset();
    }

    void somebodyComesBefore_cellAndSightStay()
    {
        const int line = 30;
        choose(line, 4);
        m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->value() + 7);
        m_view->horizontalScrollBar()->setValue(90);
        const QString person = personOn(line);
        const int y = m_view->rowViewportPosition(line);
        const QModelIndex cell = m_matrix->index(line, 4);
        const int x = m_view->columnViewportPosition(4);
        PortalAccount newcomer = m_company.accounts.at(0);
        newcomer.id = QStringLiteral("impots:IMP-new");
        newcomer.holderName = QStringLiteral("Aaron Abel");
        newcomer.email = QStringLiteral("aaron@fabre-filles.example");
        m_company.accounts += newcomer;
        show();
        QCOMPARE(personOn(line + 1), person);
        QCOMPARE(m_view->currentIndex(), m_matrix->index(line + 1, cell.column()));
        QVERIFY(m_view->selectionModel()->isSelected(m_view->currentIndex()));
        QCOMPARE(m_view->rowViewportPosition(line + 1), y);
        QCOMPARE(m_view->columnViewportPosition(4), x);
    }

    void chosenPersonGoes_sightStays()
    {
        choose(30, 0);
        m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->value() + 400);
        const int y = m_view->rowViewportPosition(40);
        const QString person = personOn(40);
        m_company.accounts.removeIf([](const PortalAccount& one) { return one.id == u"impots:IMP-030"; });
        show();
        QVERIFY(!m_view->currentIndex().isValid());
        QCOMPARE(personOn(39), person);
        QCOMPARE(m_view->rowViewportPosition(39), y);
    }

    void firstLineInSight_staysWhatDeservesALook()
    {
        m_company.accounts[50].state = AccountState::ClosureFailed;
        show();
        QCOMPARE(personOn(0), QStringLiteral("Personne 050"));
        QCOMPARE(m_view->verticalScrollBar()->value(), 0);
    }

    void tableAndBack_isWhereItWas()
    {
        choose(30, 2);
        const int value = m_view->verticalScrollBar()->value();
        m_matrix->setActive(false);
        m_matrix->setActive(true);
        QCOMPARE(m_view->currentIndex(), m_matrix->index(30, 2));
        QCOMPARE(m_view->verticalScrollBar()->value(), value);
    }

private:
    void show()
    {
        m_accounts->setContent(m_company, {}, DateText(tests::demonstrationNow()));
        tests::settle();
    }
    void choose(int line, int column)
    {
        m_view->setCurrentIndex(m_matrix->index(line, column));
        tests::settle();
        QVERIFY(m_view->verticalScrollBar()->value() > 0);
    }
    [[nodiscard]] QString personOn(int line) const
    {
        return m_matrix->headerData(line, Qt::Vertical, Qt::DisplayRole).toString();
    }

    static constexpr int people = 80;
    CompanySnapshot m_company;
    std::unique_ptr<tests::UiBench> m_bench;
    std::unique_ptr<AccountTreeModel> m_accounts;
    std::unique_ptr<AccountMatrixModel> m_matrix;
    std::unique_ptr<AccountMatrixView> m_view;
};

} // namespace proconnect::ui

QTEST_MAIN(proconnect::ui::AccountMatrixViewTest)
#include "AccountMatrixViewTest.moc"
