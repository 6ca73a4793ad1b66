// SPDX-License-Identifier: MIT
#include "ui/models/AccountTreeModel.h"

#include "tests/ui/fakes/DemonstrationSnapshot.h"
#include "ui/text/Language.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QtTest>

namespace proconnect::ui {

class AccountTreeModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_language.use(QStringLiteral("fr"));
        m_snapshot = tests::demonstrationSnapshot();
    }

    void content_byPerson_needOfAttentionFirst();
    void content_sameNameUnderTwoAddresses_isTwoUntilSaidOtherwise();
    void content_placeOfNoRegister_isNotTheWholeCompany();
    void filters_demonstration_countWhatTheyShow();
    void content_byPortal_showsSourceDateAndMethod();
    void content_byEstablishment_countsAnAccountOnce();
    void content_portalNeverAnswered_isShownAsSilent();
    void counts_demonstration_matchTheData();
    void filter_departures_leavesOnlyLeavers();
    void search_severalWords_allMustMatch();
    void sort_lastUse_sortsOnInstants();
    void accessibleText_line_isAWholeSentence();
    void stateBadge_closingPending_isShownAtOnce();
    void setContent_unchanged_doesNotReset();
    void tenThousandAccounts_searchAndGroup_stayQuick();

private:
    void fill(AccountTreeModel& model, const DecisionTracker::ByTarget& decisions = {}) const
    {
        model.setContent(m_snapshot, decisions, DateText(tests::demonstrationNow()));
    }
    [[nodiscard]] static QStringList groups(const AccountTreeModel& model)
    {
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row) {
            names += model.index(row, 0).data().toString();
        }
        return names;
    }

    Language m_language;
    CompanySnapshot m_snapshot;
};

void AccountTreeModelTest::content_byPerson_needOfAttentionFirst()
{
    AccountTreeModel model;
    const QAbstractItemModelTester tester(&model);
    fill(model);
    const QStringList names = groups(model);
    QCOMPARE(names.first(2),
             (QStringList{QStringLiteral("Julie Perrin"), QStringLiteral("Laurent Bouvier")}));
    QVERIFY(names.indexOf(QStringLiteral("accueil@fabre-filles.example")) <
            names.indexOf(QStringLiteral("Isabelle Roche")));
    const QModelIndex julie = model.index(0, 0);
    QVERIFY(julie.data(AccountTreeModel::IsGroupRole).toBool());
    QCOMPARE(julie.data(AccountTreeModel::SubtitleRole).toString(),
             QStringLiteral("départ le 30\u00a0juin\u00a02026 · 1\u00a0compte"));
    QCOMPARE(model.account(model.index(0, 0, julie))->portalAccountId, QStringLiteral("IMP-f623cc71"));
    QVERIFY(!model.account(julie));
}

void AccountTreeModelTest::content_sameNameUnderTwoAddresses_isTwoUntilSaidOtherwise()
{
    PortalAccount other =
        *std::find_if(m_snapshot.accounts.cbegin(), m_snapshot.accounts.cend(),
                      [](const auto& one) { return one.holderName == QLatin1String("Julie Perrin"); });
    other.id += u'2';
    other.email = QStringLiteral("j.perrin@ailleurs.example");
    other.holderName = QStringLiteral("PERRIN Julie");
    m_snapshot.accounts += other;
    const QString key = QStringLiteral("julie.perrin@delorme-associes.example");
    AccountTreeModel model;
    fill(model);
    const int groups = model.rowCount();
    QCOMPARE(model.groupOf(key).data(AccountTreeModel::NamesakesRole).toInt(), 1);
    QVERIFY(model.groupOf(key).data(AccountTreeModel::SubtitleRole).toString().startsWith(key));

    m_snapshot.personLinks = {{{key, other.email}, false}};
    fill(model);
    QCOMPARE(model.rowCount(), groups);
    QCOMPARE(model.groupOf(key).data(AccountTreeModel::NamesakesRole).toInt(), 0);

    m_snapshot.personLinks.first().same = true;
    fill(model);
    QCOMPARE(model.rowCount(), groups - 1);
    QCOMPARE(model.rowCount(model.groupOf(key)), 2);
    model.setSearch(QStringLiteral("ailleurs"));
    QCOMPARE(model.shownCount(), 2);
}

