// SPDX-License-Identifier: MIT
#include "core/departure/LastHand.h"

#include <QTest>

using namespace proconnect;
using namespace Qt::StringLiterals;

class LastHandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void of_accountsThatAreNoAdministrators_nothing();
    void of_onlyAdministrator_everythingIsLeft();
    void of_anotherInPost_nothing_data();
    void of_anotherInPost_nothing();
    void of_anotherForSomePlaces_theRestIsLeft();
    void of_severalTogether_nothing();
    void of_bothClosing_bothAreLast();
    void of_leaverOrGenericAccount_isAHandAllTheSame();
    void of_ownOtherAccount_isNoOtherHand();
    void of_namesake_isNoOtherHandUntilToldApart_data();
    void of_namesake_isNoOtherHandUntilToldApart();
    void of_namesakesOfOthers_areHands();
    void of_whoWasChosenToTakeOver_isAHandUnderAnyName();
    void of_onlyAdministratorWithClosedPlaces_thePortalIsLeft();
    void of_wholeCompany_isMeasuredByItsOpenPlaces();
    void mayTakeOver_anotherWorkingPersonOnThePortal_data();
    void mayTakeOver_anotherWorkingPersonOnThePortal();
};

namespace {

const QDate today(2026, 11, 23);
const QString lyon = u"00005826300013"_s;
const QString brest = u"00005826300021"_s;

PortalAccount account(const QString& id, const QString& name, const QStringList& sirets = {lyon})
{
    PortalAccount made;
    made.id = id;
    made.portal = u"urssaf"_s;
    made.holderName = name;
    made.email = name.isEmpty() ? QString() : name.toLower().replace(u' ', u'.') + u"@example.fr"_s;
    made.sirets = sirets;
    return made;
}

PortalAccount administrator(const QString& id, const QString& name, const QStringList& sirets = {lyon})
{
    PortalAccount made = account(id, name, sirets);
    made.administratorRole = true;
    return made;
}

CompanySnapshot company(const QList<PortalAccount>& accounts)
{
    CompanySnapshot made;
    made.accounts = accounts;
    made.company.establishments = {{lyon, u"Lyon"_s, {}, true, true}, {brest, u"Brest"_s, {}, false, true}};
    return made;
}

std::optional<LastHand> handOf(const CompanySnapshot& made, const QString& id = u"a"_s)
{
    return LastHands(made, {id}, today).of(id);
}

} // namespace

void LastHandTest::of_accountsThatAreNoAdministrators_nothing()
{
    QVERIFY(!handOf(company({account(u"a"_s, u"Jeanne Petit"_s)})));
    PortalAccount closed = administrator(u"a"_s, u"Jeanne Petit"_s);
    closed.state = AccountState::Closed;
    QVERIFY(!handOf(company({closed})));
    QVERIFY(!handOf(company({}), u"nowhere"_s));
}

void LastHandTest::of_onlyAdministrator_everythingIsLeft()
{
    const auto made =
        company({administrator(u"a"_s, u"Jeanne Petit"_s, {lyon, brest}), account(u"b"_s, u"Paul Roy"_s)});
    const LastHand expected{u"a"_s, u"urssaf"_s, {lyon, brest}, true};
    QCOMPARE(handOf(made), std::optional(expected));
    QCOMPARE(LastHands(made, {u"b"_s, u"a"_s}, today).all(), QList<LastHand>{expected});
}

void LastHandTest::of_anotherInPost_nothing_data()
{
    QTest::addColumn<AccountState>("state");
    QTest::addColumn<QString>("portal");
    QTest::addColumn<QDate>("leftOn");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("last");
    const QString urssaf = u"urssaf"_s;
    const QString paul = u"Paul Roy"_s;
    QTest::newRow("in post") << AccountState::Active << urssaf << QDate() << paul << false;
    QTest::newRow("its source is stale") << AccountState::Unknown << urssaf << QDate() << paul << false;
    QTest::newRow("last day today") << AccountState::Active << urssaf << today << paul << false;
    QTest::newRow("left") << AccountState::Active << urssaf << today.addDays(-1) << paul << true;
    QTest::newRow("nobody named") << AccountState::Active << urssaf << QDate() << QString() << true;
    QTest::newRow("another portal") << AccountState::Active << u"asp"_s << QDate() << paul << true;
    QTest::newRow("suspended") << AccountState::Suspended << urssaf << QDate() << paul << true;
    QTest::newRow("closed") << AccountState::Closed << urssaf << QDate() << paul << true;
    QTest::newRow("to close later") << AccountState::ClosureScheduled << urssaf << QDate() << paul << true;
    QTest::newRow("closing") << AccountState::ClosureRequested << urssaf << QDate() << paul << true;
    QTest::newRow("closing by letter") << AccountState::ClosureManual << urssaf << QDate() << paul << true;
    QTest::newRow("not closed yet") << AccountState::ClosureFailed << urssaf << QDate() << paul << true;
}

