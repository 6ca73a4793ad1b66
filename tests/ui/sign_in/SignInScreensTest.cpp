// SPDX-License-Identifier: MIT
#include "tests/ui/support/Shown.h"
#include "tests/ui/support/UiBench.h"
#include "ui/sign_in/AttachScreen.h"
#include "ui/sign_in/ChoiceRow.h"
#include "ui/sign_in/RefusalPanel.h"
#include "ui/sign_in/SignInFlow.h"
#include "ui/sign_in/SignInScreen.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/ScreenCode.h"
#include "ui/widgets/SirenField.h"
#include "ui/widgets/TextLabel.h"

#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>

namespace proconnect::tests {
namespace {

constexpr const char* siren = "000058263";

CompanyCheck checkOf(CheckResult result)
{
    CompanyCheck check;
    check.siren = QLatin1String(siren);
    check.result = result;
    check.name = QStringLiteral("Menuiserie Fabre et Filles");
    check.address = QStringLiteral("12 rue des Tisserands, 69003 Lyon");
    check.activity = QStringLiteral("Fabrication de mobilier scolaire");
    check.function = QStringLiteral("présidente");
    check.source = RegistrySource::Rne;
    check.checkedAt = demonstrationNow();
    return check;
}

UserProfile claire()
{
    return {QStringLiteral("s"), QStringLiteral("Claire"), QStringLiteral("Fabre"), {}, 1, {}};
}

} // namespace

class SignInScreensTest final : public QObject
{
    Q_OBJECT

private:
    static void type(ui::AttachScreen& screen, const QString& text)
    {
        QTest::keyClicks(screen.findChild<ui::SirenField*>(), text);
    }

private Q_SLOTS:
    void signIn_click_beginsOnceAndCanBeCancelled()
    {
        UiBench bench;
        QWidget window;
        ui::SignInFlow flow(bench.services, &window);
        ui::SignInScreen screen(bench.services, flow);
        screen.resize(1440, 900);
        screen.show();
        auto* button = buttonNamed(screen, QStringLiteral("S’identifier avec FranceConnect"));
        QVERIFY(button);
        QTest::mouseClick(button, Qt::LeftButton);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(bench.session.begun().size(), 1);
        QVERIFY(button->busy());
        QTest::mouseClick(buttonNamed(screen, QStringLiteral("Annuler")), Qt::LeftButton);
        QVERIFY(!button->busy());
        QCOMPARE(bench.session.abandoned(), QList{FailureCode::SignInAbandoned});
    }

    void signIn_everyFailure_hasATextAndASupportCode()
    {
        UiBench bench;
        QWidget window;
        ui::SignInFlow flow(bench.services, &window);
        ui::SignInScreen screen(bench.services, flow);
        screen.resize(1440, 900);
        screen.show();
        for (const FailureCode code :
             {FailureCode::Offline, FailureCode::ServiceUnavailable, FailureCode::IdentityProviderUnavailable,
              FailureCode::SignInAbandoned, FailureCode::SignInExpired, FailureCode::SignInOtherPerson,
              FailureCode::SignInRefused, FailureCode::UnknownAddress, FailureCode::CertificateInvalid,
              FailureCode::ClockWrong, FailureCode::SessionEnded}) {
            screen.showFailure({code, {}, {}});
            const QString text = shownText(screen);
            QVERIFY2(text.contains(QLatin1String(failureInfo(code).id)), failureInfo(code).id);
            QVERIFY2(!text.contains(QStringLiteral("err.")), failureInfo(code).id);
            QVERIFY2(!text.contains(QStringLiteral("%1")), failureInfo(code).id);
        }
    }

    void signIn_failure_promisesNothingOfDecisions()
    {
        UiBench bench;
        QWidget window;
        ui::SignInFlow flow(bench.services, &window);
        ui::SignInScreen screen(bench.services, flow);
        screen.show();
        for (const FailureCode code : {FailureCode::ServiceUnavailable, FailureCode::TimedOut,
                                       FailureCode::Internal, FailureCode::UpdateNeeded}) {
            screen.showFailure({code, {}, {}});
            QVERIFY2(!shownText(screen).contains(QStringLiteral("conservées")), failureInfo(code).id);
        }
    }

    void check_signInGivenUp_keepsTheNumberAndOffersToGoOn()
    {
        UiBench bench;
        bench.session.setProfile(claire());
        ui::AttachScreen screen(bench.services);
        screen.resize(1440, 900);
        screen.show();
        screen.begin();
        type(screen, QLatin1String(siren));
        bench.companies.answerCheck(Failure{FailureCode::SignInAbandoned, {}, {}});
        QCOMPARE(screen.findChild<ui::SirenField*>()->siren()->digits(), QLatin1String(siren));
        QVERIFY(shownText(screen).contains(QStringLiteral("Vous avez quitté FranceConnect")));
        QTest::mouseClick(buttonNamed(screen, QStringLiteral("Réessayer")), Qt::LeftButton);
        QCOMPARE(bench.companies.checked().size(), 2);
    }