void AccountTreeModelTest::content_placeOfNoRegister_isNotTheWholeCompany()
{
    m_snapshot.accounts = AccountList{m_snapshot.accounts.constFirst()};
    m_snapshot.accounts.first().sirets = {QStringLiteral("00005826300999")};
    AccountTreeModel model;
    fill(model);
    model.setGrouping(AccountTreeModel::Grouping::Establishment);
    QCOMPARE(groups(model), QStringList{qtTrId("acc.site.unknown")});
}

void AccountTreeModelTest::filters_demonstration_countWhatTheyShow()
{
    m_snapshot.setAside = {{QStringLiteral("asp:ASP-5b1781be"), FindingKind::Shared,
                            QStringLiteral("Accueil"), QDate(2026, 12, 31)}};
    AccountTreeModel model;
    fill(model);
    for (int i = 0; i < static_cast<int>(AccountFilter::Count); ++i) {
        model.setFilter(static_cast<AccountFilter>(i));
        QCOMPARE(model.shownCount(), model.count(static_cast<AccountFilter>(i)));
        QCOMPARE(filterNamed(nameOf(static_cast<AccountFilter>(i))), static_cast<AccountFilter>(i));
        QCOMPARE(model.shown().size(), model.shownCount());
    }
    QCOMPARE(model.count(AccountFilter::Administrators), 4);
    QCOMPARE(model.count(AccountFilter::Mandates), 1);
    QCOMPARE(model.count(AccountFilter::Addresses), 2);
    // Set aside as shared, it is still nobody's.
    QCOMPARE(model.count(AccountFilter::Shared), 2);
    QCOMPARE(model.count(AccountFilter::SetAside), 1);
}

void AccountTreeModelTest::content_byPortal_showsSourceDateAndMethod()
{
    AccountTreeModel model;
    const QAbstractItemModelTester tester(&model);
    fill(model);
    model.setGrouping(AccountTreeModel::Grouping::Portal);
    const QModelIndex customs = model.indexOf(QStringLiteral("prodouane"));
    QVERIFY(customs.data(AccountTreeModel::SubtitleRole).toString().contains(QStringLiteral("fichier")));
    QVERIFY(!customs.data(AccountTreeModel::StaleRole).toBool());
    const QModelIndex asp = model.indexOf(QStringLiteral("asp"));
    QVERIFY(asp.data(AccountTreeModel::StaleRole).toBool());
    const QModelIndex line = model.index(0, 0, asp);
    QVERIFY(line.data(AccountTreeModel::StaleRole).toBool());
    QCOMPARE(line.data(AccountTreeModel::SourceDateRole).toString(), QStringLiteral("au 5\u00a0nov."));
}

void AccountTreeModelTest::content_byEstablishment_countsAnAccountOnce()
{
    AccountTreeModel model;
    const QAbstractItemModelTester tester(&model);
    fill(model);
    const int shown = model.shownCount();
    model.setGrouping(AccountTreeModel::Grouping::Establishment);
    QCOMPARE(model.shownCount(), shown);
    QVERIFY(groups(model).contains(QStringLiteral("Tous les sites")));
    QVERIFY(groups(model).contains(QStringLiteral("Agence de Grenoble")));
}

void AccountTreeModelTest::content_portalNeverAnswered_isShownAsSilent()
{
    m_snapshot.portals += {QStringLiteral("nouveau"), QStringLiteral("Nouveau portail"), false, true};
    AccountTreeModel model;
    const QAbstractItemModelTester tester(&model);
    fill(model);
    model.setGrouping(AccountTreeModel::Grouping::Portal);
    const QModelIndex silent = model.indexOf(QStringLiteral("nouveau"));
    QVERIFY(silent.isValid());
    QCOMPARE(model.rowCount(silent), 0);
    QVERIFY(
        silent.data(AccountTreeModel::SubtitleRole).toString().contains(QStringLiteral("aucune réponse")));
}

void AccountTreeModelTest::counts_demonstration_matchTheData()
{
    AccountTreeModel model;
    fill(model);
    QCOMPARE(model.count(AccountFilter::Open), 20);
    QCOMPARE(model.count(AccountFilter::Closed), 2);
    QCOMPARE(model.count(AccountFilter::Departures), 6);
    QCOMPARE(model.count(AccountFilter::Shared), 2);
    QCOMPARE(model.shownCount(), model.count(AccountFilter::Open));
}

