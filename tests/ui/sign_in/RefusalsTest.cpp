// SPDX-License-Identifier: MIT
#include "tests/ui/support/Shown.h"
#include "tests/ui/support/UiBench.h"
#include "ui/sign_in/AttachScreen.h"
#include "ui/sign_in/ChoiceRow.h"
#include "ui/sign_in/RefusalPanel.h"
#include "ui/sign_in/ReviewPanel.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/SirenField.h"
#include "ui/widgets/TextLabel.h"

#include <QLineEdit>
#include <QTest>

#include <algorithm>

namespace proconnect::tests {
namespace {

const QString siren = QStringLiteral("000058263");

CompanyCheck doubt()
{
    CompanyCheck check;
    check.siren = siren;
    check.result = CheckResult::NeedsReview;
    check.name = QStringLiteral("Menuiserie Fabre et Filles");
    check.source = RegistrySource::Rne;
    check.checkedAt = demonstrationNow();
    check.reviewReference = QStringLiteral("EX-2026-000042");
    check.reviewSendable = true;
    check.identity = CheckedIdentity{
        QStringLiteral("FABRE"),  QStringLiteral("<b>ROUX</b>"),          QStringLiteral("Claire"),
        QStringLiteral("female"), QStringLiteral("1982-11-03"),           QStringLiteral("69266"),
        QStringLiteral("99100"),  QStringLiteral("claire@fabre.example"), QStringLiteral("VILLEURBANNE")};
    return check;
}

/// The screen after somebody typed the number.
struct Asked
{
    UiBench bench;
    std::unique_ptr<ui::AttachScreen> screen;

    Asked()
    {
        bench.session.setProfile(
            {QStringLiteral("s"), QStringLiteral("Claire"), QStringLiteral("Fabre"), {}, 1, {}});
        screen = std::make_unique<ui::AttachScreen>(bench.services);
        screen->resize(1440, 1000);
        screen->show();
        screen->begin();
        QTest::keyClicks(screen->findChild<ui::SirenField*>(), siren);
    }
    void answer(const Outcome<CompanyCheck>& check)
    {
        bench.companies.answerCheck(check);
        settle();
    }
    [[nodiscard]] QLineEdit* replyField() const
    {
        return screen->findChild<ui::ReviewPanel*>()->findChild<QLineEdit*>();
    }
};

std::unique_ptr<ui::RefusalPanel> shown(const UiBench& bench, const ui::DateText& dates,
                                        const CompanyCheck& check)
{
    auto panel = std::make_unique<ui::RefusalPanel>(bench.theme, dates, check, bench.services.supportNumber);
    panel->resize(900, 900);
    panel->show();
    settle();
    return panel;
}

} // namespace

/// What C-22 and C-24 say when the answer is no, and the ways out.
class RefusalsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void review_showsTheOwnIdentity_andWhereToCorrect()
    {
        Asked asked;
        asked.answer(doubt());
        const QString text = shownText(*asked.screen);
        for (const char* part :
             {"FABRE", "<b>ROUX</b>", "Claire", "Féminin", "3\u00A0novembre\u00A01982",
              "Villeurbanne (code Insee 69266)", "service-public.gouv.fr", "procedures.inpi.fr"}) {
            QVERIFY2(text.contains(QString::fromUtf8(part)) ||
                         text.contains(QString::fromUtf8(part).replace(QChar(0xA0), u' ')),
                     part);
        }
        QCOMPARE(clippedTexts(*asked.screen), QByteArray());
        QCOMPARE(namelessControls(*asked.screen), QByteArray());
        keepPicture(*asked.screen, QStringLiteral("attach-review-identity"));
    }