void LastHandTest::of_anotherInPost_nothing()
{
    QFETCH(AccountState, state);
    QFETCH(QString, portal);
    QFETCH(QDate, leftOn);
    QFETCH(QString, name);
    QFETCH(bool, last);
    PortalAccount other = administrator(u"b"_s, name);
    other.state = state;
    other.portal = portal;
    other.holderLeftOn = leftOn.isValid() ? std::optional(leftOn) : std::nullopt;
    const auto made = company({administrator(u"a"_s, u"Jeanne Petit"_s), other});
    QCOMPARE(handOf(made).has_value(), last);
}

void LastHandTest::of_anotherForSomePlaces_theRestIsLeft()
{
    const auto made = company({administrator(u"a"_s, u"Jeanne Petit"_s, {lyon, brest}),
                               administrator(u"b"_s, u"Paul Roy"_s, {lyon})});
    QCOMPARE(handOf(made), std::optional(LastHand{u"a"_s, u"urssaf"_s, {brest}, false}));
}

void LastHandTest::of_severalTogether_nothing()
{
    const auto made = company({administrator(u"a"_s, u"Jeanne Petit"_s, {lyon, brest}),
                               administrator(u"b"_s, u"Paul Roy"_s, {lyon}),
                               administrator(u"c"_s, u"Marie Le Goff"_s, {brest})});
    QVERIFY(!handOf(made));
    const auto whole = company(
        {administrator(u"a"_s, u"Jeanne Petit"_s, {lyon, brest}), administrator(u"b"_s, u"Paul Roy"_s, {})});
    QVERIFY(!handOf(whole));
}

void LastHandTest::of_bothClosing_bothAreLast()
{
    const auto made =
        company({administrator(u"a"_s, u"Jeanne Petit"_s), administrator(u"b"_s, u"Paul Roy"_s)});
    QVERIFY(LastHands(made, {u"a"_s}, today).all().isEmpty());
    const auto hands = LastHands(made, {u"a"_s, u"b"_s}, today).all();
    QCOMPARE(hands.size(), 2);
    QCOMPARE(hands.last(), (LastHand{u"b"_s, u"urssaf"_s, {lyon}, true}));
}

void LastHandTest::of_leaverOrGenericAccount_isAHandAllTheSame()
{
    PortalAccount left = administrator(u"a"_s, u"Jeanne Petit"_s);
    left.holderLeftOn = today.addDays(-3);
    QVERIFY(handOf(company({left})));
    PortalAccount generic = administrator(u"a"_s, QString());
    QVERIFY(handOf(company({generic})));
    PortalAccount asleep = administrator(u"a"_s, u"Jeanne Petit"_s);
    asleep.state = AccountState::Suspended;
    QVERIFY(handOf(company({asleep})));
}

void LastHandTest::of_ownOtherAccount_isNoOtherHand()
{
    auto made = company({administrator(u"a"_s, u"Jeanne Petit"_s), administrator(u"b"_s, u"Jeanne Petit"_s)});
    QVERIFY(handOf(made));
    // Of one name under two addresses nobody knows that they are one person, until somebody says so.
    made.accounts.last().email = u"jp@example.fr"_s;
    made.accounts.last().holderName = u"Jeanne Martin"_s;
    QVERIFY(!handOf(made));
    made.personLinks = {{{u"jp@example.fr"_s, u"jeanne.petit@example.fr"_s}, true}};
    QVERIFY(handOf(made));
}

void LastHandTest::of_namesake_isNoOtherHandUntilToldApart_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("namesake");
    QTest::newRow("the same name") << u"Jeanne Petit"_s << u"jp@example.fr"_s << true;
    QTest::newRow("spelled otherwise") << u"PETIT Jéanne"_s << u"jp@example.fr"_s << true;
    QTest::newRow("another name") << u"Jean Petit"_s << u"jp@example.fr"_s << false;
    QTest::newRow("named elsewhere") << QString() << u"jp@example.fr"_s << true;
}

void LastHandTest::of_namesake_isNoOtherHandUntilToldApart()
{
    QFETCH(QString, name);
    QFETCH(QString, address);
    QFETCH(bool, namesake);
    PortalAccount other = administrator(u"b"_s, name);
    other.email = address;
    PortalAccount elsewhere = account(u"c"_s, name.isEmpty() ? u"Jeanne Petit"_s : name);
    elsewhere.portal = u"asp"_s;
    elsewhere.email = address;
    auto made = company({administrator(u"a"_s, u"Jeanne Petit"_s), other, elsewhere});
    QCOMPARE(handOf(made).has_value(), namesake);
    QCOMPARE(LastHands(made, {u"a"_s}, today).mayTakeOver(u"a"_s, u"b"_s), !namesake);
    made.personLinks = {{{u"JP@example.fr"_s, u"jeanne.petit@example.fr"_s}, false}};
    QVERIFY(!handOf(made));
    QVERIFY(LastHands(made, {u"a"_s}, today).mayTakeOver(u"a"_s, u"b"_s));
}

