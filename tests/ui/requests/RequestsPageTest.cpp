// SPDX-License-Identifier: MIT
#include "ui/requests/RequestsPage.h"

#include "tests/ui/support/Shown.h"
#include "tests/ui/support/Sizes.h"
#include "tests/ui/support/UiBench.h"
#include "ui/requests/RefuseDialog.h"
#include "ui/requests/RequestDetail.h"
#include "ui/requests/RequestListView.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/SearchField.h"

#include <QBoxLayout>
#include <QDateEdit>
#include <QLabel>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QtTest>

#include <cstdlib>

namespace proconnect::ui {

using tests::buttonNamed;
using tests::shows;

class RequestsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<tests::UiBench>();
        m_bench->workspace.show(tests::demonstrationSnapshot());
        m_page = std::make_unique<RequestsPage>(m_bench->services);
        m_page->resize(944, 740);
        m_page->setWidthClass(WidthClass::Normal);
        m_page->refresh();
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        list().setFocus();
        tests::settle();
    }
    void cleanup()
    {
        m_page.reset();
        m_bench.reset();
    }

    void keyA_inTheList_acceptsAndMovesOn();
    void accept_ofHighEffect_needsTheStrongSignIn();
    void keyA_shortcutsOff_doesNothing();
    void keyA_inTheSearchField_typesALetter();
    void undo_pendingDecision_bringsTheRequestBack();
    void keyR_opensTheDialog_refusesOnlyWithConfirmation();
    void refuseDialog_longMessage_isCut();
    void unknownPerson_button_refusesWithThatReason();
    void acceptUntil_dialog_sendsTheDate();
    void refusedByTheService_notice_saysWhyAndRequestComesBack();
    void taken_untilNewData_requestStaysAnswered();
    void lastRequest_answered_focusGoesToTheEmptyTitle();
    void diskFull_accept_saysSoAndKeepsTheRequest();
    void offline_buttons_areDisabledWithTheReason();
    void strangerText_markup_staysPlainText();
    void riskyRequest_banner_comesBeforeTheButtons();
    void target_answeredRequest_opensItsTab();
    void tabs_choosingOne_movesNothing();
    void noData_loading_thenTrouble();
    void rail_openingARequest_replacesTheList();
    void controls_all_haveNames();
    void texts_everySize_fit_data();
    void texts_everySize_fit();

private:
    [[nodiscard]] RequestListView& list() const { return *m_page->findChild<RequestListView*>(); }
    [[nodiscard]] RequestDetail& detail() const { return *m_page->findChild<RequestDetail*>(); }
    [[nodiscard]] const Decision& lastDecision() const { return m_bench->decisions.submitted().last(); }
    [[nodiscard]] QString pendingId() const { return m_bench->decisions.pending().first().decision.id; }

    const QString m_urgent = QStringLiteral("PC-2026-001021");
    const QString m_suspicious = QStringLiteral("PC-2026-001133");
    std::unique_ptr<tests::UiBench> m_bench;
    std::unique_ptr<RequestsPage> m_page;
};

void RequestsPageTest::keyA_inTheList_acceptsAndMovesOn()
{
    QCOMPARE(detail().requestId(), m_urgent);
    QTest::keyClick(&list(), Qt::Key_A);
    QCOMPARE(m_bench->decisions.submitted().size(), 1);
    QCOMPARE(lastDecision().kind, DecisionKind::AcceptRequest);
    QCOMPARE(lastDecision().target, m_urgent);
    QCOMPARE(lastDecision().targetVersion, 1);
    QVERIFY(lastDecision().shown.contains(QStringLiteral("Karim Haddad")));
    QVERIFY(detail().requestId() != m_urgent);
    QVERIFY(!detail().requestId().isEmpty());
    QVERIFY(list().hasFocus());
    QCOMPARE(list().model()->rowCount(), 3);
}

