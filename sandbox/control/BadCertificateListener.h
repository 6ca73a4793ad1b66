// SPDX-License-Identifier: MIT
#pragma once

#include "sandbox/crypto/SelfSignedCertificate.h"
#include "sandbox/http/WebServer.h"

#include <string>

namespace proconnect::sandbox {

/// An https listener whose certificate nobody has reason to trust. Its page says that it should never be
/// seen.
class BadCertificateListener
{
public:
    /// Answers at once; port 0 takes any free one.
    explicit BadCertificateListener(int port);

    [[nodiscard]] std::string address() const;

private:
    SelfSignedCertificate m_certificate;
    WebServer m_listener;
};

} // namespace proconnect::sandbox
