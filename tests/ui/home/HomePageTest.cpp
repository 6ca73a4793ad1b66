// SPDX-License-Identifier: MIT
#include "ui/home/HomePage.h"

#include "tests/ui/support/UiBench.h"
#include "ui/home/HomeRequestRow.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/LinkButton.h"

#include <QLabel>
#include <QSignalSpy>
#include <QtTest>

namespace proconnect::ui {

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
    void sameData_refresh_keepsTheButtons();
    void offline_accept_isDisabledWithTheReason();
    void texts_everySize_fit_data();
    void texts_everySize_fit();
    void controls_all_haveNames();

private:
    [[nodiscard]] QList<HomeRequestRow*> rows() const { return m_page->findChildren<HomeRequestRow*>(); }
    [[nodiscard]] static Button* button(const QWidget& root, const QString& text)
    {
        for (Button* one : root.findChildren<Button*>()) {
            if (one->text() == text) {
                return one;
            }
        }
        return nullptr;
    }
    [[nodiscard]] bool shows(const QString& words) const
    {
        // Widgets put into a visible layout are shown by the event loop.
        tests::settle();
        const auto labels = m_page->findChildren<QLabel*>();
        return std::any_of(labels.cbegin(), labels.cend(), [&words](const QLabel* label) {
            return label->isVisible() && label->text().contains(words);
        });
    }

    std::unique_ptr<tests::UiBench> m_bench;
    std::unique_ptr<HomePage> m_page;
};

void HomePageTest::title_signedIn_greetsByName()
{
    QCOMPARE(m_page->title(), QStringLiteral("Bonjour Claire Fabre"));
    QVERIFY(shows(QStringLiteral("Quatre demandes attendent votre réponse, dont une urgente.")));
}

void HomePageTest::requests_moreThanThree_showsThreeUrgentFirst()
{
    QCOMPARE(rows().size(), 3);
    QVERIFY(button(*rows().first(), qtTrId("home.review.btn"))
                ->accessibleName()
                .contains(QStringLiteral("impots")));
}

void HomePageTest::accept_safeRequest_submitsInOneClick()
{
    QTest::mouseClick(button(*rows().first(), qtTrId("req.accept")), Qt::LeftButton);
    QCOMPARE(m_bench->decisions.submitted().size(), 1);
    QCOMPARE(m_bench->decisions.submitted().first().target, QStringLiteral("PC-2026-001021"));
    QCOMPARE(rows().size(), 3);
    QVERIFY(shows(QStringLiteral("Trois demandes")));
}

void HomePageTest::accept_riskyRequest_isNotOffered()
{
    QVERIFY(button(*rows().first(), qtTrId("req.accept")));
    QVERIFY(!button(*rows().at(1), qtTrId("req.accept")));
}

void HomePageTest::examine_click_opensTheRequest()
{
    const QSignalSpy asked(m_page.get(), &Page::pageRequested);
    QTest::mouseClick(button(*rows().at(1), qtTrId("home.review.btn")), Qt::LeftButton);
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
    QVERIFY(shows(QStringLiteral("Rien à faire aujourd’hui.")));
    QVERIFY(shows(qtTrId("home.who")));
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

void HomePageTest::sameData_refresh_keepsTheButtons()
{
    const Button* before = button(*rows().first(), qtTrId("req.accept"));
    m_page->refresh();
    QCOMPARE(button(*rows().first(), qtTrId("req.accept")), before);
}

void HomePageTest::offline_accept_isDisabledWithTheReason()
{
    m_bench->workspace.setConnection(Workspace::Connection::Offline);
    QVERIFY(!button(*rows().first(), qtTrId("req.accept"))->isEnabled());
    QVERIFY(shows(DataPage::offlineReason()));
}

void HomePageTest::texts_everySize_fit_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<double>("scale");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("width");
    for (const char* language : {"fr", "en"}) {
        const QString code = QString::fromLatin1(language);
        QTest::addRow("%s narrow", language) << code << 1.0 << QSize(836, 608) << int(WidthClass::Narrow);
        QTest::addRow("%s normal", language) << code << 1.0 << QSize(1016, 768) << int(WidthClass::Normal);
        QTest::addRow("%s 150 %%", language) << code << 1.5 << QSize(1154, 768) << int(WidthClass::Rail);
        QTest::addRow("%s 200 %%", language) << code << 2.0 << QSize(1112, 768) << int(WidthClass::Rail);
    }
}

void HomePageTest::texts_everySize_fit()
{
    QFETCH(QString, language);
    QFETCH(double, scale);
    QFETCH(QSize, size);
    QFETCH(int, width);
    m_bench->language.use(language);
    m_bench->theme.setTextScale(scale);
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
