// SPDX-License-Identifier: MIT
#include "service/delegations/InvitedPerson.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;

/// Whom an invitation is for: the names must be those that FranceConnect vouches for, and nothing is guessed.
class InvitedPersonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isInvited_names_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("family");
        QTest::addColumn<bool>("invited");
        const auto row = [](const char* name, const char16_t* given, const char16_t* family, bool invited) {
            QTest::newRow(name) << QString::fromUtf16(given) << QString::fromUtf16(family) << invited;
        };
        row("as written", u"Hélène", u"Le Goff-Méré", true);
        row("no accents, capitals", u"HELENE", u"LE GOFF MERE", true);
        row("use name", u"Hélène", u"Ferrand", true);
        row("second given name", u"Anne-Sophie", u"Le Goff-Méré", true);
        row("given names that follow", u"Hélène Anne Sophie", u"Le Goff-Méré", true);
        row("given names that do not follow", u"Hélène Zoé", u"Le Goff-Méré", false);
        row("part of a given name", u"Sophie", u"Le Goff-Méré", false);
        row("initial", u"H.", u"Le Goff-Méré", false);
        row("another given name", u"Claire", u"Le Goff-Méré", false);
        row("half of the family name", u"Hélène", u"Le Goff", false);
        row("another accent", u"Hélène", u"Le Goff-Mère", true);
        row("one letter less", u"Hélène", u"Le Goff-Mér", false);
        row("swapped", u"Ferrand", u"Hélène", false);
        row("no given name", u"", u"Ferrand", false);
        row("no family name", u"Hélène", u"", false);
        row("only punctuation", u"--", u"--", false);
    }
    void isInvited_names()
    {
        QFETCH(QString, given);
        QFETCH(QString, family);
        FranceConnectIdentity identity;
        identity.familyName = QStringLiteral("Le Goff-Méré");
        identity.preferredUsername = QStringLiteral("FERRAND");
        identity.givenNames = {QStringLiteral("Hélène"), QStringLiteral("Anne-Sophie"),
                               QStringLiteral("Zoé")};
        DelegationProposal terms;
        terms.givenName = given;
        terms.familyName = family;
        QTEST(isInvited(identity, terms), "invited");
    }

    void isInvited_identityWithoutUseName_isNotMatchedByNothing()
    {
        FranceConnectIdentity identity;
        identity.familyName = QStringLiteral("Durand");
        identity.givenNames = {QStringLiteral("Paul")};
        DelegationProposal terms;
        terms.givenName = QStringLiteral("Paul");
        QVERIFY(!isInvited(identity, terms));
        terms.familyName = QStringLiteral("Durand");
        QVERIFY(isInvited(identity, terms));
    }
};

QTEST_APPLESS_MAIN(InvitedPersonTest)
#include "InvitedPersonTest.moc"
