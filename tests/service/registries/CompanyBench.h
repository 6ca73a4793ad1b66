// SPDX-License-Identifier: MIT
#pragma once

#include "service/registries/RneRegistry.h"
#include "tests/service/registries/Fixture.h"
#include "tests/service/registries/RegistryBench.h"

#include <QHash>

namespace proconnect::service {

using namespace Qt::StringLiterals;

QByteArray companyWithOfficer(const char* own, const char* officer);

/// Claire at the head of a company; `office`: members of her power.
QByteArray ledByClaire(const char* office);

/// A power of a person; `office`: further members.
QByteArray power(const char* family, const char* given, const QByteArray& role, const char* office);

QByteArray ledBy(const QByteArrayList& powers);

inline constexpr const char* resigned = R"("mentionDemissionOrdre":true,)";

/// Somebody who resigned, and a holding.
QByteArray ledByTheHoldingAndAHuman();

/// SIRENE, which says the same of every company.
class Units final : public Registry
{
public:
    Units() { state(RegisteredCompany::State::Active); }
    void state(RegisteredCompany::State state);
    Outcome<RegistryAnswer> lookup(const SirenNumber& number) override;
    Outcome<RegistryAnswer> answer = Failure{FailureCode::RegistryUnavailable, {}, {}};
    QStringList asked;
};

/// A number of nine digits, the last of which is the key of the first eight.
QString sirenOf(int number);

/// Answers each company with the body that is kept for its SIREN.
ScriptedHttpClient::Script answering(const QHash<QString, QByteArray>& bodies);

} // namespace proconnect::service
