// SPDX-License-Identifier: MIT
#include "ui/models/AccountMatrixModel.h"

#include "tests/ui/fakes/DemonstrationSnapshot.h"
#include "ui/text/Language.h"

#include <QAbstractItemModelTester>
#include <QtTest>

namespace proconnect::ui {

class AccountMatrixModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_language.use(QStringLiteral("fr"));
        m_snapshot = tests::demonstrationSnapshot();
    }

    void inactive_hasNoLines();
    void active_everyAccountShownStandsInItsCell();
    void cell_whereNothingIsKnown_isNotNoAccount();
    void cell_requestWaiting_saysSo();
    void cell_twoAccounts_showsWhatDeservesALookFirst();
    void search_narrowsThePeople();

private:
    void fill(AccountTreeModel& model) const
    {
        model.setContent(m_snapshot, {}, DateText(tests::demonstrationNow()));
    }
    [[nodiscard]] static QModelIndex cell(const AccountMatrixModel& matrix, const QString& person,
                                          const QString& portal)
    {
        for (int row = 0; row < matrix.rowCount(); ++row) {
            for (int column = 0; column < matrix.columnCount(); ++column) {
                if (matrix.headerData(row, Qt::Vertical, Qt::DisplayRole).toString() == person &&
                    matrix.headerData(column, Qt::Horizontal, AccountMatrixModel::PortalRole).toString() ==
                        portal) {
                    return matrix.index(row, column);
                }
            }
        }
        return {};
    }

    Language m_language;
    CompanySnapshot m_snapshot;
};

void AccountMatrixModelTest::inactive_hasNoLines()
{
    AccountTreeModel accounts;
    AccountMatrixModel matrix(accounts);
    const QAbstractItemModelTester tester(&matrix);
    fill(accounts);
    QCOMPARE(matrix.rowCount(), 0);
    matrix.setActive(true);
    QVERIFY(matrix.rowCount() > 0);
    matrix.setActive(false);
    QCOMPARE(matrix.rowCount(), 0);
}

void AccountMatrixModelTest::active_everyAccountShownStandsInItsCell()
{
    AccountTreeModel accounts;
    AccountMatrixModel matrix(accounts);
    const QAbstractItemModelTester tester(&matrix);
    fill(accounts);
    matrix.setActive(true);
    QCOMPARE(matrix.rowCount(), accounts.rowCount());
    QCOMPARE(matrix.columnCount(), m_snapshot.portals.size());
    QStringList ids;
    for (int row = 0; row < matrix.rowCount(); ++row) {
        for (int column = 0; column < matrix.columnCount(); ++column) {
            ids += matrix.index(row, column).data(AccountMatrixModel::AccountsRole).toStringList();
        }
    }
    QCOMPARE(ids.size(), accounts.shownCount());
    QCOMPARE(QSet<QString>(ids.cbegin(), ids.cend()).size(), ids.size());
    // Who needs attention stands first, as in the table.
    QCOMPARE(matrix.headerData(0, Qt::Vertical, Qt::DisplayRole), accounts.index(0, 0).data());
    const QModelIndex julie = cell(matrix, QStringLiteral("Julie Perrin"), QStringLiteral("impots"));
    QCOMPARE(julie.data().toString(), QStringLiteral("Utilisé après le départ"));
    QVERIFY(julie.data(Qt::AccessibleTextRole)
                .toString()
                .startsWith(QStringLiteral("Julie Perrin, impots.gouv.fr")));
}

void AccountMatrixModelTest::cell_whereNothingIsKnown_isNotNoAccount()
{
    for (PortalSource& source : m_snapshot.sources) {
        if (source.portal == QLatin1String("asp")) {
            source.asOf.reset();
            source.state = PortalSource::State::Never;
        }
    }
    m_snapshot.accounts.removeIf([](const PortalAccount& one) { return one.portal == QLatin1String("asp"); });
    AccountTreeModel accounts;
    AccountMatrixModel matrix(accounts);
    fill(accounts);
    matrix.setActive(true);
    const QModelIndex silent = cell(matrix, QStringLiteral("Julie Perrin"), QStringLiteral("asp"));
    QVERIFY(silent.data(AccountMatrixModel::UnknownRole).toBool());
    QVERIFY(silent.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("aucune réponse")));
    const QModelIndex none = cell(matrix, QStringLiteral("Julie Perrin"), QStringLiteral("urssaf"));
    QVERIFY(!none.data(AccountMatrixModel::UnknownRole).toBool());
    QVERIFY(none.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("aucun compte")));
}

void AccountMatrixModelTest::cell_requestWaiting_saysSo()
{
    m_snapshot.requests.first().state = RequestState::Waiting;
    m_snapshot.requests.first().email = QStringLiteral("Julie.Perrin@delorme-associes.example");
    m_snapshot.requests.first().portal = QStringLiteral("asp");
    AccountTreeModel accounts;
    AccountMatrixModel matrix(accounts);
    fill(accounts);
    matrix.setActive(true);
    QCOMPARE(cell(matrix, QStringLiteral("Julie Perrin"), QStringLiteral("asp")).data().toString(),
             QStringLiteral("Demande en cours"));
    m_snapshot.requests.first().state = RequestState::Refused;
    fill(accounts);
    QVERIFY(cell(matrix, QStringLiteral("Julie Perrin"), QStringLiteral("asp")).data().toString().isEmpty());
}

void AccountMatrixModelTest::cell_twoAccounts_showsWhatDeservesALookFirst()
{
    PortalAccount second = m_snapshot.accounts.first();
    for (const PortalAccount& one : std::as_const(m_snapshot.accounts)) {
        second = one.holderName == QLatin1String("Isabelle Roche") && one.portal == QLatin1String("impots")
                     ? one
                     : second;
    }
    second.id += u'2';
    second.createdOn = QDate(2026, 1, 1);
    second.administratorRole = false;
    m_snapshot.accounts += second;
    AccountTreeModel accounts;
    AccountMatrixModel matrix(accounts);
    fill(accounts);
    matrix.setActive(true);
    const QModelIndex both = cell(matrix, QStringLiteral("Isabelle Roche"), QStringLiteral("impots"));
    QCOMPARE(both.data(AccountMatrixModel::AccountsRole).toStringList().size(), 2);
    QCOMPARE(both.data(AccountMatrixModel::AccountsRole).toStringList().first(), second.id);
    QCOMPARE(both.data().toString(), QStringLiteral("Second compte · 2"));
}

void AccountMatrixModelTest::search_narrowsThePeople()
{
    AccountTreeModel accounts;
    AccountMatrixModel matrix(accounts);
    const QAbstractItemModelTester tester(&matrix);
    fill(accounts);
    matrix.setActive(true);
    accounts.setSearch(QStringLiteral("perrin"));
    QCOMPARE(matrix.rowCount(), 1);
    accounts.setSearch(QStringLiteral("nobody at all"));
    QCOMPARE(matrix.rowCount(), 0);
    accounts.setSearch({});
    QCOMPARE(matrix.rowCount(), accounts.rowCount());
}

} // namespace proconnect::ui

QTEST_GUILESS_MAIN(proconnect::ui::AccountMatrixModelTest)
#include "AccountMatrixModelTest.moc"
