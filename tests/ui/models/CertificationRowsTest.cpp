// SPDX-License-Identifier: MIT
#include "ui/models/CertificationRows.h"

#include "tests/ui/fakes/DemonstrationSnapshot.h"
#include "ui/text/Language.h"

#include <QtTest>

namespace proconnect::ui {

class CertificationRowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_language.use(QStringLiteral("fr"));
        m_snapshot = tests::demonstrationSnapshot();
    }

    void rows_certifiedAccount_needsThePortalsWord();
    void rows_decisionTaken_isNotCertifiedYet();
    void rows_portalSilent_isUnknownNotMissing();
    void rows_accountToCertify_comesFirst();

private:
    [[nodiscard]] QList<CertificationRow> rows(const DecisionTracker::ByTarget& decisions = {}) const
    {
        return certificationRows({CompanyText(m_snapshot), DateText(tests::demonstrationNow())}, decisions);
    }
    PortalAccount& mine()
    {
        for (PortalAccount& account : m_snapshot.accounts.changeable()) {
            if (account.mine) {
                return account;
            }
        }
        qFatal("the director has no account");
    }

    Language m_language;
    CompanySnapshot m_snapshot;
};

void CertificationRowsTest::rows_certifiedAccount_needsThePortalsWord()
{
    QCOMPARE(rows().size(), 7);
    QCOMPARE(rows().first().state.text, QStringLiteral("Certifié"));
    QVERIFY(rows().first().detail.contains(QStringLiteral("21\u00a0novembre\u00a02026")));
    mine().certification = AccountCertification::Requested;
    QCOMPARE(rows().first().state.text, QStringLiteral("Certification demandée"));
    QVERIFY(!rows().first().certifiable);
}

void CertificationRowsTest::rows_decisionTaken_isNotCertifiedYet()
{
    mine().certification = AccountCertification::NotCertified;
    DecisionTracker::Progress progress;
    progress.decision.kind = DecisionKind::CertifyAccount;
    progress.stage = DecisionTracker::Stage::Taken;
    const auto row = rows({{mine().id, progress}}).first();
    QVERIFY(row.state.text != QStringLiteral("Certifié"));
    QVERIFY(!row.certifiable);
    QVERIFY(row.detail.contains(QStringLiteral("portailpro")));
}

void CertificationRowsTest::rows_portalSilent_isUnknownNotMissing()
{
    m_snapshot.sources.clear();
    for (const CertificationRow& row : rows()) {
        if (row.accountId.isEmpty() && row.portal != QLatin1String("asp")) {
            QCOMPARE(row.state.text, QStringLiteral("Inconnu"));
        }
    }
}

void CertificationRowsTest::rows_accountToCertify_comesFirst()
{
    mine().certification = AccountCertification::NotCertified;
    PortalAccount certified = mine();
    certified.id = QStringLiteral("impots:mine");
    certified.portal = QStringLiteral("impots");
    certified.certification = AccountCertification::Certified;
    m_snapshot.accounts += certified;
    QVERIFY(rows().first().certifiable);
    QCOMPARE(rows().at(1).accountId, certified.id);
    QCOMPARE(rows().last().state.text, QStringLiteral("Non proposé"));
}

} // namespace proconnect::ui

QTEST_GUILESS_MAIN(proconnect::ui::CertificationRowsTest)
#include "CertificationRowsTest.moc"
