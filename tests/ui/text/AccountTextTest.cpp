// SPDX-License-Identifier: MIT
#include "ui/text/AccountText.h"

#include "tests/ui/fakes/DemonstrationSnapshot.h"
#include "ui/text/Language.h"

#include <QtTest>

namespace proconnect::ui {

class AccountTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_language.use(QStringLiteral("fr")); }

    void state_demonstrationAccounts_saysWhatMattersMost_data();
    void state_demonstrationAccounts_saysWhatMattersMost();
    void stateReason_closureRefused_quotesThePortal();
    void lastUse_portalSilent_isNotCommunicated();
    void source_neverAnswered_isNotNoAccount();
    void sourceTrouble_unreachable_tellsSinceWhenAndFromWhen();
    void attention_usedAfterDeparture_comesBeforeShared();
    void holderLeft_futureDeparture_isNotLeft();

private:
    [[nodiscard]] const PortalAccount& account(const QString& portalAccountId) const
    {
        for (const PortalAccount& one : m_snapshot.accounts) {
            if (one.portalAccountId == portalAccountId) {
                return one;
            }
        }
        qFatal("no such account");
    }
    [[nodiscard]] AccountText text() const
    {
        return {CompanyText(m_snapshot), DateText(tests::demonstrationNow())};
    }

    Language m_language;
    CompanySnapshot m_snapshot = tests::demonstrationSnapshot();
};

void AccountTextTest::state_demonstrationAccounts_saysWhatMattersMost_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("state");
    QTest::newRow("left, used since")
        << QStringLiteral("IMP-f623cc71") << QStringLiteral("Utilisé après le départ");
    QTest::newRow("left") << QStringLiteral("IMP-bf336421") << QStringLiteral("Personne partie");
    QTest::newRow("closing") << QStringLiteral("URS-bf9e165e") << QStringLiteral("Fermeture demandée");
    QTest::newRow("by hand") << QStringLiteral("PRO-9b8e8fcd") << QStringLiteral("À fermer par courrier");
    QTest::newRow("shared") << QStringLiteral("ASP-5b1781be") << QStringLiteral("Partagé");
    QTest::newRow("certified") << QStringLiteral("POR-111cd39a") << QStringLiteral("Certifié");
    QTest::newRow("idle") << QStringLiteral("CHO-4b53206c") << QStringLiteral("Peu utilisé");
    QTest::newRow("closed") << QStringLiteral("CHO-97f72696") << QStringLiteral("Fermé");
    QTest::newRow("ordinary") << QStringLiteral("IMP-30f27dce") << QStringLiteral("Actif");
}

void AccountTextTest::state_demonstrationAccounts_saysWhatMattersMost()
{
    QFETCH(QString, id);
    QFETCH(QString, state);
    QCOMPARE(text().state(account(id)).text, state);
}

void AccountTextTest::stateReason_closureRefused_quotesThePortal()
{
    PortalAccount refused = account(QStringLiteral("IMP-30f27dce"));
    refused.state = AccountState::ClosureFailed;
    refused.portalMessage = QStringLiteral("seul administrateur");
    const QString reason = text().stateReason(refused);
    QVERIFY(reason.contains(QStringLiteral("encore ouvert")));
    QVERIFY(reason.contains(QStringLiteral("«\u00a0seul administrateur\u00a0»")));
}

void AccountTextTest::lastUse_portalSilent_isNotCommunicated()
{
    PortalAccount silent = account(QStringLiteral("IMP-30f27dce"));
    silent.lastUsedAt.reset();
    QCOMPARE(text().lastUse(silent), QStringLiteral("Non communiquée"));
}

void AccountTextTest::source_neverAnswered_isNotNoAccount()
{
    m_snapshot.sources.clear();
    QVERIFY(text().stale(QStringLiteral("asp")));
    QVERIFY(text().source(QStringLiteral("asp")).contains(QStringLiteral("aucune réponse")));
    QVERIFY(text().sourceTrouble(QStringLiteral("asp")).contains(QStringLiteral("pas encore répondu")));
    m_snapshot = tests::demonstrationSnapshot();
}

void AccountTextTest::sourceTrouble_unreachable_tellsSinceWhenAndFromWhen()
{
    for (PortalSource& source : m_snapshot.sources) {
        if (source.portal == QLatin1String("urssaf")) {
            source.state = PortalSource::State::Unreachable;
            source.failingSince = tests::demonstrationNow().addSecs(-900);
            source.asOf = tests::demonstrationNow().addDays(-1);
        }
    }
    const QString sentence = text().sourceTrouble(QStringLiteral("urssaf"));
    QVERIFY2(sentence.contains(QStringLiteral("08:15")) && sentence.contains(QStringLiteral("hier")),
             qPrintable(sentence));
    m_snapshot = tests::demonstrationSnapshot();
}

void AccountTextTest::attention_usedAfterDeparture_comesBeforeShared()
{
    const int used = text().attention(account(QStringLiteral("IMP-f623cc71")));
    const int left = text().attention(account(QStringLiteral("IMP-bf336421")));
    const int shared = text().attention(account(QStringLiteral("ASP-5b1781be")));
    const int ordinary = text().attention(account(QStringLiteral("IMP-30f27dce")));
    QVERIFY(used > left);
    QVERIFY(left > shared);
    QVERIFY(shared > ordinary);
    QCOMPARE(ordinary, 0);
}

void AccountTextTest::holderLeft_futureDeparture_isNotLeft()
{
    PortalAccount leaving = account(QStringLiteral("IMP-30f27dce"));
    leaving.holderLeftOn = QDate(2026, 11, 30);
    QVERIFY(!text().holderLeft(leaving));
    QCOMPARE(text().state(leaving).text, QStringLiteral("Actif"));
}

} // namespace proconnect::ui

QTEST_GUILESS_MAIN(proconnect::ui::AccountTextTest)
#include "AccountTextTest.moc"
