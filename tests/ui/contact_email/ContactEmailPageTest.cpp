// SPDX-License-Identifier: MIT
#include "ui/contact_email/ContactEmailPage.h"

#include "tests/ui/support/Shown.h"
#include "tests/ui/support/UiBench.h"
#include "ui/contact_email/EmailAddress.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/CodeField.h"

#include <QLabel>
#include <QLineEdit>
#include <QtTest>

namespace proconnect::ui {

class ContactEmailPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<tests::UiBench>();
        m_bench->workspace.show(tests::demonstrationSnapshot());
        m_page = std::make_unique<ContactEmailPage>(m_bench->services);
        m_page->resize(1016, 768);
        m_page->setWidthClass(WidthClass::Normal);
        m_page->refresh();
        m_page->show();
        tests::settle();
    }
    void cleanup()
    {
        m_page.reset();
        m_bench.reset();
    }

    void emailProblem_localChecks_data();
    void emailProblem_localChecks();
    void sendCode_badAddress_saysSoWithoutAsking();
    void sendCode_accepted_asksForTheCode();
    void sendCode_unreachable_keepsTheAddressStep();
    void confirm_wrongCode_tellsTriesLeft();
    void confirm_expired_offersANewCode();
    void confirm_right_saysDoneAndAsksForNewData();
    void confirm_right_keepsThePendingBannerUntilTheDataTell();
    void confirm_firstAddress_speaksOfNoOlderOne();
    void otherCompany_noticeOfTheFirst_isGone();
    void confirm_triesExhausted_offersANewCode();
    void confirm_signInGivenUp_keepsTheCodeStep();
    void draft_givenToANewPage_goesOnWhereItWas();
    void resend_tooSoon_isNotOffered();
    void pendingAddress_banner_keepsTheOldOne();
    void offline_send_isDisabledWithTheReason();
    void texts_largeAndNarrow_fit();
    void controls_all_haveNames();

private:
    [[nodiscard]] QLineEdit& address() const
    {
        for (QLineEdit* field : m_page->findChildren<QLineEdit*>()) {
            if (!qobject_cast<CodeField*>(field)) {
                return *field;
            }
        }
        qFatal("no address field");
    }
    [[nodiscard]] CodeField& code() const { return *m_page->findChild<CodeField*>(); }
    [[nodiscard]] Button& button(const QString& text) const
    {
        for (Button* one : m_page->findChildren<Button*>()) {
            if (one->text() == text) {
                return *one;
            }
        }
        qFatal("no such button");
    }
    void ask(const QString& text)
    {
        address().setText(text);
        QTest::mouseClick(&button(qtTrId("mail.send.key")), Qt::LeftButton);
    }
    void askAndReceive()
    {
        ask(m_new);
        m_bench->contactEmail.answerSend(
            EmailVerification{QStringLiteral("v1"), m_new, tests::demonstrationNow().addSecs(1800), 5});
    }
    void typeCode()
    {
        code().setText(QStringLiteral("407195"));
        QTest::mouseClick(&button(qtTrId("mail.save.key")), Qt::LeftButton);
    }

    const QString m_new = QStringLiteral("direction@fabre-filles.example");
    std::unique_ptr<tests::UiBench> m_bench;
    std::unique_ptr<ContactEmailPage> m_page;
};

void ContactEmailPageTest::emailProblem_localChecks_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("good");
    QTest::newRow("plain") << QStringLiteral("direction@fabre-filles.example") << true;
    QTest::newRow("plus") << QStringLiteral("a+b.c@x.example") << true;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("no domain") << QStringLiteral("direction@") << false;
    QTest::newRow("no dot") << QStringLiteral("direction@fabre") << false;
    QTest::newRow("space") << QStringLiteral("di rection@fabre.example") << false;
    QTest::newRow("two signs") << QStringLiteral("a@b@c.example") << false;
    QTest::newRow("line break") << QStringLiteral("a@b.example\n") << false;
    QTest::newRow("double dot") << QStringLiteral("a..b@c.example") << false;
    QTest::newRow("hyphen last") << QStringLiteral("a@b-.example") << false;
    const QString end = QStringLiteral("@fabre-filles.example");
    QTest::newRow("110 characters") << QString(20, u'a') + u'@' + QString(60, u'b') + u'.' +
                                           QString(20, u'c') + QStringLiteral(".example")
                                    << true;
    QTest::newRow("too long") << QString(60, u'a') + u'@' + QString(50, u'b') + end.mid(13) << false;
    QTest::newRow("local part too long") << QString(65, u'a') + end << false;
}

