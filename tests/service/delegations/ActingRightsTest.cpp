// SPDX-License-Identifier: MIT
#include "service/delegations/ActingRights.h"

#include "tests/service/support/ServiceBench.h"

#include <QHash>
#include <QTest>

using namespace proconnect;
using namespace proconnect::service;

namespace {

/// Registers whose word, and the database's, the test chooses for each person.
class ChosenMandates final : public Mandates
{
public:
    [[nodiscard]] Outcome<Mandate> require(const QString& subject, const QString& siren,
                                           MandateUse use) override
    {
        asked.append(subject);
        if (use == MandateUse::Acting && actingTrouble.contains(subject)) {
            return Failure{actingTrouble[subject], {}, {}};
        }
        return answer(required, subject, siren);
    }
    [[nodiscard]] Outcome<Mandate> held(QSqlDatabase&, const QString& subject, const QString& siren) override
    {
        return answer(stored, subject, siren);
    }

    QHash<QString, FailureCode> required; ///< what require() fails with
    QHash<QString, FailureCode> stored;   ///< what held() fails with
    QHash<QString, FailureCode> actingTrouble;
    QStringList asked;

private:
    [[nodiscard]] static Outcome<Mandate> answer(const QHash<QString, FailureCode>& failures,
                                                 const QString& subject, const QString& siren)
    {
        if (failures.contains(subject)) {
            return Failure{failures[subject], {}, {}};
        }
        return Mandate{subject, siren, QStringLiteral("Gérante"), RegistrySource::Rne, {}};
    }
};

const QString siren = QStringLiteral("000058263");
const QString claire = QStringLiteral("claire");
const QString paul = QStringLiteral("paul");
const QString nadia = QStringLiteral("nadia");

} // namespace

/// A delegation is worth what its delegator's mandate is worth, for the register and for the transaction.
class ActingRightsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<ServiceBench>();
        m_mandates = {};
        m_mandates.required = {{nadia, FailureCode::NotAllowed}};
        m_mandates.stored = m_mandates.required;
    }

    void require_director_needsNoDelegation()
    {
        const auto standing = rights().require(claire, siren, MandateUse::Acting);
        QVERIFY(standing.ok() && standing.value().mandate);
        QCOMPARE(standing.value().director, claire);
        QVERIFY(standing.value().delegations.isEmpty());
    }

    void require_delegate_standsOnTheDelegatorsMandate()
    {
        given(claire);
        const auto standing = rights().require(nadia, siren, MandateUse::Acting);
        QVERIFY(standing.ok() && !standing.value().mandate);
        QCOMPARE(standing.value().director, claire);
        QCOMPARE(standing.value().delegations[0].mandate->function, QStringLiteral("Gérante"));
        QVERIFY(m_mandates.asked.contains(claire));
    }

    void held_mandateEndedSinceRequire_isNotAllowed()
    {
        given(claire);
        m_mandates.stored.insert(claire, FailureCode::MandateEnded);
        QCOMPARE(heldFailure(nadia), FailureCode::NotAllowed);
    }

    void require_delegatorNotProven_isRefused_data()
    {
        QTest::addColumn<int>("delegators");
        QTest::addColumn<int>("expected");
        const auto row = [](const char* name, FailureCode delegators, FailureCode expected) {
            QTest::newRow(name) << static_cast<int>(delegators) << static_cast<int>(expected);
        };
        row("ended", FailureCode::MandateEnded, FailureCode::NotAllowed);
        row("never attached", FailureCode::NotAllowed, FailureCode::NotAllowed);
        row("to be confirmed", FailureCode::SignInTooOld, FailureCode::NotAllowed);
        row("doubtful", FailureCode::NeedsReview, FailureCode::NotAllowed);
        row("register silent", FailureCode::RegistryUnavailable, FailureCode::RegistryUnavailable);
        row("database", FailureCode::Internal, FailureCode::Internal);
    }
    void require_delegatorNotProven_isRefused()
    {
        QFETCH(int, delegators);
        given(claire);
        m_mandates.required.insert(claire, static_cast<FailureCode>(delegators));
        const auto standing = rights().require(nadia, siren, MandateUse::Acting);
        QVERIFY(!standing.ok());
        QTEST(static_cast<int>(standing.failure().code), "expected");
    }

    void require_registerSilent_stillReads()
    {
        given(claire);
        m_mandates.actingTrouble = {{claire, FailureCode::RegistryUnavailable}};
        QVERIFY(rights().require(nadia, siren, MandateUse::Reading).ok());
        QVERIFY(!rights().require(nadia, siren, MandateUse::Acting).ok());
    }

    void require_twoDelegators_onlyTheProvenOneCounts()
    {
        given(claire);
        given(paul);
        m_mandates.required.insert(claire, FailureCode::RegistryUnavailable);
        const auto standing = rights().require(nadia, siren, MandateUse::Acting);
        QVERIFY(standing.ok());
        QCOMPARE(standing.value().delegations.size(), 1);
        QCOMPARE(standing.value().director, paul);
    }

    void require_waitingForASuccessor_asksNoRegister()
    {
        given(claire, DelegationState::ToConfirm);
        m_mandates.required.insert(claire, FailureCode::MandateEnded);
        m_mandates.stored.insert(claire, FailureCode::MandateEnded);
        const auto standing = rights().require(nadia, siren, MandateUse::Reading);
        QVERIFY(standing.ok());
        QVERIFY(!standing.value().delegations[0].mandate);
        QVERIFY(!m_mandates.asked.contains(claire));
    }

    void require_ownMandateDoubtful_isNotGoneRoundByADelegation()
    {
        given(claire);
        for (const auto doubt :
             {FailureCode::SignInTooOld, FailureCode::NeedsReview, FailureCode::RegistryUnavailable}) {
            m_mandates.required.insert(nadia, doubt);
            m_mandates.stored.insert(nadia, doubt);
            QCOMPARE(rights().require(nadia, siren, MandateUse::Reading).failure().code, doubt);
            QCOMPARE(heldFailure(nadia), doubt);
        }
    }

    void require_formerDirector_mayBeADelegate()
    {
        given(claire);
        m_mandates.required.insert(nadia, FailureCode::MandateEnded);
        m_mandates.stored.insert(nadia, FailureCode::MandateEnded);
        QVERIFY(rights().require(nadia, siren, MandateUse::Acting).ok());
    }

