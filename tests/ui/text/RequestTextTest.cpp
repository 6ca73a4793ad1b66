// SPDX-License-Identifier: MIT
#include "ui/text/RequestText.h"

#include "tests/ui/fakes/DemonstrationSnapshot.h"
#include "ui/text/Language.h"

#include <QtTest>

namespace proconnect::ui {

class RequestTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_language.use(QStringLiteral("fr")); }

    void deadline_dueToday_saysHourAndWhoElseCan();
    void badges_dueToday_isUrgent();
    void badges_deadlinePassed_saysSo();
    void badges_portalCancelsTomorrow_isUrgent();
    void badges_riskAndDeadline_showsBoth();
    void risks_eachFact_isASentenceWithItsReason();
    void names_notToldToADelegate_leaveWholeSentences();
    void withoutAnswer_open_saysWhatHappensAndWhen();
    void existingAccounts_known_areNamed();
    void outcome_automatic_saysWhy();
    void handBack_refusedByPortal_quotesThePortal();
    void title_placeholderInName_isNotReplaced();
    void accessible_open_isOneSentence();
    void texts_everyEnglishText_isTranslated();

private:
    [[nodiscard]] const AccessRequest& request(const QString& id) const
    {
        for (const AccessRequest& one : m_snapshot.requests) {
            if (one.id == id) {
                return one;
            }
        }
        qFatal("no such request");
    }
    [[nodiscard]] RequestText text() const
    {
        return {CompanyText(m_snapshot), DateText(tests::demonstrationNow())};
    }

    Language m_language;
    CompanySnapshot m_snapshot = tests::demonstrationSnapshot();
    const QString m_urgent = QStringLiteral("PC-2026-001021");
    const QString m_suspicious = QStringLiteral("PC-2026-001133");
    const QString m_administrator = QStringLiteral("PC-2026-001007");
};

void RequestTextTest::deadline_dueToday_saysHourAndWhoElseCan()
{
    QCOMPARE(text().deadline(request(m_urgent)),
             QStringLiteral("TVA CA3 d'octobre 2026, aujourd’hui avant 23\u00a0h\u00a059. "
                            "Isabelle Roche peut aussi la déposer."));
}

void RequestTextTest::badges_dueToday_isUrgent()
{
    const auto badges = text().badges(request(m_urgent));
    QCOMPARE(badges.size(), 1);
    QCOMPARE(badges.first().text, QStringLiteral("Urgent · avant 23\u00a0h\u00a059"));
    QCOMPARE(badges.first().kind, BadgeKind::Error);
    QVERIFY(text().urgent(request(m_urgent)));
}

void RequestTextTest::badges_deadlinePassed_saysSo()
{
    AccessRequest late = request(m_urgent);
    late.deadline->date = QDate(2026, 11, 20);
    QCOMPARE(text().badges(late).first().text, QStringLiteral("Échéance du 20\u00a0nov. passée"));
}

void RequestTextTest::badges_portalCancelsTomorrow_isUrgent()
{
    AccessRequest soon = request(m_suspicious);
    soon.expiresAt = tests::demonstrationNow().addDays(1);
    QCOMPARE(text().badges(soon).first().text, QStringLiteral("Urgent · avant le 24\u00a0nov."));
}

void RequestTextTest::badges_riskAndDeadline_showsBoth()
{
    const auto badges = text().badges(request(m_administrator));
    QCOMPARE(badges.size(), 2);
    QCOMPARE(badges.at(0).text, QStringLiteral("Avant le 15\u00a0déc."));
    QCOMPARE(badges.at(1).text, QStringLiteral("À vérifier"));
}

