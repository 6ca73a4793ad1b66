// SPDX-License-Identifier: MIT
#include "service/review/ReviewCourier.h"
#include "tests/service/support/ServiceBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

namespace {

const QString subject = u"subject-1"_s;

struct Support
{
    ServiceBench bench;
    RecordingMailer mailer;
    ReviewCaseStore cases{*bench.keys};
    ReviewCourier courier{*bench.database,
                          *bench.keys,
                          bench.clock,
                          bench.jobs,
                          mailer,
                          MailTexts::load().value(),
                          u"support@proconnect.example"_s};
    int drawn = 0; ///< references given so far

    /// Opens the usual case and gives its reference.
    QString opened(const QStringList& reasons = {u"gate.open"_s, u"family.letter"_s})
    {
        ReviewCase found;
        found.subject = subject;
        found.siren = u"000058263"_s;
        found.reasons = reasons;
        found.seenAt = bench.clock.now();
        found.reference = u"EX-2026-%1"_s.arg(++drawn, 6, 10, QLatin1Char('0'));
        return bench.write([&](QSqlDatabase& connection) { return cases.note(connection, found); })
            .value()
            .reference;
    }
    Outcome<ReviewTransmission> send(const QString& reference,
                                     const QString& replyTo = u"claire@fabre.example"_s,
                                     const QString& who = subject)
    {
        return courier.send(who, reference, replyTo);
    }
};

} // namespace

class ReviewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void send_ownCase_reachesSupportWithItsReference()
    {
        Support support;
        const QString reference = support.opened();
        const auto sent = support.send(reference);
        QVERIFY(sent.ok());
        QCOMPARE(sent.value().reference, reference);
        QCOMPARE(sent.value().sentAt, support.bench.clock.now());
        QCOMPARE(support.mailer.mails.size(), 1);
        const Mail mail = support.mailer.mails[0];
        QCOMPARE(mail.to, u"support@proconnect.example"_s);
        QVERIFY(mail.subject.contains(reference));
        for (const QString& part : {reference, u"000058263"_s, u"RNE"_s, u"family.letter"_s,
                                    u"claire@fabre.example"_s, u"2026-11-23T07:30:00Z"_s}) {
            QVERIFY2(mail.body.contains(part), qPrintable(part));
        }
    }

    void send_twice_sendsOnceADay()
    {
        Support support;
        const QString reference = support.opened();
        const auto first = support.send(reference);
        support.bench.clock.advance(3600);
        const auto again = support.send(reference, u"other@fabre.example"_s);
        QCOMPARE(again.value(), first.value());
        QCOMPARE(support.mailer.mails.size(), 1);
        support.bench.clock.advance(86'400);
        QCOMPARE(support.send(reference, u"other@fabre.example"_s).value().replyTo, u"other@fabre.example"_s);
        QCOMPARE(support.mailer.mails.size(), 2);
    }

    void send_somebodyElsesCase_isNotFound()
    {
        Support support;
        const QString reference = support.opened();
        QCOMPARE(support.send(reference, u"x@y.example"_s, u"subject-2"_s).failure().code,
                 FailureCode::NotFound);
        QCOMPARE(support.send(u"EX-2026-999999"_s).failure().code, FailureCode::NotFound);
        QVERIFY(support.mailer.mails.isEmpty());
    }

    void send_noAddress_isInvalid()
    {
        Support support;
        const QString reference = support.opened();
        for (const QString& address : {u""_s, u"nobody"_s, u"a@b.example\r\nBcc: c@d.example"_s}) {
            QCOMPARE(support.send(reference, address).failure().code, FailureCode::EmailInvalid);
        }
    }

    void note_nextDoubt_keepsReferenceAndTransmission()
    {
        Support support;
        const QString reference = support.opened();
        QVERIFY(support.send(reference).ok());
        support.bench.clock.advance(60);
        QCOMPARE(support.opened({u"date.partial"_s}), reference);
        const auto stored = support.bench.write(
            [&](QSqlDatabase& connection) { return support.cases.find(connection, reference); });
        QCOMPARE(stored.value()->reasons, QStringList{u"date.partial"_s});
        QCOMPARE(stored.value()->replyTo, u"claire@fabre.example"_s);
        QVERIFY(stored.value()->sentAt.isValid());
    }

    void database_alone_tellsNothing()
    {
        Support support;
        QVERIFY(support.send(support.opened()).ok());
        const QByteArray written = support.bench.place.writtenBytes(*support.bench.database);
        QVERIFY(written.contains("EX-2026-000001"));
        QVERIFY(!written.contains("claire@fabre.example"));
        QVERIFY(!written.contains("family.letter"));
    }

    void forget_afterSixMonths_leavesNothing()
    {
        Support support;
        support.opened();
        support.bench.jobs.run("review.forget");
        QCOMPARE(support.bench.value(u"SELECT count(*) FROM review_case"_s).toInt(), 1);
        support.bench.clock.advance(181LL * 86'400);
        support.bench.jobs.run("review.forget");
        QCOMPARE(support.bench.value(u"SELECT count(*) FROM review_case"_s).toInt(), 0);
    }
};

QTEST_GUILESS_MAIN(ReviewTest)
#include "ReviewTest.moc"
