// SPDX-License-Identifier: MIT
#include "core/account_files/AccountFileChanges.h"
#include "core/account_files/AccountFilePages.h"
#include "core/table/DecodedText.h"
#include "tests/service/account_files/AccountFileBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

/// The portal "impots" gives its accounts as a file, which Claire Fabre hands in.
class AccountFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<AccountFileBench>(); }

    void handIn_file_showsTheAccountsAndWhoDid()
    {
        const auto answer =
            handIn("identifiant;titulaire;adresse;role;libelle_role;administrateur;droits;siret;etat;"
                   "cree_le;derniere_connexion\n"
                   "F1;Hélène Roche;h.roche@fabre-filles.example;ADMIN;Administratrice;oui;TVA|IS;"
                   "00005826300013;actif;2024-01-02;2026-11-01T08:00:00Z\n"
                   "F2;;;;;;;;ferme;;\n");
        QCOMPARE(answer.body, R"({"accounts":2,"changed":true,"pagesLeft":0})");
        const CompanySnapshot snapshot = m_desk->snapshot();
        const PortalAccount& account = snapshot.accounts[0];
        QCOMPARE(account.holderName, u"Hélène Roche"_s);
        QCOMPARE(account.roleLabel, u"Administratrice"_s);
        QVERIFY(account.administratorRole);
        QCOMPARE(account.rights.size(), 2);
        QCOMPARE(account.sirets, QStringList{u"00005826300013"_s});
        QCOMPARE(account.createdOn, QDate(2024, 1, 2));
        QCOMPARE(snapshot.accounts[1].state, AccountState::Closed);
        QCOMPARE(snapshot.sources[0].method, PortalSource::Method::File);
        QCOMPARE(snapshot.sources[0].asOf, m_desk->bench.clock.now().addSecs(-60));
        QCOMPARE(snapshot.journal[0].kind, u"accounts.handedIn"_s);
        QCOMPARE(snapshot.journal[0].actor, u"Claire Fabre"_s);
    }

    void handIn_nextFile_provesAClosureByHand()
    {
        QCOMPARE(handIn("identifiant\nF1\nF2\n").status, 200);
        const PortalAccount account = m_desk->snapshot().accounts[0];
        QCOMPARE(
            m_desk->decide(m_desk->decision(DecisionKind::CloseAccount, account.id, account.version)).status,
            201);
        QCOMPARE(state(0), AccountState::ClosureManual);
        m_desk->bench.clock.advance(3600);
        QCOMPARE(handIn("identifiant\nF1\nF2\n").status, 200);
        QCOMPARE(state(0), AccountState::ClosureManual);
        m_desk->bench.clock.advance(3600);
        QCOMPARE(handIn("identifiant\nF2\n").status, 200);
        QCOMPARE(state(0), AccountState::Closed);
        QCOMPARE(state(1), AccountState::Active);
    }

    void handIn_pages_closeNobodyBeforeTheLast()
    {
        QCOMPARE(handIn("identifiant\nF1\nF2\n").status, 200);
        m_desk->bench.clock.advance(3600);
        QCOMPARE(handIn("identifiant\nF3\n", page(1, 2)).body,
                 R"({"accounts":1,"changed":true,"pagesLeft":1})");
        QCOMPARE(state(0), AccountState::Active);
        QCOMPARE(handIn("identifiant\nF1\n", page(2, 2)).status, 200);
        QCOMPARE(state(0), AccountState::Active);
        QCOMPARE(state(1), AccountState::Closed);
        QCOMPARE(handIn("identifiant\n", page(3, 2)).status, 400);
    }

    /// As the desktop does: read, shown, cut into pages, handed in.
    void handIn_pagesOfTheDesktop_giveWhatItShowed()
    {
        const QByteArray saved(
            "Identifiant;Titulaire;Rôle;Droits;Siret;Créé le;Dernière connexion\r\n"
            "F1;\"Roche; Hélène\";ADMIN;TVA|IS;00005826300013;02/01/2024;01/11/2026 09:00\r\n"
            "F2;Paul;;;;;\r\n");
        const auto text = decodeText(QString::fromUtf8(saved).toLatin1(), TextEncodings::Utf8OrWindows1252);
        const AccountFile file = readAccountFile(*text, u"000058263"_s);
        QVERIFY(file.faults.isEmpty());
        const auto changes = [&] {
            return accountFileChanges(file.accounts, m_desk->snapshot().accounts, u"impots"_s);
        };
        QCOMPARE(changes().added.size(), 2);
        const QList<QByteArray> pages = accountFilePages(file.accounts, 1);
        QCOMPARE(pages.size(), 2);
        for (int number = 1; number <= 2; ++number) {
            QCOMPARE(handIn(pages[number - 1], page(number, 2)).status, 200);
        }
        QCOMPARE(changes().unchanged, 2);
        QCOMPARE(changes().added.size() + changes().changed.size() + changes().gone.size(), 0);
        QCOMPARE(m_desk->snapshot().accounts[0].holderName, u"Roche; Hélène"_s);
    }

    void handIn_older_isAConflict()
    {
        QCOMPARE(handIn("identifiant\nF1\n").status, 200);
        m_desk->bench.clock.advance(-3600);
        QCOMPARE(handIn("identifiant\n").status, 409);
        QCOMPARE(state(0), AccountState::Active);
    }

    /// A wrong list of today's, and the right one of last week.
    void handIn_olderInPlaceOfANewerOne_counts()
    {
        const QDateTime wrong = m_desk->bench.clock.now().addSecs(-3600);
        const QDateTime right = wrong.addDays(-7);
        QCOMPARE(handIn("identifiant\nF1\nF2\n", dated(right)).status, 200);
        QCOMPARE(handIn("identifiant\nX1\n", dated(wrong)).status, 200);
        QCOMPARE(state(0), AccountState::Closed);
        const QDateTime between = wrong.addDays(-2);
        QCOMPARE(handIn("identifiant\nF1\nF2\n", dated(between)).status, 409);
        // Only of what stands there now.
        QCOMPARE(handIn("identifiant\nF1\nF2\n", instead(between, wrong.addSecs(-60))).status, 409);
        QCOMPARE(handIn("identifiant\nF1\nF2\n", instead(between, between)).status, 400);
        QCOMPARE(handIn("identifiant\nF1\nF2\n", {{u"asOf"_s, iso(between)}, {u"replaces"_s, u"x"_s}}).status,
                 400);
        QCOMPARE(handIn("identifiant\nF1\nF2\n", instead(between, wrong)).status, 200);
        CompanySnapshot snapshot = m_desk->snapshot();
        QCOMPARE(snapshot.sources[0].asOf, between);
        QCOMPARE(snapshot.journal[0].kind, u"accounts.replaced"_s);
        QCOMPARE(snapshot.journal[0].actor, u"Claire Fabre"_s);
        QCOMPARE(openAccounts(), (QStringList{u"F1"_s, u"F2"_s}));
        // The same again, as after an answer that was lost; and one that is newer than this, older than the
        // wrong.
        QCOMPARE(handIn("identifiant\nF1\nF2\n", instead(between, wrong)).body,
                 R"({"accounts":2,"changed":false,"pagesLeft":0})");
        QCOMPARE(handIn("identifiant\nF1\n", dated(between.addSecs(60))).status, 200);
        QCOMPARE(openAccounts(), QStringList{u"F1"_s});
    }

    void handIn_pagesInPlaceOfANewerOne_count()
    {
        const QDateTime wrong = m_desk->bench.clock.now().addSecs(-3600);
        const QDateTime right = wrong.addDays(-7);
        QCOMPARE(handIn("identifiant\nX1\n", page(1, 2) + dated(wrong)).status, 200);
        QCOMPARE(handIn("identifiant\nX2\n", page(2, 2) + dated(wrong)).status, 200);
        const auto part = [&](int number, const QDateTime& replaced) {
            return replacing(number, right, replaced);
        };
        QCOMPARE(part(1, wrong.addSecs(1)).status, 409);
        QCOMPARE(part(1, wrong).status, 200);
        QCOMPARE(m_desk->snapshot().sources[0].asOf, wrong);
        QCOMPARE(part(2, wrong).status, 200);
        QCOMPARE(m_desk->snapshot().sources[0].asOf, right);
        QCOMPARE(openAccounts(), (QStringList{u"F1"_s, u"F2"_s}));
        QCOMPARE(part(2, wrong).status, 200);
        QCOMPARE(handIn("identifiant\nF1\n", dated(right.addSecs(60))).status, 200);
        QCOMPARE(openAccounts(), QStringList{u"F1"_s});
    }

    /// A wrong list of today's of which one page came.
    void handIn_olderInPlaceOfAPage_counts()
    {
        const QDateTime wrong = m_desk->bench.clock.now().addSecs(-3600);
        const QDateTime before = wrong.addDays(-9);
        const QDateTime right = wrong.addDays(-7);
        QCOMPARE(handIn("identifiant\nF0\n", dated(before)).status, 200);
        QCOMPARE(handIn("identifiant\nX1\n", page(1, 2) + dated(wrong)).status, 200);
        const HttpResponse told = handIn("identifiant\nF1\n", dated(right));
        QCOMPARE(told.status, 409);
        QCOMPARE(DeskBench::json(told)[u"argument"].toString(), iso(wrong));
        QCOMPARE(handIn("identifiant\nF1\n", instead(right, wrong.addSecs(-60))).status, 409);
        QCOMPARE(handIn("identifiant\nF1\n", instead(right, wrong)).status, 200);
        QCOMPARE(openAccounts(), QStringList{u"F1"_s});
        QCOMPARE(m_desk->snapshot().sources[0].asOf, right);
        QCOMPARE(m_desk->snapshot().journal[0].kind, u"accounts.replaced"_s);
        // A page of it that comes late stands in the way no longer than the first.
        QCOMPARE(handIn("identifiant\nX2\n", page(2, 2) + dated(wrong)).body,
                 R"({"accounts":1,"changed":true,"pagesLeft":1})");
        QCOMPARE(handIn("identifiant\nF1\nF2\n", instead(right.addSecs(60), wrong)).status, 200);
        QCOMPARE(openAccounts(), (QStringList{u"F1"_s, u"F2"_s}));
    }

    void handIn_pagesInPlaceOfAPage_count()
    {
        const QDateTime wrong = m_desk->bench.clock.now().addSecs(-3600);
        const QDateTime right = wrong.addDays(-7);
        QCOMPARE(handIn("identifiant\nX1\n", page(1, 2) + dated(wrong)).status, 200);
        QCOMPARE(replacing(1, right, wrong).status, 200);
        QCOMPARE(replacing(2, right, wrong).status, 200);
        QCOMPARE(openAccounts(), (QStringList{u"F1"_s, u"F2"_s}));
        QCOMPARE(m_desk->snapshot().sources[0].asOf, right);
        QCOMPARE(m_desk->snapshot().journal[0].kind, u"accounts.replaced"_s);
    }

    /// Of what came between two pages nobody has been told.
    void handIn_pagesInPlaceOfANewerOne_neverPushOutWhatCameMeanwhile_data()
    {
        QTest::addColumn<bool>("whole");
        QTest::newRow("a list") << true;
        QTest::newRow("a page of one") << false;
    }
    void handIn_pagesInPlaceOfANewerOne_neverPushOutWhatCameMeanwhile()
    {
        QFETCH(bool, whole);
        const QDateTime wrong = m_desk->bench.clock.now().addSecs(-3600);
        const QDateTime right = wrong.addDays(-7);
        const QDateTime meanwhile = wrong.addSecs(600);
        QCOMPARE(handIn("identifiant\nX1\n", dated(wrong)).status, 200);
        QCOMPARE(replacing(1, right, wrong).status, 200);
        QCOMPARE(handIn("identifiant\nN1\n", (whole ? Parameters() : page(1, 2)) + dated(meanwhile)).status,
                 200);
        const HttpResponse told = replacing(2, right, wrong);
        QCOMPARE(told.status, 409);
        QCOMPARE(DeskBench::json(told)[u"argument"].toString(), iso(meanwhile));
        QCOMPARE(openAccounts(), whole ? QStringList{u"N1"_s} : (QStringList{u"F1"_s, u"N1"_s, u"X1"_s}));
        if (!whole) {
            QCOMPARE(handIn("identifiant\nN2\n", page(2, 2) + dated(meanwhile)).status, 200);
            QCOMPARE(openAccounts(), (QStringList{u"N1"_s, u"N2"_s}));
        }
    }

    /// A whole list in the place of one that came in pages, whose date must not stand in the way any more.
    void handIn_wholeInPlaceOfPages_countsAndNextIsTaken()
    {
        const QDateTime wrong = m_desk->bench.clock.now().addSecs(-3600);
        QCOMPARE(handIn("identifiant\nX1\n", page(1, 2) + dated(wrong)).status, 200);
        QCOMPARE(handIn("identifiant\nX2\n", page(2, 2) + dated(wrong)).status, 200);
        const QDateTime right = wrong.addDays(-7);
        QCOMPARE(handIn("identifiant\nF1\n", instead(right, wrong)).status, 200);
        QCOMPARE(handIn("identifiant\nF1\nF2\n", dated(right.addDays(1))).status, 200);
        QCOMPARE(openAccounts(), (QStringList{u"F1"_s, u"F2"_s}));
    }

    void handIn_wrong_tellsLineAndColumn_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("place");
        QTest::newRow("no identifier") << QByteArray("identifiant;etat\nF1;\n;actif\n") << u"3:identifiant"_s;
        QTest::newRow("no such column") << QByteArray("titulaire\nX\n") << u"1:identifiant"_s;
        QTest::newRow("twice") << QByteArray("identifiant\nF1\nF1\n") << u"3:identifiant"_s;
        QTest::newRow("state") << QByteArray("identifiant;etat\nF1;ouvert\n") << u"2:etat"_s;
        QTest::newRow("administrator")
            << QByteArray("identifiant;administrateur\nF1;1\n") << u"2:administrateur"_s;
        QTest::newRow("another company")
            << QByteArray("identifiant;siret\nF1;00004137600019\n") << u"2:siret"_s;
        QTest::newRow("nothing") << QByteArray() << QString();
        QTest::newRow("Windows-1252") << QByteArray("identifiant;titulaire\nF1;H\xE9l\xE8ne\n") << QString();
        QTest::newRow("quotes without end") << QByteArray("identifiant\n\"F1\n") << u"2"_s;
        QTest::newRow("too few values") << QByteArray("identifiant;etat\nF1\n") << u"2"_s;
        QTest::newRow("instant") << QByteArray("identifiant;derniere_connexion\nF1;hier\n")
                                 << u"2:derniere_connexion"_s;
    }
    void handIn_wrong_tellsLineAndColumn()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, place);
        const auto answer = handIn(file);
        QCOMPARE(answer.status, 400);
        QCOMPARE(DeskBench::json(answer)[u"argument"].toString(), place);
        QVERIFY(m_desk->snapshot().accounts.isEmpty());
    }

    void handIn_whoMayNot_isRefused()
    {
        const TestDirector other(u"Paul Durand"_s);
        m_desk->guard.people.append(other.person);
        QCOMPARE(handIn("identifiant\nF1\n", {}, other.person.subject).status, 403);
        QCOMPARE(handIn("identifiant\nF1\n", {}, u"nobody"_s).status, 401);
        m_desk->guard.recent = false;
        QCOMPARE(handIn("identifiant\nF1\n").status, 401);
        QVERIFY(m_desk->snapshot().accounts.isEmpty());
    }

    void handIn_portalThatIsReadOtherwise_isAConflict()
    {
        QCOMPARE(handIn("identifiant\nF1\n", {}, {}, u"urssaf"_s).status, 409);
        QCOMPARE(handIn("identifiant\nF1\n", {}, {}, u"nowhere"_s).status, 404);
    }

