// SPDX-License-Identifier: MIT
#include "tests/ui/fakes/SampleDelegations.h"
#include "tests/ui/support/Shown.h"
#include "tests/ui/support/UiBench.h"
#include "ui/sign_in/AttachScreen.h"
#include "ui/sign_in/InvitationDialog.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/LinkButton.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

namespace proconnect::tests {

/// C-28, from C-22: somebody who was named types the code of their message.
class InvitationTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<UiBench>();
        m_bench->session.setProfile(
            {QStringLiteral("s"), QStringLiteral("Nadia"), QStringLiteral("Ferrand"), {}, 1, {}});
        m_screen = std::make_unique<ui::AttachScreen>(m_bench->services);
        m_screen->resize(1280, 800);
        m_screen->show();
        m_screen->begin();
        m_screen->findChild<ui::LinkButton*>()->click();
        settle();
        m_dialog = m_screen->findChild<ui::InvitationDialog*>();
        QVERIFY(m_dialog);
    }
    void cleanup()
    {
        m_screen.reset();
        m_bench.reset();
    }

    void accept_goodCode_leadsToTheCompany()
    {
        QSignalSpy attached(m_screen.get(), &ui::AttachScreen::attached);
        keepPicture(*m_dialog, QStringLiteral("invitation"));
        QCOMPARE(namelessControls(*m_dialog), QByteArray());
        type(QStringLiteral(" k7pm-2w4x 9RTC-qq3z "));
        buttonNamed(*m_dialog, QStringLiteral("Accepter"))->click();
        buttonNamed(*m_dialog, QStringLiteral("Décliner"))->click();
        QCOMPARE(m_bench->delegations.answers(),
                 (QList{DelegationAnswer{QStringLiteral("K7PM2W4X9RTCQQ3Z"), DelegationReply::Accept}}));
        m_bench->delegations.answerAnswer(sampleDelegation(QStringLiteral("a")));
        QCOMPARE(attached.size(), 1);
        QCOMPARE(attached[0][0].toString(), demonstrationSnapshot().company.siren);
    }

    void accept_toBeginLater_saysFromWhen()
    {
        QSignalSpy attached(m_screen.get(), &ui::AttachScreen::attached);
        type(QStringLiteral("K7PM-2W4X-9RTC-QQ3Z"));
        buttonNamed(*m_dialog, QStringLiteral("Accepter"))->click();
        m_bench->delegations.answerAnswer(sampleDelegation(QStringLiteral("a"), DelegationState::Scheduled));
        settle();
        QVERIFY(attached.isEmpty());
        QVERIFY(shownText(*m_screen).contains(QStringLiteral("Vous pourrez agir à partir du")));
    }

    void decline_isSaid()
    {
        type(QStringLiteral("K7PM-2W4X-9RTC-QQ3Z"));
        buttonNamed(*m_dialog, QStringLiteral("Décliner"))->click();
        QCOMPARE(m_bench->delegations.answers()[0].reply, DelegationReply::Decline);
        m_bench->delegations.answerAnswer(sampleDelegation(QStringLiteral("a"), DelegationState::Declined));
        settle();
        QVERIFY(shownText(*m_screen).contains(QStringLiteral("Vous avez décliné l’invitation")));
    }

    void answerOnItsWay_dialogCannotBeLeft()
    {
        QSignalSpy attached(m_screen.get(), &ui::AttachScreen::attached);
        type(QStringLiteral("K7PM-2W4X-9RTC-QQ3Z"));
        buttonNamed(*m_dialog, QStringLiteral("Accepter"))->click();
        auto* cancel = buttonNamed(*m_dialog, QStringLiteral("Annuler"));
        QVERIFY(!cancel->isEnabled());
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        m_dialog->close();
        settle();
        QVERIFY(m_screen->findChild<ui::InvitationDialog*>());
        QVERIFY(m_dialog->isVisible());
        m_bench->delegations.answerAnswer(Failure{FailureCode::ServiceUnavailable, {}, {}});
        QVERIFY(cancel->isEnabled());
        buttonNamed(*m_dialog, QStringLiteral("Accepter"))->click();
        m_bench->delegations.answerAnswer(sampleDelegation(QStringLiteral("a")));
        QCOMPARE(attached.size(), 1);
    }

    void cancel_nothingSent_closes()
    {
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        settle();
        QVERIFY(!m_screen->findChild<ui::InvitationDialog*>());
    }

    void code_cut_isNotSent()
    {
        type(QStringLiteral("K7PM-2W4X"));
        buttonNamed(*m_dialog, QStringLiteral("Accepter"))->click();
        QVERIFY(m_bench->delegations.answers().isEmpty());
        QVERIFY(shownText(*m_dialog).contains(QStringLiteral("n’est pas entier")));
    }

    void code_refused_staysForAnotherTry_data()
    {
        QTest::addColumn<FailureCode>("code");
        QTest::addColumn<QString>("said");
        QTest::newRow("unknown") << FailureCode::NotFound << QStringLiteral("Aucune invitation à votre nom");
        QTest::newRow("service down")
            << FailureCode::ServiceUnavailable << QStringLiteral("service-unavailable");
        QTest::newRow("sign-in given up")
            << FailureCode::SignInAbandoned << QStringLiteral("sign-in-abandoned");
    }
    void code_refused_staysForAnotherTry()
    {
        QFETCH(FailureCode, code);
        QFETCH(QString, said);
        type(QStringLiteral("K7PM-2W4X-9RTC-QQ3Z"));
        buttonNamed(*m_dialog, QStringLiteral("Accepter"))->click();
        m_bench->delegations.answerAnswer(Failure{code, {}, {}});
        settle();
        const QString text = shownText(*m_dialog);
        QVERIFY2(text.contains(said), qUtf8Printable(text));
        QCOMPARE(field()->text(), QStringLiteral("K7PM-2W4X-9RTC-QQ3Z"));
        buttonNamed(*m_dialog, QStringLiteral("Accepter"))->click();
        QCOMPARE(m_bench->delegations.answers().size(), 2);
    }

private:
    [[nodiscard]] QLineEdit* field() const { return m_dialog->findChild<QLineEdit*>(); }
    void type(const QString& code) { QTest::keyClicks(field(), code); }

    std::unique_ptr<UiBench> m_bench;
    std::unique_ptr<ui::AttachScreen> m_screen;
    ui::InvitationDialog* m_dialog = nullptr;
};

} // namespace proconnect::tests

QTEST_MAIN(proconnect::tests::InvitationTest)
#include "InvitationTest.moc"
