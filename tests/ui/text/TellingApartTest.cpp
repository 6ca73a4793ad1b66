// SPDX-License-Identifier: MIT
#include "ui/text/TellingApart.h"

#include <QtTest>

namespace proconnect::ui {
namespace {

/// "A B" and "Lyon a,Nice b": names, and the details of each; "-" is an empty one.
QString apart(const QString& names, const QString& details)
{
    QList<QStringList> lists;
    for (const QString& one : details.split(u',')) {
        lists += QString(one).replace(u'-', QString()).split(u' ');
    }
    return tellingApart(names.split(u' '), lists).join(u'|');
}

} // namespace

class TellingApartTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names_data()
    {
        QTest::addColumn<QString>("names");
        QTest::addColumn<QString>("details");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const char* names, const char* details, const char* said) {
            QTest::newRow(name) << QString::fromUtf8(names) << QString::fromUtf8(details)
                                << QString::fromUtf8(said);
        };
        row("different names say enough", "A B", "x,y", "|");
        row("the first detail that differs", "A A B", "Lyon a@x,Lyon b@x,Lyon c@x", "a@x|b@x|");
        row("the next one while some are alike", "A A A", "Lyon 1,Lyon 2,Nice 3", "Lyon · 1|Lyon · 2|Nice");
        row("a missing detail is no word", "A A", "- 1,b@x 1", "|b@x");
        row("nothing differs", "A A", "Lyon,Lyon", "|");
    }
    void names()
    {
        QFETCH(QString, names);
        QFETCH(QString, details);
        QTEST(apart(names, details), "said");
    }
    void nobody_isNothing() { QCOMPARE(tellingApart({}, {}), QStringList()); }
};

} // namespace proconnect::ui

QTEST_GUILESS_MAIN(proconnect::ui::TellingApartTest)
#include "TellingApartTest.moc"
