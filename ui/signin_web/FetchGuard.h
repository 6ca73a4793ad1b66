// SPDX-License-Identifier: MIT
#pragma once

#include <QWebEngineUrlRequestInterceptor>

namespace proconnect::ui {

/// Blocks every request of a sign-in page that is not encrypted.
class FetchGuard final : public QWebEngineUrlRequestInterceptor
{
    Q_OBJECT

public:
    explicit FetchGuard(bool demonstration, QObject* parent = nullptr);

    void interceptRequest(QWebEngineUrlRequestInfo& info) override;

private:
    bool m_demonstration;
};

} // namespace proconnect::ui