void ContactEmailPageTest::emailProblem_localChecks()
{
    QFETCH(QString, address);
    QFETCH(bool, good);
    QCOMPARE(!emailProblem(address).has_value(), good);
}

void ContactEmailPageTest::sendCode_badAddress_saysSoWithoutAsking()
{
    ask(QStringLiteral("direction@fabre"));
    QCOMPARE(m_bench->contactEmail.sendCount(), 0);
    QVERIFY(tests::shows(*m_page, QStringLiteral("Cette adresse n’est pas complète.")));
    ask(QString(120, u'a') + QStringLiteral("@x.example"));
    QCOMPARE(m_bench->contactEmail.sendCount(), 0);
    QVERIFY(tests::shows(*m_page, QStringLiteral("110")));
    ask(QStringLiteral("Bernard.Fabre@fabre-filles.example"));
    QCOMPARE(m_bench->contactEmail.sendCount(), 0);
}

void ContactEmailPageTest::sendCode_accepted_asksForTheCode()
{
    QCOMPARE(m_page->screenCode(), QStringLiteral("E-55"));
    QVERIFY(!code().isVisible());
    askAndReceive();
    QCOMPARE(m_bench->contactEmail.address(), m_new);
    QVERIFY(code().isVisible());
    QCOMPARE(m_page->screenCode(), QStringLiteral("E-56"));
    QVERIFY(tests::shows(*m_page, QStringLiteral("Valable encore 30\u00a0min")));
    QVERIFY(tests::shows(*m_page, QStringLiteral("bernard.fabre@fabre-filles.example")));
    QVERIFY(!button(qtTrId("mail.save.key")).isEnabled());
}

void ContactEmailPageTest::sendCode_unreachable_keepsTheAddressStep()
{
    ask(m_new);
    m_bench->contactEmail.answerSend(
        Failure{FailureCode::EmailUnreachable, {}, QStringLiteral("fabre-filles.example")});
    QVERIFY(!code().isVisible());
    QVERIFY(tests::shows(*m_page, QStringLiteral("ne reçoit pas nos messages")));
    QCOMPARE(address().text(), m_new);
}

void ContactEmailPageTest::confirm_wrongCode_tellsTriesLeft()
{
    askAndReceive();
    typeCode();
    QCOMPARE(m_bench->contactEmail.code(), QStringLiteral("407195"));
    m_bench->contactEmail.answerConfirm(Failure{FailureCode::CodeWrong, {}, QStringLiteral("4")});
    QVERIFY(tests::shows(*m_page, QStringLiteral("4")));
    QVERIFY(tests::shows(*m_page, QStringLiteral("Ce code n’est pas le bon.")));
    QVERIFY(code().isEnabled());
    QVERIFY(code().text().isEmpty());
}

void ContactEmailPageTest::confirm_expired_offersANewCode()
{
    askAndReceive();
    typeCode();
    m_bench->contactEmail.answerConfirm(Failure{FailureCode::CodeExpired, {}, {}});
    QVERIFY(tests::shows(*m_page, QStringLiteral("Ce code a expiré.")));
    QVERIFY(!code().isEnabled());
    QVERIFY(tests::shows(*m_page, qtTrId("mail.nothing")));
}

void ContactEmailPageTest::confirm_right_saysDoneAndAsksForNewData()
{
    askAndReceive();
    typeCode();
    m_bench->contactEmail.answerConfirm(Done{});
    QVERIFY(!code().isVisible());
    QVERIFY(tests::shows(*m_page, qtTrId("mail.done")));
    QCOMPARE(m_bench->workspace.refreshes(), 1);
}

