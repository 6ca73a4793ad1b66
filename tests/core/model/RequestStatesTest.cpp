// SPDX-License-Identifier: MIT
#include "core/model/RequestStates.h"

#include <QTest>

#include <array>
#include <map>

using namespace proconnect;
using State = RequestState;
using Event = RequestEvent;

namespace {

constexpr std::array states{
    State::Received, State::Undeliverable,      State::Waiting, State::ComplementAsked, State::Forwarded,
    State::Accepted, State::AcceptedWithLimits, State::Refused, State::Withdrawn,       State::Expired};
constexpr std::array events{Event::Queued,
                            Event::NobodyReached,
                            Event::RequesterIsDirector,
                            Event::RequesterBlocked,
                            Event::Reached,
                            Event::ComplementAsked,
                            Event::ComplementGiven,
                            Event::Forwarded,
                            Event::Accepted,
                            Event::AcceptedWithLimits,
                            Event::Refused,
                            Event::Withdrawn,
                            Event::Expired,
                            Event::RefusedByPortal};

/// Every step of domain 4.3; what is not in it cannot happen.
const std::map<std::pair<State, Event>, State>& steps()
{
    static const std::map<std::pair<State, Event>, State> all{
        {{State::Received, Event::Queued}, State::Waiting},
        {{State::Received, Event::NobodyReached}, State::Undeliverable},
        {{State::Received, Event::RequesterIsDirector}, State::Accepted},
        {{State::Received, Event::RequesterBlocked}, State::Refused},
        {{State::Received, Event::ComplementAsked}, State::ComplementAsked},
        {{State::Received, Event::Withdrawn}, State::Withdrawn},
        {{State::Received, Event::Expired}, State::Expired},
        {{State::Undeliverable, Event::Reached}, State::Waiting},
        {{State::Undeliverable, Event::ComplementAsked}, State::ComplementAsked},
        {{State::Undeliverable, Event::Forwarded}, State::Forwarded},
        {{State::Undeliverable, Event::Accepted}, State::Accepted},
        {{State::Undeliverable, Event::AcceptedWithLimits}, State::AcceptedWithLimits},
        {{State::Undeliverable, Event::Refused}, State::Refused},
        {{State::Undeliverable, Event::Withdrawn}, State::Withdrawn},
        {{State::Undeliverable, Event::Expired}, State::Expired},
        {{State::Waiting, Event::ComplementAsked}, State::ComplementAsked},
        {{State::Waiting, Event::Forwarded}, State::Forwarded},
        {{State::Waiting, Event::Accepted}, State::Accepted},
        {{State::Waiting, Event::AcceptedWithLimits}, State::AcceptedWithLimits},
        {{State::Waiting, Event::Refused}, State::Refused},
        {{State::Waiting, Event::Withdrawn}, State::Withdrawn},
        {{State::Waiting, Event::Expired}, State::Expired},
        {{State::ComplementAsked, Event::ComplementGiven}, State::Waiting},
        {{State::ComplementAsked, Event::Accepted}, State::Accepted},
        {{State::ComplementAsked, Event::AcceptedWithLimits}, State::AcceptedWithLimits},
        {{State::ComplementAsked, Event::Refused}, State::Refused},
        {{State::ComplementAsked, Event::Withdrawn}, State::Withdrawn},
        {{State::ComplementAsked, Event::Expired}, State::Expired},
        {{State::ComplementAsked, Event::RefusedByPortal}, State::Waiting},
        {{State::Forwarded, Event::ComplementAsked}, State::ComplementAsked},
        {{State::Forwarded, Event::Forwarded}, State::Forwarded},
        {{State::Forwarded, Event::Accepted}, State::Accepted},
        {{State::Forwarded, Event::AcceptedWithLimits}, State::AcceptedWithLimits},
        {{State::Forwarded, Event::Refused}, State::Refused},
        {{State::Forwarded, Event::Withdrawn}, State::Withdrawn},
        {{State::Forwarded, Event::Expired}, State::Expired},
        {{State::Accepted, Event::RefusedByPortal}, State::Waiting},
        {{State::AcceptedWithLimits, Event::RefusedByPortal}, State::Waiting},
        {{State::Refused, Event::RefusedByPortal}, State::Waiting},
    };
    return all;
}

QDateTime at(const char* instant)
{
    return QDateTime::fromString(QLatin1String(instant), Qt::ISODate);
}

} // namespace

class RequestStatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stateAfter_everyStateAndEvent_isTheDomains()
    {
        for (const State state : states) {
            for (const Event event : events) {
                const auto wanted = steps().find({state, event});
                const auto next = stateAfter(state, event);
                const bool same =
                    wanted == steps().end() ? !next.has_value() : next == std::optional{wanted->second};
                QVERIFY2(same, qPrintable(QStringLiteral("state %1, event %2")
                                              .arg(static_cast<int>(state))
                                              .arg(static_cast<int>(event))));
            }
        }
    }

    /// Silence is never an acceptance: time alone leads to Expired and nowhere else.
    void stateAfter_time_neverAccepts()
    {
        for (const State state : states) {
            const auto next = stateAfter(state, Event::Expired);
            QVERIFY(!next || *next == State::Expired);
            QCOMPARE(next.has_value(), !isSettled(state));
        }
    }

    void open_everyState_isWhatIsNotSettled()
    {
        for (const State state : states) {
            AccessRequest request;
            request.state = state;
            QCOMPARE(request.open(), !isSettled(state));
        }
    }

    void mayAskComplement_secondQuestion_isRefused()
    {
        AccessRequest request;
        QVERIFY(mayAskComplement(request));
        request.complement = Complement{QStringLiteral("?"), at("2026-11-20T08:00:00Z"), {}, {}};
        QVERIFY(!mayAskComplement(request));
        request.complement->answer = QStringLiteral("!");
        QVERIFY(!mayAskComplement(request));
    }

    void expiry_question_standsStillForTenDaysAtMost()
    {
        AccessRequest request;
        request.expiresAt = at("2026-12-20T08:00:00Z");
        request.expiresAt = expiryWhenAsked(request);
        QCOMPARE(request.expiresAt, at("2026-12-30T08:00:00Z"));
        request.complement = Complement{QStringLiteral("?"), at("2026-11-20T08:00:00Z"), {}, {}};
        QCOMPARE(expiryWhenGiven(request, at("2026-11-20T08:00:00Z")), at("2026-12-20T08:00:00Z"));
        QCOMPARE(expiryWhenGiven(request, at("2026-11-23T08:00:00Z")), at("2026-12-23T08:00:00Z"));
        QCOMPARE(expiryWhenGiven(request, at("2026-11-30T08:00:00Z")), at("2026-12-30T08:00:00Z"));
        QCOMPARE(expiryWhenGiven(request, at("2026-12-25T08:00:00Z")), at("2026-12-30T08:00:00Z"));
        // A clock that went back gives no longer pause.
        QCOMPARE(expiryWhenGiven(request, at("2026-11-19T08:00:00Z")), at("2026-12-20T08:00:00Z"));
    }
};

QTEST_APPLESS_MAIN(RequestStatesTest)
#include "RequestStatesTest.moc"