private:
    using Parameters = AccountFileBench::Parameters;
    [[nodiscard]] static Parameters page(int number, int of)
    {
        return {
            {u"series"_s, u"s"_s}, {u"number"_s, QString::number(number)}, {u"of"_s, QString::number(of)}};
    }
    [[nodiscard]] static QString iso(const QDateTime& instant) { return AccountFileBench::iso(instant); }
    [[nodiscard]] static Parameters dated(const QDateTime& asOf) { return AccountFileBench::dated(asOf); }
    [[nodiscard]] static Parameters instead(const QDateTime& asOf, const QDateTime& newer)
    {
        return AccountFileBench::instead(asOf, newer);
    }
    /// One of the two pages, with F1 and F2, of a list in place of a newer one.
    [[nodiscard]] HttpResponse replacing(int number, const QDateTime& asOf, const QDateTime& newer)
    {
        const Parameters series{
            {u"series"_s, u"t"_s}, {u"of"_s, u"2"_s}, {u"number"_s, QString::number(number)}};
        return handIn(number == 1 ? "identifiant\nF1\n" : "identifiant\nF2\n", series + instead(asOf, newer));
    }
    /// By their identifiers.
    [[nodiscard]] QStringList openAccounts()
    {
        QStringList open;
        const CompanySnapshot snapshot = m_desk->snapshot();
        for (const PortalAccount& account : snapshot.accounts) {
            if (account.openAccount()) {
                open += account.portalAccountId;
            }
        }
        return open;
    }
    HttpResponse handIn(const QByteArray& file, const Parameters& more = {}, const QString& subject = {},
                        const QString& portal = u"impots"_s)
    {
        return m_desk->handIn(file, more, subject, portal);
    }
    [[nodiscard]] AccountState state(int position) { return m_desk->snapshot().accounts[position].state; }

    std::unique_ptr<AccountFileBench> m_desk;
};

QTEST_GUILESS_MAIN(AccountFilesTest)
#include "AccountFilesTest.moc"
