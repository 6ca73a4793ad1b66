// SPDX-License-Identifier: MIT
#include "ui/sign_in/OriginBar.h"

#include "tests/ui/support/UiBench.h"
#include "ui/widgets/Button.h"

#include <QBoxLayout>
#include <QTest>

#include <algorithm>

namespace proconnect::tests {

/// The bar that says whose page the sign-in window shows.
class OriginBarTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void words_goWhereTheHostNeedsTheRoom_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<double>("scale");
        QTest::addColumn<bool>("words");
        QTest::newRow("usual") << 1440 << 1.0 << true;
        QTest::newRow("large text") << 1024 << 2.0 << false;
    }

    void words_goWhereTheHostNeedsTheRoom()
    {
        QFETCH(const int, width);
        QFETCH(const double, scale);
        QFETCH(const bool, words);
        UiBench bench;
        bench.theme.setTextScale(scale);
        QWidget window;
        auto* column = new QVBoxLayout(&window);
        column->setContentsMargins(0, 0, 0, 0);
        auto* bar = new ui::OriginBar(bench.theme);
        column->addWidget(bar);
        bar->showVerified(QUrl(QStringLiteral("https://app.franceconnect.gouv.fr/x")));
        window.resize(width, 200);
        window.show();
        settle();
        keepPicture(window, QStringLiteral("origin-bar-") + QString::fromLatin1(QTest::currentDataTag()));
        QCOMPARE(window.width(), width);
        for (const QString& text : {qtTrId("fc.external"), qtTrId("common.back")}) {
            const auto buttons = bar->findChildren<ui::Button*>();
            const auto said = std::any_of(buttons.begin(), buttons.end(), [&text](const ui::Button* one) {
                return one->isVisible() && one->text() == text;
            });
            QVERIFY2(said == words, qPrintable(text));
        }
        QCOMPARE(clippedTexts(window), QByteArray());
        QCOMPARE(namelessControls(window), QByteArray());
    }
};

} // namespace proconnect::tests

QTEST_MAIN(proconnect::tests::OriginBarTest)
#include "OriginBarTest.moc"
