// SPDX-License-Identifier: MIT
#include "tests/app/screens/ScreenScenes.h"
#include "tests/ui/support/LayoutFaults.h"

#include <QDialog>
#include <QTest>

namespace proconnect::tests {

/// Every screen at the smallest and the default size, with normal and doubled text, in both languages.
class ScreenLayoutTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyScreen_anySizeAndText_isWhole_data()
    {
        QTest::addColumn<std::size_t>("scene");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("scale");
        QTest::addColumn<QString>("language");
        for (std::size_t scene = 0; scene < screenScenes().size(); ++scene) {
            for (const QSize& size : {QSize(1280, 800), QSize(1024, 640)}) {
                for (const double scale : {1.0, 2.0}) {
                    for (const char* language : {"fr", "en"}) {
                        QTest::addRow("%s %dx%d %d%% %s", screenScenes()[scene].name, size.width(),
                                      size.height(), qRound(scale * 100), language)
                            << scene << size << scale << QString::fromLatin1(language);
                    }
                }
            }
        }
    }

    void everyScreen_anySizeAndText_isWhole()
    {
        QFETCH(const std::size_t, scene);
        QFETCH(const QSize, size);
        QFETCH(const double, scale);
        QFETCH(const QString, language);
        ScreenStage stage(size, scale, language);
        QWidget& shown = screenScenes()[scene].enter(stage);
        keepPicture(shown, QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'_'));
        const QByteArray faults = layoutFaults(shown);
        QVERIFY2(faults.isEmpty(), faults.constData());
        QCOMPARE(stage.window().size().boundedTo(size), stage.window().size());
        if (qobject_cast<const QDialog*>(&shown)) {
            QVERIFY2(shown.height() <= size.height() && shown.width() <= size.width(),
                     qPrintable(QStringLiteral("%1x%2").arg(shown.width()).arg(shown.height())));
        }
    }

    void aPartThatIsCutOrCovered_isFound()
    {
        QWidget window;
        window.resize(300, 200);
        auto* outside = new QWidget(&window);
        outside->setGeometry(250, 10, 100, 20);
        window.show();
        QVERIFY(layoutFaults(window).contains("is cut by"));
        outside->setGeometry(10, 10, 100, 20);
        QCOMPARE(layoutFaults(window), QByteArray());
        auto* above = new QWidget(&window);
        above->setGeometry(50, 15, 100, 20);
        above->show();
        QVERIFY(layoutFaults(window).contains("overlap"));
    }
};

} // namespace proconnect::tests

QTEST_MAIN(proconnect::tests::ScreenLayoutTest)
#include "ScreenLayoutTest.moc"
