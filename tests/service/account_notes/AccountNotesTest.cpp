// SPDX-License-Identifier: MIT
#include "tests/service/desk/DeskBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

/// What Claire Fabre says of her company's accounts, for all who decide there.
class AccountNotesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<DeskBench>();
        m_desk->portal.users = {
            ScimPortal::user(u"IMP-1"_s, u"Isabelle Roche"_s, u"isabelle.roche@fabre-filles.example"_s),
            ScimPortal::user(u"IMP-2"_s, u"Roche Isabelle"_s, u"I.Roche@fabre-filles.example"_s)};
        m_desk->sync();
        QCOMPARE(m_desk->snapshot().accounts.size(), 2);
    }

    void setAside_finding_isInTheSnapshotAndTheJournal()
    {
        QCOMPARE(setAside(u"2027-06-30"_s).status, 200);
        const CompanySnapshot snapshot = m_desk->snapshot();
        const SetAside expected{u"impots:IMP-1"_s,
                                FindingKind::Shared,
                                u"Poste d’accueil"_s,
                                QDate(2027, 6, 30),
                                m_desk->claire.person.displayName,
                                m_desk->bench.clock.now()};
        QCOMPARE(snapshot.setAside, QList<SetAside>{expected});
        QCOMPARE(snapshot.journal.first().kind, u"finding.setAside"_s);
        QCOMPARE(snapshot.journal.first().person, u"Isabelle Roche"_s);
        QCOMPARE(snapshot.journal.first().actor, m_desk->claire.person.displayName);
    }

    void setAside_again_replacesWhatWasSaid()
    {
        QCOMPARE(setAside(u"2027-06-30"_s).status, 200);
        QCOMPARE(setAside(u"2026-12-31"_s).status, 200);
        QCOMPARE(m_desk->snapshot().setAside.size(), 1);
        QCOMPARE(m_desk->snapshot().setAside.first().until, QDate(2026, 12, 31));
        // A day that is over puts it back.
        QCOMPARE(setAside(u"2026-11-22"_s).status, 200);
        QVERIFY(m_desk->snapshot().setAside.isEmpty());
        QCOMPARE(m_desk->snapshot().journal.first().kind, u"finding.putBack"_s);
    }

    void setAside_whatCannotBe_isRefusedAndChangesNothing_data()
    {
        QTest::addColumn<QString>("account");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("until");
        QTest::addColumn<int>("status");
        QTest::newRow("no such account")
            << u"impots:IMP-9"_s << u"shared"_s << u"r"_s << u"2027-01-01"_s << 404;
        QTest::newRow("no such finding") << u"impots:IMP-1"_s << u"odd"_s << u"r"_s << u"2027-01-01"_s << 400;
        QTest::newRow("no reason") << u"impots:IMP-1"_s << u"shared"_s << QString() << u"2027-01-01"_s << 400;
        QTest::newRow("for too long") << u"impots:IMP-1"_s << u"shared"_s << u"r"_s << u"2027-11-25"_s << 400;
        QTest::newRow("no day") << u"impots:IMP-1"_s << u"shared"_s << u"r"_s << QString() << 400;
        QTest::newRow("a reason that is a book")
            << u"impots:IMP-1"_s << u"shared"_s << QString(501, u'a') << u"2027-01-01"_s << 400;
    }
    void setAside_whatCannotBe_isRefusedAndChangesNothing()
    {
        QFETCH(const QString, account);
        QFETCH(const QString, kind);
        QFETCH(const QString, reason);
        QFETCH(const QString, until);
        const qint64 cursor = m_desk->snapshot().cursor;
        const auto answer =
            post(u"findings-set-aside"_s,
                 {{u"account"_s, account}, {u"kind"_s, kind}, {u"reason"_s, reason}, {u"until"_s, until}});
        QTEST(answer.status, "status");
        QCOMPARE(m_desk->snapshot().cursor, cursor);
    }

    void link_twoAddresses_isRememberedWhateverTheirOrder()
    {
        const QString first = u"isabelle.roche@fabre-filles.example"_s;
        const QString second = u"i.roche@fabre-filles.example"_s;
        QCOMPARE(link({first, u" I.Roche@fabre-filles.example"_s}, true).status, 200);
        QCOMPARE(m_desk->snapshot().personLinks.size(), 1);
        QCOMPARE(m_desk->snapshot().personLinks.first().addresses, (QStringList{first, second}));
        QVERIFY(m_desk->snapshot().personLinks.first().same);
        QCOMPARE(link({second, first}, false).status, 200);
        QCOMPARE(m_desk->snapshot().personLinks.size(), 1);
        QVERIFY(!m_desk->snapshot().personLinks.first().same);
        QCOMPARE(m_desk->snapshot().journal.first().kind, u"person.toldApart"_s);
    }

    void link_addressesOfNoAccount_areRefused()
    {
        QCOMPARE(link({u"isabelle.roche@fabre-filles.example"_s, u"x@y.example"_s}, true).status, 404);
        QCOMPARE(
            link({u"isabelle.roche@fabre-filles.example"_s, u"Isabelle.Roche@fabre-filles.example"_s}, true)
                .status,
            400);
        QVERIFY(m_desk->snapshot().personLinks.isEmpty());
    }

    void notes_mandateEnded_areTakenNoMore()
    {
        m_desk->company.mandateEnded = true;
        QCOMPARE(setAside(u"2027-06-30"_s).status, 403);
        QCOMPARE(
            link({u"isabelle.roche@fabre-filles.example"_s, u"i.roche@fabre-filles.example"_s}, true).status,
            403);
        QCOMPARE(m_desk->bench.value(u"SELECT count(*) FROM finding_set_aside"_s).toInt(), 0);
        QCOMPARE(m_desk->bench.value(u"SELECT count(*) FROM person_link"_s).toInt(), 0);
    }

    void database_alone_tellsNeitherAddressNorReason()
    {
        QCOMPARE(setAside(u"2027-06-30"_s).status, 200);
        QCOMPARE(
            link({u"isabelle.roche@fabre-filles.example"_s, u"i.roche@fabre-filles.example"_s}, true).status,
            200);
        const QString kept =
            m_desk->bench.value(u"SELECT print || content FROM finding_set_aside"_s).toString() +
            m_desk->bench.value(u"SELECT print || content FROM person_link"_s).toString();
        QVERIFY(!kept.contains(u"roche"_s, Qt::CaseInsensitive));
        QVERIFY(!kept.contains(u"accueil"_s));
        QVERIFY(!kept.contains(u"IMP-1"_s));
    }

private:
    HttpResponse post(const QString& what, const QJsonObject& body)
    {
        return m_desk->call(
            "POST", u"/v1/companies/000058263/"_s + what, QJsonDocument(body).toJson(QJsonDocument::Compact),
            {{"test-subject", m_desk->claire.person.subject.toUtf8()}, {"content-type", "application/json"}});
    }
    HttpResponse setAside(const QString& until)
    {
        return post(u"findings-set-aside"_s, {{u"account"_s, u"impots:IMP-1"_s},
                                              {u"kind"_s, u"shared"_s},
                                              {u"reason"_s, u"Poste d’accueil"_s},
                                              {u"until"_s, until}});
    }
    HttpResponse link(const QStringList& addresses, bool same)
    {
        return post(u"person-links"_s,
                    {{u"addresses"_s, QJsonArray::fromStringList(addresses)}, {u"same"_s, same}});
    }

    std::unique_ptr<DeskBench> m_desk;
};

QTEST_GUILESS_MAIN(AccountNotesTest)
#include "AccountNotesTest.moc"
