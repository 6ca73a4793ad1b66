// SPDX-License-Identifier: MIT
#include "service/delegations/ActingRights.h"

#include "core/model/DelegationScope.h"
#include "core/model/DelegationStates.h"
#include "service/storage/Database.h"

namespace proconnect::service {
namespace {

/// Whoever is no director, or no longer, may still be a delegate.
bool isNoDirector(const Failure& failure)
{
    return failure.code == FailureCode::NotAllowed || failure.code == FailureCode::MandateEnded;
}

/// Failures that say something of the mandate, unlike those of the database.
bool isAboutMandate(const Failure& failure)
{
    return isNoDirector(failure) || failure.code == FailureCode::SignInTooOld ||
           failure.code == FailureCode::NeedsReview;
}

} // namespace

const Delegated* Standing::delegationFor(const AccessRequest& request, const QDateTime& now) const
{
    for (const Delegated& delegated : delegations) {
        if (mayAnswer(delegated.delegation, request, now)) {
            return &delegated;
        }
    }
    return nullptr;
}

Outcome<Standing> ActingRights::require(const QString& subject, const QString& siren, MandateUse use)
{
    const auto own = m_mandates.require(subject, siren, use);
    if (own) {
        return Standing{subject, own.value(), {}};
    }
    if (!isNoDirector(own.failure())) {
        return own.failure();
    }
    const auto delegations = m_database.read<QList<StoredDelegation>>(
        [&](QSqlDatabase& connection) { return inForce(connection, subject, siren); });
    if (!delegations) {
        return delegations.failure();
    }
    QStringList unproven;
    std::optional<Failure> trouble;
    for (const StoredDelegation& stored : delegations.value()) {
        if (stored.delegation.state != DelegationState::Active) {
            continue;
        }
        if (const auto mandate = m_mandates.require(stored.delegatorSubject, siren, use); !mandate) {
            unproven.append(stored.delegatorSubject);
            if (!isAboutMandate(mandate.failure())) {
                trouble = mandate.failure();
            }
        }
    }
    // Asking the register may have ended a mandate, and its delegations with it.
    auto standing =
        m_database.read<Standing>([&](QSqlDatabase& connection) { return held(connection, subject, siren); });
    if (!standing) {
        return trouble ? *trouble : standing.failure();
    }
    standing.value().delegations.removeIf([&unproven](const Delegated& delegated) {
        return delegated.mandate && unproven.contains(delegated.delegatorSubject);
    });
    if (standing.value().delegations.isEmpty()) {
        return trouble ? *trouble : own.failure();
    }
    standing.value().director = standing.value().delegations.constFirst().delegatorSubject;
    return standing;
}

Outcome<Standing> ActingRights::held(QSqlDatabase& connection, const QString& subject, const QString& siren)
{
    const auto own = m_mandates.held(connection, subject, siren);
    if (own) {
        return Standing{subject, own.value(), {}};
    }
    if (!isNoDirector(own.failure())) {
        return own.failure();
    }
    const auto delegations = inForce(connection, subject, siren);
    if (!delegations) {
        return delegations.failure();
    }
    Standing standing;
    for (const StoredDelegation& stored : delegations.value()) {
        Delegated delegated{stored.delegation, stored.delegatorSubject, {}};
        if (stored.delegation.state == DelegationState::Active) {
            const auto mandate = m_mandates.held(connection, stored.delegatorSubject, siren);
            if (!mandate && !isAboutMandate(mandate.failure())) {
                return mandate.failure();
            }
            if (!mandate) {
                continue;
            }
            delegated.mandate = mandate.value();
        }
        standing.delegations.append(delegated);
    }
    if (standing.delegations.isEmpty()) {
        return own.failure();
    }
    standing.director = standing.delegations.constFirst().delegatorSubject;
    return standing;
}

Outcome<QList<StoredDelegation>> ActingRights::inForce(QSqlDatabase& connection, const QString& subject,
                                                       const QString& siren) const
{
    auto delegations = m_store.ofDelegate(connection, subject, siren);
    if (!delegations) {
        return delegations;
    }
    const QDateTime now = m_clock.now();
    delegations.value().removeIf(
        [&now](const StoredDelegation& stored) { return !mayRead(stored.delegation, now); });
    for (StoredDelegation& stored : delegations.value()) {
        stored.delegation = standingAt(stored.delegation, now);
    }
    return delegations;
}

} // namespace proconnect::service