    void siren_ninthDigit_asksTheRegistersByItself()
    {
        UiBench bench;
        bench.session.setProfile(claire());
        ui::AttachScreen screen(bench.services);
        screen.resize(1440, 900);
        screen.show();
        screen.begin();
        type(screen, QStringLiteral("00005826"));
        QVERIFY(bench.companies.checked().isEmpty());
        type(screen, QStringLiteral("3"));
        QCOMPARE(bench.companies.checked(), QStringList{QLatin1String(siren)});
        QVERIFY(shownText(screen).contains(QStringLiteral("Nous vérifions")));
    }

    void siren_wrongKey_isSaidAtTheNinthDigitOnly()
    {
        UiBench bench;
        bench.session.setProfile(claire());
        ui::AttachScreen screen(bench.services);
        screen.resize(1440, 900);
        screen.show();
        screen.begin();
        type(screen, QStringLiteral("00005826"));
        QVERIFY(!shownText(screen).contains(QStringLiteral("erreur de frappe")));
        type(screen, QStringLiteral("4"));
        QVERIFY(shownText(screen).contains(QStringLiteral("erreur de frappe")));
        QVERIFY(bench.companies.checked().isEmpty());
        keepPicture(screen, QStringLiteral("attach-mistyped"));
        QTest::keyClick(screen.findChild<ui::SirenField*>(), Qt::Key_Backspace);
        QVERIFY(!shownText(screen).contains(QStringLiteral("erreur de frappe")));
    }

    void siren_ofAnotherCountry_isSaidAndNotAsked()
    {
        UiBench bench;
        bench.session.setProfile(claire());
        ui::AttachScreen screen(bench.services);
        screen.resize(1440, 900);
        screen.show();
        screen.begin();
        QApplication::clipboard()->setText(QStringLiteral("DE000058263"));
        screen.findChild<ui::SirenField*>()->paste();
        QVERIFY(shownText(screen).contains(QStringLiteral("Un SIREN n’a que des chiffres")));
        QVERIFY(bench.companies.checked().isEmpty());
        settle();
        keepPicture(screen, QStringLiteral("attach-letters"));
        QCOMPARE(clippedTexts(screen), QByteArray());
        type(screen, QStringLiteral("0"));
        QVERIFY(!shownText(screen).contains(QStringLiteral("Un SIREN n’a que des chiffres")));
    }

    void certified_company_isAttachedWithOneClick()
    {
        UiBench bench;
        bench.session.setProfile(claire());
        ui::AttachScreen screen(bench.services);
        screen.resize(1440, 900);
        screen.show();
        screen.begin();
        type(screen, QLatin1String(siren));
        bench.companies.answerCheck(checkOf(CheckResult::Certified));
        settle();
        keepPicture(screen, QStringLiteral("attach-certified"));
        QVERIFY(shownText(screen).contains(QString::fromUtf8("Fonction confirmée\u00A0: présidente")));
        QSignalSpy attached(&screen, &ui::AttachScreen::attached);
        QTest::mouseClick(buttonNamed(screen, QStringLiteral("Rattacher cette entreprise")), Qt::LeftButton);
        QCOMPARE(bench.companies.attached(), QStringList{QLatin1String(siren)});
        Company company;
        company.siren = QLatin1String(siren);
        bench.companies.answerAttach(company);
        QCOMPARE(attached.count(), 1);
    }

    void attach_failing_saysWhyAndStays()
    {
        UiBench bench;
        bench.session.setProfile(claire());
        ui::AttachScreen screen(bench.services);
        screen.resize(1440, 900);
        screen.show();
        screen.begin();
        type(screen, QLatin1String(siren));
        bench.companies.answerCheck(checkOf(CheckResult::Certified));
        QSignalSpy attached(&screen, &ui::AttachScreen::attached);
        auto* button = buttonNamed(screen, QStringLiteral("Rattacher cette entreprise"));
        QTest::mouseClick(button, Qt::LeftButton);
        bench.companies.answerAttach(Failure{FailureCode::ServiceUnavailable, {}, {}});
        QCOMPARE(attached.count(), 0);
        QVERIFY(!button->busy());
        QVERIFY(shownText(screen).contains(QStringLiteral("service-unavailable")));
    }

    void everyCheckResult_hasItsOwnText_data()
    {
        QTest::addColumn<CheckResult>("result");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("code");
        QTest::newRow("not director")
            << CheckResult::NotDirector << QStringLiteral("ne figure pas parmi les dirigeants")
            << QStringLiteral("C-24");
        QTest::newRow("review") << CheckResult::NeedsReview << QStringLiteral("Une personne doit vérifier")
                                << QStringLiteral("C-24");
        QTest::newRow("not covered") << CheckResult::NotCovered << QStringLiteral("pas encore couverte")
                                     << QStringLiteral("C-24");
        QTest::newRow("closed") << CheckResult::Closed << QStringLiteral("est fermée")
                                << QStringLiteral("C-22");
        QTest::newRow("duplicate") << CheckResult::Duplicate << QStringLiteral("est un doublon")
                                   << QStringLiteral("C-22");
        QTest::newRow("unknown") << CheckResult::Unknown << QStringLiteral("n’existe pas")
                                 << QStringLiteral("C-22");
        QTest::newRow("unavailable") << CheckResult::Unavailable << QStringLiteral("ne répondent pas")
                                     << QStringLiteral("C-22");
    }

