// SPDX-License-Identifier: MIT
#include "ui/models/RequestListModel.h"

#include "tests/ui/fakes/DemonstrationSnapshot.h"
#include "ui/models/SearchFilterModel.h"
#include "ui/text/Language.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

namespace proconnect::ui {

class RequestListModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_language.use(QStringLiteral("fr"));
        m_snapshot = tests::demonstrationSnapshot();
    }

    void toAnswer_demonstration_urgentThenDueThenOldest();
    void answered_demonstration_latestFirst();
    void setContent_decisionPending_movesTheRequestAtOnce();
    void setContent_sameContent_signalsNothing();
    void setContent_anotherOrder_keepsPersistentIndexes();
    void setContent_nameHoldsMarkup_staysText();
    void markRead_row_isNoLongerUnread();
    void search_withoutAccents_findsThePerson();

private:
    void fill(RequestListModel& model, const DecisionTracker::ByTarget& decisions = {}) const
    {
        model.setContent({CompanyText(m_snapshot), DateText(tests::demonstrationNow())}, decisions);
    }
    [[nodiscard]] static QStringList names(const QAbstractItemModel& model)
    {
        QStringList found;
        for (int row = 0; row < model.rowCount(); ++row) {
            found += model.index(row, 0).data().toString();
        }
        return found;
    }

    Language m_language;
    CompanySnapshot m_snapshot;
    const QString m_urgent = QStringLiteral("PC-2026-001021");
};

void RequestListModelTest::toAnswer_demonstration_urgentThenDueThenOldest()
{
    RequestListModel model(RequestListModel::Section::ToAnswer);
    const QAbstractItemModelTester tester(&model);
    fill(model);
    QCOMPARE(names(model), (QStringList{QStringLiteral("Karim Haddad"), QStringLiteral("Samira Ziani"),
                                        QStringLiteral("Karim Haddad"), QStringLiteral("Kevin Lambert")}));
    QCOMPARE(model.index(0).data(RequestListModel::IdRole).toString(), m_urgent);
    QCOMPARE(model.urgentCount(), 1);
    QVERIFY(model.index(0).data(RequestListModel::UrgentRole).toBool());
}

void RequestListModelTest::answered_demonstration_latestFirst()
{
    RequestListModel model(RequestListModel::Section::Answered);
    const QAbstractItemModelTester tester(&model);
    fill(model);
    QCOMPARE(names(model).first(), QStringLiteral("Claire Fabre"));
    QCOMPARE(model.rowCount(), 5);
    QVERIFY(!model.index(0).data(RequestListModel::UnreadRole).toBool());
}

void RequestListModelTest::setContent_decisionPending_movesTheRequestAtOnce()
{
    RequestListModel toAnswer(RequestListModel::Section::ToAnswer);
    RequestListModel answered(RequestListModel::Section::Answered);
    const QAbstractItemModelTester tester(&toAnswer);
    fill(toAnswer);
    DecisionTracker::Progress progress;
    progress.decision.target = m_urgent;
    progress.decision.decidedAt = tests::demonstrationNow();
    fill(toAnswer, {{m_urgent, progress}});
    fill(answered, {{m_urgent, progress}});
    QCOMPARE(toAnswer.rowOf(m_urgent), -1);
    QCOMPARE(answered.rowOf(m_urgent), 0);
    const auto badges = answered.index(0).data(RequestListModel::BadgesRole).value<QList<BadgeContent>>();
    QCOMPARE(badges.first().text, QStringLiteral("Pas encore envoyée"));

    fill(toAnswer);
    QCOMPARE(toAnswer.rowOf(m_urgent), 0);
}

void RequestListModelTest::setContent_sameContent_signalsNothing()
{
    RequestListModel model(RequestListModel::Section::ToAnswer);
    fill(model);
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    fill(model);
    QCOMPARE(changed.size() + inserted.size(), 0);
}

void RequestListModelTest::setContent_anotherOrder_keepsPersistentIndexes()
{
    RequestListModel model(RequestListModel::Section::ToAnswer);
    const QAbstractItemModelTester tester(&model);
    fill(model);
    const QPersistentModelIndex urgent = model.index(0);
    for (AccessRequest& request : m_snapshot.requests) {
        if (request.id == m_urgent) {
            request.deadline.reset();
        }
    }
    fill(model);
    QVERIFY(urgent.isValid());
    QCOMPARE(urgent.data(RequestListModel::IdRole).toString(), m_urgent);
    QVERIFY(urgent.row() > 0);
    model.clear();
    QVERIFY(!urgent.isValid());
}

void RequestListModelTest::setContent_nameHoldsMarkup_staysText()
{
    for (AccessRequest& request : m_snapshot.requests) {
        request.givenName = QStringLiteral("<img src=x>%1");
    }
    RequestListModel model(RequestListModel::Section::ToAnswer);
    fill(model);
    QVERIFY(model.index(0).data().toString().startsWith(QStringLiteral("<img src=x>%1")));
    QVERIFY(
        model.index(0).data(Qt::AccessibleTextRole).toString().startsWith(QStringLiteral("<img src=x>%1")));
}

void RequestListModelTest::markRead_row_isNoLongerUnread()
{
    RequestListModel model(RequestListModel::Section::ToAnswer);
    fill(model);
    QVERIFY(model.index(0).data(RequestListModel::UnreadRole).toBool());
    model.markRead(m_urgent);
    QVERIFY(!model.index(0).data(RequestListModel::UnreadRole).toBool());
    fill(model);
    QVERIFY(!model.index(0).data(RequestListModel::UnreadRole).toBool());
}

void RequestListModelTest::search_withoutAccents_findsThePerson()
{
    RequestListModel model(RequestListModel::Section::Answered);
    SearchFilterModel filter(RequestListModel::SearchRole);
    const QAbstractItemModelTester tester(&filter);
    filter.setSourceModel(&model);
    fill(model);
    filter.setSearch(QStringLiteral("AURELIE  douane"));
    QCOMPARE(names(filter), QStringList{QStringLiteral("Aurélie Fabre")});
    filter.setSearch(QString());
    QCOMPARE(filter.rowCount(), model.rowCount());
}

} // namespace proconnect::ui

QTEST_GUILESS_MAIN(proconnect::ui::RequestListModelTest)
#include "RequestListModelTest.moc"
