// SPDX-License-Identifier: MIT
#include "tests/service/delegations/DelegationBench.h"

#include <QTest>
#include <QTimeZone>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

/// N09: who is told when that a delegation ends by itself. That of the bench lasts until 30 June 2027.
class DelegationEndNoticeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<DelegationBench>(); }

    void notice_thirtyAndSevenDaysBefore_goesToCompanyAndDelegateOnce()
    {
        (void)m_desk->takenUp();
        QCOMPARE(toldAt(QDate(2027, 5, 31), 19), QStringList());
        QCOMPARE(toldAt(QDate(2027, 6, 1), 7), QStringList());
        QCOMPARE(toldAt(QDate(2027, 6, 1), 8),
                 (QStringList{u"direction@fabre-filles.example"_s, u"nadia@fabre-filles.example"_s}));
        const Mail mail = m_desk->mailer.mails.constLast();
        QVERIFY2(mail.subject.startsWith(u"Fin prochaine d’une délégation pour "_s),
                 qPrintable(mail.subject));
        QVERIFY2(mail.body.contains(u"La délégation de Nadia Ferrand se termine le 30/06/2027."_s),
                 qPrintable(mail.body));
        QVERIFY(!mail.body.contains(u'%'));
        QCOMPARE(mail.siren, m_desk->company.siren);
        QCOMPARE(toldAt(QDate(2027, 6, 1), 9), QStringList());
        QCOMPARE(toldAt(QDate(2027, 6, 23), 19), QStringList());
        QCOMPARE(toldAt(QDate(2027, 6, 24), 20), QStringList());
        QCOMPARE(toldAt(QDate(2027, 6, 25), 8).size(), 2);
        QCOMPARE(toldAt(QDate(2027, 6, 30), 8), QStringList());
    }

    void notice_addressNotToBeUsed_goesToTheDelegateAlone()
    {
        (void)m_desk->takenUp();
        m_desk->company.contact.state = EmailState::Unreachable;
        QCOMPARE(toldAt(QDate(2027, 6, 1), 8), QStringList{u"nadia@fabre-filles.example"_s});
    }

    void notice_severalDelegations_tellTheCompanyInOneMessage()
    {
        (void)m_desk->takenUp();
        DelegationProposal other = m_desk->proposal();
        other.end = QDate(2027, 6, 29);
        (void)m_desk->takenUp(other);
        QCOMPARE(toldAt(QDate(2027, 6, 1), 8).count(u"direction@fabre-filles.example"_s), 1);
        QCOMPARE(m_desk->mailer.mails.constLast().body.count(u"La délégation de Nadia Ferrand"_s), 2);
    }

    void notice_shortDelegation_comesOnlySevenDaysBefore()
    {
        DelegationProposal brief = m_desk->proposal();
        brief.end = QDate(2026, 12, 13);
        (void)m_desk->takenUp(brief);
        QCOMPARE(toldAt(QDate(2026, 11, 24), 8), QStringList());
        QCOMPARE(toldAt(QDate(2026, 12, 7), 8).size(), 2);
    }

    void notice_whatNobodyHolds_isNotToldOf_data()
    {
        QTest::addColumn<QString>("what");
        for (const char* what : {"proposed", "revoked", "waits for a successor"}) {
            QTest::newRow(what) << QString::fromLatin1(what);
        }
    }
    void notice_whatNobodyHolds_isNotToldOf()
    {
        QFETCH(QString, what);
        if (what == u"proposed") {
            m_desk->propose(m_desk->claire, m_desk->proposal());
        } else {
            const Delegation held = m_desk->takenUp();
            if (what == u"revoked") {
                QCOMPARE(m_desk->act(m_desk->claire, DelegationOrder::Revoke, held).status, 200);
            } else {
                m_desk->replaceClaireBy(TestDirector(u"Paul Fabre"_s));
            }
        }
        QCOMPARE(toldAt(QDate(2026, 12, 1), 8), QStringList());
    }

    void notice_heldAnewSince_comesAsIfNothingHadHappened()
    {
        // Its proposal was due within thirty days, and was looked at.
        m_desk->propose(m_desk->claire, m_desk->proposal());
        const QString code = m_desk->codeSent();
        QCOMPARE(toldAt(QDate(2026, 11, 24), 8), QStringList());
        QCOMPARE(m_desk->answer(m_desk->nadia, code).status, 200);
        QCOMPARE(toldAt(QDate(2027, 6, 1), 8).size(), 2);
        // Suspended and resumed, it ends no other day.
        const Delegation held = m_desk->delegations(m_desk->nadia).first();
        Delegation suspended =
            DelegationBench::delegationIn(m_desk->act(m_desk->claire, DelegationOrder::Suspend, held));
        QCOMPARE(suspended.state, DelegationState::Suspended);
        QCOMPARE(m_desk->act(m_desk->claire, DelegationOrder::Resume, suspended).status, 200);
        QCOMPARE(toldAt(QDate(2027, 6, 2), 8), QStringList());
    }

private:
    /// Who is told when the job runs at that hour in Paris, in order.
    QStringList toldAt(QDate day, int hour)
    {
        const QDateTime then(day, QTime(hour, 0), QTimeZone("Europe/Paris"));
        m_desk->bench.clock.advance(m_desk->bench.clock.now().secsTo(then));
        const qsizetype before = m_desk->mailer.mails.size();
        m_desk->bench.jobs.run("delegations.ending");
        QStringList told;
        for (const Mail& mail : m_desk->mailer.mails.mid(before)) {
            told.append(mail.to);
        }
        told.sort();
        return told;
    }

    std::unique_ptr<DelegationBench> m_desk;
};

QTEST_GUILESS_MAIN(DelegationEndNoticeTest)
#include "DelegationEndNoticeTest.moc"
