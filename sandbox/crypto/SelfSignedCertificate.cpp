// SPDX-License-Identifier: MIT
#include "sandbox/crypto/SelfSignedCertificate.h"

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <stdexcept>

namespace proconnect::sandbox {

namespace {
constexpr long OneDay = 24L * 60 * 60;
}

void SelfSignedCertificate::Free::operator()(EVP_PKEY* key) const
{
    EVP_PKEY_free(key);
}

void SelfSignedCertificate::Free::operator()(X509* certificate) const
{
    X509_free(certificate);
}

SelfSignedCertificate::SelfSignedCertificate() : m_key(EVP_EC_gen("P-256")), m_certificate(X509_new())
{
    X509* certificate = m_certificate.get();
    X509_gmtime_adj(X509_getm_notBefore(certificate), -OneDay);
    X509_gmtime_adj(X509_getm_notAfter(certificate), OneDay);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_NAME* name = X509_get_subject_name(certificate);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char*>("127.0.0.1"),
                               -1, -1, 0);
    X509_set_issuer_name(certificate, name);
    X509_set_pubkey(certificate, m_key.get());
    if (X509_sign(certificate, m_key.get(), EVP_sha256()) == 0) {
        throw std::runtime_error("no certificate could be made");
    }
}

SelfSignedCertificate::~SelfSignedCertificate() = default;

} // namespace proconnect::sandbox
