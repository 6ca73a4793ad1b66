// SPDX-License-Identifier: MIT
#include "ui/signin_web/FetchGuard.h"

#include "ui/sign_in/SignInPolicy.h"

namespace proconnect::ui {

FetchGuard::FetchGuard(bool demonstration, QObject* parent)
    : QWebEngineUrlRequestInterceptor(parent), m_demonstration(demonstration)
{}

void FetchGuard::interceptRequest(QWebEngineUrlRequestInfo& info)
{
    if (!mayFetch(info.requestUrl(), m_demonstration)) {
        info.block(true);
    }
}

} // namespace proconnect::ui
