// SPDX-License-Identifier: MIT
#include "tests/service/desk/WayOutBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

/// An account of one's own for everybody who shared one, and the shared one closed last: what is decided.
class WaysOutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<WayOutBench>(); }

    void sharedAccount_goesOnceItsDayIsOverAndEverybodysOwnWorks()
    {
        const Decision decision = m_bench->wayOut(u"impots"_s, {WayOutBench::marc(), WayOutBench::zoe()});
        QCOMPARE(m_bench->desk.decide(decision).status, 201);
        // One of them has an account there: nobody is asked for a second.
        QCOMPARE(m_bench->newcomer(u"Marc Noël"_s).state, NewcomerState::Requested);
        QCOMPARE(m_bench->newcomer(u"Zoé Blanc"_s).state, NewcomerState::Present);
        QCOMPARE(m_bench->current().state, DepartureState::Scheduled);
        QCOMPARE(m_bench->current().at, std::optional(m_bench->hour()));
        QVERIFY(!m_bench->current().receiptNumber.isEmpty());
        QCOMPARE(m_bench->account(u"impots:CC"_s).state, AccountState::ClosureScheduled);
        QCOMPARE(m_bench->desk.bench.jobs.wakes("deliveries.impots"), 1);
        // It is nobody's departure.
        QVERIFY(m_bench->desk.snapshot().departures.isEmpty());
        QCOMPARE(m_bench->journalled(u"wayOut.started"_s), 1);

        m_bench->desk.deliver();
        QCOMPARE(m_bench->newcomer(u"Marc Noël"_s).state, NewcomerState::Taken);
        const QJsonObject made = m_bench->portal().users.last();
        QCOMPARE(made[u"emails"][0][u"value"].toString(), WayOutBench::marc().email);
        QCOMPARE(made[accountSchema()][u"role"][u"value"].toString(), u"DELEGATAIRE"_s);
        QCOMPARE(made[accountSchema()][u"rights"].toArray().size(), 2);

        // The portal said yes; what counts is what its data show.
        m_bench->reachHour();
        QCOMPARE(m_bench->stepState(), DepartureStepState::ReplacementNeeded);
        m_bench->desk.sync();
        m_bench->look();
        QCOMPARE(m_bench->stepState(), DepartureStepState::Requested);
        m_bench->desk.deliver();
        QCOMPARE(m_bench->stepState(), DepartureStepState::Confirmed);
        QCOMPARE(m_bench->current().state, DepartureState::Closed);
        QCOMPARE(m_bench->account(u"impots:CC"_s).state, AccountState::Closed);
        QCOMPARE(m_bench->journalled(u"wayOut.closed"_s), 1);
        QCOMPARE(m_bench->journalled(u"departure.closed"_s), 0);
        QCOMPARE(m_bench->evidence(u"acknowledgement"_s), 2);
        QVERIFY(m_bench->evidenceIsWhole());
    }

    void day_isAwaited_whenEverybodysOwnWorks()
    {
        QCOMPARE(m_bench->desk.decide(m_bench->wayOut(u"impots"_s, {WayOutBench::zoe()})).status, 201);
        m_bench->look();
        QCOMPARE(m_bench->stepState(), DepartureStepState::ToDo);
        m_bench->reachHour();
        QCOMPARE(m_bench->stepState(), DepartureStepState::Requested);
    }

    void invitation_wherePortalOpensNone()
    {
        QCOMPARE(m_bench->desk.decide(m_bench->wayOut(u"urssaf"_s, {WayOutBench::marc()})).status, 201);
        QCOMPARE(m_bench->newcomer(u"Marc Noël"_s).state, NewcomerState::Invited);
        QCOMPARE(m_bench->count(u"delivery"_s), 0);
        QCOMPARE(m_bench->desk.mailer.mails.size(), 1);
        const Mail mail = m_bench->desk.mailer.mails.first();
        QCOMPARE(mail.to, WayOutBench::marc().email);
        for (const QString& said : {u"MENUISERIE FABRE ET FILLES"_s, u"000058263"_s, u"urssaf.gouv.fr"_s,
                                    u"Délégataire"_s, u"PAYER_TVA"_s, u"00005826300021"_s}) {
            QVERIFY2(mail.body.contains(said), qPrintable(said));
        }

        // They registered, the company accepted, and the portal's data show it.
        m_bench->reachHour();
        QCOMPARE(m_bench->stepState(), DepartureStepState::ReplacementNeeded);
        QJsonObject own = WayOutBench::shared();
        own.insert(u"id"_s, u"scim-MN"_s);
        own.insert(u"userName"_s, u"MN"_s);
        own.insert(u"emails"_s, QJsonArray{QJsonObject{{u"value"_s, WayOutBench::marc().email}}});
        m_bench->portal().users.append(own);
        m_bench->desk.sync("urssaf");
        m_bench->look();
        QCOMPARE(m_bench->stepState(), DepartureStepState::Requested);
    }

    void letter_wherePortalClosesByLetter()
    {
        QCOMPARE(m_bench->desk.decide(m_bench->wayOut(u"asp"_s, {WayOutBench::zoe()})).status, 201);
        m_bench->reachHour();
        QCOMPARE(m_bench->stepState(), DepartureStepState::Manual);
        QCOMPARE(m_bench->account(u"asp:CC"_s).state, AccountState::ClosureManual);
    }

    void opening_message_goesToWhoeverGetsOne()
    {
        QCOMPARE(m_bench->desk.decide(m_bench->wayOut(u"impots"_s, {WayOutBench::marc(), WayOutBench::zoe()}))
                     .status,
                 201);
        QCOMPARE(m_bench->desk.mailer.mails.size(), 1);
        QCOMPARE(m_bench->desk.mailer.mails.first().to, WayOutBench::marc().email);
        QVERIFY(m_bench->desk.mailer.mails.first().body.contains(u"impots.gouv.fr"_s));
    }

    void ownRequest_isTheCompanysToAnswer_andNobodyIsWrittenTo()
    {
        QJsonObject body = DeskBench::depositBody();
        body.insert(u"email"_s, WayOutBench::marc().email);
        QCOMPARE(m_bench->desk.deposit(body).status, 202);
        const auto mails = m_bench->desk.mailer.mails.size();
        m_bench->desk.guard.strong = false;
        QCOMPARE(m_bench->desk.decide(m_bench->wayOut(u"impots"_s, {WayOutBench::marc()})).status, 201);
        QCOMPARE(m_bench->newcomer(u"Marc Noël"_s).state, NewcomerState::Invited);
        QCOMPARE(m_bench->desk.mailer.mails.size(), mails);
        QCOMPARE(m_bench->desk.bench.jobs.wakes("deliveries.impots"), 0);
    }

    void addressThatNothingReaches_isRefusedByName()
    {
        Newcomer marc = WayOutBench::marc();
        marc.email = u"marc@cabinet"_s;
        const auto answer = m_bench->desk.decide(m_bench->wayOut(u"impots"_s, {WayOutBench::zoe(), marc}));
        QCOMPARE(DepartureBench::problem(answer), u"email-invalid"_s);
        QVERIFY2(answer.body.contains("Marc No\u00ebl") || answer.body.contains(marc.name.toUtf8()),
                 answer.body.constData());
    }

    void strangers_areTold_toDisregardIt()
    {
        for (const QString& portal : {u"impots"_s, u"urssaf"_s}) {
            QCOMPARE(m_bench->desk.decide(m_bench->wayOut(portal, {WayOutBench::marc()})).status, 201);
            const QString body = m_bench->desk.mailer.mails.last().body;
            QVERIFY2(body.contains(u"Si vous ne travaillez pas pour MENUISERIE FABRE ET FILLES"_s),
                     qPrintable(body));
        }
    }

    void repeated_isDoneOnce()
    {
        const Decision decision = m_bench->wayOut(u"impots"_s, {WayOutBench::marc()});
        QCOMPARE(m_bench->desk.decide(decision).status, 201);
        QCOMPARE(m_bench->desk.decide(decision).status, 200);
        QCOMPARE(m_bench->count(u"delivery"_s), 1);
        QCOMPARE(m_bench->desk.mailer.mails.size(), 1);
    }

    void payment_needsAStrongSignIn()
    {
        m_bench->desk.guard.strong = false;
        const Decision decision = m_bench->wayOut(u"impots"_s, {WayOutBench::marc()});
        QCOMPARE(m_bench->code(decision), u"strong-sign-in-needed"_s);
        QCOMPARE(m_bench->count(u"departure"_s), 0);
        QCOMPARE(m_bench->desk.mailer.mails.size(), 0);
        // Who asks for it themselves is accepted later; and who declares only pays nothing.
        QCOMPARE(m_bench->desk.decide(m_bench->wayOut(u"urssaf"_s, {WayOutBench::marc()})).status, 201);
        Newcomer declares = WayOutBench::marc();
        declares.rights.removeLast();
        QCOMPARE(m_bench->desk.decide(m_bench->wayOut(u"impots"_s, {declares})).status, 201);
    }

    void manyPeopleInADay_areTooMany()
    {
        const auto people = [](const QString& letter) {
            QList<Newcomer> made;
            for (int i = 0; i < 20; ++i) {
                Newcomer one = WayOutBench::marc();
                one.email = u"%1%2@fabre-filles.example"_s.arg(letter).arg(i);
                made += one;
            }
            return made;
        };
        for (const QString& letter : {u"a"_s, u"b"_s, u"c"_s}) {
            const Decision decision = m_bench->wayOut(u"impots"_s, people(letter));
            QCOMPARE(m_bench->desk.decide(decision).status, 201);
            QCOMPARE(m_bench->stop(decision.target).status, 201);
        }
        const auto mails = m_bench->desk.mailer.mails.size();
        QCOMPARE(m_bench->code(m_bench->wayOut(u"impots"_s, {WayOutBench::marc()})), u"too-many-requests"_s);
        QCOMPARE(m_bench->desk.mailer.mails.size(), mails);
        m_bench->desk.bench.clock.advance(25LL * 3600);
        QCOMPARE(m_bench->desk.decide(m_bench->wayOut(u"impots"_s, {WayOutBench::marc()})).status, 201);
    }

    void administrators_getTheWholeRole()
    {
        m_bench->portal().users[3] = WayOutBench::shared(true);
        m_bench->desk.sync();
        Decision decision = m_bench->wayOut(u"impots"_s, {WayOutBench::marc()});
        decision.departure->newcomers.first().rights.removeLast();
        QCOMPARE(m_bench->code(decision), u"invalid-request"_s);
        QCOMPARE(m_bench->desk.decide(m_bench->wayOut(u"impots"_s, {WayOutBench::marc()})).status, 201);
    }

    void refused_data()
    {
        QTest::addColumn<QString>("what");
        for (const char* each : {"nobody's right", "another place", "a right twice", "a text for a place",
                                 "the shared address", "no address", "twice the same", "weak account", "now",
                                 "two accounts", "past", "without successor", "one person's", "no name"}) {
            QTest::newRow(each) << QString::fromLatin1(each);
        }
    }
    void refused()
    {
        QFETCH(QString, what);
        Decision decision = m_bench->wayOut(u"impots"_s, {WayOutBench::marc()});
        DepartureTerms& terms = *decision.departure;
        Newcomer& one = terms.newcomers.first();
        if (what == u"nobody's right") {
            one.rights += u"GERER_COMPTES_BANCAIRES"_s;
        } else if (what == u"another place") {
            one.sirets += u"00005826300047"_s;
        } else if (what == u"a right twice") {
            one.rights += one.rights.constFirst();
        } else if (what == u"a text for a place") {
            QJsonObject everywhere = WayOutBench::shared();
            QJsonObject extension = everywhere[accountSchema()].toObject();
            extension.remove(u"siret"_s);
            everywhere.insert(accountSchema(), extension);
            m_bench->portal().users[3] = everywhere;
            m_bench->desk.sync();
            decision = m_bench->wayOut(u"impots"_s, {WayOutBench::marc()});
            decision.departure->newcomers.first().sirets = {u"Cliquez ici !!"_s};
        } else if (what == u"the shared address") {
            one.email = u"Compta@fabre-filles.example"_s;
        } else if (what == u"no address") {
            one.email = u"marc"_s;
        } else if (what == u"twice the same") {
            terms.newcomers += one;
        } else if (what == u"weak account") {
            terms.newcomers = {WayOutBench::zoe()};
            terms.newcomers.first().rights += u"PAYER_TVA"_s;
        } else if (what == u"one person's") {
            terms.items = {m_bench->item(u"impots:LP"_s)};
        } else if (what == u"no name") {
            one.name = u"\u202e."_s;
        } else if (what == u"now") {
            terms.at.reset();
        } else if (what == u"two accounts") {
            terms.items += m_bench->item(u"impots:LP"_s);
        } else if (what == u"past") {
            terms.at = m_bench->desk.bench.clock.now();
        } else {
            terms.items.first().withoutSuccessor = true;
        }
        QCOMPARE(m_bench->code(decision), what == u"no address" ? u"email-invalid"_s : u"invalid-request"_s);
        QCOMPARE(m_bench->count(u"departure"_s), 0);
        QCOMPARE(m_bench->count(u"delivery"_s), 0);
        QCOMPARE(m_bench->desk.mailer.mails.size(), 0);
        QCOMPARE(m_bench->account(u"impots:CC"_s).state, AccountState::Active);
    }

    void underWay_saysByWhom()
    {
        QCOMPARE(m_bench->desk.decide(m_bench->wayOut(u"impots"_s, {WayOutBench::marc()})).status, 201);
        const HttpResponse again = m_bench->desk.decide(m_bench->wayOut(u"impots"_s, {WayOutBench::zoe()}));
        QCOMPARE(DepartureBench::problem(again), u"already-decided"_s);
    }

    void receipt_saysWhoGetsAnAccount()
    {
        QCOMPARE(m_bench->desk.decide(m_bench->wayOut(u"impots"_s, {WayOutBench::marc(), WayOutBench::zoe()}))
                     .status,
                 201);
        const QJsonObject receipt = DeskBench::json(m_bench->get(
            u"departures/%1/receipt"_s.arg(m_bench->current().id), {{"accept", "application/json"}}));
        QCOMPARE(receipt[u"newcomers"].toArray().size(), 2);
        QCOMPARE(receipt[u"newcomers"][0][u"state"].toString(), u"requested"_s);
        QCOMPARE(receipt[u"newcomers"][1][u"newcomer"][u"name"].toString(), u"Zoé Blanc"_s);
    }

private:
    std::unique_ptr<WayOutBench> m_bench;
};

QTEST_GUILESS_MAIN(WaysOutTest)
#include "WaysOutTest.moc"
