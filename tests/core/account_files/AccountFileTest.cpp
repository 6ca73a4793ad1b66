// SPDX-License-Identifier: MIT
#include "core/account_files/AccountFile.h"

#include "core/account_files/AccountFilePages.h"

#include <QSet>
#include <QTest>

using namespace proconnect;
using namespace Qt::StringLiterals;

using Kind = AccountFileFault::Kind;
using Faults = QList<AccountFileFault>;

/// Files that a portal gives of the company 000 058 263.
class AccountFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void file_allColumns_areRead()
    {
        const AccountFile file =
            read(u"identifiant;titulaire;adresse;role;libelle_role;administrateur;droits;siret;etat;cree_le;"
                 "derniere_connexion\n"
                 "F1;Hélène Roche;h.roche@fabre-filles.example;ADMIN;Administratrice;Oui;TVA| IS |;"
                 "000 058 263 00013;Actif;2024-01-02;2026-11-01T08:00:00Z\n"_s);
        QCOMPARE(file.faults, Faults());
        QCOMPARE(file.passedOver, QStringList());
        const FileAccount expected{2,
                                   u"F1"_s,
                                   u"Hélène Roche"_s,
                                   u"h.roche@fabre-filles.example"_s,
                                   u"ADMIN"_s,
                                   u"Administratrice"_s,
                                   true,
                                   {u"TVA"_s, u"IS"_s},
                                   {u"00005826300013"_s},
                                   true,
                                   QDate(2024, 1, 2),
                                   QDateTime(QDate(2026, 11, 1), QTime(8, 0), Qt::UTC)};
        QCOMPARE(file.accounts, QList<FileAccount>{expected});
    }

    void file_onlyIdentifiers_isEnough()
    {
        const AccountFile file = read(u"Identifiant,Commentaire\nF1,x\n"_s);
        QCOMPARE(file.faults, Faults());
        QCOMPARE(file.passedOver, QStringList{u"commentaire"_s});
        FileAccount expected;
        expected.line = 2;
        expected.identifier = u"F1"_s;
        QCOMPARE(file.accounts, QList<FileAccount>{expected});
        QVERIFY(read(u"identifiant\n"_s).faults.isEmpty());
    }

    void file_moments_areThoseOfParis_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QDateTime>("instant");
        const auto utc = [](int month, int day, int hour, int minute) {
            return QDateTime(QDate(2026, month, day), QTime(hour, minute), Qt::UTC);
        };
        QTest::newRow("with a zone") << u"2026-11-01T08:00:00+03:00"_s << utc(11, 1, 5, 0);
        QTest::newRow("winter") << u"2026-11-01T08:00:00"_s << utc(11, 1, 7, 0);
        QTest::newRow("summer, as Excel has it") << u"3/7/2026 9:30"_s << utc(7, 3, 7, 30);
        QTest::newRow("a day") << u"01/11/2026"_s << utc(10, 31, 23, 0);
    }
    void file_moments_areThoseOfParis()
    {
        QFETCH(const QString, text);
        QFETCH(const QDateTime, instant);
        const AccountFile file = read(u"identifiant;cree_le;derniere_connexion\nF1;%1;%1\n"_s.arg(text));
        QCOMPARE(file.faults, Faults());
        QCOMPARE(file.accounts.first().lastUsedAt, std::optional(instant));
        QCOMPARE(file.accounts.first().createdOn->year(), 2026);
        QCOMPARE(file.accounts.first().createdOn->day(), text.startsWith(u'3') ? 3 : 1);
    }

    void file_momentThatNoCallCarries_isTold()
    {
        const AccountFile file = read(u"identifiant;derniere_connexion\nF1;2026-11-01T08:00:00.750Z\n"
                                      "F2;9999-12-31T23:59:59-12:00\n"_s);
        QCOMPARE(file.accounts.first().lastUsedAt, QDateTime(QDate(2026, 11, 1), QTime(8, 0), Qt::UTC));
        QCOMPARE(file.faults.size(), 1);
        QCOMPARE(file.faults.first().kind, Kind::LastUsed);
    }

    void file_wrongLines_areAllTold()
    {
        const AccountFile file = read(u"identifiant;administrateur;etat;siret;cree_le;derniere_connexion\n"
                                      "F1;;;;;\n"
                                      ";non;;;;\n"
                                      "F1;;;;;\n"
                                      "F2;1;;;;\n"
                                      "F3;;ouvert;;;\n"
                                      "F4;;;00004137600019;;\n"
                                      "F5;;;;31/02/2026;\n"
                                      "F6;;;;;hier\n"
                                      "F7\n"
                                      "F8;non;Fermé;;;\n"_s);
        const Faults expected{{Kind::Identifier, 3, {}},
                              {Kind::Twice, 4, u"F1"_s},
                              {Kind::Administrator, 5, u"1"_s},
                              {Kind::State, 6, u"ouvert"_s},
                              {Kind::Establishment, 7, u"00004137600019"_s},
                              {Kind::CreatedOn, 8, u"31/02/2026"_s},
                              {Kind::LastUsed, 9, u"hier"_s},
                              {Kind::ValueCount, 10, {}}};
        QCOMPARE(file.faults, expected);
        QCOMPARE(file.accounts.size(), 2);
        QVERIFY(!file.accounts[1].open);
    }

    void file_noTable_isTold()
    {
        QCOMPARE(read(QString()).faults, (Faults{{Kind::NoColumns, 0, {}}}));
        QCOMPARE(read(u"titulaire\nX\n"_s).faults, (Faults{{Kind::NoIdentifierColumn, 1, {}}}));
        QCOMPARE(read(u"identifiant;état;etat\n"_s).faults, (Faults{{Kind::ColumnTwice, 1, {}}}));
        QCOMPARE(read(u"identifiant\nF1\n\"F2\nF3\n"_s).faults, (Faults{{Kind::Quotes, 3, {}}}));
        QCOMPARE(read(QString(64, u';') + u'\n').faults, (Faults{{Kind::TooManyColumns, 1, {}}}));
    }

    void file_hostileTexts_areBoundedAndOnOneLine()
    {
        const QString name(500, u'é');
        const AccountFile file =
            read(u"identifiant;titulaire;adresse;role\nF1;%1;\"a\u202Eb\nc\";%1\n"_s.arg(name));
        QCOMPARE(file.faults, Faults());
        const FileAccount& account = file.accounts.first();
        QCOMPARE(account.holder, name.left(200));
        QCOMPARE(account.email, u"a b c"_s);
        QCOMPARE(account.roleCode, name.left(128));
        QCOMPARE(account.roleLabel, name.left(300));
    }

    void file_hostileIdentifiers_areRefused_data()
    {
        QTest::addColumn<QString>("identifier");
        QTest::newRow("long") << QString(129, u'F');
        QTest::newRow("reordered") << u"F\u202E1"_s;
        QTest::newRow("two lines") << u"\"F\n1\""_s;
        QTest::newRow("control") << u"F\u00011"_s;
        QTest::newRow("ten million letters") << QString(10'000'000, u'F');
    }
    void file_hostileIdentifiers_areRefused()
    {
        QFETCH(const QString, identifier);
        const AccountFile file = read(u"identifiant\n"_s + identifier + u"\nF2\n"_s);
        QCOMPARE(file.faults.size(), 1);
        QCOMPARE(file.faults.first().kind, Kind::Identifier);
        QVERIFY(file.faults.first().value.size() <= 60);
        QCOMPARE(file.accounts.size(), 1);
    }

    void file_listsThatNoAccountHas_areRefused()
    {
        const AccountFile file = read(u"identifiant;droits;siret\nF1;%1;\nF2;;%2\nF3;%3;\n"_s.arg(
            QString(4001, u'x'), QString(5000, u'|'), QStringList(201, u"a"_s).join(u'|')));
        const Faults expected{{Kind::TooLong, 2, {}}, {Kind::TooLong, 3, {}}, {Kind::TooLong, 4, {}}};
        QCOMPARE(file.faults, expected);
    }

    void file_manyWrongLines_areNotAllTold()
    {
        const AccountFile file = read(u"identifiant;etat\n"_s + u"F;x\n"_s.repeated(100'000));
        QCOMPARE(file.faults.size(), 100);
        QCOMPARE(file.faults.last().line, 101);
        QCOMPARE(file.moreFaults, 99'900);
        QVERIFY(!file.cut);
        const AccountFile twice = read(u"identifiant\n"_s + u"F\n"_s.repeated(100'001));
        QCOMPARE(twice.faults.size(), 100);
        QCOMPARE(twice.faults.last(), (AccountFileFault{Kind::TooManyAccounts, 100'002, {}}));
        QVERIFY(twice.cut);
        QCOMPARE(twice.faults.size() + twice.moreFaults, 100'000);
        for (const qsizetype wrong : {99, 100, 101}) {
            const AccountFile some = read(u"identifiant;etat\n"_s + u"F;x\n"_s.repeated(wrong));
            QCOMPARE(some.faults.size(), std::min<qsizetype>(wrong, 100));
            QCOMPARE(some.moreFaults, std::max<qsizetype>(wrong - 100, 0));
        }
        // Lines of both kinds: the first hundred by their lines.
        const AccountFile mixed = read(u"identifiant;etat\n"_s + u"F;x\nF\n"_s.repeated(80));
        QCOMPARE(mixed.faults.last().line, 101);
        QCOMPARE(mixed.moreFaults, 60);
    }

    void file_stopped_isNotReadOn()
    {
        std::stop_source source;
        source.request_stop();
        const auto file = readAccountFile(u"identifiant\nF1\n"_s, u"000058263"_s, source.get_token());
        QVERIFY(file.accounts.isEmpty());
    }

    void pages_readAgain_areTheSame()
    {
        const AccountFile file =
            read(u"identifiant;titulaire;adresse;droits;siret;etat;cree_le;derniere_connexion\n"
                 "F1;\"Roche; dite \"\"Lène\"\"\";h@x.example;A|B;00005826300013;ferme;"
                 "02/01/2024;01/11/2026 09:00\n"
                 "F2;=1+1;;;;;;\n"
                 "F3;;;;;;;\n"_s);
        QCOMPARE(file.faults, Faults());
        for (const qsizetype largest : {qsizetype(1), qsizetype(220), largestAccountFilePage}) {
            QList<FileAccount> again;
            const QList<QByteArray> pages = accountFilePages(file.accounts, largest);
            QCOMPARE(pages.size(), largest == 1 ? 3 : largest == 220 ? 2 : 1);
            for (const QByteArray& page : pages) {
                const AccountFile part = read(QString::fromUtf8(page));
                QCOMPARE(part.faults, Faults());
                again += part.accounts;
            }
            QCOMPARE(again.size(), file.accounts.size());
            for (qsizetype i = 0; i < again.size(); ++i) {
                again[i].line = file.accounts[i].line;
            }
            QCOMPARE(again, file.accounts);
        }
        QCOMPARE(accountFilePages({}).size(), 1);
        QVERIFY(read(QString::fromUtf8(accountFilePages({}).first())).faults.isEmpty());
    }

    void pages_longestLine_fitsACall()
    {
        const QString wide(4000, u'€');
        const AccountFile file =
            read(u"identifiant;titulaire;adresse;role;libelle_role;droits\n%1;%2;%2;%2;%2;%3\n"_s.arg(
                QString(128, u'€'), wide, QStringList(31, QString(128, u'€')).join(u'|')));
        QCOMPARE(file.faults, Faults());
        QVERIFY(accountFilePages(file.accounts).first().size() <= largestAccountFilePage);
    }

    void faults_each_haveACodeOfTheirOwn()
    {
        QSet<QByteArray> codes;
        const int last = static_cast<int>(Kind::TooLong);
        for (int kind = 0; kind <= last; ++kind) {
            codes.insert(faultCode(static_cast<Kind>(kind)));
        }
        QCOMPARE(codes.size(), last + 1);
        QCOMPARE(faultColumn(Kind::Establishment), u"siret"_s);
        QCOMPARE(faultColumn(Kind::Quotes), QString());
    }

private:
    [[nodiscard]] static AccountFile read(const QString& text)
    {
        return readAccountFile(text, u"000058263"_s);
    }
};

QTEST_GUILESS_MAIN(AccountFileTest)
#include "AccountFileTest.moc"
