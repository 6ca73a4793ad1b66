// SPDX-License-Identifier: MIT
#include "core/sync/DefaultContactEmailDesk.h"

namespace proconnect {
namespace {

QString pathOf(const QString& siren)
{
    return QStringLiteral("/v1/companies/%1/contact-email/verifications").arg(siren);
}

} // namespace

DefaultContactEmailDesk::DefaultContactEmailDesk(ApiClient& api, QObject* parent)
    : QObject(parent), m_api(api)
{}

void DefaultContactEmailDesk::sendCode(const QString& siren, const QString& address, QObject* context,
                                       std::function<void(Outcome<EmailVerification>)> done)
{
    m_api.ask<EmailVerification>(jsonCall("POST", pathOf(siren), {{QStringLiteral("address"), address}}),
                                 context, std::move(done));
}

void DefaultContactEmailDesk::confirm(const QString& siren, const EmailVerification& verification,
                                      const QString& code, QObject* context,
                                      std::function<void(Outcome<Done>)> done)
{
    const QString path = pathOf(siren) + u'/' + QString::fromLatin1(QUrl::toPercentEncoding(verification.id));
    m_api.ask<ContactEmail>(jsonCall("POST", path, {{QStringLiteral("code"), code}}), context,
                            [this, siren, done = std::move(done)](const Outcome<ContactEmail>& email) {
                                done(email ? Outcome<Done>(Done{}) : Outcome<Done>(email.failure()));
                                if (email) {
                                    Q_EMIT confirmed(siren);
                                }
                            });
}

} // namespace proconnect