void LastHandTest::of_namesakesOfOthers_areHands()
{
    PortalAccount second = administrator(u"c"_s, u"Paul Roy"_s);
    second.email = u"pr@example.fr"_s;
    const auto made =
        company({administrator(u"a"_s, u"Jeanne Petit"_s), administrator(u"b"_s, u"Paul Roy"_s), second});
    QVERIFY(!handOf(made));
    QVERIFY(handOf(made, u"b"_s) == std::nullopt);
    QVERIFY(LastHands(made, {u"a"_s, u"b"_s}, today).of(u"b"_s));
}

void LastHandTest::of_whoWasChosenToTakeOver_isAHandUnderAnyName()
{
    PortalAccount goesOn = administrator(u"b"_s, u"Jeanne Petit"_s);
    goesOn.email = u"jeanne@other.example"_s;
    const auto hand = [](const CompanySnapshot& made) {
        return LastHands(made, {u"a"_s}, today, {u"b"_s}).of(u"a"_s);
    };
    CompanySnapshot made = company({administrator(u"a"_s, u"Jeanne Petit"_s), goesOn});
    QVERIFY(handOf(made));
    QVERIFY(!hand(made));
    made.personLinks = {{{u"jeanne.petit@example.fr"_s, goesOn.email}, true, {}, {}}};
    QVERIFY(handOf(made));
    QVERIFY(!hand(made));
    // Only of what it has in hand, and does.
    goesOn.sirets = {brest};
    QVERIFY(hand(company({administrator(u"a"_s, u"Jeanne Petit"_s), goesOn})));
    goesOn.sirets = {lyon};
    goesOn.state = AccountState::Suspended;
    QVERIFY(hand(company({administrator(u"a"_s, u"Jeanne Petit"_s), goesOn})));
    goesOn.state = AccountState::Active;
    goesOn.administratorRole = false;
    QVERIFY(hand(company({administrator(u"a"_s, u"Jeanne Petit"_s), goesOn})));
}

void LastHandTest::of_onlyAdministratorWithClosedPlaces_thePortalIsLeft()
{
    auto made = company({administrator(u"a"_s, u"Jeanne Petit"_s, {brest})});
    made.company.establishments.last().open = false;
    QCOMPARE(handOf(made), std::optional(LastHand{u"a"_s, u"urssaf"_s, {}, true}));
    made.accounts.append(administrator(u"b"_s, u"Paul Roy"_s, {lyon}));
    QVERIFY(!handOf(made));
}

void LastHandTest::of_wholeCompany_isMeasuredByItsOpenPlaces()
{
    const PortalAccount whole = administrator(u"a"_s, u"Jeanne Petit"_s, {});
    const PortalAccount part = administrator(u"b"_s, u"Paul Roy"_s, {lyon});
    auto made = company({whole, part});
    QCOMPARE(handOf(made), std::optional(LastHand{u"a"_s, u"urssaf"_s, {brest}, false}));
    made.company.establishments.last().open = false;
    QVERIFY(!handOf(made));
    made.company.establishments.clear();
    QVERIFY(!handOf(made));
    made.accounts.removeLast();
    QCOMPARE(handOf(made), std::optional(LastHand{u"a"_s, u"urssaf"_s, {}, true}));
}

void LastHandTest::mayTakeOver_anotherWorkingPersonOnThePortal_data()
{
    QTest::addColumn<QString>("successor");
    QTest::addColumn<bool>("may");
    QTest::newRow("another person") << u"b"_s << true;
    QTest::newRow("oneself") << u"a"_s << false;
    QTest::newRow("one's other account") << u"own"_s << false;
    QTest::newRow("another portal") << u"elsewhere"_s << false;
    QTest::newRow("to be closed too") << u"closing"_s << false;
    QTest::newRow("suspended") << u"suspended"_s << false;
    QTest::newRow("left") << u"left"_s << false;
    QTest::newRow("nobody's") << u"generic"_s << false;
    QTest::newRow("unknown") << u"nowhere"_s << false;
}

void LastHandTest::mayTakeOver_anotherWorkingPersonOnThePortal()
{
    QFETCH(QString, successor);
    QFETCH(bool, may);
    PortalAccount elsewhere = account(u"elsewhere"_s, u"Ali Ben"_s);
    elsewhere.portal = u"asp"_s;
    PortalAccount suspended = account(u"suspended"_s, u"Ida Fox"_s);
    suspended.state = AccountState::Suspended;
    PortalAccount left = account(u"left"_s, u"Léo Roux"_s);
    left.holderLeftOn = today.addDays(-1);
    const auto made =
        company({administrator(u"a"_s, u"Jeanne Petit"_s), account(u"b"_s, u"Paul Roy"_s),
                 account(u"own"_s, u"Jeanne Petit"_s), elsewhere, account(u"closing"_s, u"Zoé Blanc"_s),
                 suspended, left, account(u"generic"_s, QString())});
    QCOMPARE(LastHands(made, {u"a"_s, u"closing"_s}, today).mayTakeOver(u"a"_s, successor), may);
}

QTEST_APPLESS_MAIN(LastHandTest)
#include "LastHandTest.moc"
