// SPDX-License-Identifier: MIT
#include "core/sync/DefaultCompanyDesk.h"

#include "core/sync/FreshCall.h"

namespace proconnect {
namespace {

// Registers are slow, and the service asks up to three of them one after the other.
constexpr std::chrono::milliseconds registersDeadline{45'000};

HttpCall sirenCall(const QString& path, const SirenNumber& siren)
{
    HttpCall call = jsonCall("POST", path, {{QStringLiteral("siren"), siren.digits()}});
    call.deadline = registersDeadline;
    return call;
}

} // namespace

DefaultCompanyDesk::DefaultCompanyDesk(ApiClient& api, SignInRenewal& renewal, QObject* parent)
    : QObject(parent), m_api(api), m_renewal(renewal)
{}

void DefaultCompanyDesk::check(const SirenNumber& siren, QObject* context,
                               std::function<void(Outcome<CompanyCheck>)> done)
{
    askWithFreshSignIn<CompanyCheck>(m_api, m_renewal, SignInReason::CompanyCheck,
                                     sirenCall(QStringLiteral("/v1/company-checks"), siren), context,
                                     std::move(done));
}

void DefaultCompanyDesk::attach(const SirenNumber& siren, QObject* context,
                                std::function<void(Outcome<Company>)> done)
{
    askWithFreshSignIn<Company>(m_api, m_renewal, SignInReason::CompanyCheck,
                                sirenCall(QStringLiteral("/v1/companies"), siren), context,
                                [this, done = std::move(done)](const Outcome<Company>& company) {
                                    done(company);
                                    if (company) {
                                        Q_EMIT attached(company.value().siren);
                                    }
                                });
}

} // namespace proconnect
