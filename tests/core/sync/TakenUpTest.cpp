// SPDX-License-Identifier: MIT
#include "core/sync/DefaultWorkspace.h"
#include "core/sync/TakenUpDelegations.h"
#include "tests/tools/AnswerProbe.h"
#include "tests/tools/ClientRig.h"

#include <QTemporaryDir>

using namespace proconnect;

/// What an accepted invitation does to the company on screen.
class TakenUpTest : public QObject
{
    Q_OBJECT

    static constexpr PollingPace never{std::chrono::hours(1), std::chrono::hours(1), std::chrono::hours(1),
                                       std::chrono::hours(1)};

    SystemClock m_clock;
    FakeService m_service{m_clock};
    MemorySecretStore m_secrets;
    QTemporaryDir m_directory;
    std::unique_ptr<ClientRig> m_rig;
    std::unique_ptr<SignInRenewal> m_renewal;
    std::unique_ptr<DefaultWorkspace> m_workspace;
    std::unique_ptr<DefaultDelegationDesk> m_desk;

    /// Accepts the invitation of another company, which becomes a delegation in this state.
    void accept(DelegationState becomes)
    {
        m_service.invitation.terms.siren = QStringLiteral("000055855");
        m_service.invitation.state = becomes;
        AnswerProbe<Outcome<Delegation>> probe;
        m_desk->answer({QStringLiteral("K7PM2W4X9RTCQQ3Z"), DelegationReply::Accept}, &probe,
                       probe.callback());
        QVERIFY(probe.arrived());
        QVERIFY(probe.answer().ok());
    }

private Q_SLOTS:
    void init()
    {
        m_rig = std::make_unique<ClientRig>(m_service.url(), m_secrets, m_directory.path(), m_clock);
        m_renewal = std::make_unique<SignInRenewal>(m_rig->session);
        m_workspace =
            std::make_unique<DefaultWorkspace>(m_rig->session, m_rig->api, m_rig->store, m_clock, never);
        m_desk = std::make_unique<DefaultDelegationDesk>(m_rig->tokens, m_rig->api, *m_renewal, m_clock);
        followTakenUp(*m_desk, m_rig->session, *m_workspace);
        QVERIFY(m_rig->start());
        QVERIFY(m_rig->signIn(m_service));
        QTRY_VERIFY(m_workspace->snapshot());
    }
    void cleanup()
    {
        m_desk.reset();
        m_workspace.reset();
        m_renewal.reset();
        m_rig.reset();
    }

    void accepted_toBeginLater_companyOnScreenStays()
    {
        const QString before = m_workspace->selectedSiren();
        const int profiles = m_service.count("/v1/me");
        QSignalSpy selected(m_workspace.get(), &Workspace::selectedCompanyChanged);
        accept(DelegationState::Scheduled);
        QTRY_COMPARE(m_service.count("/v1/me"), profiles + 1);
        QCOMPARE(m_workspace->selectedSiren(), before);
        QVERIFY(selected.isEmpty());
        QCOMPARE(m_service.count("/v1/companies/000055855/snapshot"), 0);
    }

    void accepted_inForce_companyIsShown()
    {
        Company other = m_service.profile.companies[0];
        other.siren = QStringLiteral("000055855");
        m_service.profile.companies += other;
        const int profiles = m_service.count("/v1/me");
        accept(DelegationState::Active);
        QCOMPARE(m_workspace->selectedSiren(), QStringLiteral("000055855"));
        QTRY_COMPARE(m_service.count("/v1/me"), profiles + 1);
        QTRY_VERIFY(m_service.count("/v1/companies/000055855/snapshot") > 0);
        QCOMPARE(m_workspace->selectedSiren(), QStringLiteral("000055855"));
    }
};

QTEST_GUILESS_MAIN(TakenUpTest)
#include "TakenUpTest.moc"
