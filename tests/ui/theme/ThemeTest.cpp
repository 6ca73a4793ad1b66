// SPDX-License-Identifier: MIT
#include "ui/theme/Theme.h"

#include "ui/theme/FocusRing.h"
#include "ui/theme/StyleSheet.h"

#include <QApplication>
#include <QBoxLayout>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using proconnect::ui::ColorRole;
using proconnect::ui::FocusRing;
using proconnect::ui::styleSheetOf;
using proconnect::ui::TextStyle;
using proconnect::ui::Theme;
namespace tokens = proconnect::ui::tokens;

namespace {

QJsonObject designTokens()
{
    QFile file(QStringLiteral(DESIGN_TOKENS));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

/// Relative luminance of WCAG 2.
double luminance(const QColor& color)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor& one, const QColor& other)
{
    const double lighter = std::max(luminance(one), luminance(other));
    const double darker = std::min(luminance(one), luminance(other));
    return (lighter + 0.05) / (darker + 0.05);
}

/// "bg.surface" -> the role named BgSurface.
std::optional<ColorRole> roleOf(const QString& path)
{
    QString name;
    for (const QString& part : path.split(u'.')) {
        name += part.front().toUpper() + part.mid(1);
    }
    for (std::size_t i = 0; i < tokens::roleNames.size(); ++i) {
        if (name == QLatin1String(tokens::roleNames[i])) {
            return static_cast<ColorRole>(i);
        }
    }
    return std::nullopt;
}

} // namespace

class ThemeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrast_everyPairOfTheDesign_reachesItsMinimum_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void contrast_everyPairOfTheDesign_reachesItsMinimum()
    {
        QFETCH(const bool, dark);
        Theme theme;
        theme.setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
        const QJsonArray pairs =
            designTokens()[u"contrast"][dark ? QStringLiteral("dark") : QStringLiteral("light")].toArray();
        QVERIFY(pairs.size() > 40);
        for (const QJsonValue& pair : pairs) {
            const auto text = roleOf(pair[u"fg"].toString());
            const auto fill = roleOf(pair[u"bg"].toString());
            QVERIFY2(text.has_value() && fill.has_value(),
                     qUtf8Printable(pair[u"fg"].toString() + u' ' + pair[u"bg"].toString()));
            const double ratio = contrast(theme.color(*text), theme.color(*fill));
            QVERIFY2(ratio >= pair[u"min"].toDouble(),
                     qUtf8Printable(pair[u"fg"].toString() + u' ' + pair[u"bg"].toString() + u' ' +
                                    QString::number(ratio)));
        }
    }

    void styleSheet_leavesNoTokenUnreplaced()
    {
        Theme theme;
        const QString sheet = styleSheetOf(theme);
        QVERIFY(sheet.size() > 1000);
        QCOMPARE(sheet.mid(sheet.indexOf(u'@'), sheet.contains(u'@') ? 30 : 0), QString());
        theme.setMode(Theme::Mode::Dark);
        QVERIFY(styleSheetOf(theme) != sheet);
    }

    void textScale_multipliesFonts_andIsBounded()
    {
        Theme theme;
        QSignalSpy changed(&theme, &Theme::textScaleChanged);
        const int normal = theme.font(TextStyle::Body).pixelSize();
        theme.setTextScale(2.0);
        QCOMPARE(theme.font(TextStyle::Body).pixelSize(), 2 * normal);
        QCOMPARE(changed.count(), 1);
        theme.setTextScale(17.0);
        QCOMPARE(theme.textScale(), 2.0);
        QCOMPARE(changed.count(), 1);
        theme.setTextScale(0.1);
        QCOMPARE(theme.textScale(), 1.0);
    }

    void font_shapesEveryTextThatIsWrongWithoutIt_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("shaped");
        QTest::newRow("own text") << QString() << false;
        QTest::newRow("Latin") << QStringLiteral("Élodie MARÇHAND – « l’Œuvre » 12 €") << false;
        QTest::newRow("Vietnamese") << QStringLiteral("Nguyễn Đình Diệm") << false;
        QTest::newRow("decomposed") << QStringLiteral("E\u0301lodie") << true;
        QTest::newRow("Arabic") << QStringLiteral("محمد") << true;
        QTest::newRow("Devanagari") << QStringLiteral("हिन्दी") << true;
        QTest::newRow("soft hyphen") << QStringLiteral("a\u00ADb") << true;
        QTest::newRow("joined") << QStringLiteral("a\u200Db") << true;
        QTest::newRow("emoji of two units") << QStringLiteral("👩🏽") << true;
    }

    void font_shapesEveryTextThatIsWrongWithoutIt()
    {
        QFETCH(QString, text);
        const Theme theme;
        const QFont font = theme.font(TextStyle::Body, text);
        QTEST((font.styleStrategy() & QFont::PreferNoShaping) == 0, "shaped");
        QCOMPARE(font.pixelSize(), theme.font(TextStyle::Body).pixelSize());
    }

    void fonts_areNeverUnderTwelvePixels()
    {
        const Theme theme;
        for (std::size_t i = 0; i < tokens::types.size(); ++i) {
            QVERIFY(theme.font(static_cast<TextStyle>(i)).pixelSize() >= 12);
        }
    }

    void icon_takesTheColourOfItsRole_andFollowsTheTheme()
    {
        Theme theme;
        const auto inkOf = [&theme] {
            const QImage image =
                theme.pixmap(QStringLiteral("check"), ColorRole::PrimaryBase, 24, 1).toImage();
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if (image.pixelColor(x, y).alpha() == 255) {
                        return image.pixelColor(x, y).rgb();
                    }
                }
            }
            return QRgb(0);
        };
        QCOMPARE(inkOf(), theme.color(ColorRole::PrimaryBase).rgb());
        theme.setMode(Theme::Mode::Dark);
        QCOMPARE(inkOf(), theme.color(ColorRole::PrimaryBase).rgb());
    }

    void icon_unknownName_isEmptyNotACrash()
    {
        const Theme theme;
        const QPixmap picture = theme.pixmap(QStringLiteral("../../etc/passwd"), ColorRole::TextBody, 24, 2);
        QCOMPARE(picture.size(), QSize(48, 48));
    }

    void portals_allSevenHaveATile()
    {
        const Theme theme;
        for (const auto* id :
             {"impots", "urssaf", "net_entreprises", "chorus_pro", "prodouane", "asp", "portailpro"}) {
            QVERIFY(theme.portalTint(QLatin1String(id)).fill != theme.color(ColorRole::NeutralBg));
            QCOMPARE(theme.portalInitials(QLatin1String(id)).size(), 2);
        }
        QCOMPARE(theme.portalInitials(QStringLiteral("new-one"), QStringLiteral("Nouveau")),
                 QStringLiteral("NO"));
    }

    void focusRing_showsForTheKeyboardOnly()
    {
        Theme theme;
        QWidget window;
        auto* row = new QHBoxLayout(&window);
        auto* first = new QPushButton(QStringLiteral("1"));
        auto* second = new QPushButton(QStringLiteral("2"));
        row->addWidget(first);
        row->addWidget(second);
        auto* ring = new FocusRing(theme, &window);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::mouseClick(second, Qt::LeftButton);
        QVERIFY(!ring->isVisible());
        QTest::keyClick(&window, Qt::Key_Tab);
        QVERIFY(ring->isVisible());
        QVERIFY(ring->geometry().contains(window.focusWidget()->geometry()));
        QTest::mouseClick(second, Qt::LeftButton);
        QVERIFY(!ring->isVisible());
    }

    void screenCodes_areUniqueByTheirNumber()
    {
        QFile file(QStringLiteral(SCREEN_CODES));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QSet<QByteArray> numbers;
        int codes = 0;
        file.readLine();
        while (!file.atEnd()) {
            const QByteArray code = file.readLine().split(';').constFirst();
            QVERIFY2(code.size() == 4 && code[1] == '-', code.constData());
            QVERIFY2(!numbers.contains(code.right(2)), code.constData());
            numbers.insert(code.right(2));
            ++codes;
        }
        QVERIFY(codes > 60);
    }
};

QTEST_MAIN(ThemeTest)
#include "ThemeTest.moc"