void AccountTreeModelTest::filter_departures_leavesOnlyLeavers()
{
    AccountTreeModel model;
    const QAbstractItemModelTester tester(&model);
    fill(model);
    model.setFilter(AccountTreeModel::Filter::Departures);
    QCOMPARE(model.shownCount(), model.count(AccountFilter::Departures));
    for (int row = 0; row < model.rowCount(); ++row) {
        QVERIFY(model.account(model.index(0, 0, model.index(row, 0)))->holderLeftOn.has_value());
    }
    model.setFilter(AccountTreeModel::Filter::Closed);
    QCOMPARE(model.shownCount(), 2);
}

void AccountTreeModelTest::search_severalWords_allMustMatch()
{
    AccountTreeModel model;
    const QAbstractItemModelTester tester(&model);
    fill(model);
    model.setSearch(QStringLiteral("chloe GRENOBLE chorus"));
    QCOMPARE(model.shownCount(), 1);
    QCOMPARE(groups(model), QStringList{QStringLiteral("Chloé Vasseur")});
    model.setSearch(QStringLiteral("chloe urssaf"));
    QCOMPARE(model.rowCount(), 0);
    model.setSearch({});
    QCOMPARE(model.shownCount(), model.count(AccountFilter::Open));
}

void AccountTreeModelTest::sort_lastUse_sortsOnInstants()
{
    AccountTreeModel model;
    const QAbstractItemModelTester tester(&model);
    fill(model);
    model.setGrouping(AccountTreeModel::Grouping::Portal);
    model.sort(AccountTreeModel::LastUseColumn, Qt::DescendingOrder);
    const QModelIndex portal = model.indexOf(QStringLiteral("urssaf"));
    for (int row = 1; row < model.rowCount(portal); ++row) {
        QVERIFY(*model.account(model.index(row - 1, 0, portal))->lastUsedAt >=
                *model.account(model.index(row, 0, portal))->lastUsedAt);
    }
}

void AccountTreeModelTest::accessibleText_line_isAWholeSentence()
{
    AccountTreeModel model;
    fill(model);
    const QModelIndex line = model.index(0, 0, model.index(0, 0));
    const QString sentence = line.data(Qt::AccessibleTextRole).toString();
    for (const QString& part :
         {QStringLiteral("Julie Perrin"), QStringLiteral("impots.gouv.fr"),
          QStringLiteral("Utilisé après le départ"), QStringLiteral("directement du portail")}) {
        QVERIFY2(sentence.contains(part), qPrintable(sentence));
    }
    QVERIFY(!line.data(Qt::AccessibleDescriptionRole).toString().isEmpty());
}

void AccountTreeModelTest::stateBadge_closingPending_isShownAtOnce()
{
    AccountTreeModel model;
    const QString id = QStringLiteral("impots:IMP-f623cc71");
    DecisionTracker::Progress progress;
    progress.decision.kind = DecisionKind::CloseAccount;
    progress.decision.target = id;
    fill(model, {{id, progress}});
    const auto state = [&] {
        const QModelIndex line = model.indexOf(id);
        return line.siblingAtColumn(AccountTreeModel::StateColumn).data().toString();
    };
    QCOMPARE(state(), QStringLiteral("Fermeture à envoyer"));
    progress.stage = DecisionTracker::Stage::Taken;
    fill(model, {{id, progress}});
    QCOMPARE(state(), QStringLiteral("Fermeture demandée"));
}

void AccountTreeModelTest::setContent_unchanged_doesNotReset()
{
    AccountTreeModel model;
    fill(model);
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    fill(model);
    QCOMPARE(reset.size(), 0);
}

void AccountTreeModelTest::tenThousandAccounts_searchAndGroup_stayQuick()
{
    constexpr int accounts = 10000;
    // Generous: a keystroke should cost a few tens of milliseconds, and this build is not optimised.
    constexpr qint64 budget = 1500;
    m_snapshot = tests::largeSnapshot(accounts, 2000);
    AccountTreeModel model;
    QElapsedTimer timer;
    timer.start();
    fill(model);
    model.setSearch(QStringLiteral("personne 00042"));
    model.setGrouping(AccountTreeModel::Grouping::Establishment);
    QVERIFY2(timer.elapsed() < budget * 3, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(model.shownCount() > 0);
    timer.restart();
    model.setSearch(QStringLiteral("personne 0004"));
    QVERIFY2(timer.elapsed() < budget, qPrintable(QString::number(timer.elapsed())));
}

} // namespace proconnect::ui

QTEST_GUILESS_MAIN(proconnect::ui::AccountTreeModelTest)
#include "AccountTreeModelTest.moc"
