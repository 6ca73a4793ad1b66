// SPDX-License-Identifier: MIT
#include "tests/service/desk/DeskBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;

/// What a company is told of its requests by e-mail, and how often (DESIGN.md, 9).
class CompanyNoticesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<DeskBench>(); }

    void tell_manyRequestsInADay_isOneMessageAndOneInTheMorning()
    {
        deposit(QStringLiteral("IMP-1"), {});
        m_desk->tell();
        QCOMPARE(m_desk->mailer.mails.size(), 1);
        const QString second = deposit(QStringLiteral("IMP-2"), {});
        const QString third = deposit(QStringLiteral("IMP-3"), {});
        const QString answered = deposit(QStringLiteral("IMP-4"), {});
        QCOMPARE(m_desk->decide(m_desk->decision(DecisionKind::AcceptRequest, answered, 1)).status, 201);
        m_desk->mailer.mails.clear();
        m_desk->tell();
        QCOMPARE(m_desk->mailer.mails.size(), 1); // the decision: a topic of its own
        m_desk->mailer.mails.clear();
        // 8:30 in Paris; at eight on the next day.
        m_desk->bench.clock.advance(23LL * 3600 + 29 * 60);
        m_desk->tell();
        QCOMPARE(m_desk->mailer.mails.size(), 0);
        m_desk->bench.clock.advance(60);
        m_desk->tell();
        m_desk->tell();
        QCOMPARE(m_desk->mailer.mails.size(), 1);
        QVERIFY(lastMail().body.contains(QString::fromUtf8("2 demandes d’accès")));
        QVERIFY(lastMail().body.contains(QString::fromUtf8("2 access requests")));
        QCOMPARE(count("SELECT COUNT(*) FROM company_notice"), 0);
    }

    void tell_manyDecisionsInADay_isOneMessageAndOneInTheMorning()
    {
        for (int i = 0; i < 3; ++i) {
            const QString reference = deposit(QStringLiteral("IMP-%1").arg(i), {});
            QCOMPARE(m_desk->decide(m_desk->decision(DecisionKind::RefuseRequest, reference, 1)).status, 201);
            if (i == 0) {
                m_desk->tell();
            }
        }
        const auto toCompany = [this] {
            return std::count_if(m_desk->mailer.mails.cbegin(), m_desk->mailer.mails.cend(),
                                 [](const Mail& mail) { return mail.to.startsWith(u"direction"); });
        };
        QCOMPARE(toCompany(), 1);
        m_desk->tell();
        QCOMPARE(toCompany(), 1);
        m_desk->bench.clock.advance(86'400);
        m_desk->tell();
        QCOMPARE(toCompany(), 2);
        QCOMPARE(lastMail().body.count(QStringLiteral("Claire Fabre a refusé la demande de Karim Haddad")),
                 2);
        QCOMPARE(lastMail().body.count(QStringLiteral("Ce n’est pas vous")), 1);
    }

    void tell_requestAnsweredMeanwhile_isNotAnnounced()
    {
        const QString reference = deposit(QStringLiteral("IMP-1"), {});
        m_desk->call("POST", QStringLiteral("/portal/v1/requests/%1/withdrawal").arg(reference), {},
                     {{"authorization", m_desk->token()}});
        m_desk->tell();
        QCOMPARE(m_desk->mailer.mails.size(), 0);
    }

    void tell_nameThatIsAnAddress_makesNoLink()
    {
        QJsonObject body = DeskBench::depositBody();
        body[u"givenName"] = QStringLiteral("https://mechant.example/cliquez");
        body[u"familyName"] = QStringLiteral("O’Neil-Haddad");
        const QString reference = DeskBench::json(m_desk->deposit(body))[u"reference"].toString();
        QCOMPARE(m_desk->decide(m_desk->decision(DecisionKind::RefuseRequest, reference, 1)).status, 201);
        m_desk->tell();
        const QString told = lastMail().body;
        QVERIFY(told.contains(QStringLiteral("https mechant example cliquez O’Neil-Haddad")));
    }

    void decided_everyAnswer_isToldToTheCompany()
    {
        const QString reference = deposit(QStringLiteral("IMP-1"), {});
        m_desk->tell();
        m_desk->mailer.mails.clear();
        QCOMPARE(m_desk->decide(m_desk->decision(DecisionKind::AcceptRequest, reference, 1)).status, 201);
        m_desk->tell();
        QCOMPARE(m_desk->mailer.mails.size(), 2);
        const Mail& told = m_desk->mailer.mails.last();
        QCOMPARE(told.to, QStringLiteral("direction@fabre-filles.example"));
        QVERIFY(told.body.contains(
            QStringLiteral("Claire Fabre a accepté la demande de Karim Haddad sur impots.gouv.fr.")));
        QVERIFY(told.body.contains(QStringLiteral("Not you?")));
        QVERIFY(!told.body.contains(QStringLiteral("http")));
    }

private:
    QString deposit(const QString& portalReference, const QString& dueDate)
    {
        QJsonObject body = DeskBench::depositBody(portalReference);
        body.remove(QStringLiteral("deadline"));
        body.remove(QStringLiteral("requestedAt"));
        if (!dueDate.isEmpty()) {
            body.insert(QStringLiteral("deadline"),
                        QJsonObject{{QStringLiteral("label"), QStringLiteral("TVA")},
                                    {QStringLiteral("date"), dueDate}});
        }
        return DeskBench::json(m_desk->deposit(body, portalReference.toLatin1()))[u"reference"].toString();
    }
    [[nodiscard]] const Mail& lastMail() const { return m_desk->mailer.mails.last(); }
    int count(const char* sql) { return m_desk->bench.value(QString::fromLatin1(sql)).toInt(); }

    std::unique_ptr<DeskBench> m_desk;
};

QTEST_GUILESS_MAIN(CompanyNoticesTest)
#include "CompanyNoticesTest.moc"
