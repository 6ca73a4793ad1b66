// SPDX-License-Identifier: MIT
#include "ui/certification/CertificationPage.h"

#include "tests/ui/support/UiBench.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/Button.h"

#include <QLabel>
#include <QtTest>

namespace proconnect::ui {

class CertificationPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<tests::UiBench>();
        CompanySnapshot snapshot = tests::demonstrationSnapshot();
        for (PortalAccount& account : snapshot.accounts.changeable()) {
            if (account.mine) {
                account.certification = AccountCertification::NotCertified;
                m_account = account.id;
            }
        }
        m_bench->workspace.show(snapshot);
        m_page = std::make_unique<CertificationPage>(m_bench->services);
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

    void certify_click_submitsWithWhatThePortalReceives();
    void certify_taken_isNotCalledCertified();
    void certify_offline_isDisabledWithTheReason();
    void texts_largeAndNarrow_fit();
    void controls_all_haveNames();

private:
    [[nodiscard]] Button* certifyButton() const
    {
        for (Button* button : m_page->findChildren<Button*>()) {
            if (button->text() == qtTrId("cert.go")) {
                return button;
            }
        }
        return nullptr;
    }
    [[nodiscard]] bool hasBadge(const QString& words) const
    {
        const auto badges = m_page->findChildren<Badge*>();
        return std::any_of(badges.cbegin(), badges.cend(),
                           [&words](const Badge* badge) { return badge->content().text == words; });
    }

    QString m_account;
    std::unique_ptr<tests::UiBench> m_bench;
    std::unique_ptr<CertificationPage> m_page;
};

void CertificationPageTest::certify_click_submitsWithWhatThePortalReceives()
{
    QVERIFY(certifyButton());
    QTest::mouseClick(certifyButton(), Qt::LeftButton);
    QCOMPARE(m_bench->decisions.submitted().size(), 1);
    const Decision& decision = m_bench->decisions.submitted().first();
    QCOMPARE(decision.kind, DecisionKind::CertifyAccount);
    QCOMPARE(decision.target, m_account);
    QVERIFY(decision.shown.contains(QStringLiteral("date de naissance")));
    QVERIFY(!certifyButton());
}

void CertificationPageTest::certify_taken_isNotCalledCertified()
{
    QTest::mouseClick(certifyButton(), Qt::LeftButton);
    m_bench->decisions.take(QStringLiteral("decision-1"), tests::demonstrationNow().addSecs(11));
    QVERIFY(!hasBadge(qtTrId("acc.st.certified")));
    QVERIFY(hasBadge(qtTrId("dec.taken")));
}

void CertificationPageTest::certify_offline_isDisabledWithTheReason()
{
    m_bench->workspace.setConnection(Workspace::Connection::Offline);
    QVERIFY(!certifyButton()->isEnabled());
    const auto labels = m_page->findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(),
                        [](const QLabel* label) { return label->text() == DataPage::offlineReason(); }));
}

void CertificationPageTest::texts_largeAndNarrow_fit()
{
    QCOMPARE(tests::clippedTexts(*m_page), QByteArray());
    m_bench->theme.setTextScale(2.0);
    CertificationPage large(m_bench->services);
    large.setWidthClass(WidthClass::Rail);
    large.resize(1112, 768);
    large.refresh();
    large.show();
    tests::settle();
    QCOMPARE(tests::clippedTexts(large), QByteArray());
}

void CertificationPageTest::controls_all_haveNames()
{
    QCOMPARE(tests::namelessControls(*m_page), QByteArray());
}

} // namespace proconnect::ui

QTEST_MAIN(proconnect::ui::CertificationPageTest)
#include "CertificationPageTest.moc"