void ContactEmailPageTest::confirm_right_keepsThePendingBannerUntilTheDataTell()
{
    askAndReceive();
    typeCode();
    m_bench->contactEmail.answerConfirm(Done{});
    QVERIFY(!code().isVisible());
    QVERIFY(address().text().isEmpty());
    QVERIFY(button(qtTrId("mail.send.key")).isVisible());
    QCOMPARE(m_page->screenCode(), QStringLiteral("E-55"));
    const auto words = [this](const char* key) { return qtTrId(key).arg(m_new); };
    QVERIFY(tests::shows(*m_page, words("mail.pending.verified")));

    CompanySnapshot snapshot = tests::demonstrationSnapshot();
    m_bench->workspace.show(snapshot); // older than the code
    m_page->refresh();
    QVERIFY(tests::shows(*m_page, words("mail.pending.verified")));
    snapshot.contactEmail.pendingAddress = m_new;
    snapshot.contactEmail.pendingState = EmailState::DeclaredNotVerified;
    m_bench->workspace.show(snapshot);
    m_page->refresh();
    QVERIFY(tests::shows(*m_page, words("mail.pending.verified")));
    snapshot.contactEmail.pendingState = EmailState::SentToSirene;
    m_bench->workspace.show(snapshot);
    m_page->refresh();
    QVERIFY(tests::shows(*m_page, words("mail.pending.sent")));
    QVERIFY(tests::shows(*m_page, qtTrId("mail.done")));
    QVERIFY(!code().isVisible());
    snapshot.contactEmail.address = m_new;
    snapshot.contactEmail.state = EmailState::RecordedInSirene;
    snapshot.contactEmail.pendingAddress.clear();
    snapshot.contactEmail.pendingState = EmailState::Absent;
    m_bench->workspace.show(snapshot);
    m_page->refresh();
    QVERIFY(!tests::shows(*m_page, qtTrId("mail.pending.title")));
    QVERIFY(tests::shows(*m_page, words("mail.done.recorded")));
}

void ContactEmailPageTest::confirm_firstAddress_speaksOfNoOlderOne()
{
    CompanySnapshot snapshot = tests::demonstrationSnapshot();
    snapshot.contactEmail = {};
    m_bench->workspace.show(snapshot);
    m_page->refresh();
    askAndReceive();
    QVERIFY(!tests::shows(*m_page, QStringLiteral("L’ancienne adresse reçoit")));
    typeCode();
    m_bench->contactEmail.answerConfirm(Done{});
    const auto speaksOfAnother = [this] {
        return tests::shows(*m_page, QStringLiteral("ancienne adresse est prévenue.")) ||
               tests::shows(*m_page, QStringLiteral("reste en place jusque"));
    };
    QVERIFY(tests::shows(*m_page, qtTrId("mail.done.body.first").arg(m_new)));
    QVERIFY(!speaksOfAnother());
    snapshot.contactEmail.address = m_new.toUpper(); // as the register writes it
    snapshot.contactEmail.state = EmailState::RecordedInSirene;
    m_bench->workspace.show(snapshot);
    m_page->refresh();
    QVERIFY(tests::shows(*m_page, qtTrId("mail.done.recorded.first").arg(m_new)));
    QVERIFY(!tests::shows(*m_page, qtTrId("mail.pending.title")));
    QVERIFY(!speaksOfAnother());
}

void ContactEmailPageTest::otherCompany_noticeOfTheFirst_isGone()
{
    askAndReceive();
    typeCode();
    m_bench->contactEmail.answerConfirm(Done{});
    QVERIFY(tests::shows(*m_page, qtTrId("mail.done")));
    CompanySnapshot other = tests::demonstrationSnapshot();
    other.company.siren = QStringLiteral("000040329");
    m_bench->workspace.show(other);
    m_page->refresh();
    QVERIFY(!tests::shows(*m_page, qtTrId("mail.done")));
    QVERIFY(!tests::shows(*m_page, m_new));
}

void ContactEmailPageTest::confirm_triesExhausted_offersANewCode()
{
    askAndReceive();
    typeCode();
    m_bench->contactEmail.answerConfirm(Failure{FailureCode::CodeTriesExhausted, {}, {}});
    QVERIFY(tests::shows(*m_page, QStringLiteral("Cinq essais ont été faits.")));
    QVERIFY(!code().isEnabled());
    QVERIFY(!button(qtTrId("mail.save.key")).isEnabled());
    QVERIFY(tests::shows(*m_page, qtTrId("mail.nothing")));
    tests::keepPicture(*m_page, QStringLiteral("contact-email-exhausted"));
    QCOMPARE(tests::clippedTexts(*m_page), QByteArray());
}

