// SPDX-License-Identifier: MIT
#include "tests/ui/support/Sizes.h"

#include "tests/ui/support/UiBench.h"
#include "ui/Page.h"

#include <QTest>

namespace proconnect::tests {
namespace {

void addColumns()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<double>("scale");
}

} // namespace

void addEveryScale()
{
    addColumns();
    for (const char* language : {"fr", "en"}) {
        for (const double scale : {1.0, 2.0}) {
            QTest::addRow("%s %.0f %%", language, scale * 100) << QString::fromLatin1(language) << scale;
        }
    }
}

void addEveryLayout()
{
    using ui::WidthClass;
    addColumns();
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("width");
    for (const char* language : {"fr", "en"}) {
        const QString code = QString::fromLatin1(language);
        QTest::addRow("%s narrow", language) << code << 1.0 << QSize(836, 608) << int(WidthClass::Narrow);
        QTest::addRow("%s normal", language) << code << 1.0 << QSize(1016, 768) << int(WidthClass::Normal);
        QTest::addRow("%s 4K", language) << code << 1.0 << QSize(3576, 2128) << int(WidthClass::Wide);
        QTest::addRow("%s 150 %%", language) << code << 1.5 << QSize(1154, 768) << int(WidthClass::Rail);
        QTest::addRow("%s 200 %%", language) << code << 2.0 << QSize(1112, 768) << int(WidthClass::Rail);
    }
}

void useScale(UiBench& bench)
{
    QFETCH(QString, language);
    QFETCH(double, scale);
    bench.language.use(language);
    bench.theme.setTextScale(scale);
}

} // namespace proconnect::tests
