// SPDX-License-Identifier: MIT
#include "core/account_files/AccountFileChanges.h"

#include <QTest>

using namespace proconnect;
using namespace Qt::StringLiterals;

using Field = AccountFileChanges::Field;

class AccountFileChangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameFile_changesNothing()
    {
        const AccountFileChanges changes = accountFileChanges({inFile()}, {known()}, u"asp"_s);
        QCOMPARE(changes.unchanged, 1);
        QVERIFY(changes.added.isEmpty() && changes.changed.isEmpty() && changes.gone.isEmpty());
    }

    void unknownOrClosedBefore_isAdded()
    {
        PortalAccount closed = known();
        closed.state = AccountState::Closed;
        QCOMPARE(accountFileChanges({inFile()}, {closed}, u"asp"_s).added, QList<FileAccount>{inFile()});
        QCOMPARE(accountFileChanges({inFile()}, {}, u"asp"_s).added, QList<FileAccount>{inFile()});
        FileAccount shut = inFile();
        shut.open = false;
        QVERIFY(accountFileChanges({shut}, {}, u"asp"_s).added.isEmpty());
    }

    void missingOrClosedInTheFile_isGone()
    {
        FileAccount shut = inFile();
        shut.open = false;
        QCOMPARE(accountFileChanges({shut}, {known()}, u"asp"_s).gone, QList<PortalAccount>{known()});
        PortalAccount waiting = known();
        waiting.state = AccountState::ClosureManual;
        QCOMPARE(accountFileChanges({}, {waiting}, u"asp"_s).gone, QList<PortalAccount>{waiting});
        QCOMPARE(accountFileChanges({inFile()}, {waiting}, u"asp"_s).unchanged, 1);
        PortalAccount closed = known();
        closed.state = AccountState::Closed;
        QVERIFY(accountFileChanges({}, {closed}, u"asp"_s).gone.isEmpty());
    }

    void otherPortals_stayOut()
    {
        PortalAccount other = known();
        other.portal = u"impots"_s;
        const AccountFileChanges changes = accountFileChanges({inFile()}, {other}, u"asp"_s);
        QCOMPARE(changes.added.size(), 1);
        QVERIFY(changes.gone.isEmpty());
    }

    void eachDifference_isNamed()
    {
        const auto fieldsOf = [](const FileAccount& account) {
            const AccountFileChanges changes = accountFileChanges({account}, {known()}, u"asp"_s);
            return changes.changed.isEmpty() ? QList<Field>() : changes.changed.first().fields;
        };
        FileAccount one = inFile();
        one.holder = u"Hélène Martin"_s;
        QCOMPARE(fieldsOf(one), QList<Field>{Field::Holder});
        one = inFile();
        one.email.clear();
        QCOMPARE(fieldsOf(one), QList<Field>{Field::Email});
        one = inFile();
        one.roleLabel = u"Autre"_s;
        one.administrator = true;
        QCOMPARE(fieldsOf(one), (QList<Field>{Field::Role, Field::Administrator}));
        one = inFile();
        one.rights.append(u"IS"_s);
        QCOMPARE(fieldsOf(one), QList<Field>{Field::Rights});
        one = inFile();
        one.sirets.clear();
        one.createdOn.reset();
        one.lastUsedAt.reset();
        QCOMPARE(fieldsOf(one), (QList<Field>{Field::Places, Field::CreatedOn, Field::LastUsed}));
    }

    void endsMany_moreThanHalfOrTen()
    {
        const auto changes = [](int gone, int same) {
            AccountFileChanges one;
            one.gone.resize(gone);
            one.unchanged = same;
            return one;
        };
        QCOMPARE(changes(2, 3).known(), 5);
        QVERIFY(!changes(0, 0).endsMany());
        QVERIFY(!changes(1, 1).endsMany());
        QVERIFY(changes(2, 1).endsMany());
        QVERIFY(!changes(10, 100).endsMany());
        QVERIFY(changes(11, 100).endsMany());
    }

private:
    [[nodiscard]] static QDateTime used() { return {QDate(2026, 11, 1), QTime(8, 0), Qt::UTC}; }
    [[nodiscard]] static FileAccount inFile()
    {
        return {2,
                u"F1"_s,
                u"Hélène Roche"_s,
                u"h@x.example"_s,
                u"R"_s,
                u"R"_s,
                false,
                {u"TVA"_s},
                {u"00005826300013"_s},
                true,
                QDate(2024, 1, 2),
                used()};
    }
    [[nodiscard]] static PortalAccount known()
    {
        PortalAccount account;
        account.id = u"asp:F1"_s;
        account.portal = u"asp"_s;
        account.portalAccountId = u"F1"_s;
        account.holderName = u"Hélène Roche"_s;
        account.email = u"h@x.example"_s;
        account.roleCode = account.roleLabel = u"R"_s;
        account.rights = {{u"TVA"_s, u"Déclarer la TVA"_s, false}};
        account.sirets = {u"00005826300013"_s};
        account.createdOn = QDate(2024, 1, 2);
        account.lastUsedAt = used();
        return account;
    }
};

QTEST_GUILESS_MAIN(AccountFileChangesTest)
#include "AccountFileChangesTest.moc"