void ContactEmailPageTest::confirm_signInGivenUp_keepsTheCodeStep()
{
    ask(m_new);
    m_bench->contactEmail.answerSend(Failure{FailureCode::SignInAbandoned, {}, {}});
    QCOMPARE(address().text(), m_new); // what was typed stays
    QVERIFY(tests::shows(*m_page, QStringLiteral("Vous avez quitté FranceConnect.")));
    askAndReceive();
    typeCode();
    m_bench->contactEmail.answerConfirm(Failure{FailureCode::SignInAbandoned, {}, {}});
    QVERIFY(code().isVisible());
    QVERIFY(code().isEnabled());
    QVERIFY(tests::shows(*m_page, QStringLiteral("Vous avez quitté FranceConnect.")));
}

void ContactEmailPageTest::draft_givenToANewPage_goesOnWhereItWas()
{
    address().setText(m_new);
    ContactEmailPage typed(m_bench->services);
    typed.restoreDraft(m_page->draft()); // before the data are there
    QCOMPARE(typed.draft(), m_page->draft());
    typed.refresh();
    QCOMPARE(typed.draft(), m_page->draft());
    askAndReceive();
    ContactEmailPage again(m_bench->services);
    again.refresh();
    again.restoreDraft(m_page->draft());
    again.show();
    tests::settle();
    QVERIFY(again.findChild<CodeField*>()->isVisible());
    again.findChild<CodeField*>()->setText(QStringLiteral("407195"));
    const auto buttons = again.findChildren<Button*>();
    const auto save = std::find_if(buttons.begin(), buttons.end(),
                                   [](const Button* one) { return one->text() == qtTrId("mail.save.key"); });
    QVERIFY(save != buttons.end());
    (*save)->click();
    QCOMPARE(m_bench->contactEmail.code(), QStringLiteral("407195"));
}

void ContactEmailPageTest::resend_tooSoon_isNotOffered()
{
    askAndReceive();
    QVERIFY(!tests::shows(*m_page, qtTrId("mail.nothing")));
    m_bench->clock.set(tests::demonstrationNow().addSecs(61));
    QTRY_VERIFY_WITH_TIMEOUT(tests::shows(*m_page, qtTrId("mail.nothing")), 5000);
}

void ContactEmailPageTest::pendingAddress_banner_keepsTheOldOne()
{
    CompanySnapshot snapshot = tests::demonstrationSnapshot();
    snapshot.contactEmail.pendingAddress = m_new;
    snapshot.contactEmail.pendingState = EmailState::SentToSirene;
    m_bench->workspace.show(snapshot);
    m_page->refresh();
    QVERIFY(tests::shows(*m_page, QStringLiteral("est transmise à SIRENE")));
    QVERIFY(tests::shows(*m_page, QStringLiteral("bernard.fabre@fabre-filles.example")));
}

void ContactEmailPageTest::offline_send_isDisabledWithTheReason()
{
    m_bench->workspace.setConnection(Workspace::Connection::Offline);
    QVERIFY(!button(qtTrId("mail.send.key")).isEnabled());
    QVERIFY(tests::shows(*m_page, DataPage::offlineReason()));
}

void ContactEmailPageTest::texts_largeAndNarrow_fit()
{
    askAndReceive();
    tests::settle();
    QCOMPARE(tests::clippedTexts(*m_page), QByteArray());
    m_bench->theme.setTextScale(2.0);
    ContactEmailPage large(m_bench->services);
    large.setWidthClass(WidthClass::Rail);
    large.resize(1112, 768);
    large.refresh();
    large.show();
    tests::settle();
    QCOMPARE(tests::clippedTexts(large), QByteArray());
}

void ContactEmailPageTest::controls_all_haveNames()
{
    askAndReceive();
    QCOMPARE(tests::namelessControls(*m_page), QByteArray());
}

} // namespace proconnect::ui

QTEST_MAIN(proconnect::ui::ContactEmailPageTest)
#include "ContactEmailPageTest.moc"
