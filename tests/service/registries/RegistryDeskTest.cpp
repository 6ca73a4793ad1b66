// SPDX-License-Identifier: MIT
#include "service/registries/RegistryDesk.h"

#include "tests/service/registries/Fixture.h"

#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QTest>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

namespace {

using State = RegisteredCompany::State;

/// A register that always gives the same answer.
class FixedRegistry final : public Registry
{
public:
    explicit FixedRegistry(Outcome<RegistryAnswer> answer) : m_answer(std::move(answer)) {}

    Outcome<RegistryAnswer> lookup(const SirenNumber&) override
    {
        ++calls;
        return m_answer;
    }
    int calls = 0;

private:
    Outcome<RegistryAnswer> m_answer;
};

RegistryAnswer company(const char* legalForm, State state = State::Active, int officers = 0)
{
    RegistryAnswer answer;
    answer.company.legalForm = QString::fromLatin1(legalForm);
    answer.company.state = state;
    answer.officers.resize(officers);
    return answer;
}

Failure unavailable()
{
    return {FailureCode::RegistryUnavailable, {}, {}};
}

Failure unknown()
{
    return {FailureCode::SirenUnknown, {}, {}};
}

struct Outcomes
{
    Outcome<RegistryAnswer> sirene;
    Outcome<RegistryAnswer> rne;
    Outcome<RegistryAnswer> rcs;
};

} // namespace

class RegistryDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void consult_soleTrader_asksSireneOnly();
    void consult_company_asksTheRneAndNotTheRcs();
    void consult_rneUnavailable_fallsBackToTheRcs();
    void consult_rneWithoutOfficers_doesNotFallBack();
    void consult_foreignCompany_isNeverInTheRcs();
    void consult_notCovered_asksNobodyElse();
    void consult_closedOrDuplicate_shutsTheGate();
    void consult_unknownSiren_isUnknown();
    void consult_sireneUnavailable_isServedByTheRneForCompanies();
    void consult_sireneUnavailable_theRneAloneEndsNothing();
    void consult_rneDoesNotHaveTheCompany_isADispute();
    void consult_sireneUnavailable_cannotServeSoleTraders();
    void consult_rneSaysClosed_isADispute();
    void consult_stateNotSaid_isADispute();
    void consult_legalFormsOfTwoFamilies_areADispute_data();
    void consult_legalFormsOfTwoFamilies_areADispute();
    void consult_earlierRegisterSilent_canOnlySayYes();
    void consult_fallbackDoesNotKnowTheCompany_isUnavailable();
    void consult_rneIncomplete_canOnlySayYesAndIsNotReplaced();
    void plans_areThoseOfTheDocumentation();
};

void RegistryDeskTest::consult_soleTrader_asksSireneOnly()
{
    RegistryAnswer answer = company("1000", State::Active, 1);
    answer.source = RegistrySource::Sirene;
    FixedRegistry sirene(answer);
    FixedRegistry other(unavailable());
    const auto file = RegistryDesk(sirene, other, other).consult(siren("000058263"));
    QCOMPARE(file.value().officers.size(), 1);
    QCOMPARE(file.value().source, RegistrySource::Sirene);
    QCOMPARE(other.calls, 0);
}

void RegistryDeskTest::consult_company_asksTheRneAndNotTheRcs()
{
    FixedRegistry sirene(company("5710"));
    FixedRegistry rne(company("5710", State::Active, 2));
    FixedRegistry rcs(company("", State::Unknown, 1));
    const auto file = RegistryDesk(sirene, rne, rcs).consult(siren("000058263"));
    QCOMPARE(file.value().officers.size(), 2);
    QCOMPARE(file.value().source, RegistrySource::Rne);
    QVERIFY(file.value().gate.active && file.value().gate.covered && !file.value().gate.disputed);
    QCOMPARE(rcs.calls, 0);
}

void RegistryDeskTest::consult_rneUnavailable_fallsBackToTheRcs()
{
    FixedRegistry sirene(company("5720"));
    FixedRegistry rne(unavailable());
    FixedRegistry rcs(company("", State::Unknown, 1));
    const auto file = RegistryDesk(sirene, rne, rcs).consult(siren("000058263"));
    QCOMPARE(file.value().source, RegistrySource::Rcs);
    QVERIFY(file.value().secondChoice);
    QCOMPARE(file.value().officers.size(), 1);
    QVERIFY(!file.value().gate.disputed);

    FixedRegistry down(unavailable());
    QCOMPARE(RegistryDesk(sirene, down, down).consult(siren("000058263")).failure().code,
             FailureCode::RegistryUnavailable);
}

void RegistryDeskTest::consult_rneIncomplete_canOnlySayYesAndIsNotReplaced()
{
    RegistryAnswer said = company("5710", State::Active, 2);
    said.incomplete = true;
    FixedRegistry sirene(company("5710"));
    FixedRegistry rne(said);
    FixedRegistry rcs(company("", State::Unknown, 1));
    const auto file = RegistryDesk(sirene, rne, rcs).consult(siren("000058263"));
    QCOMPARE(file.value().source, RegistrySource::Rne);
    QCOMPARE(file.value().officers.size(), 2);
    QVERIFY(file.value().onlyYes());
    QVERIFY(!file.value().secondChoice);
    QCOMPARE(rcs.calls, 0);
}

