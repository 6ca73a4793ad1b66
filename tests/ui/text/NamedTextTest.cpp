// SPDX-License-Identifier: MIT
#include "ui/text/NamedText.h"

#include <QTest>

namespace proconnect::ui {

class NamedTextTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void de_beforeAName_elidesAsSpoken_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("spoken");
        const auto row = [](const char* name, const char* spoken) {
            QTest::newRow(name) << QString::fromUtf8(name) << QString::fromUtf8(spoken);
        };
        row("Élodie", "Le compte d’Élodie");
        row("Isabelle Roche", "Le compte d’Isabelle Roche");
        row("Œdipe", "Le compte d’Œdipe");
        row("URSSAF", "Le compte d’URSSAF");
        row("Claire", "Le compte de Claire");
        row("Yves", "Le compte d’Yves");
        row("Yanis Meunier", "Le compte de Yanis Meunier");
        row("Hélène", "Le compte d’Hélène");
        row("Henri-Pierre", "Le compte d’Henri-Pierre");
        row("Hassan", "Le compte de Hassan");
        row("Harold", "Le compte de Harold");
        row("", "Le compte de ");
    }

    void de_beforeAName_elidesAsSpoken()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, spoken);
        QCOMPARE(withNames(QStringLiteral("Le compte de %1"), {name}), spoken);
    }

    void names_areNeitherChangedNorSearched()
    {
        QCOMPARE(withNames(QStringLiteral("De %1 à %2"),
                           {QStringLiteral("Paul de Angelis"), QStringLiteral("%1")}),
                 QStringLiteral("De Paul de Angelis à %1"));
        QCOMPARE(withNames(QStringLiteral("De %1, %1 et %3"), {QStringLiteral("Anne")}),
                 QString::fromUtf8("D’Anne, Anne et %3"));
        // "accorde %1" ends with the same letters.
        QCOMPARE(withNames(QStringLiteral("accorde %1"), {QStringLiteral("Anne")}),
                 QStringLiteral("accorde Anne"));
    }
};

} // namespace proconnect::ui

QTEST_GUILESS_MAIN(proconnect::ui::NamedTextTest)
#include "NamedTextTest.moc"
