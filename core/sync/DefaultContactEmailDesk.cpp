// SPDX-License-Identifier: MIT
#include "core/sync/DefaultContactEmailDesk.h"

#include "core/sync/FreshCall.h"

namespace proconnect {
namespace {

QString pathOf(const QString& siren)
{
    return QStringLiteral("/v1/companies/%1/contact-email/verifications").arg(siren);
}

} // namespace

DefaultContactEmailDesk::DefaultContactEmailDesk(ApiClient& api, SignInRenewal& renewal, QObject* parent)
    : QObject(parent), m_api(api), m_renewal(renewal)
{}

void DefaultContactEmailDesk::sendCode(const QString& siren, const QString& address, QObject* context,
                                       std::function<void(Outcome<EmailVerification>)> done)
{
    askWithFreshSignIn<EmailVerification>(
        m_api, m_renewal, SignInReason::ContactEmail,
        jsonCall("POST", pathOf(siren), {{QStringLiteral("address"), address}}), context, std::move(done));
}

void DefaultContactEmailDesk::confirm(const QString& siren, const EmailVerification& verification,
                                      const QString& code, QObject* context,
                                      std::function<void(Outcome<Done>)> done)
{
    const QString path = pathOf(siren) + u'/' + QString::fromLatin1(QUrl::toPercentEncoding(verification.id));
    askWithFreshSignIn<ContactEmail>(
        m_api, m_renewal, SignInReason::ContactEmail,
        jsonCall("POST", path, {{QStringLiteral("code"), code}}), context,
        [this, siren, done = std::move(done)](const Outcome<ContactEmail>& email) {
            done(email ? Outcome<Done>(Done{}) : Outcome<Done>(email.failure()));
            if (email) {
                Q_EMIT confirmed(siren);
            }
        });
}

} // namespace proconnect
