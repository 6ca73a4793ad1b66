// SPDX-License-Identifier: MIT
#include "core/staff/StaffFile.h"
#include "core/staff/StaffSuggestions.h"
#include "core/table/TextFile.h"

#include <QTemporaryDir>
#include <QTest>

using namespace proconnect;
using namespace Qt::StringLiterals;

using Kind = StaffFault::Kind;
using Why = StaffSuggestion::Why;
using Faults = QList<StaffFault>;

/// Lists of staff, and whom they suggest among three people with accounts. Today is 23 November 2026.
class StaffTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void file_asPayrollWritesIt_isRead()
    {
        const StaffFile file = readStaffFile(u"Matricule;Nom;Prénom;Adresse e-mail;Salaire;Date de sortie\n"
                                             "1;ROCHE;Hélène;H.Roche@x.example;3000;\n"
                                             "2;PETIT;Paul;;2500;30/06/2026\n"_s);
        QCOMPARE(file.faults, Faults());
        QVERIFY(file.tellsLastDays);
        const QList<StaffMember> expected{{u"Hélène ROCHE"_s, u"H.Roche@x.example"_s, {}},
                                          {u"Paul PETIT"_s, QString(), QDate(2026, 6, 30)}};
        QCOMPARE(file.people, expected);
        QVERIFY(!readStaffFile(u"courriel\na@x.example\n"_s).tellsLastDays);
    }

    void file_severalColumnsOfOneKind_theFirstValueCounts()
    {
        const StaffFile file =
            readStaffFile(u"Nom complet\tNom\tAdresse\tCourriel\tFin de contrat\tDate de sortie\n"
                          "Paul Petit\tPETIT\t1 rue Neuve\tpaul@x.example\t31/12/2026\t30/06/2026\n"
                          "\tROCHE\th@x.example\t\t31/12/2026\t\n"_s);
        QCOMPARE(file.faults, Faults());
        const QList<StaffMember> expected{{u"Paul Petit"_s, u"paul@x.example"_s, QDate(2026, 6, 30)},
                                          {u"ROCHE"_s, u"h@x.example"_s, QDate(2026, 12, 31)}};
        QCOMPARE(file.people, expected);
    }

    void file_dayThatNeverComes_isNone()
    {
        const StaffFile file =
            readStaffFile(u"nom;date_sortie\nA;31/12/2999\nB;9999-12-31\nC;31/12/2099\n"_s);
        QCOMPARE(file.people.value(0).lastDay, std::nullopt);
        QCOMPARE(file.people.value(1).lastDay, std::nullopt);
        QCOMPARE(file.people.value(2).lastDay, QDate(2099, 12, 31));
    }

    void file_wrong_isTold()
    {
        const auto faults = [](const QString& text) { return readStaffFile(text).faults; };
        QCOMPARE(faults(QString()), (Faults{{Kind::NoColumns, 0}}));
        QCOMPARE(faults(u"salaire;date_sortie\n1;\n"_s), (Faults{{Kind::NoPersonColumn, 1}}));
        QCOMPARE(faults(u"nom;email;E-mail;EMAIL\na;b;c;d\n"_s), (Faults{{Kind::ColumnTwice, 1}}));
        QCOMPARE(
            faults(u"nom;date_sortie\nA;hier\n;2026-01-31\n;\nB\n\"C\n"_s),
            (Faults{
                {Kind::LastDay, 2, u"hier"_s}, {Kind::Person, 3}, {Kind::ValueCount, 5}, {Kind::Quotes, 6}}));
    }

    void file_hostile_isBounded()
    {
        const StaffFile file = readStaffFile(u"nom;email\n%1;\"a@\u202Eb\nc\"\n"_s.arg(QString(500, u'é')));
        QCOMPARE(file.people.first().name, QString(200, u'é'));
        QCOMPARE(file.people.first().email, u"a@ b c"_s);
        const StaffFile wrong = readStaffFile(u"nom;date_sortie\n"_s + u"A;x\n"_s.repeated(100'000));
        QCOMPARE(wrong.faults.size(), 100);
        QCOMPARE(wrong.moreFaults, 99'900);
        QCOMPARE(readStaffFile(u"nom\n"_s + u"A\n"_s.repeated(100'001)).faults,
                 (Faults{{Kind::TooManyPeople, 100'002}}));
    }

    void suggestions_byAddress()
    {
        QCOMPARE(suggested({{{}, u" HELENE@x.example "_s, QDate(2026, 11, 22)}, paul(), yanis()}),
                 (QList<StaffSuggestion>{{0, Why::Left, QDate(2026, 11, 22), false}}));
        QCOMPARE(suggested({{{}, u"helene@x.example"_s, QDate(2026, 11, 23)}, paul(), yanis()}),
                 (QList<StaffSuggestion>{{0, Why::Leaving, QDate(2026, 11, 23), false}}));
        QCOMPARE(suggested({{{}, u"helene@x.example"_s, {}}, paul(), yanis()}), QList<StaffSuggestion>());
    }

    void suggestions_byName_sayso()
    {
        QCOMPARE(
            suggested({{u"ROCHE Helene"_s, u"private@y.example"_s, QDate(2026, 6, 30)}, paul(), yanis()}),
            (QList<StaffSuggestion>{{0, Why::Left, QDate(2026, 6, 30), true}}));
        QCOMPARE(suggested({{u"ROCHE Helene"_s, {}, {}}, paul(), yanis()}), QList<StaffSuggestion>());
    }

    void suggestions_addressGoesBeforeName()
    {
        // A namesake left; she did not.
        QCOMPARE(suggested({{u"Hélène Roche"_s, u"other@x.example"_s, QDate(2020, 1, 1)},
                            {u"Hélène Martin"_s, u"helene@x.example"_s, {}},
                            paul(),
                            yanis()}),
                 QList<StaffSuggestion>());
    }

    void suggestions_severalLines_presentOnOneIsPresent()
    {
        const StaffMember left{u"Hélène Roche"_s, u"helene@x.example"_s, QDate(2026, 1, 31)};
        const StaffMember later{u"Hélène Roche"_s, u"helene@x.example"_s, QDate(2026, 6, 30)};
        const StaffMember back{u"Hélène Roche"_s, u"helene@x.example"_s, {}};
        QCOMPARE(suggested({left, back, later, paul(), yanis()}), QList<StaffSuggestion>());
        QCOMPARE(suggested({back, left, paul(), yanis()}), QList<StaffSuggestion>());
        QCOMPARE(suggested({later, left, paul(), yanis()}),
                 (QList<StaffSuggestion>{{0, Why::Left, QDate(2026, 6, 30), false}}));
    }

    void suggestions_notListed_butNotOfAnEmptyListNorOfThirdParties()
    {
        QCOMPARE(suggested({paul(), yanis()}),
                 (QList<StaffSuggestion>{{0, Why::NotListed, std::nullopt, false}}));
        QCOMPARE(suggested({}), QList<StaffSuggestion>());
        m_company.accounts[0].mandate = AccountMandate{u"M1"_s, QDate(2027, 1, 1), {}};
        QCOMPARE(suggested({paul(), yanis()}), QList<StaffSuggestion>());
    }

    void suggestions_listOfThoseWhoLeft_saysNothingOfOthers()
    {
        const StaffMember left{u"Paul Petit"_s, u"paul@x.example"_s, QDate(2026, 6, 30)};
        QCOMPARE(suggested({left}), (QList<StaffSuggestion>{{1, Why::Left, QDate(2026, 6, 30), false}}));
        QCOMPARE(suggested({left, yanis()}),
                 (QList<StaffSuggestion>{{0, Why::NotListed, std::nullopt, false},
                                         {1, Why::Left, QDate(2026, 6, 30), false}}));
    }

    void suggestions_whatCannotBeCompared_isNotMissing()
    {
        m_company.accounts[0].email.clear();
        QCOMPARE(suggested({{{}, u"paul@x.example"_s, {}}, {{}, u"yanis@x.example"_s, {}}}),
                 QList<StaffSuggestion>());
        QCOMPARE(suggested({paul(), yanis()}),
                 (QList<StaffSuggestion>{{0, Why::NotListed, std::nullopt, false}}));
    }

    void suggestions_severalAccounts_eachAddressAndNameCounts()
    {
        PortalAccount other = m_company.accounts.at(0);
        other.id = u"urssaf:H. Roche"_s;
        other.portal = u"urssaf"_s;
        other.holderName = u"H. Roche"_s;
        m_company.accounts.prepend(other);
        QCOMPARE(suggested({{u"Hélène Roche"_s, {}, {}}, paul(), yanis()}), QList<StaffSuggestion>());
        m_company.accounts[0].email = u"h.roche@x.example"_s;
        m_company.personLinks = {{{u"h.roche@x.example"_s, u"helene@x.example"_s}, true, {}, {}}};
        QCOMPARE(suggested({{{}, u"h.roche@x.example"_s, QDate(2020, 1, 31)},
                            {{}, u"helene@x.example"_s, {}},
                            paul(),
                            yanis()}),
                 QList<StaffSuggestion>());
    }

    void textFile_whatIsNone_isNotOpened()
    {
        const QTemporaryDir folder;
        using Trouble = TextFile::Trouble;
        QCOMPARE(readTextFile(folder.path()).trouble, Trouble::Unreadable);
        QCOMPARE(readTextFile(folder.filePath(u"nowhere"_s)).trouble, Trouble::Unreadable);
        const QString path = folder.filePath(u"liste.csv"_s);
        const auto read = [&path](const QByteArray& content) {
            QFile file(path);
            return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.flush()
                       ? readTextFile(path, 8)
                       : TextFile();
        };
        QCOMPARE(read("caf\xE9").text, u"café"_s);
        QCOMPARE(read("caf\xE9").name, u"liste.csv"_s);
        QCOMPARE(read("12345678").trouble, Trouble::None);
        QCOMPARE(read("123456789").trouble, Trouble::TooLarge);
        QCOMPARE(read(QByteArray("a\0b", 3)).trouble, Trouble::NotText);
    }

    void init()
    {
        m_company = {};
        const QList<std::pair<QString, QString>> people{{u"Hélène Roche"_s, u"helene@x.example"_s},
                                                        {u"Paul Petit"_s, u"paul@x.example"_s},
                                                        {u"Yanis Meunier"_s, u"yanis@x.example"_s}};
        for (const auto& [name, address] : people) {
            PortalAccount account;
            account.id = u"asp:"_s + name;
            account.portal = u"asp"_s;
            account.holderName = name;
            account.email = address;
            m_company.accounts += account;
        }
    }

private:
    [[nodiscard]] static StaffMember paul() { return {u"Paul Petit"_s, u"paul@x.example"_s, {}}; }
    [[nodiscard]] static StaffMember yanis() { return {u"Yanis Meunier"_s, {}, {}}; }
    [[nodiscard]] QList<StaffSuggestion> suggested(const QList<StaffMember>& staff) const
    {
        const QDate today(2026, 11, 23);
        return staffSuggestions(leavers(m_company, today), m_company, staff, today);
    }

    CompanySnapshot m_company;
};

QTEST_GUILESS_MAIN(StaffTest)
#include "StaffTest.moc"
