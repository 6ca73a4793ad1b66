// SPDX-License-Identifier: MIT
#include "ui/text/RegisterText.h"

#include "ui/text/Language.h"

#include <QTest>

namespace proconnect::ui {

class RegisterTextTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void office_inCapitals_isTheOfficialWord_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("french");
        QTest::addColumn<QString>("english");
        const auto row = [](const char* written, const char* french, const char* english) {
            QTest::newRow(written) << QString::fromUtf8(written) << QString::fromUtf8(french)
                                   << QString::fromUtf8(english);
        };
        row("PRESIDENT", "Président", "President");
        row("Président de SAS", "Président de SAS", "President of the SAS");
        row("PRESIDENT DU CONSEIL D'ADMINISTRATION", "Président du conseil d’administration",
            "Chair of the board of directors");
        row("GERANTE", "Gérante", "Manager (gérante)");
        row("ADMINISTRATEUR PROVISOIRE", "Administrateur provisoire", "Administrateur provisoire");
        row("Membre du Tiers-État", "Membre du Tiers-État", "Membre du Tiers-État");
        row("", "", "");
    }

    void office_inCapitals_isTheOfficialWord()
    {
        QFETCH(const QString, written);
        QFETCH(const QString, french);
        QFETCH(const QString, english);
        Language language;
        language.use(QStringLiteral("fr"));
        QCOMPARE(officeText(written), french);
        language.use(QStringLiteral("en"));
        QCOMPARE(officeText(written), english);
    }

    void address_inCapitals_isThatOfALetter_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("readable");
        const auto row = [](const char* written, const char* readable) {
            QTest::newRow(written) << QString::fromUtf8(written) << QString::fromUtf8(readable);
        };
        row("12 RUE DES TILLEULS 69009 LYON", "12 rue des Tilleuls, 69009 Lyon");
        row("3 BIS AV DE L'EUROPE 76600 LE HAVRE", "3 bis avenue de l'Europe, 76600 Le Havre");
        row("ZA LES PRES 01400 L ABERGEMENT-CLEMENCIAT", "ZA les Pres, 01400 L Abergement-Clemenciat");
        row("1 PL D'ARMES 97200 FORT-DE-FRANCE CEDEX", "1 place d'Armes, 97200 Fort-de-France CEDEX");
        row("12 rue des Tilleuls, 69009 Lyon", "12 rue des Tilleuls, 69009 Lyon");
        row("", "");
    }

    void address_inCapitals_isThatOfALetter()
    {
        QFETCH(const QString, written);
        QFETCH(const QString, readable);
        QCOMPARE(addressText(written), readable);
    }

    void town_ofTheTable_isReadable()
    {
        QCOMPARE(townText(QStringLiteral("VILLEURBANNE")), QStringLiteral("Villeurbanne"));
        QCOMPARE(townText(QStringLiteral("LYON 1ER ARRONDISSEMENT")),
                 QStringLiteral("Lyon 1er arrondissement"));
        QCOMPARE(townText(QStringLiteral("LE HAVRE|FORT DE FRANCE")),
                 QStringLiteral("Le Havre / Fort de France"));
    }

    void activity_thatIsABareCode_isLeftOut()
    {
        QCOMPARE(activityText(QStringLiteral("16.23Z")), QString());
        QCOMPARE(activityText(QStringLiteral("1623Z")), QString());
        QCOMPARE(activityText(QStringLiteral("Menuiserie")), QStringLiteral("Menuiserie"));
    }
};

} // namespace proconnect::ui

QTEST_GUILESS_MAIN(proconnect::ui::RegisterTextTest)
#include "RegisterTextTest.moc"
