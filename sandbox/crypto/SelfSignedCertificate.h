// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <openssl/types.h>

namespace proconnect::sandbox {

/// A certificate for 127.0.0.1 that nobody has reason to trust: it shows what a certificate error looks like.
class SelfSignedCertificate
{
public:
    SelfSignedCertificate();
    ~SelfSignedCertificate();
    SelfSignedCertificate(const SelfSignedCertificate&) = delete;
    SelfSignedCertificate& operator=(const SelfSignedCertificate&) = delete;

    [[nodiscard]] X509* certificate() const { return m_certificate.get(); }
    [[nodiscard]] EVP_PKEY* key() const { return m_key.get(); }

private:
    struct Free
    {
        void operator()(EVP_PKEY* key) const;
        void operator()(X509* certificate) const;
    };

    std::unique_ptr<EVP_PKEY, Free> m_key;
    std::unique_ptr<X509, Free> m_certificate;
};

} // namespace proconnect::sandbox