    void review_bornAbroad_namesTheCountry_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("french");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("town");
        const auto row = [](const char* code, const char* french, const char* english,
                            const char* town = "") {
            QTest::addRow("%s%s", code, town) << QString::fromLatin1(code) << QString::fromUtf8(french)
                                              << QString::fromUtf8(english) << QString::fromUtf8(town);
        };
        row("99352", "Algérie (code Insee 99352)", "Algeria (Insee code 99352)");
        row("99326", "Côte d’Ivoire (code Insee 99326)", "Ivory Coast (Insee code 99326)");
        row("99115", "Tchécoslovaquie (code Insee 99115)", "Czechoslovakia (Insee code 99115)");
        row("99999", "Pays de code Insee 99999", "Country, Insee code 99999");
        row("99352", "Alger, Algérie (code Insee 99352)", "Alger, Algeria (Insee code 99352)", "Alger");
        row("", "Lieu de naissance\nKyōto", "Birth place\nKyōto", "Kyōto");
    }
    void review_bornAbroad_namesTheCountry()
    {
        QFETCH(QString, code);
        CompanyCheck check = doubt();
        QFETCH(QString, town);
        check.identity->birthplace = town;
        check.identity->birthplaceName.clear();
        check.identity->birthcountry = code;
        QFETCH(QString, french);
        QFETCH(QString, english);
        UiBench bench;
        const ui::DateText dates(demonstrationNow());
        QVERIFY(shownText(*shown(bench, dates, check)).contains(french));
        bench.language.use(QStringLiteral("en"));
        const QString text = shownText(*shown(bench, dates, check));
        QVERIFY2(text.contains(english), qUtf8Printable(text));
    }

    void review_send_tellsTheReferenceAndTheAddress()
    {
        Asked asked;
        asked.answer(doubt());
        QCOMPARE(asked.replyField()->text(), QStringLiteral("claire@fabre.example"));
        auto* send = buttonNamed(*asked.screen, QStringLiteral("Envoyer le dossier"));
        QVERIFY(send);
        send->click();
        send->click();
        QCOMPARE(asked.bench.companies.sent(),
                 QStringList{QStringLiteral("EX-2026-000042 claire@fabre.example")});
        asked.bench.companies.answerReview(ReviewTransmission{
            QStringLiteral("EX-2026-000042"), QStringLiteral("claire@fabre.example"), demonstrationNow()});
        QVERIFY(shownText(*asked.screen).contains(QStringLiteral("EX-2026-000042")));
        QVERIFY(!buttonNamed(*asked.screen, QStringLiteral("Envoyer le dossier")));
    }

    void review_notSent_canBeTriedAgain()
    {
        Asked asked;
        asked.answer(doubt());
        asked.replyField()->setText(QStringLiteral("nobody"));
        buttonNamed(*asked.screen, QStringLiteral("Envoyer le dossier"))->click();
        QVERIFY(asked.bench.companies.sent().isEmpty());
        asked.replyField()->setText(QStringLiteral("claire@fabre.example"));
        buttonNamed(*asked.screen, QStringLiteral("Envoyer le dossier"))->click();
        asked.bench.companies.answerReview(Failure{FailureCode::ServiceUnavailable, {}, {}});
        QVERIFY(shownText(*asked.screen).contains(QStringLiteral("n’a pas été envoyé")));
        buttonNamed(*asked.screen, QStringLiteral("Envoyer le dossier"))->click();
        QCOMPARE(asked.bench.companies.sent().size(), 2);
    }

    void review_sentBefore_isSaidAndNotOfferedAgain()
    {
        Asked asked;
        CompanyCheck check = doubt();
        check.reviewSentAt = demonstrationNow().addDays(-2);
        asked.answer(check);
        QVERIFY(shownText(*asked.screen).contains(QStringLiteral("Le dossier EX-2026-000042 a été envoyé")));
        QVERIFY(!buttonNamed(*asked.screen, QStringLiteral("Envoyer le dossier")));
    }

    void review_supportWithoutAddress_offersOnlyThePhone()
    {
        Asked asked;
        CompanyCheck check = doubt();
        check.reviewSendable = false;
        asked.answer(check);
        QVERIFY(!buttonNamed(*asked.screen, QStringLiteral("Envoyer le dossier")));
    }

    void refusal_noHelpline_speaksOfNoAdviser_data()
    {
        QTest::addColumn<CheckResult>("result");
        QTest::newRow("doubt") << CheckResult::NeedsReview;
        QTest::newRow("not covered") << CheckResult::NotCovered;
    }
    void refusal_noHelpline_speaksOfNoAdviser()
    {
        QFETCH(CheckResult, result);
        UiBench bench;
        const QString number = std::exchange(bench.services.supportNumber, QString());
        CompanyCheck check = doubt();
        check.result = result;
        const ui::DateText dates(demonstrationNow());
        const QString without = shownText(*shown(bench, dates, check));
        QVERIFY2(!without.contains(QStringLiteral("conseiller")), qUtf8Printable(without));
        bench.services.supportNumber = number;
        const QString with = shownText(*shown(bench, dates, check));
        QVERIFY2(with.contains(QStringLiteral("conseiller")) && with.contains(number), qUtf8Printable(with));
    }

    void serviceDown_whileAttaching_speaksOfNoDecision()
    {
        Asked asked;
        asked.answer(Failure{FailureCode::ServiceUnavailable, {}, {}});
        QString text = shownText(*asked.screen);
        QVERIFY2(text.contains(QStringLiteral("votre saisie est conservée")) &&
                     text.contains(QStringLiteral("service-unavailable")),
                 qUtf8Printable(text));
        QVERIFY2(!text.contains(QStringLiteral("décision")), qUtf8Printable(text));
        CompanyCheck check = doubt();
        check.result = CheckResult::Certified;
        asked.screen->begin();
        QTest::keyClicks(asked.screen->findChild<ui::SirenField*>(), siren);
        asked.answer(check);
        buttonNamed(*asked.screen, QStringLiteral("Rattacher cette entreprise"))->click();
        asked.bench.companies.answerAttach(Failure{FailureCode::TimedOut, {}, {}});
        text = shownText(*asked.screen);
        QVERIFY2(text.contains(QStringLiteral("timed-out")), qUtf8Printable(text));
        QVERIFY2(!text.contains(QStringLiteral("décision")), qUtf8Printable(text));
        keepPicture(*asked.screen, QStringLiteral("attach-service-down"));
    }

    void refusal_noHelpline_offersNoCall()
    {
        UiBench bench;
        const ui::DateText dates(demonstrationNow());
        const ui::RefusalPanel without(bench.theme, dates, doubt(), {});
        const auto calls = [](const QWidget& panel) {
            const auto all = panel.findChildren<ui::ChoiceRow*>();
            return std::count_if(all.begin(), all.end(), [](const ui::ChoiceRow* one) {
                return one->text() == qtTrId("attach.refused.call");
            });
        };
        QCOMPARE(calls(without), 0);
        const ui::RefusalPanel with(bench.theme, dates, doubt(), bench.services.supportNumber);
        QCOMPARE(calls(with), 1);
    }

    void duplicate_offersTheOtherNumber()
    {
        Asked asked;
        CompanyCheck check = doubt();
        check.result = CheckResult::Duplicate;
        check.replacedBy = QStringLiteral("000074914");
        asked.answer(check);
        const auto all = asked.screen->findChildren<ui::Button*>();
        const auto use = std::find_if(all.begin(), all.end(), [](const auto* button) {
            return button->isVisible() && button->text().startsWith(QStringLiteral("Vérifier le"));
        });
        QVERIFY(use != all.end());
        (*use)->click();
        QCOMPARE(asked.bench.companies.checked().last(), QStringLiteral("000074914"));
    }

    void mandateEndedBefore_canBeAttachedAgain()
    {
        Asked asked;
        UserProfile profile = asked.bench.session.profile();
        Company former;
        former.siren = siren;
        former.mandateEnded = true;
        profile.companies = {former};
        asked.bench.session.setProfile(profile);
        CompanyCheck check = doubt();
        check.result = CheckResult::Certified;
        asked.answer(check);
        auto* attach = buttonNamed(*asked.screen, QStringLiteral("Rattacher cette entreprise"));
        QVERIFY(attach);
        attach->click();
        QCOMPARE(asked.bench.companies.attached(), QStringList{siren});
    }
};

} // namespace proconnect::tests

QTEST_MAIN(proconnect::tests::RefusalsTest)
#include "RefusalsTest.moc"