void RequestsPageTest::accept_ofHighEffect_needsTheStrongSignIn()
{
    CompanySnapshot snapshot = tests::demonstrationSnapshot();
    for (AccessRequest& request : snapshot.requests) {
        request.rights.clear();
        request.administratorRole = request.id == m_urgent;
    }
    m_bench->workspace.show(snapshot);
    tests::settle();
    QTest::keyClick(&list(), Qt::Key_A);
    QCOMPARE(lastDecision().target, m_urgent);
    QTest::keyClick(&list(), Qt::Key_A); // the next one, of no high effect
    const QList<SignInStrength> expected{SignInStrength::HighEffect, SignInStrength::Ordinary};
    QCOMPARE(m_bench->decisions.strengths(), expected);
}

void RequestsPageTest::keyA_shortcutsOff_doesNothing()
{
    m_bench->settings.setLetterShortcuts(false);
    m_page->refresh();
    QTest::keyClick(&list(), Qt::Key_A);
    QVERIFY(m_bench->decisions.submitted().isEmpty());
}

void RequestsPageTest::keyA_inTheSearchField_typesALetter()
{
    m_page->focusSearch();
    auto* search = m_page->findChild<SearchField*>();
    QTest::keyClicks(search, QStringLiteral("samira"));
    QVERIFY(m_bench->decisions.submitted().isEmpty());
    QTRY_COMPARE(list().model()->rowCount(), 1);
    QTRY_VERIFY(shows(detail(), QStringLiteral("Samira Ziani demande")));
}

void RequestsPageTest::undo_pendingDecision_bringsTheRequestBack()
{
    QTest::keyClick(&list(), Qt::Key_A);
    m_bench->decisions.undo(pendingId());
    QCOMPARE(list().model()->rowCount(), 4);
}

void RequestsPageTest::keyR_opensTheDialog_refusesOnlyWithConfirmation()
{
    QTest::keyClick(&list(), Qt::Key_R);
    auto* dialog = m_page->findChild<RefuseDialog*>();
    QVERIFY(dialog);
    QVERIFY(m_bench->decisions.submitted().isEmpty());
    dialog->findChildren<QRadioButton*>().at(2)->click();
    dialog->findChild<QPlainTextEdit*>()->setPlainText(QStringLiteral(" Isabelle s’en charge. "));
    QTest::mouseClick(buttonNamed(*dialog, qtTrId("req.refuse")), Qt::LeftButton);
    QCOMPARE(lastDecision().kind, DecisionKind::RefuseRequest);
    QCOMPARE(*lastDecision().reason, RefusalReason::SomeoneElseHasIt);
    QCOMPARE(lastDecision().comment, QStringLiteral("Isabelle s’en charge."));
}

void RequestsPageTest::refuseDialog_longMessage_isCut()
{
    QTest::keyClick(&list(), Qt::Key_R);
    auto* message = m_page->findChild<RefuseDialog*>()->findChild<QPlainTextEdit*>();
    message->setPlainText(QString(700, u'x'));
    QCOMPARE(message->toPlainText().size(), RefuseDialog::longestMessage);
}

void RequestsPageTest::unknownPerson_button_refusesWithThatReason()
{
    m_page->showTarget(m_suspicious);
    QTest::mouseClick(buttonNamed(detail(), qtTrId("req.unknown.key")), Qt::LeftButton);
    QCOMPARE(lastDecision().target, m_suspicious);
    QCOMPARE(*lastDecision().reason, RefusalReason::UnknownPerson);
}

void RequestsPageTest::acceptUntil_dialog_sendsTheDate()
{
    QTest::mouseClick(buttonNamed(detail(), qtTrId("req.until.key")), Qt::LeftButton);
    auto* day = m_page->findChild<QDateEdit*>();
    QVERIFY(day);
    QCOMPARE(day->minimumDate(), QDate(2026, 11, 24));
    QCOMPARE(day->maximumDate(), QDate(2027, 11, 23));
    day->setDate(QDate(2027, 1, 31));
    const auto dialogs = m_page->findChildren<QDialog*>();
    QTest::mouseClick(
        buttonNamed(*dialogs.first(), QStringLiteral("Accepter jusqu’au 31\u00a0janvier\u00a02027")),
        Qt::LeftButton);
    QCOMPARE(*lastDecision().until, QDate(2027, 1, 31));
}

