// SPDX-License-Identifier: MIT
#include "ui/text/AccountText.h"

#include "core/findings/AccountFindings.h"
#include "tests/ui/fakes/DemonstrationSnapshot.h"
#include "ui/text/FindingText.h"
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
    void state_sharedAndSetAside_isAFactWithoutWarning();
    void findingText_everyKind_saysFactReasonAndNextStep();

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
    [[nodiscard]] FindingSet findings(const QString& portalAccountId) const
    {
        const auto position = m_snapshot.accounts.positionOf(&account(portalAccountId));
        return accountFindings(m_snapshot, text().dates().today()).at(position);
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
    QTest::newRow("former director") << QStringLiteral("IMP-bf336421")
                                     << QStringLiteral("Certification à retirer");
    QTest::newRow("left, shared") << QStringLiteral("NET-d119f446")
                                  << QStringLiteral("Utilisé après le départ");
    QTest::newRow("only administrator by letter")
        << QStringLiteral("PRO-1eaaa14a") << QStringLiteral("Seul administrateur");
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
    QCOMPARE(AccountText::state(account(id), findings(id)).text, state);
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
    const auto attention = [this](const QString& id) {
        return AccountText::attention(account(id), findings(id));
    };
    const int used = attention(QStringLiteral("IMP-f623cc71"));
    const int left = attention(QStringLiteral("IMP-bf336421"));
    const int shared = attention(QStringLiteral("ASP-5b1781be"));
    const int ordinary = attention(QStringLiteral("IMP-30f27dce"));
    QVERIFY(used > left);
    QVERIFY(left > shared);
    QVERIFY(shared > ordinary);
    QCOMPARE(ordinary, 0);
}

void AccountTextTest::state_sharedAndSetAside_isAFactWithoutWarning()
{
    const PortalAccount& shared = account(QStringLiteral("ASP-5b1781be"));
    QCOMPARE(AccountText::state(shared, {FindingKind::Shared}).kind, BadgeKind::Warning);
    QCOMPARE(AccountText::state(shared, {}).text, QStringLiteral("Partagé"));
    QCOMPARE(AccountText::state(shared, {}).kind, BadgeKind::Neutral);
}

void AccountTextTest::findingText_everyKind_saysFactReasonAndNextStep()
{
    PortalAccount one = account(QStringLiteral("IMP-f623cc71"));
    one.mandate = AccountMandate{QStringLiteral("MT2"), QDate(2026, 10, 31), {}};
    const AccountText words = text();
    const FindingText findings(words);
    QStringList said;
    for (const FindingKind kind : findingKinds()) {
        QVERIFY(!FindingText::badge(kind).text.isEmpty());
        for (const QString& sentence : {findings.fact(kind, one, one.holderLeftOn), FindingText::why(kind),
                                        findings.nextStep(kind, one)}) {
            QVERIFY2(sentence.endsWith(u'.') && !sentence.contains(u'%'), qPrintable(sentence));
            QVERIFY2(!said.contains(sentence), qPrintable(sentence));
            said += sentence;
        }
    }
    QVERIFY(findings.fact(FindingKind::BeyondMandate, one, {})
                .contains(QStringLiteral("31\u00a0octobre\u00a02026")));
    one.holderLeftOn.reset();
    QVERIFY(findings.fact(FindingKind::HolderLeft, one, QDate(2026, 6, 30))
                .contains(QStringLiteral("autre portail")));
}

} // namespace proconnect::ui

QTEST_GUILESS_MAIN(proconnect::ui::AccountTextTest)
#include "AccountTextTest.moc"
