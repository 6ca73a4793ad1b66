// SPDX-License-Identifier: MIT
#include "tests/ui/support/Shown.h"
#include "tests/ui/support/UiBench.h"
#include "ui/sign_in/SignInFlow.h"
#include "ui/sign_in/SignInWaitDialog.h"
#include "ui/widgets/Button.h"

#include <QLabel>
#include <QTest>

namespace proconnect::tests {
/// A newer sign-in for an act that waits.
class SignInRenewalTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void renewal_wanted_opensTheSignInWithItsReason_andCancelAnswersTheAct()
    {
        UiBench bench;
        QWidget window;
        window.resize(1280, 800);
        window.show();
        bench.session.signIn(demonstrationProfile());
        ui::SignInFlow flow(bench.services, &window);
        QList<Outcome<Done>> answers;
        bench.renewal.require(SignInReason::ContactEmail, SignInStrength::Ordinary, &window,
                              [&answers](const Outcome<Done>& outcome) { answers.append(outcome); });
        QCOMPARE(bench.session.begun(), QList{SessionController::Browser::Embedded});
        QTRY_VERIFY(window.findChild<ui::SignInWaitDialog*>());
        auto* dialog = window.findChild<ui::SignInWaitDialog*>();
        settle();
        keepPicture(*dialog, QStringLiteral("sign-in-again-waiting"));
        QVERIFY(shownText(*dialog).contains(QStringLiteral("e\u2011mail de contact")));
        QCOMPARE(clippedTexts(*dialog), QByteArray());
        QCOMPARE(namelessControls(*dialog), QByteArray());
        bench.renewal.require(SignInReason::CompanyCheck, SignInStrength::Ordinary, &window,
                              [&answers](const Outcome<Done>& outcome) { answers.append(outcome); });
        QCOMPARE(bench.session.begun().size(), 1); // one sign-in serves both
        QTest::mouseClick(buttonNamed(*dialog, QStringLiteral("Annuler")), Qt::LeftButton);
        QCOMPARE(bench.session.abandoned(), QList{FailureCode::SignInAbandoned});
        QCOMPARE(answers.size(), 2);
        QCOMPARE(answers.constFirst().failure().code, FailureCode::SignInAbandoned);
        QCOMPARE(flow.step(), ui::SignInFlow::Step::Idle);
        QTRY_VERIFY(!window.findChild<ui::SignInWaitDialog*>());
    }

    void renewal_signedIn_closesTheDialogAndAnswersWell()
    {
        UiBench bench;
        QWidget window;
        window.resize(1280, 800);
        window.show();
        bench.session.signIn(demonstrationProfile());
        ui::SignInFlow flow(bench.services, &window);
        int done = 0;
        bench.renewal.require(SignInReason::CompanyCheck, SignInStrength::Ordinary, &window,
                              [&done](const Outcome<Done>& outcome) { done += outcome ? 1 : 100; });
        QTRY_VERIFY(window.findChild<ui::SignInWaitDialog*>());
        bench.session.signIn(demonstrationProfile());
        QCOMPARE(done, 1);
        QTRY_VERIFY(!window.findChild<ui::SignInWaitDialog*>());
        QVERIFY(bench.session.abandoned().isEmpty());
    }
};

} // namespace proconnect::tests

QTEST_MAIN(proconnect::tests::SignInRenewalTest)
#include "SignInRenewalTest.moc"