void RequestsPageTest::refusedByTheService_notice_saysWhyAndRequestComesBack()
{
    QTest::keyClick(&list(), Qt::Key_A);
    m_bench->decisions.refuse(pendingId(), {FailureCode::AlreadyDecided, {}, {}});
    QCOMPARE(list().model()->rowCount(), 4);
    QVERIFY(shows(*m_page, QStringLiteral("Déjà traitée")));
}

void RequestsPageTest::taken_untilNewData_requestStaysAnswered()
{
    QTest::keyClick(&list(), Qt::Key_A);
    m_bench->decisions.take(pendingId(), tests::demonstrationNow().addSecs(11));
    QCOMPARE(list().model()->rowCount(), 3);
    m_page->findChild<QTabBar*>()->setCurrentIndex(1);
    QVERIFY(shows(detail(), QStringLiteral("Karim Haddad")));
}

void RequestsPageTest::lastRequest_answered_focusGoesToTheEmptyTitle()
{
    for (int i = 0; i < 4; ++i) {
        QTest::keyClick(&list(), Qt::Key_A);
    }
    QCOMPARE(m_bench->decisions.submitted().size(), 4);
    QVERIFY(shows(*m_page, qtTrId("req.empty")));
    const auto* focused = qobject_cast<const QLabel*>(m_page->focusWidget());
    QVERIFY(focused);
    QCOMPARE(focused->text(), qtTrId("req.empty"));
}

void RequestsPageTest::diskFull_accept_saysSoAndKeepsTheRequest()
{
    m_bench->decisions.failStorageWith({FailureCode::StorageFull, {}, {}});
    QTest::keyClick(&list(), Qt::Key_A);
    QCOMPARE(list().model()->rowCount(), 4);
    QVERIFY(shows(*m_page, QStringLiteral("disque")));
}

void RequestsPageTest::offline_buttons_areDisabledWithTheReason()
{
    m_bench->workspace.setConnection(Workspace::Connection::Offline);
    QVERIFY(!buttonNamed(detail(), qtTrId("req.accept.key"))->isEnabled());
    QVERIFY(shows(detail(), DataPage::offlineReason()));
    QTest::keyClick(&list(), Qt::Key_A);
    QVERIFY(m_bench->decisions.submitted().isEmpty());
    m_bench->workspace.setConnection(Workspace::Connection::Online);
    QVERIFY(buttonNamed(detail(), qtTrId("req.accept.key"))->isEnabled());
}

void RequestsPageTest::strangerText_markup_staysPlainText()
{
    CompanySnapshot snapshot = tests::demonstrationSnapshot();
    for (AccessRequest& request : snapshot.requests) {
        request.givenName = QStringLiteral("<b>Karim</b>");
        request.message = QStringLiteral("<a href=\"https://example\">ici</a> %1");
        request.jobTitle = QStringLiteral("<i>x</i>");
    }
    m_bench->workspace.show(snapshot);
    m_page->refresh();
    bool found = false;
    for (const QLabel* label : m_page->findChildren<QLabel*>()) {
        QCOMPARE(label->textFormat(), Qt::PlainText);
        found = found || label->text().contains(QStringLiteral("<a href=\"https://example\">ici</a> %1"));
    }
    QVERIFY(found);
}

