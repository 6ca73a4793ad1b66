// SPDX-License-Identifier: MIT
#include "service/registries/RegistryDesk.h"

#include "tests/service/registries/Fixture.h"

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
    void consult_sireneUnavailable_cannotServeSoleTraders();
    void consult_rneSaysClosed_isADispute();
    void consult_stateNotSaid_isADispute();
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
    QCOMPARE(file.value().officers.size(), 1);
    QVERIFY(!file.value().gate.disputed);

    FixedRegistry down(unavailable());
    QCOMPARE(RegistryDesk(sirene, down, down).consult(siren("000058263")).failure().code,
             FailureCode::RegistryUnavailable);
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
    FixedRegistry closedRne(company("5710", State::Closed, 1));
    const auto file = RegistryDesk(sirene, closedRne, rcs).consult(siren("000058263"));
    QVERIFY(!file.value().gate.active && file.value().officers.isEmpty());
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
    FixedRegistry rne(company("5710", State::Closed, 1));
    FixedRegistry rcs(unavailable());
    QVERIFY(RegistryDesk(sirene, rne, rcs).consult(siren("000058263")).value().gate.disputed);
}

void RegistryDeskTest::consult_stateNotSaid_isADispute()
{
    FixedRegistry sirene(company("5710", State::Unknown));
    FixedRegistry rne(company("5710", State::Active, 1));
    QVERIFY(RegistryDesk(sirene, rne, rne).consult(siren("000058263")).value().gate.disputed);
}

QTEST_APPLESS_MAIN(RegistryDeskTest)
#include "RegistryDeskTest.moc"