void RequestTextTest::risks_eachFact_isASentenceWithItsReason()
{
    AccessRequest all = request(m_suspicious);
    all.risks = {RiskFact::UnknownRequester, RiskFact::ExternalDomain,  RiskFact::AdministratorRole,
                 RiskFact::PaymentRight,     RiskFact::SensitivePortal, RiskFact::RequesterLeft,
                 RiskFact::GenericAddress,   RiskFact::OddHour};
    const QStringList sentences = text().risks(all);
    QCOMPARE(sentences.size(), all.risks.size());
    for (const QString& sentence : sentences) {
        QVERIFY2(sentence.endsWith(u'.') && sentence.contains(u' '), qPrintable(sentence));
    }
    QVERIFY(sentences.last().contains(QStringLiteral("hier à 23:36")) ||
            sentences.last().contains(QStringLiteral("hier à\u00a023:36")));

    AccessRequest left = all;
    left.email = QStringLiteral("yanis.meunier@fabre-filles.example");
    left.risks = {RiskFact::RequesterLeft};
    QVERIFY(text().risks(left).first().contains(QStringLiteral("6\u00a0novembre\u00a02026")));
}

void RequestTextTest::names_notToldToADelegate_leaveWholeSentences()
{
    AccessRequest shown = request(m_urgent);
    shown.risks = {RiskFact::NearCopyOfName};
    shown.resembles.clear();
    shown.state = RequestState::Forwarded;
    shown.forwardedTo.clear();
    QCOMPARE(text().risks(shown),
             QStringList{QStringLiteral("Le nom est celui, ou presque, d’une personne qui a déjà un compte "
                                        "sous une autre adresse.")});
    QStringList badges;
    for (const BadgeContent& badge : text().badges(shown)) {
        badges += badge.text;
    }
    QVERIFY(badges.contains(QStringLiteral("Transmise")));
}

void RequestTextTest::withoutAnswer_open_saysWhatHappensAndWhen()
{
    QVERIFY(text().withoutAnswer(request(m_urgent)).contains(QStringLiteral("20\u00a0déc.")));
    QVERIFY(text().withoutAnswer(request(QStringLiteral("PC-2026-001084"))).isEmpty());
}

void RequestTextTest::existingAccounts_known_areNamed()
{
    QVERIFY(text().existingAccounts(request(m_urgent)).contains(QStringLiteral("net-entreprises.fr")));
    QCOMPARE(text().existingAccounts(request(m_suspicious)),
             QStringLiteral("Aucun, et aucune demande acceptée avant celle-ci"));
}

void RequestTextTest::outcome_automatic_saysWhy()
{
    QVERIFY(
        text().outcome(request(QStringLiteral("PC-2026-001014"))).contains(QStringLiteral("vous dirigez")));
    QVERIFY(text()
                .outcome(request(QStringLiteral("PC-2026-001084")))
                .startsWith(QStringLiteral("Refusée par Aurélie Fabre")));
}

void RequestTextTest::handBack_refusedByPortal_quotesThePortal()
{
    AccessRequest refused = request(m_urgent);
    refused.handBack = HandBack::Failed;
    refused.portalMessage = QStringLiteral("plafond atteint %1");
    QVERIFY(text().handBack(refused).contains(QStringLiteral("«\u00a0plafond atteint %1\u00a0»")));
}

void RequestTextTest::title_placeholderInName_isNotReplaced()
{
    AccessRequest odd = request(m_urgent);
    odd.givenName = QStringLiteral("%2 <b>");
    odd.familyName = QStringLiteral("%1");
    QCOMPARE(text().title(odd), QStringLiteral("%2 <b> %1 demande l’accès à impots.gouv.fr"));
}

void RequestTextTest::accessible_open_isOneSentence()
{
    const QString sentence = text().accessible(request(m_urgent));
    for (const QString& part : {QStringLiteral("Karim Haddad"), QStringLiteral("impots.gouv.fr"),
                                QStringLiteral("Urgent"), QStringLiteral("20\u00a0nov.")}) {
        QVERIFY2(sentence.contains(part), qPrintable(sentence));
    }
}

void RequestTextTest::texts_everyEnglishText_isTranslated()
{
    m_language.use(QStringLiteral("en"));
    const AccessRequest& urgent = request(m_urgent);
    QCOMPARE(text().badges(urgent).first().text, QStringLiteral("Urgent · before 11:59\u00a0pm"));
    QVERIFY(text().deadline(urgent).endsWith(QStringLiteral("Isabelle Roche can file it too.")));
    QVERIFY(text().title(urgent).contains(QStringLiteral("asks for access to")));
}

} // namespace proconnect::ui

QTEST_GUILESS_MAIN(proconnect::ui::RequestTextTest)
#include "RequestTextTest.moc"