private:
    ActingRights rights()
    {
        return {*m_bench->database, m_bench->clock, m_mandates, DelegationStore(*m_bench->keys)};
    }

    FailureCode heldFailure(const QString& subject)
    {
        const auto standing = m_bench->write(
            [&](QSqlDatabase& connection) { return rights().held(connection, subject, siren); });
        return standing ? FailureCode::Cancelled : standing.failure().code;
    }

    /// Nadia acts for the company by `delegator`.
    void given(const QString& delegator, DelegationState state = DelegationState::Active)
    {
        StoredDelegation stored;
        DelegationProposal& terms = stored.delegation.terms;
        terms.id = QStringLiteral("by-") + delegator;
        terms.siren = siren;
        terms.givenName = QStringLiteral("Nadia");
        terms.familyName = QStringLiteral("Ferrand");
        terms.email = QStringLiteral("nadia@fabre-filles.example");
        terms.powers = {DelegationPower::SeeAccounts};
        terms.portals = {QStringLiteral("impots")};
        terms.start = QDate(2026, 11, 1);
        terms.end = QDate(2027, 6, 30);
        stored.delegation.state = state;
        stored.delegation.proposedAt = m_bench->clock.now();
        stored.delegation.answerBy = m_bench->clock.now().addDays(30);
        stored.delegatorSubject = delegator;
        stored.delegateSubject = nadia;
        QVERIFY(m_bench->write([&](QSqlDatabase& connection) {
            return DelegationStore(*m_bench->keys).insert(connection, stored);
        }));
    }

    std::unique_ptr<ServiceBench> m_bench;
    ChosenMandates m_mandates;
};

QTEST_GUILESS_MAIN(ActingRightsTest)
#include "ActingRightsTest.moc"
