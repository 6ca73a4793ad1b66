// SPDX-License-Identifier: MIT
#include "ui/receipts/ReceiptsCard.h"

#include "tests/ui/support/Shown.h"
#include "tests/ui/support/UiBench.h"
#include "ui/widgets/Button.h"

#include <QFile>
#include <QFileDialog>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

namespace proconnect::tests {

/// A person's receipts and the files that prove them, over the desk's answers.
class ReceiptsCardTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<UiBench>();
        m_window = std::make_unique<QWidget>();
        auto* column = new QVBoxLayout(m_window.get());
        m_card = new ui::ReceiptsCard(m_bench->services, ui::ReceiptsCard::Length::Latest);
        column->addWidget(m_card);
        column->addStretch();
        m_window->resize(900, 900);
        m_window->show();
        m_card->showCompany(siren());
        settle();
    }
    void cleanup()
    {
        m_window.reset();
        m_bench.reset();
    }

    void latest_showsSomeAndAllOnDemand()
    {
        m_bench->companies.answerReceipts(receipts(7));
        settle();
        QCOMPARE(saveButtons().size(), 5);
        QVERIFY(shownText(*m_card).contains(QStringLiteral("RC-2026-000001")));
        QVERIFY(!shownText(*m_card).contains(QStringLiteral("RC-2026-000007")));
        QCOMPARE(clippedTexts(*m_card), QByteArray());
        QCOMPARE(namelessControls(*m_card), QByteArray());
        keepPicture(*m_window, QStringLiteral("receipts"));
        buttonNamed(*m_card, QStringLiteral("Voir les 7 reçus"))->click();
        QTRY_COMPARE(saveButtons().size(), 7);
        QVERIFY(!buttonNamed(*m_card, QStringLiteral("Voir les 7 reçus")));
    }

    void refresh_sameAnswer_keepsWhatIsInUse()
    {
        m_bench->companies.answerReceipts(receipts(2));
        settle();
        const auto before = saveButtons();
        before[1]->setFocus();
        m_card->refresh();
        m_card->refresh(); // while the answer is awaited
        QCOMPARE(m_bench->companies.receiptsAsked().size(), 2);
        m_bench->companies.answerReceipts(receipts(2));
        settle();
        QCOMPARE(saveButtons(), before);
        m_card->refresh();
        m_bench->companies.answerReceipts(receipts(3));
        settle();
        QCOMPARE(saveButtons().size(), 3);
    }

    void answer_ofTheCompanyBefore_isNotShown()
    {
        m_card->showCompany(QStringLiteral("000041376"));
        QCOMPARE(m_bench->companies.receiptsAsked(), (QStringList{siren(), QStringLiteral("000041376")}));
        m_bench->companies.answerReceipts(OwnReceipts{QStringLiteral("000041376"), {}});
        QVERIFY(shownText(*m_card).contains(QStringLiteral("aucune décision")));
        m_card->showCompany(siren());
        QVERIFY(!shownText(*m_card).contains(QStringLiteral("aucune décision")));
    }

    void save_answered_keepsTheFileAsItCame()
    {
        m_bench->companies.answerReceipts(receipts(2));
        settle();
        saveButtons()[1]->click();
        QCOMPARE(m_bench->companies.filesAsked(), QStringList{siren() + QStringLiteral(" decision-2")});
        saveButtons()[0]->click(); // while the first is on its way
        QCOMPARE(m_bench->companies.filesAsked().size(), 1);
        const QByteArray proof = "{ \"links\": [] }\n";
        m_bench->companies.answerFile(proof);
        auto* dialog = m_card->findChild<QFileDialog*>();
        QVERIFY(dialog);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("receipt.json"));
        Q_EMIT dialog->fileSelected(path);
        QFile kept(path);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), proof);
        QVERIFY(shownText(*m_card).contains(path));
        Q_EMIT dialog->fileSelected(folder.filePath(QStringLiteral("nowhere/receipt.json")));
        QVERIFY(shownText(*m_card).contains(QStringLiteral("n’a pas pu être enregistré")));
    }

    void save_refused_isSaid()
    {
        m_bench->companies.answerReceipts(receipts(1));
        settle();
        saveButtons()[0]->click();
        m_bench->companies.answerFile(Failure{FailureCode::Offline, {}, {}});
        QVERIFY(!m_card->findChild<QFileDialog*>());
        QVERIFY(shownText(*m_card).contains(QStringLiteral("connexion")));
        saveButtons()[0]->click();
        QCOMPARE(m_bench->companies.filesAsked().size(), 2);
    }

private:
    static QString siren() { return demonstrationSnapshot().company.siren; }
    static OwnReceipts receipts(int count)
    {
        OwnReceipts own{siren(), {}};
        for (int i = 1; i <= count; ++i) {
            OwnReceipt one;
            one.receipt = {QStringLiteral("decision-%1").arg(i),
                           QDateTime(QDate(2026, 11, 19), QTime(9, 0), Qt::UTC),
                           QStringLiteral("RC-2026-%1").arg(i, 6, 10, QLatin1Char('0')),
                           QStringLiteral("K7PM-2W4X-9RTC-QQ3Z")};
            one.kind = DecisionKind::CloseAccount;
            one.shown = QStringLiteral("Cette personne ne pourra plus l’utiliser.");
            own.receipts.append(one);
        }
        return own;
    }
    [[nodiscard]] QList<ui::Button*> saveButtons() const
    {
        QList<ui::Button*> found;
        for (ui::Button* button : m_card->findChildren<ui::Button*>()) {
            if (button->isVisible() && button->text() == QStringLiteral("Enregistrer la preuve")) {
                found.append(button);
            }
        }
        return found;
    }

    std::unique_ptr<UiBench> m_bench;
    std::unique_ptr<QWidget> m_window;
    ui::ReceiptsCard* m_card = nullptr;
};

} // namespace proconnect::tests

QTEST_MAIN(proconnect::tests::ReceiptsCardTest)
#include "ReceiptsCardTest.moc"
