// SPDX-License-Identifier: MIT
#include "core/sync/DefaultCompanyDesk.h"

#include "core/sync/FreshCall.h"

namespace proconnect {
namespace {

// Registers are slow, and the service asks up to three of them one after the other.
constexpr std::chrono::milliseconds registersDeadline{45'000};
constexpr qsizetype largestReceipts = 2LL * 1024 * 1024;

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

void DefaultCompanyDesk::sendReview(const QString& reference, const QString& replyTo, QObject* context,
                                    std::function<void(Outcome<ReviewTransmission>)> done)
{
    m_api.ask<ReviewTransmission>(jsonCall("POST",
                                           QStringLiteral("/v1/review-cases/%1/transmission").arg(reference),
                                           {{QStringLiteral("replyTo"), replyTo}}),
                                  context, std::move(done));
}

void DefaultCompanyDesk::readReceipts(const SirenNumber& siren, QObject* context,
                                      std::function<void(Outcome<OwnReceipts>)> done)
{
    HttpCall call;
    call.path = QStringLiteral("/v1/companies/%1/receipts").arg(siren.digits());
    call.largestReply = largestReceipts;
    m_api.ask<OwnReceipts>(call, context, std::move(done));
}

void DefaultCompanyDesk::readReceiptFile(const SirenNumber& siren, const QString& decision, QObject* context,
                                         std::function<void(Outcome<QByteArray>)> done)
{
    constexpr int deepest = 16;
    HttpCall call;
    call.path = QStringLiteral("/v1/companies/%1/receipts/%2").arg(siren.digits(), decision);
    call.largestReply = largestReceipts;
    m_api.send(call, context, [done = std::move(done)](const Outcome<HttpAnswer>& answer) {
        if (!answer) {
            done(answer.failure());
        } else if (!answer.value().contentType.startsWith("application/json") ||
                   !parseStrictJson(answer.value().body, {answer.value().body.size(), deepest}).ok()) {
            done(Failure{FailureCode::BadReply, QStringLiteral("not the file of a receipt"), {}});
        } else {
            done(answer.value().body);
        }
    });
}

} // namespace proconnect
