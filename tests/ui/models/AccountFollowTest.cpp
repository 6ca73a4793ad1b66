// SPDX-License-Identifier: MIT
#include "tests/ui/fakes/DemonstrationSnapshot.h"
#include "ui/models/AccountTreeModel.h"
#include "ui/text/Language.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QtTest>

namespace proconnect::ui {

/// A model that followed change after change is the same as one made anew.
class AccountFollowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_language.use(QStringLiteral("fr")); }

    void follow_anyChanges_isWhatWouldBeMadeAnew_data();
    void follow_anyChanges_isWhatWouldBeMadeAnew();
    void follow_oneChange_keepsEveryOtherLine();
    void follow_anotherDay_isMadeAnew();

private:
    Language m_language;
};

namespace {

using Random = QRandomGenerator;

/// Names that meet, with and without accents; the same person under two addresses.
const QStringList names{QStringLiteral("Anne Roche"),   QStringLiteral("Roche Anne"),
                        QStringLiteral("ÉMILIE Caron"), QStringLiteral("Emilie Caron"),
                        QStringLiteral("Zoé Ziani"),    QString(),
                        QStringLiteral("anne roche"),   QStringLiteral("Paul Dufour")};
const QStringList addresses{QStringLiteral("a@x.example"), QStringLiteral("A@X.example"),
                            QStringLiteral("b@x.example"), QStringLiteral("c@x.example"),
                            QStringLiteral("d@x.example"), QString()};

template <typename List>
typename List::value_type oneOf(const List& list, Random& random)
{
    return list.at(random.bounded(static_cast<int>(list.size())));
}

PortalAccount someAccount(const CompanySnapshot& company, int number, Random& random)
{
    static const QList<AccountState> states{AccountState::Active, AccountState::Active,
                                            AccountState::Suspended, AccountState::Closed,
                                            AccountState::ClosureFailed};
    PortalAccount account;
    account.id = QStringLiteral("n:%1").arg(number, 6, 10, QLatin1Char('0'));
    account.portal = oneOf(company.portals, random).id;
    account.holderName = oneOf(names, random);
    account.email = oneOf(addresses, random);
    account.administratorRole = random.bounded(3) == 0;
    account.soleRole = random.bounded(5) == 0;
    account.roleLabel = QStringLiteral("Rôle %1").arg(random.bounded(12));
    account.state = oneOf(states, random);
    if (random.bounded(2) == 0) {
        account.sirets = {oneOf(company.company.establishments, random).siret};
    }
    if (random.bounded(4) == 0) {
        account.sirets += QStringLiteral("0000582630%1").arg(random.bounded(3), 4, 10, QLatin1Char('9'));
    }
    if (random.bounded(6) == 0) {
        account.holderLeftOn = QDate(2026, 11, 20).addDays(random.bounded(10));
    }
    if (random.bounded(3) > 0) {
        account.lastUsedAt = tests::demonstrationNow().addDays(-random.bounded(500));
    }
    account.createdOn = QDate(2024, 1, 1).addDays(random.bounded(4));
    if (random.bounded(6) == 0) {
        account.signalList += AccountSignal::GenericAddress;
    }
    return account;
}

/// Some accounts come, go, change or change places, and now and then what is said beside them does.
void change(CompanySnapshot& company, DecisionTracker::ByTarget& decisions, Random& random)
{
    auto& accounts = company.accounts;
    for (int left = random.bounded(1, 5); left > 0; --left) {
        const int place = random.bounded(static_cast<int>(accounts.size()) + 1);
        const bool there = place < accounts.size();
        switch (random.bounded(5)) {
        case 0:
            accounts.insert(place,
                            someAccount(company, static_cast<int>(random.bounded(1000, 999'999)), random));
            break;
        case 1:
            if (there) {
                accounts.removeAt(place);
            }
            break;
        case 2:
            if (there) {
                accounts.move(place, random.bounded(static_cast<int>(accounts.size())));
            }
            break;
        default:
            if (there) {
                const QString id = accounts.at(place).id;
                accounts[place] = someAccount(company, 0, random);
                accounts[place].id = id;
            }
        }
    }
    const bool any = !accounts.isEmpty();
    if (any && random.bounded(4) == 0) {
        company.setAside += {oneOf(accounts, random).id,
                             oneOf(findingKinds(), random),
                             {},
                             QDate(2026, 11, 22).addDays(random.bounded(3))};
    }
    if (random.bounded(10) == 0) {
        company.setAside.clear();
    }
    if (random.bounded(4) == 0) {
        company.sources.first().asOf = tests::demonstrationNow().addSecs(-random.bounded(100'000));
    }
    if (any && random.bounded(4) == 0) {
        DecisionTracker::Progress progress;
        progress.decision.kind = DecisionKind::CloseAccount;
        progress.decision.target = oneOf(accounts, random).id;
        decisions.insert(progress.decision.target, progress);
    }
    if (random.bounded(8) == 0) {
        decisions.clear();
    }
}

QByteArray told(const AccountTreeModel& model, const QModelIndex& index)
{
    QStringList parts;
    for (const int role : {int(AccountTreeModel::KeyRole), int(AccountTreeModel::NameRole),
                           int(AccountTreeModel::SubtitleRole), int(AccountTreeModel::AttentionRole),
                           int(AccountTreeModel::NamesakesRole), int(AccountTreeModel::PersonGroupRole),
                           int(AccountTreeModel::SourceDateRole), int(Qt::AccessibleTextRole),
                           int(Qt::AccessibleDescriptionRole)}) {
        parts += model.data(index, role).toString();
    }
    for (int column = 0; column < model.columnCount(); ++column) {
        parts += model.data(index.siblingAtColumn(column), Qt::DisplayRole).toString();
        parts += model.data(index.siblingAtColumn(column), Qt::ToolTipRole).toString();
    }
    parts += model.data(index, AccountTreeModel::BadgeRole).value<BadgeContent>().text;
    return parts.join(u'|').toUtf8();
}

/// Everything that the model shows, line after line.
QByteArrayList shown(const AccountTreeModel& model)
{
    QByteArrayList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex group = model.index(row, 0);
        lines += told(model, group);
        for (int line = 0; line < model.rowCount(group); ++line) {
            lines += "  " + told(model, model.index(line, 0, group));
        }
    }
    return lines;
}

/// What is known of the accounts besides, by account.
QByteArrayList known(const AccountTreeModel& model)
{
    QByteArrayList lines;
    for (int filter = 0; filter < static_cast<int>(AccountFilter::Count); ++filter) {
        lines += QByteArray::number(model.count(static_cast<AccountFilter>(filter)));
    }
    for (qsizetype i = 0; i < model.known().size(); ++i) {
        QStringList parts;
        for (const FindingKind kind : findingKinds()) {
            parts += QString::number(int(model.known().findings(i).contains(kind)) +
                                     2 * int(model.known().setAside(i).contains(kind)));
        }
        for (const auto field :
             {AccountIndex::Person, AccountIndex::Portal, AccountIndex::Places, AccountIndex::Possible}) {
            parts += model.known().text(field, model.known().value(field, i));
        }
        const int person = model.known().value(AccountIndex::Person, i);
        QStringList namesakes;
        for (const int other : model.known().namesakes(person)) {
            namesakes += model.known().personKey(other);
        }
        namesakes.sort();
        parts += model.known().personKey(person) + namesakes.join(u',');
        lines += parts.join(u'|').toUtf8();
    }
    for (const int account : model.found()) {
        lines += QByteArray::number(account);
    }
    return lines;
}

/// What makes the two differ, or nothing.
QByteArray difference(const QByteArrayList& found, const QByteArrayList& expected)
{
    for (qsizetype i = 0; i < std::max(found.size(), expected.size()); ++i) {
        if (found.value(i, "-") != expected.value(i, "-")) {
            return QByteArray::number(i) + ": " + found.value(i, "-") + "\ninstead of " +
                   expected.value(i, "-");
        }
    }
    return {};
}

} // namespace

void AccountFollowTest::follow_anyChanges_isWhatWouldBeMadeAnew_data()
{
    QTest::addColumn<AccountTreeModel::Grouping>("grouping");
    QTest::addColumn<AccountFilter>("filter");
    QTest::addColumn<QString>("search");
    QTest::addColumn<int>("column");
    using Grouping = AccountTreeModel::Grouping;
    for (const Grouping grouping : {Grouping::Person, Grouping::Portal, Grouping::Establishment}) {
        for (const AccountFilter filter : {AccountFilter::Open, AccountFilter::Administrators,
                                           AccountFilter::Closed, AccountFilter::SetAside}) {
            for (const QString& search :
                 {QString(), QStringLiteral("roche"), QStringLiteral("x.ex rôle 1")}) {
                for (const int column :
                     {-1, int(AccountTreeModel::WhoColumn), int(AccountTreeModel::PlaceColumn),
                      int(AccountTreeModel::LastUseColumn)}) {
                    QTest::addRow("%d %d %s %d", int(grouping), int(filter), qPrintable(search), column)
                        << grouping << filter << search << column;
                }
            }
        }
    }
}

void AccountFollowTest::follow_anyChanges_isWhatWouldBeMadeAnew()
{
    QFETCH(const AccountTreeModel::Grouping, grouping);
    QFETCH(const AccountFilter, filter);
    QFETCH(const QString, search);
    QFETCH(const int, column);
    Random random(
        static_cast<quint32>(int(grouping) * 1000 + int(filter) * 100 + column * 10 + search.size()));
    const DateText dates(tests::demonstrationNow());
    const Qt::SortOrder order = random.bounded(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder;
    const auto choose = [&](AccountTreeModel& model) {
        model.setGrouping(grouping);
        model.setFilter(filter);
        model.setSearch(search);
        model.sort(column, order);
    };
    CompanySnapshot company = tests::demonstrationSnapshot();
    company.personLinks = {{{addresses.at(2), addresses.at(3)}, random.bounded(2) == 0}};
    company.accounts.clear();
    for (int i = 0; i < 20; ++i) {
        company.accounts += someAccount(company, i, random);
    }
    DecisionTracker::ByTarget decisions;
    AccountTreeModel model;
    model.setContent(company, decisions, dates);
    choose(model);
    const QAbstractItemModelTester tester(&model);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    for (int turn = 0; turn < 25; ++turn) {
        QHash<QString, QPersistentModelIndex> lines; // by account and group
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex group = model.index(row, 0);
            for (int line = 0; line < model.rowCount(group); ++line) {
                const QModelIndex one = model.index(line, 2, group);
                lines.insert(group.data(AccountTreeModel::KeyRole).toString() + u'|' +
                                 one.data(AccountTreeModel::KeyRole).toString(),
                             one);
            }
        }
        change(company, decisions, random);
        model.setContent(company, decisions, dates);
        AccountTreeModel anew;
        anew.setContent(company, decisions, dates);
        choose(anew);
        QCOMPARE(difference(shown(model), shown(anew)), QByteArray());
        QCOMPARE(difference(known(model), known(anew)), QByteArray());
        for (auto line = lines.cbegin(); line != lines.cend(); ++line) {
            QVERIFY(!line->isValid() || line->column() == 2);
            QVERIFY(!line->isValid() ||
                    line.key().endsWith(u'|' + line->data(AccountTreeModel::KeyRole).toString()));
        }
        if (turn % 8 == 7) {
            // What was followed serves the next search too.
            model.setSearch(QStringLiteral("caron"));
            anew.setSearch(QStringLiteral("caron"));
            QCOMPARE(difference(shown(model), shown(anew)), QByteArray());
            model.setSearch(search);
        }
    }
    // Those of the searches alone.
    QCOMPARE(resets.size(), 6);
}

void AccountFollowTest::follow_oneChange_keepsEveryOtherLine()
{
    CompanySnapshot company = tests::demonstrationSnapshot();
    const DateText dates(tests::demonstrationNow());
    AccountTreeModel model;
    model.setContent(company, {}, dates);
    QHash<QString, QPersistentModelIndex> lines;
    for (const PortalAccount& account : std::as_const(company.accounts)) {
        if (const QModelIndex line = model.indexOf(account.id); line.isValid()) {
            lines.insert(account.id, line);
        }
    }
    const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    company.accounts.first().roleLabel += u'2';
    const QString gone = company.accounts.last().id;
    QVERIFY(lines.contains(gone));
    company.accounts.removeLast();
    model.setContent(company, {}, dates);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(inserted.size(), 0);
    QVERIFY(!changed.isEmpty());
    for (auto line = lines.cbegin(); line != lines.cend(); ++line) {
        QCOMPARE(line->isValid(), line.key() != gone);
        QVERIFY(line.key() == gone || line->data(AccountTreeModel::KeyRole).toString() == line.key());
    }
}

void AccountFollowTest::follow_anotherDay_isMadeAnew()
{
    CompanySnapshot company = tests::demonstrationSnapshot();
    company.accounts.first().holderLeftOn = QDate(2026, 11, 23);
    AccountTreeModel model;
    model.setContent(company, {}, DateText(tests::demonstrationNow()));
    const int left = model.count(AccountFilter::Departures);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setContent(company, {}, DateText(tests::demonstrationNow().addDays(1)));
    QCOMPARE(resets.size(), 1);
    QCOMPARE(model.count(AccountFilter::Departures), left + 1);
}

} // namespace proconnect::ui

QTEST_GUILESS_MAIN(proconnect::ui::AccountFollowTest)
#include "AccountFollowTest.moc"
