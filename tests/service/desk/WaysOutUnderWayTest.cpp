// SPDX-License-Identifier: MIT
#include "service/letters/DepartureReceipt.h"
#include "tests/service/desk/WayOutBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

/// A way out of a shared account, when things happen before it is closed.
class WaysOutUnderWayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<WayOutBench>();
        m_decision = m_bench->wayOut(u"impots"_s, {WayOutBench::marc()});
        QCOMPARE(m_bench->desk.decide(m_decision).status, 201);
    }

    void stopped_keepsTheAccount_andAsksForNothingMore()
    {
        QCOMPARE(m_bench->stop(m_decision.target).status, 201);
        QCOMPARE(m_bench->current().state, DepartureState::Cancelled);
        QCOMPARE(m_bench->account(u"impots:CC"_s).state, AccountState::Active);
        QCOMPARE(m_bench->journalled(u"wayOut.stopped"_s), 1);
        m_bench->desk.deliver();
        QCOMPARE(m_bench->portal().users.size(), 4);
        QCOMPARE(m_bench->evidence(u"overtaken"_s), 1);
        m_bench->reachHour();
        QCOMPARE(m_bench->account(u"impots:CC"_s).state, AccountState::Active);
        QVERIFY(m_bench->evidenceIsWhole());
    }

    void stopped_receiptSaysThatNoneIsAskedForAnyMore()
    {
        QCOMPARE(m_bench->stop(m_decision.target).status, 201);
        m_bench->desk.deliver();
        DepartureReceipt receipt;
        receipt.departure = m_bench->current();
        const QString words = toLetter(receipt, PortalDirectory::create({}).value()).paragraphs.constLast();
        QVERIFY2(words.contains(u"plus demandé"_s), qPrintable(words));
        // The company wants it no more, whatever the portal is doing.
        receipt.departure.state = DepartureState::Running;
        QVERIFY(!toLetter(receipt, PortalDirectory::create({}).value())
                     .paragraphs.constLast()
                     .contains(u"plus demandé"_s));
    }

    void stopped_withAnAnswerLost_saysWhatThePortalOpened()
    {
        m_bench->portal().losesOpenings = true;
        m_bench->desk.deliver();
        QCOMPARE(m_bench->stop(m_decision.target).status, 201);
        m_bench->desk.bench.clock.advance(24LL * 3600);
        m_bench->desk.deliver();
        QCOMPARE(m_bench->newcomer(u"Marc Noël"_s).state, NewcomerState::Taken);
    }

    void stopped_whileItWaits_keepsTheAccount()
    {
        m_bench->desk.deliver();
        m_bench->reachHour();
        QCOMPARE(m_bench->stepState(), DepartureStepState::ReplacementNeeded);
        QCOMPARE(m_bench->stop(m_decision.target).status, 201);
        m_bench->desk.sync();
        m_bench->look();
        QCOMPARE(m_bench->account(u"impots:CC"_s).state, AccountState::Active);
        // What was opened stays; decided anew, nobody gets a second account.
        const Decision anew = m_bench->wayOut(u"impots"_s, {WayOutBench::marc()});
        QCOMPARE(m_bench->desk.decide(anew).status, 201);
        for (const Departure& one : m_bench->desk.snapshot().waysOut) {
            if (one.id == anew.target) {
                QCOMPARE(one.newcomers.first().state, NewcomerState::Present);
            }
        }
    }

    void left_cannotBeStopped()
    {
        m_bench->desk.deliver();
        m_bench->desk.sync();
        m_bench->reachHour();
        QCOMPARE(m_bench->stepState(), DepartureStepState::Requested);
        QCOMPARE(m_bench->stop(m_decision.target).status, 409);
    }

    void portalRefuses_saysWhy_andTheAccountStays()
    {
        m_bench->portal().openReply = HttpReply{403, {}, R"({"detail":"Inscription en personne."})"};
        m_bench->desk.deliver();
        QCOMPARE(m_bench->newcomer(u"Marc Noël"_s).state, NewcomerState::Failed);
        QCOMPARE(m_bench->newcomer(u"Marc Noël"_s).portalMessage, u"Inscription en personne."_s);
        QCOMPARE(m_bench->journalled(u"account.openingFailed"_s), 1);
        m_bench->reachHour();
        QCOMPARE(m_bench->stepState(), DepartureStepState::ReplacementNeeded);
        QCOMPARE(m_bench->account(u"impots:CC"_s).state, AccountState::ClosureScheduled);
    }

    void portalRefuses_asksThemToRegister()
    {
        const auto mails = m_bench->desk.mailer.mails.size();
        m_bench->portal().openReply = HttpReply{403, {}, {}};
        m_bench->desk.deliver();
        QCOMPARE(m_bench->desk.mailer.mails.size(), mails + 1);
        const Mail mail = m_bench->desk.mailer.mails.last();
        QCOMPARE(mail.to, WayOutBench::marc().email);
        for (const QString& said : {u"000058263"_s, u"PAYER_TVA"_s, u"Délégataire"_s}) {
            QVERIFY2(mail.body.contains(said), qPrintable(mail.body));
        }
    }

    void portalHasOne_saysSo_andAsksNoFurther()
    {
        m_bench->portal().openReply = HttpReply{409, {}, R"({"detail":"Compte existant."})"};
        m_bench->desk.deliver();
        QCOMPARE(m_bench->newcomer(u"Marc Noël"_s).state, NewcomerState::Requested);
        m_bench->desk.bench.clock.advance(24LL * 3600);
        m_bench->desk.deliver();
        QCOMPARE(m_bench->newcomer(u"Marc Noël"_s).state, NewcomerState::Present);
        QCOMPARE(m_bench->journalled(u"account.openingFailed"_s), 0);
        m_bench->reachHour();
        QCOMPARE(m_bench->stepState(), DepartureStepState::ReplacementNeeded);
    }

    void ownAccount_thatAppearsMeanwhile_isTheirs()
    {
        m_bench->portal().users.append(own(WayOutBench::shared()));
        m_bench->desk.sync();
        m_bench->desk.deliver();
        QCOMPARE(m_bench->portal().users.size(), 5);
        QCOMPARE(m_bench->newcomer(u"Marc Noël"_s).state, NewcomerState::Present);
        QCOMPARE(m_bench->evidence(u"overtaken"_s), 1);
        m_bench->reachHour();
        QCOMPARE(m_bench->stepState(), DepartureStepState::Requested);
    }

    void ownRequest_thatComesMeanwhile_isTheCompanysToAnswer()
    {
        QJsonObject body = DeskBench::depositBody();
        body.insert(u"email"_s, WayOutBench::marc().email);
        QCOMPARE(m_bench->desk.deposit(body).status, 202);
        m_bench->desk.deliver();
        QCOMPARE(m_bench->portal().users.size(), 4);
        QCOMPARE(m_bench->newcomer(u"Marc Noël"_s).state, NewcomerState::Invited);
    }

    void answerLost_opensOneAccount()
    {
        m_bench->portal().losesOpenings = true;
        m_bench->desk.deliver();
        QCOMPARE(m_bench->newcomer(u"Marc Noël"_s).state, NewcomerState::Requested);
        m_bench->desk.bench.clock.advance(24LL * 3600);
        m_bench->desk.deliver();
        QCOMPARE(m_bench->newcomer(u"Marc Noël"_s).state, NewcomerState::Taken);
        QCOMPARE(m_bench->portal().users.size(), 5);
    }

    void ownAccountGone_beforeTheDay_isAwaitedAgain()
    {
        m_bench->desk.deliver();
        m_bench->desk.sync();
        m_bench->portal().users.removeLast();
        m_bench->desk.sync();
        m_bench->reachHour();
        QCOMPARE(m_bench->stepState(), DepartureStepState::ReplacementNeeded);
    }

    void lessThanAsked_isNotWhatWasAsked()
    {
        m_bench->desk.deliver();
        QJsonObject made = m_bench->portal().users.last();
        QJsonObject extension = made[accountSchema()].toObject();
        extension.insert(u"rights"_s, QJsonArray{WayOutBench::right(u"DECLARER_TVA"_s, false)});
        made.insert(accountSchema(), extension);
        m_bench->portal().users.last() = made;
        m_bench->desk.sync();
        m_bench->reachHour();
        QCOMPARE(m_bench->stepState(), DepartureStepState::ReplacementNeeded);
    }

    void moreThanSigned_isToldAndDoesNotCount_untilItIsPutRight()
    {
        m_bench->portal().opensWith = WayOutBench::right(u"GERER_COMPTES_BANCAIRES"_s, true);
        m_bench->desk.deliver();
        QCOMPARE(m_bench->newcomer(u"Marc Noël"_s).state, NewcomerState::Taken);
        const QJsonObject link = m_bench->lastEvidence(u"acknowledgement"_s);
        QCOMPARE(link[u"surplus"][u"rights"].toArray(), QJsonArray{u"GERER_COMPTES_BANCAIRES"_s});
        QCOMPARE(link[u"newcomer"], QJsonValue(0));
        m_bench->desk.sync();
        QCOMPARE(m_bench->journalled(u"account.openedBeyond"_s), 1);
        m_bench->desk.sync();
        QCOMPARE(m_bench->journalled(u"account.openedBeyond"_s), 1);
        m_bench->reachHour();
        QCOMPARE(m_bench->stepState(), DepartureStepState::ReplacementNeeded);
        QCOMPARE(m_bench->account(u"impots:CC"_s).state, AccountState::ClosureScheduled);

        QJsonObject made = m_bench->portal().users.last();
        QJsonObject extension = made[accountSchema()].toObject();
        QJsonArray rights = extension[u"rights"].toArray();
        rights.removeLast();
        extension.insert(u"rights"_s, rights);
        made.insert(accountSchema(), extension);
        m_bench->portal().users.last() = made;
        m_bench->desk.sync();
        m_bench->look();
        QCOMPARE(m_bench->stepState(), DepartureStepState::Requested);
        QVERIFY(m_bench->evidenceIsWhole());
    }

    void moreThanSigned_answerLost_isToldOnceItIsKnown()
    {
        m_bench->portal().opensWith = WayOutBench::right(u"GERER_COMPTES_BANCAIRES"_s, true);
        m_bench->portal().losesOpenings = true;
        m_bench->desk.deliver();
        m_bench->desk.sync();
        QCOMPARE(m_bench->journalled(u"account.openedBeyond"_s), 0);
        m_bench->desk.bench.clock.advance(24LL * 3600);
        m_bench->desk.deliver();
        QCOMPARE(m_bench->newcomer(u"Marc Noël"_s).state, NewcomerState::Taken);
        QCOMPARE(m_bench->journalled(u"account.openedBeyond"_s), 1);
    }

    void lessThanAsked_isNotAskedForTwice()
    {
        m_bench->portal().opensWithout = u"PAYER_TVA"_s;
        m_bench->desk.deliver();
        QCOMPARE(m_bench->newcomer(u"Marc Noël"_s).state, NewcomerState::Taken);
        m_bench->desk.sync();
        m_bench->reachHour();
        QCOMPARE(m_bench->stepState(), DepartureStepState::ReplacementNeeded);
    }

    void portalWouldNotClose_isAskedAgain_orTheAccountKept()
    {
        m_bench->desk.deliver();
        m_bench->desk.sync();
        m_bench->reachHour();
        m_bench->portal().patchReply = HttpReply{403, {}, R"({"detail":"Dossier en cours."})"};
        m_bench->desk.deliver();
        QCOMPARE(m_bench->stepState(), DepartureStepState::Failed);
        QCOMPARE(m_bench->account(u"impots:CC"_s).state, AccountState::ClosureFailed);

        QCOMPARE(m_bench->decideOn(DecisionKind::CloseAccount, u"impots:CC"_s).status, 201);
        QCOMPARE(m_bench->stepState(), DepartureStepState::Requested);
        m_bench->desk.deliver();
        QCOMPARE(m_bench->stepState(), DepartureStepState::Failed);

        QCOMPARE(m_bench->stop(m_decision.target).status, 201);
        QCOMPARE(m_bench->current().state, DepartureState::Cancelled);
        QCOMPARE(m_bench->account(u"impots:CC"_s).state, AccountState::Active);
        QCOMPARE(m_bench->journalled(u"wayOut.stopped"_s), 1);
    }

    void closedElsewhere_endsIt()
    {
        m_bench->portal().users.removeAt(3);
        m_bench->desk.sync();
        QCOMPARE(m_bench->stepState(), DepartureStepState::NotNeeded);
        QCOMPARE(m_bench->current().state, DepartureState::Closed);
        QCOMPARE(m_bench->journalled(u"wayOut.gone"_s), 1);
        QCOMPARE(m_bench->journalled(u"wayOut.closed"_s), 0);
        // Those who are without it are not without their own.
        m_bench->desk.deliver();
        QCOMPARE(m_bench->newcomer(u"Marc Noël"_s).state, NewcomerState::Taken);
        QCOMPARE(m_bench->evidence(u"overtaken"_s), 0);
    }

    void mandateEnded_keepsTheAccount()
    {
        MandateRecord ended;
        ended.mandate.subject = m_bench->desk.claire.person.subject;
        ended.mandate.siren = m_bench->desk.company.siren;
        ended.endedAt = m_bench->desk.bench.clock.now();
        QVERIFY(m_bench->desk.bench
                    .write([&](QSqlDatabase& connection) {
                        return m_bench->desk.desk->mandateEnded(connection, ended);
                    })
                    .ok());
        QCOMPARE(m_bench->current().state, DepartureState::Cancelled);
        QCOMPARE(m_bench->account(u"impots:CC"_s).state, AccountState::Active);
        QCOMPARE(m_bench->journalled(u"wayOut.mandateEnded"_s), 1);
        m_bench->desk.deliver();
        QCOMPARE(m_bench->portal().users.size(), 4);
    }

    void register_unavailable_putsItOff()
    {
        m_bench->desk.deliver();
        m_bench->desk.sync();
        m_bench->desk.company.registerAnswers = false;
        m_bench->reachHour();
        m_bench->desk.company.registerAnswers = true;
        QCOMPARE(m_bench->current().putOff, std::optional(DeparturePutOff::RegisterUnavailable));
        QCOMPARE(m_bench->stepState(), DepartureStepState::ToDo);
        QCOMPARE(m_bench->journalled(u"wayOut.putOff"_s), 1);
    }

    void register_unavailable_isTold_onceNothingElseIsAwaited()
    {
        const auto lookWithoutRegister = [this] {
            m_bench->desk.bench.clock.advance(301);
            m_bench->desk.company.doubt = FailureCode::RegistryUnavailable;
            m_bench->look();
            m_bench->desk.company.doubt.reset();
        };
        m_bench->reachHour();
        QCOMPARE(m_bench->stepState(), DepartureStepState::ReplacementNeeded);
        lookWithoutRegister();
        QVERIFY(!m_bench->current().putOff);
        m_bench->desk.deliver();
        m_bench->desk.sync();
        lookWithoutRegister();
        QCOMPARE(m_bench->current().putOff, std::optional(DeparturePutOff::RegisterUnavailable));
        QCOMPARE(m_bench->journalled(u"wayOut.putOff"_s), 1);
        m_bench->desk.bench.clock.advance(301);
        m_bench->look();
        QVERIFY(!m_bench->current().putOff);
        QCOMPARE(m_bench->stepState(), DepartureStepState::Requested);
    }

    void lastHand_isNeverCut()
    {
        QCOMPARE(m_bench->stop(m_decision.target).status, 201);
        m_bench->portal().users[3] = WayOutBench::shared(true);
        m_bench->desk.sync();
        // The portal opens no administrator's account: the newcomer's works, and administers nothing.
        const Decision decision = m_bench->wayOut(u"impots"_s, {WayOutBench::marc()});
        QCOMPARE(m_bench->desk.decide(decision).status, 201);
        QJsonObject own = WaysOutUnderWayTest::own(WayOutBench::shared());
        QJsonObject extension = own[accountSchema()].toObject();
        m_bench->portal().users.append(own);
        m_bench->desk.sync();
        m_bench->reachHour();
        QCOMPARE(m_bench->account(u"impots:CC"_s).state, AccountState::ClosureScheduled);
        QJsonObject role = extension[u"role"].toObject();
        role.insert(u"administrator"_s, true);
        extension.insert(u"role"_s, role);
        own.insert(accountSchema(), extension);
        m_bench->portal().users.last() = own;
        m_bench->desk.sync();
        m_bench->look();
        QCOMPARE(m_bench->account(u"impots:CC"_s).state, AccountState::ClosureRequested);
    }

private:
    /// Marc Noël's own, like the shared one.
    static QJsonObject own(QJsonObject made)
    {
        made.insert(u"id"_s, u"scim-MN"_s);
        made.insert(u"userName"_s, u"MN"_s);
        made.insert(u"name"_s, QJsonObject{{u"formatted"_s, u"Marc Noël"_s}});
        made.insert(u"emails"_s, QJsonArray{QJsonObject{{u"value"_s, WayOutBench::marc().email}}});
        QJsonObject extension = made[accountSchema()].toObject();
        extension.remove(u"signals"_s);
        made.insert(accountSchema(), extension);
        return made;
    }

    std::unique_ptr<WayOutBench> m_bench;
    Decision m_decision;
};

QTEST_GUILESS_MAIN(WaysOutUnderWayTest)
#include "WaysOutUnderWayTest.moc"
