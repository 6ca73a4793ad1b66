// SPDX-License-Identifier: MIT
#include "tests/ui/support/Shown.h"
#include "tests/ui/support/UiBench.h"
#include "ui/contact_email/ContactEmailPage.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/CodeField.h"

#include <QLabel>
#include <QLineEdit>
#include <QtTest>

#include <algorithm>

namespace proconnect::ui {

/// What happens while an answer of the service is awaited.
class ContactEmailWaitTest : public QObject
{
    Q_OBJECT

    const QString m_new = QStringLiteral("direction@fabre-filles.example");
    std::unique_ptr<tests::UiBench> m_bench;
    std::unique_ptr<ContactEmailPage> m_page;

    [[nodiscard]] QLineEdit& address() const
    {
        const auto fields = m_page->findChildren<QLineEdit*>();
        return **std::find_if(fields.begin(), fields.end(),
                              [](QLineEdit* field) { return !qobject_cast<CodeField*>(field); });
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
    void ask()
    {
        address().setText(m_new);
        button(qtTrId("mail.send.key")).click();
    }
    void receive()
    {
        m_bench->contactEmail.answerSend(
            EmailVerification{QStringLiteral("v1"), m_new, tests::demonstrationNow().addSecs(1800), 5});
    }
    void typeCode()
    {
        code().setText(QStringLiteral("407195"));
        button(qtTrId("mail.save.key")).click();
        QCOMPARE(m_bench->contactEmail.code(), QStringLiteral("407195"));
    }
    void showOtherCompany()
    {
        CompanySnapshot other = tests::demonstrationSnapshot();
        other.company.siren = QStringLiteral("000040329");
        m_bench->workspace.show(other);
        m_page->refresh();
    }

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

    void otherCompany_codeBeingSent_doesNotReachIt()
    {
        ask();
        showOtherCompany();
        receive();
        QCOMPARE(m_page->screenCode(), QStringLiteral("E-55"));
        QVERIFY(!code().isVisible());
        QVERIFY(!address().isReadOnly());
        ask();
        QCOMPARE(m_bench->contactEmail.sendCount(), 2); // the first answer is not awaited any more
    }

    void otherCompany_codeBeingChecked_doesNotReachIt_data()
    {
        QTest::addColumn<Outcome<Done>>("answer");
        QTest::newRow("right") << Outcome<Done>(Done{});
        QTest::newRow("wrong") << Outcome<Done>(Failure{FailureCode::CodeWrong, {}, QStringLiteral("4")});
        QTest::newRow("exhausted") << Outcome<Done>(Failure{FailureCode::CodeTriesExhausted, {}, {}});
    }

    void otherCompany_codeBeingChecked_doesNotReachIt()
    {
        QFETCH(const Outcome<Done>, answer);
        ask();
        receive();
        typeCode();
        showOtherCompany();
        m_bench->contactEmail.answerConfirm(answer);
        QCOMPARE(m_page->screenCode(), QStringLiteral("E-55"));
        QVERIFY(!code().isVisible());
        QVERIFY(!tests::shows(*m_page, qtTrId("mail.done")));
        QVERIFY(!tests::shows(*m_page, m_new));
    }

    void confirm_cancelledMeanwhile_waitsForTheAnswer()
    {
        ask();
        receive();
        QVERIFY(button(qtTrId("common.cancel")).isEnabled());
        typeCode();
        QVERIFY(!button(qtTrId("common.cancel")).isEnabled());
        QVERIFY(!button(qtTrId("mail.edit.key")).isEnabled());
        button(qtTrId("common.cancel")).click();
        button(qtTrId("mail.edit.key")).click();
        QVERIFY(code().isVisible());
        m_bench->contactEmail.answerConfirm(Failure{FailureCode::CodeWrong, {}, QStringLiteral("4")});
        QVERIFY(button(qtTrId("mail.edit.key")).isEnabled());
        button(qtTrId("common.cancel")).click();
        QVERIFY(!code().isVisible());
    }
};

} // namespace proconnect::ui

QTEST_MAIN(proconnect::ui::ContactEmailWaitTest)
#include "ContactEmailWaitTest.moc"
