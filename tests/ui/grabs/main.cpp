// SPDX-License-Identifier: MIT
// Pictures of each screen with the demonstration data, to be looked at beside the design.
// usage: ui_grabs DIRECTORY [light|dark] [fr|en] [SCALE] [WIDTHxHEIGHT]
#include "tests/ui/grabs/Scenes.h"
#include "tests/ui/support/UiBench.h"

#include <QApplication>
#include <QDir>
#include <QTextStream>

int main(int count, char** words)
{
    QApplication application(count, words);
    using namespace proconnect;
    const QStringList arguments = QApplication::arguments();
    const QDir target(arguments.value(1, QStringLiteral(".")));
    const QString mode = arguments.value(2, QStringLiteral("light"));
    const QString language = arguments.value(3, QStringLiteral("fr"));
    const double scale = arguments.value(4, QStringLiteral("1")).toDouble();
    const QStringList size = arguments.value(5, QStringLiteral("1280x800")).split(u'x');
    const QSize window(size.value(0).toInt(), size.value(1).toInt());

    tests::UiBench bench;
    bench.language.use(language);
    bench.theme.setMode(mode == QLatin1String("dark") ? ui::Theme::Mode::Dark : ui::Theme::Mode::Light);
    bench.theme.setTextScale(scale);
    bench.session.signIn(tests::demonstrationProfile());
    QTextStream out(stdout);
    for (const tests::Scene& scene : tests::scenes()) {
        const QString name =
            QStringLiteral("%1-%2-%3-%4-%5.png")
                .arg(scene.name, mode, language, QString::number(scale * 100), size.join(u'x'));
        out << name << ' ' << tests::grab(bench, scene, window, target.filePath(name)) << '\n';
    }
    return 0;
}
