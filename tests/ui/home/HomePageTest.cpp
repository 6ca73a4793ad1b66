// SPDX-License-Identifier: MIT
#include "ui/home/HomePage.h"

#include "tests/ui/fakes/SampleDepartures.h"
#include "tests/ui/support/Shown.h"
#include "tests/ui/support/Sizes.h"
#include "tests/ui/support/UiBench.h"
#include "ui/home/HomeRequestRow.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/LinkButton.h"

#include <QLabel>
#include <QSignalSpy>
#include <QtTest>

namespace proconnect::ui {

using tests::buttonNamed;
using tests::shows;

class HomePageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<tests::UiBench>();
        m_bench->session.signIn(tests::demonstrationProfile());
        m_bench->workspace.show(tests::demonstrationSnapshot());
        m_page = std::make_unique<HomePage>(m_bench->services);
        m_page->resize(1016, 768);
        m_page->setWidthClass(WidthClass::Normal);
        m_page->refresh();
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        tests::settle();
    }
    void cleanup()
    {
        m_page.reset();
        m_bench.reset();
    }

    void title_signedIn_greetsByName();
    void requests_moreThanThree_showsThreeUrgentFirst();
    void accept_safeRequest_submitsInOneClick();
    void accept_riskyRequest_isNotOffered();
    void examine_click_opensTheRequest();
    void nothingWaiting_saysSo();
    void watch_departures_opensTheFilteredAccounts();
    void watch_replacement_opensItsRequest();
    void sameData_refresh_keepsTheButtons();
    void offline_accept_isDisabledWithTheReason();
    void texts_everySize_fit_data();
    void texts_everySize_fit();
    void controls_all_haveNames();

private:
    [[nodiscard]] QList<HomeRequestRow*> rows() const { return m_page->findChildren<HomeRequestRow*>(); }

    std::unique_ptr<tests::UiBench> m_bench;
    std::unique_ptr<HomePage> m_page;
};

void HomePageTest::title_signedIn_greetsByName()
{
    QCOMPARE(m_page->title(), QStringLiteral("Bonjour Claire Fabre"));
    QVERIFY(shows(*m_page, QStringLiteral("Quatre demandes attendent votre réponse, dont une urgente.")));
}

void HomePageTest::requests_moreThanThree_showsThreeUrgentFirst()
{
    QCOMPARE(rows().size(), 3);
    QVERIFY(buttonNamed(*rows().first(), qtTrId("home.review.btn"))
                ->accessibleName()
                .contains(QStringLiteral("impots")));
}

void HomePageTest::accept_safeRequest_submitsInOneClick()
{
    QTest::mouseClick(buttonNamed(*rows().first(), qtTrId("req.accept")), Qt::LeftButton);
    QCOMPARE(m_bench->decisions.submitted().size(), 1);
    QCOMPARE(m_bench->decisions.submitted().first().target, QStringLiteral("PC-2026-001021"));
    QCOMPARE(rows().size(), 3);
    QVERIFY(shows(*m_page, QStringLiteral("Trois demandes")));
}

void HomePageTest::accept_riskyRequest_isNotOffered()
{
    QVERIFY(buttonNamed(*rows().first(), qtTrId("req.accept")));
    QVERIFY(!buttonNamed(*rows().at(1), qtTrId("req.accept")));
}

void HomePageTest::examine_click_opensTheRequest()
{
    const QSignalSpy asked(m_page.get(), &Page::pageRequested);
    QTest::mouseClick(buttonNamed(*rows().at(1), qtTrId("home.review.btn")), Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().at(0).toString(), QStringLiteral("requests"));
    QCOMPARE(asked.first().at(1).toString(), QStringLiteral("PC-2026-001007"));
}

void HomePageTest::nothingWaiting_saysSo()
{
    CompanySnapshot snapshot = tests::demonstrationSnapshot();
    snapshot.requests.clear();
    m_bench->workspace.show(snapshot);
    m_page->refresh();
    QVERIFY(rows().isEmpty());
    QVERIFY(shows(*m_page, QStringLiteral("Rien à faire aujourd’hui.")));
    QVERIFY(shows(*m_page, qtTrId("home.who")));
}

void HomePageTest::watch_departures_opensTheFilteredAccounts()
{
    const QSignalSpy asked(m_page.get(), &Page::pageRequested);
    for (LinkButton* link : m_page->findChildren<LinkButton*>()) {
        if (link->text() == qtTrId("home.watch.leavers.see")) {
            link->click();
        }
    }
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().at(1).toString(), QStringLiteral("filter:departures"));
}

void HomePageTest::watch_replacement_opensItsRequest()
{
    CompanySnapshot snapshot = tests::demonstrationSnapshot();
    snapshot.waysOut = {tests::sampleReplacement(DepartureStepState::Manual)};
    m_bench->workspace.show(snapshot);
    m_page->refresh();
    const QSignalSpy asked(m_page.get(), &Page::pageRequested);
    QVERIFY(shows(*m_page, QStringLiteral("Karim Haddad remplace Julie Perrin")));
    for (LinkButton* link : m_page->findChildren<LinkButton*>()) {
        if (link->text() == qtTrId("home.watch.replaced.letter")) {
            link->click();
        }
    }
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first(), (QVariantList{QStringLiteral("requests"), QStringLiteral("PC-2026-001021")}));
}

void HomePageTest::sameData_refresh_keepsTheButtons()
{
    const Button* before = buttonNamed(*rows().first(), qtTrId("req.accept"));
    m_page->refresh();
    QCOMPARE(buttonNamed(*rows().first(), qtTrId("req.accept")), before);
}

void HomePageTest::offline_accept_isDisabledWithTheReason()
{
    m_bench->workspace.setConnection(Workspace::Connection::Offline);
    QVERIFY(!buttonNamed(*rows().first(), qtTrId("req.accept"))->isEnabled());
    QVERIFY(shows(*m_page, DataPage::offlineReason()));
}

void HomePageTest::texts_everySize_fit_data()
{
    tests::addEveryLayout();
}

void HomePageTest::texts_everySize_fit()
{
    QFETCH(QSize, size);
    QFETCH(int, width);
    tests::useScale(*m_bench);
    HomePage page(m_bench->services);
    page.setWidthClass(static_cast<WidthClass>(width));
    page.resize(size);
    page.refresh();
    page.show();
    tests::settle();
    QCOMPARE(tests::clippedTexts(page), QByteArray());
}

void HomePageTest::controls_all_haveNames()
{
    QCOMPARE(tests::namelessControls(*m_page), QByteArray());
}

} // namespace proconnect::ui

QTEST_MAIN(proconnect::ui::HomePageTest)
#include "HomePageTest.moc"