void RegistryDeskTest::consult_rneWithoutOfficers_doesNotFallBack()
{
    FixedRegistry sirene(company("5498"));
    FixedRegistry rcs(company("", State::Unknown, 1));
    for (const Outcome<RegistryAnswer>& answer :
         {Outcome<RegistryAnswer>(company("5498")), Outcome<RegistryAnswer>(unknown())}) {
        FixedRegistry rne(answer);
        const auto file = RegistryDesk(sirene, rne, rcs).consult(siren("000058263"));
        QVERIFY(file.value().officers.isEmpty());
    }
    QCOMPARE(rcs.calls, 0);
}

void RegistryDeskTest::consult_foreignCompany_isNeverInTheRcs()
{
    FixedRegistry sirene(company("3220"));
    FixedRegistry rne(unavailable());
    FixedRegistry rcs(company("", State::Unknown, 1));
    QCOMPARE(RegistryDesk(sirene, rne, rcs).consult(siren("000058263")).failure().code,
             FailureCode::RegistryUnavailable);
    QCOMPARE(rcs.calls, 0);
}

void RegistryDeskTest::consult_notCovered_asksNobodyElse()
{
    FixedRegistry sirene(company("9220"));
    FixedRegistry other(unavailable());
    const auto file = RegistryDesk(sirene, other, other).consult(siren("000058263"));
    QVERIFY(!file.value().gate.covered);
    QCOMPARE(other.calls, 0);
}

void RegistryDeskTest::consult_closedOrDuplicate_shutsTheGate()
{
    FixedRegistry other(unavailable());
    for (const State state : {State::Closed, State::Duplicate}) {
        FixedRegistry sirene(company("1000", state, 1));
        const auto file = RegistryDesk(sirene, other, other).consult(siren("000058263"));
        QVERIFY(!file.value().gate.active);
        QVERIFY(file.value().officers.isEmpty());
    }
}

void RegistryDeskTest::consult_unknownSiren_isUnknown()
{
    FixedRegistry sirene(unknown());
    FixedRegistry other(company("5710"));
    QCOMPARE(RegistryDesk(sirene, other, other).consult(siren("000058263")).failure().code,
             FailureCode::SirenUnknown);
}

void RegistryDeskTest::consult_sireneUnavailable_isServedByTheRneForCompanies()
{
    FixedRegistry sirene(unavailable());
    FixedRegistry rne(company("5710", State::Active, 1));
    FixedRegistry rcs(unavailable());
    QCOMPARE(RegistryDesk(sirene, rne, rcs).consult(siren("000058263")).value().officers.size(), 1);
}

void RegistryDeskTest::consult_sireneUnavailable_theRneAloneEndsNothing()
{
    FixedRegistry sirene(unavailable());
    FixedRegistry rcs(unavailable());
    for (const RegistryAnswer& answer :
         {company("5710", State::Closed, 1), company("5710", State::Unknown, 1),
          company("9220", State::Active, 1)}) {
        FixedRegistry rne(answer);
        QCOMPARE(RegistryDesk(sirene, rne, rcs).consult(siren("000058263")).failure().code,
                 FailureCode::RegistryUnavailable);
    }
}

void RegistryDeskTest::consult_rneDoesNotHaveTheCompany_isADispute()
{
    FixedRegistry sirene(company("5710"));
    FixedRegistry rne(unknown());
    FixedRegistry rcs(company("", State::Unknown, 1));
    const auto file = RegistryDesk(sirene, rne, rcs).consult(siren("000058263"));
    QVERIFY(file.value().gate.disputed && file.value().gate.active);
    QVERIFY(file.value().officers.isEmpty());
    QCOMPARE(rcs.calls, 0);
}

void RegistryDeskTest::consult_sireneUnavailable_cannotServeSoleTraders()
{
    FixedRegistry sirene(unavailable());
    FixedRegistry rcs(unavailable());
    for (const Outcome<RegistryAnswer>& answer :
         {Outcome<RegistryAnswer>(company("1000", State::Active, 1)), Outcome<RegistryAnswer>(company("")),
          Outcome<RegistryAnswer>(unknown()), Outcome<RegistryAnswer>(unavailable())}) {
        FixedRegistry rne(answer);
        QCOMPARE(RegistryDesk(sirene, rne, rcs).consult(siren("000058263")).failure().code,
                 FailureCode::RegistryUnavailable);
    }
}

void RegistryDeskTest::consult_rneSaysClosed_isADispute()
{
    FixedRegistry sirene(company("5710"));
    FixedRegistry rcs(unavailable());
    // Struck off, or in words that nobody can read.
    for (const State state : {State::Closed, State::Unknown}) {
        FixedRegistry rne(company("5710", state, 1));
        QVERIFY(RegistryDesk(sirene, rne, rcs).consult(siren("000058263")).value().gate.disputed);
    }
}

