// SPDX-License-Identifier: MIT
#include "tests/service/desk/DeskBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;

/// Which answers need a strong sign-in.
class HighEffectTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<DeskBench>(); }

    void accept_ofHighEffect_needsAStrongSignIn_data()
    {
        QTest::addColumn<bool>("administrator");
        QTest::addColumn<bool>("payment");
        QTest::addColumn<int>("status");
        QTest::newRow("administrator role") << true << false << 401;
        QTest::newRow("payment right") << false << true << 401;
        QTest::newRow("neither") << false << false << 201;
    }
    void accept_ofHighEffect_needsAStrongSignIn()
    {
        QFETCH(bool, administrator);
        QFETCH(bool, payment);
        QJsonObject body = DeskBench::depositBody(QStringLiteral("IMP-9"));
        QJsonObject role = body[u"role"].toObject();
        role[u"administrator"] = administrator;
        body[u"role"] = role;
        QJsonObject right = body[u"rights"].toArray().first().toObject();
        right[u"payment"] = payment;
        body[u"rights"] = QJsonArray{right};
        const QString reference = DeskBench::json(m_desk->deposit(body, "key-9"))[u"reference"].toString();
        m_desk->guard.strong = false;
        const Decision decision = m_desk->decision(DecisionKind::AcceptRequest, reference, 1);
        const HttpResponse weak = m_desk->decide(decision);
        QTEST(weak.status, "status");
        if (weak.status == 401) {
            QCOMPARE(DeskBench::json(weak)[u"code"].toString(), QStringLiteral("strong-sign-in-needed"));
            m_desk->guard.strong = true;
            QCOMPARE(m_desk->decide(decision).status, 201); // the same order, after the sign-in
        }
    }

    void refuse_ofHighEffect_needsNoStrongSignIn()
    {
        QJsonObject body = DeskBench::depositBody(QStringLiteral("IMP-9"));
        QJsonObject role = body[u"role"].toObject();
        role[u"administrator"] = true;
        body[u"role"] = role;
        const QString reference = DeskBench::json(m_desk->deposit(body, "key-9"))[u"reference"].toString();
        m_desk->guard.strong = false;
        Decision decision = m_desk->decision(DecisionKind::RefuseRequest, reference, 1);
        decision.reason = RefusalReason::NotNeeded;
        QCOMPARE(m_desk->decide(decision).status, 201);
    }

private:
    std::unique_ptr<DeskBench> m_desk;
};

QTEST_GUILESS_MAIN(HighEffectTest)
#include "HighEffectTest.moc"