    void everyCheckResult_hasItsOwnText()
    {
        QFETCH(const CheckResult, result);
        QFETCH(const QString, words);
        QFETCH(const QString, code);
        UiBench bench;
        bench.session.setProfile(claire());
        ui::AttachScreen screen(bench.services);
        screen.resize(1440, 900);
        screen.show();
        screen.begin();
        type(screen, QLatin1String(siren));
        CompanyCheck check = checkOf(result);
        check.closedOn = QDate(2025, 3, 31);
        check.reviewReference = QStringLiteral("DV-2026-0042");
        bench.companies.answerCheck(check);
        settle();
        keepPicture(screen, QStringLiteral("attach-") +
                                QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-'));
        QVERIFY2(shownText(screen).contains(words), qUtf8Printable(shownText(screen)));
        QCOMPARE(screen.findChild<ui::ScreenCode*>()->code(), code);
        QVERIFY(!buttonNamed(screen, QStringLiteral("Rattacher cette entreprise")));
        QCOMPARE(clippedTexts(screen), QByteArray());
    }

    void refusal_correct_comesBackToTheField()
    {
        UiBench bench;
        bench.session.setProfile(claire());
        ui::AttachScreen screen(bench.services);
        screen.resize(1440, 900);
        screen.show();
        screen.begin();
        type(screen, QLatin1String(siren));
        bench.companies.answerCheck(checkOf(CheckResult::NotDirector));
        const auto choices = screen.findChild<ui::RefusalPanel*>()->findChildren<ui::ChoiceRow*>();
        QCOMPARE(choices.size(), 3);
        choices[1]->click();
        QVERIFY(screen.findChild<ui::SirenField*>()->isVisible());
        QCOMPARE(screen.findChild<ui::ScreenCode*>()->code(), QStringLiteral("C-22"));
    }

    void lateAnswer_toAnOlderNumber_isIgnored()
    {
        UiBench bench;
        bench.session.setProfile(claire());
        ui::AttachScreen screen(bench.services);
        screen.resize(1440, 900);
        screen.show();
        screen.begin();
        type(screen, QLatin1String(siren));
        const auto late = bench.companies.takeCheck();
        QTest::keyClick(screen.findChild<ui::SirenField*>(), Qt::Key_Backspace);
        late(checkOf(CheckResult::Certified));
        QVERIFY(!buttonNamed(screen, QStringLiteral("Rattacher cette entreprise")));
    }

    void look_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<double>("scale");
        QTest::addColumn<bool>("dark");
        QTest::newRow("1440x900") << 1440 << 900 << 1.0 << false;
        QTest::newRow("1024x640") << 1024 << 640 << 1.0 << false;
        QTest::newRow("text-200") << 1440 << 900 << 2.0 << false;
        QTest::newRow("dark") << 1440 << 900 << 1.0 << true;
    }

    void look()
    {
        QFETCH(const int, width);
        QFETCH(const int, height);
        QFETCH(const double, scale);
        QFETCH(const bool, dark);
        const QString tag = QString::fromLatin1(QTest::currentDataTag());
        UiBench bench;
        bench.theme.setMode(dark ? ui::Theme::Mode::Dark : ui::Theme::Mode::Light);
        bench.theme.setTextScale(scale);
        QWidget window;
        ui::SignInFlow flow(bench.services, &window);
        ui::SignInScreen signIn(bench.services, flow);
        signIn.resize(width, height);
        signIn.show();
        settle();
        keepPicture(signIn, QStringLiteral("sign-in-") + tag);
        QCOMPARE(clippedTexts(signIn), QByteArray());
        QCOMPARE(namelessControls(signIn), QByteArray());
        signIn.showFailure({FailureCode::IdentityProviderUnavailable, {}, {}});
        settle();
        keepPicture(signIn, QStringLiteral("sign-in-failure-") + tag);
        QCOMPARE(clippedTexts(signIn), QByteArray());
        signIn.hide();

        bench.session.setProfile(claire());
        ui::AttachScreen attach(bench.services);
        attach.resize(width, height);
        attach.show();
        attach.begin();
        type(attach, QLatin1String(siren));
        bench.companies.answerCheck(checkOf(CheckResult::Certified));
        settle();
        keepPicture(attach, QStringLiteral("attach-") + tag);
        QCOMPARE(clippedTexts(attach), QByteArray());
        QCOMPARE(namelessControls(attach), QByteArray());
    }
};

} // namespace proconnect::tests

QTEST_MAIN(proconnect::tests::SignInScreensTest)
#include "SignInScreensTest.moc"
