// SPDX-License-Identifier: MIT
#include "core/crypto/AesGcm.h"

#include "core/crypto/RandomBytes.h"

#include <limits>
#include <memory>
#include <openssl/evp.h>

namespace proconnect::aesgcm {
namespace {

constexpr int nonceBytes = 12;
constexpr int tagBytes = 16;

using Context = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

const unsigned char* in(const QByteArray& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

unsigned char* out(QByteArray& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

bool fits(const QByteArray& key, const QByteArray& bytes)
{
    return key.size() == keyBytes && bytes.size() < std::numeric_limits<int>::max() - nonceBytes - tagBytes;
}

} // namespace

QByteArray seal(const QByteArray& key, const QByteArray& plain, const QByteArray& context)
{
    const QByteArray nonce = randomBytes(nonceBytes);
    QByteArray cipher(plain.size(), '\0');
    QByteArray tag(tagBytes, '\0');
    int length = 0;
    const Context evp(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    const bool sealedWell =
        fits(key, plain) && evp &&
        EVP_EncryptInit_ex(evp.get(), EVP_aes_256_gcm(), nullptr, in(key), in(nonce)) == 1 &&
        EVP_EncryptUpdate(evp.get(), nullptr, &length, in(context), static_cast<int>(context.size())) == 1 &&
        EVP_EncryptUpdate(evp.get(), out(cipher), &length, in(plain), static_cast<int>(plain.size())) == 1 &&
        EVP_EncryptFinal_ex(evp.get(), out(cipher) + length, &length) == 1 &&
        EVP_CIPHER_CTX_ctrl(evp.get(), EVP_CTRL_GCM_GET_TAG, tagBytes, out(tag)) == 1;
    if (!sealedWell) {
        qFatal("Encryption failed.");
    }
    return nonce + cipher + tag;
}

std::optional<QByteArray> open(const QByteArray& key, const QByteArray& sealed, const QByteArray& context)
{
    if (!fits(key, sealed) || sealed.size() < nonceBytes + tagBytes) {
        return std::nullopt;
    }
    const QByteArray nonce = sealed.first(nonceBytes);
    QByteArray tag = sealed.last(tagBytes);
    const QByteArray cipher = sealed.sliced(nonceBytes, sealed.size() - nonceBytes - tagBytes);
    QByteArray plain(cipher.size(), '\0');
    int length = 0;
    const Context evp(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    const bool opened =
        evp && EVP_DecryptInit_ex(evp.get(), EVP_aes_256_gcm(), nullptr, in(key), in(nonce)) == 1 &&
        EVP_DecryptUpdate(evp.get(), nullptr, &length, in(context), static_cast<int>(context.size())) == 1 &&
        EVP_DecryptUpdate(evp.get(), out(plain), &length, in(cipher), static_cast<int>(cipher.size())) == 1 &&
        EVP_CIPHER_CTX_ctrl(evp.get(), EVP_CTRL_GCM_SET_TAG, tagBytes, out(tag)) == 1 &&
        EVP_DecryptFinal_ex(evp.get(), out(plain) + length, &length) == 1;
    return opened ? std::optional{plain} : std::nullopt;
}

} // namespace proconnect::aesgcm