void RequestsPageTest::riskyRequest_banner_comesBeforeTheButtons()
{
    m_page->showTarget(m_suspicious);
    tests::settle();
    const Button* accept = buttonNamed(detail(), qtTrId("req.accept.key"));
    QVERIFY(accept);
    const auto labels = detail().findChildren<QLabel*>();
    const auto banner = std::find_if(labels.cbegin(), labels.cend(), [](const QLabel* label) {
        return label->text() == qtTrId("req.risk.title");
    });
    QVERIFY(banner != labels.cend());
    QVERIFY((*banner)->mapTo(m_page.get(), QPoint()).y() < accept->mapTo(m_page.get(), QPoint()).y());
}

void RequestsPageTest::target_answeredRequest_opensItsTab()
{
    m_page->showTarget(QStringLiteral("PC-2026-001084"));
    QCOMPARE(m_page->findChild<QTabBar*>()->currentIndex(), 1);
    QVERIFY(shows(detail(), QStringLiteral("Refusée par Aurélie Fabre")));
    QVERIFY(!buttonNamed(detail(), qtTrId("req.accept.key")));
}

void RequestsPageTest::tabs_choosingOne_movesNothing()
{
    auto* tabs = m_page->findChild<QTabBar*>();
    QVERIFY(!tabs->usesScrollButtons());
    tests::settle();
    const int before = tabs->sizeHint().width();
    tabs->setCurrentIndex(1);
    tests::settle();
    // The weight of the theme's fonts and of the style's may differ by a rounded pixel.
    QVERIFY2(std::abs(tabs->sizeHint().width() - before) <= 2,
             qPrintable(QStringLiteral("%1 after %2").arg(tabs->sizeHint().width()).arg(before)));
    QVERIFY(tabs->width() >= tabs->tabRect(1).right());
}

void RequestsPageTest::noData_loading_thenTrouble()
{
    tests::UiBench bench;
    RequestsPage page(bench.services);
    page.resize(944, 740);
    page.refresh();
    page.show();
    QVERIFY(!page.findChild<RequestListView*>()->isVisible());
    bench.workspace.setTrouble(Failure{FailureCode::ServiceUnavailable, {}, {}});
    tests::settle();
    QVERIFY(shows(page, QStringLiteral("ProConnect ne répond pas")));
    QTest::mouseClick(buttonNamed(page, qtTrId("common.retry")), Qt::LeftButton);
    QCOMPARE(bench.workspace.refreshes(), 1);
}

void RequestsPageTest::rail_openingARequest_replacesTheList()
{
    m_page->setWidthClass(WidthClass::Rail);
    QVERIFY(list().isVisible());
    QVERIFY(!detail().isVisible());
    QTest::keyClick(&list(), Qt::Key_Return);
    QVERIFY(!list().isVisible());
    QVERIFY(detail().isVisible());
    QTest::mouseClick(buttonNamed(*m_page, qtTrId("req.back.to.list")), Qt::LeftButton);
    QVERIFY(list().isVisible());
    QVERIFY(list().hasFocus());
}

void RequestsPageTest::controls_all_haveNames()
{
    QCOMPARE(tests::namelessControls(*m_page), QByteArray());
}

void RequestsPageTest::texts_everySize_fit_data()
{
    tests::addEveryLayout();
}

void RequestsPageTest::texts_everySize_fit()
{
    QFETCH(QSize, size);
    QFETCH(int, width);
    tests::useScale(*m_bench);
    QWidget window;
    auto* layout = new QHBoxLayout(&window);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* page = new RequestsPage(m_bench->services);
    layout->addWidget(page);
    page->setWidthClass(static_cast<WidthClass>(width));
    window.resize(size);
    page->refresh();
    window.show();
    for (const QString& id : {m_urgent, m_suspicious}) {
        page->showTarget(id);
        tests::settle();
        QCOMPARE(tests::clippedTexts(*page), QByteArray());
    }
    QCOMPARE(window.size(), size);
}

} // namespace proconnect::ui

QTEST_MAIN(proconnect::ui::RequestsPageTest)
#include "RequestsPageTest.moc"