void RegistryDeskTest::consult_stateNotSaid_isADispute()
{
    FixedRegistry sirene(company("5710", State::Unknown));
    FixedRegistry rne(company("5710", State::Active, 1));
    QVERIFY(RegistryDesk(sirene, rne, rne).consult(siren("000058263")).value().gate.disputed);
    FixedRegistry trader(company("1000", State::Unknown, 1));
    QVERIFY(RegistryDesk(trader, rne, rne).consult(siren("000058263")).value().gate.disputed);
}

void RegistryDeskTest::consult_legalFormsOfTwoFamilies_areADispute_data()
{
    QTest::addColumn<QByteArray>("rneForm");
    QTest::addColumn<bool>("disputed");
    QTest::newRow("same") << QByteArray("5710") << false;
    QTest::newRow("one person or several") << QByteArray("5720") << false;
    QTest::newRow("not said") << QByteArray() << false;
    QTest::newRow("another family") << QByteArray("5499") << true;
    QTest::newRow("sole trader") << QByteArray("1000") << true;
}

void RegistryDeskTest::consult_legalFormsOfTwoFamilies_areADispute()
{
    QFETCH(QByteArray, rneForm);
    FixedRegistry sirene(company("5710"));
    FixedRegistry rne(company(rneForm.constData(), State::Active, 1));
    QTEST(RegistryDesk(sirene, rne, rne).consult(siren("000058263")).value().gate.disputed, "disputed");
}

void RegistryDeskTest::consult_earlierRegisterSilent_canOnlySayYes()
{
    FixedRegistry sirene(company("5710"));
    FixedRegistry rne(unavailable());
    FixedRegistry rcs(company("", State::Unknown, 1));
    QVERIFY(RegistryDesk(sirene, rne, rcs).consult(siren("000058263")).value().onlyYes());
    FixedRegistry answering(company("5710", State::Active, 1));
    QVERIFY(!RegistryDesk(sirene, answering, rcs).consult(siren("000058263")).value().onlyYes());
    FixedRegistry silent(unavailable());
    const auto alone = RegistryDesk(silent, answering, rcs).consult(siren("000058263")).value();
    QVERIFY(alone.onlyYes() && alone.registerSilent() && !alone.gap);
    RegistryAnswer part = company("5710", State::Active, 1);
    part.incomplete = true;
    FixedRegistry partly(part);
    QVERIFY(RegistryDesk(silent, partly, rcs).consult(siren("000058263")).value().gap);
    const auto gap = RegistryDesk(sirene, partly, rcs).consult(siren("000058263")).value();
    QVERIFY(gap.onlyYes() && gap.gap && !gap.registerSilent());
}

void RegistryDeskTest::consult_fallbackDoesNotKnowTheCompany_isUnavailable()
{
    FixedRegistry sirene(company("5710"));
    FixedRegistry rne(unavailable());
    FixedRegistry rcs(unknown());
    QCOMPARE(RegistryDesk(sirene, rne, rcs).consult(siren("000058263")).failure().code,
             FailureCode::RegistryUnavailable);
}

void RegistryDeskTest::plans_areThoseOfTheDocumentation()
{
    const auto nameOf = [](const std::optional<RegistrySource>& source) {
        return !source                             ? u"none"_s
               : *source == RegistrySource::Sirene ? u"SIRENE"_s
               : *source == RegistrySource::Rne    ? u"RNE"_s
                                                   : u"RCS"_s;
    };
    QFile file(QStringLiteral(REGISTRY_DOCUMENTATION));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    QMap<int, QStringList> documented; // by legal form code
    for (const QString& line : lines) {
        const QStringList cells = line.split(u'|');
        if (cells.size() != 6 || !cells[1].contains(u"`"_s)) {
            continue;
        }
        static const QRegularExpression code(u"\\b\\d{4}\\b"_s);
        auto codes = code.globalMatch(cells[1]);
        while (codes.hasNext()) {
            documented.insert(codes.next().captured().toInt(),
                              {cells[2].trimmed(), cells[3].trimmed(), cells[4].trimmed()});
        }
    }
    QVERIFY(documented.size() > 140);
    for (int form = 1000; form <= 9999; ++form) {
        const RegistryPlan& plan = planFor(certification::coverageOf(QString::number(form)));
        const QStringList expected{nameOf(plan.officers), nameOf(plan.fallback),
                                   plan.withoutSirene ? u"yes"_s : u"no"_s};
        const QStringList said = documented.value(form, {u"none"_s, u"none"_s, u"no"_s});
        QVERIFY2(said == expected, qPrintable(u"%1: %2 in docs, %3 in the program"_s.arg(
                                       QString::number(form), said.join(u' '), expected.join(u' '))));
    }
}

QTEST_APPLESS_MAIN(RegistryDeskTest)
#include "RegistryDeskTest.moc"
