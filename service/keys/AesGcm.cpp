// SPDX-License-Identifier: MIT
#include "service/keys/AesGcm.h"

#include "core/jose/RandomBytes.h"

#include <memory>
#include <openssl/evp.h>
#include <stdexcept>

namespace proconnect::service {
namespace {

constexpr char formatByte = 1;
constexpr int nonceBytes = 12;
constexpr int tagBytes = 16;

using Cipher = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

const unsigned char* in(const QByteArray& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

unsigned char* out(QByteArray& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

} // namespace

QByteArray aesGcmSeal(const QByteArray& plain, const QByteArray& key, const QByteArray& associated)
{
    const QByteArray nonce = randomBytes(nonceBytes);
    QByteArray text(plain.size(), '\0');
    QByteArray tag(tagBytes, '\0');
    int length = 0;
    const Cipher cipher(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    const bool sealed =
        cipher && key.size() == 32 &&
        EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, in(key), in(nonce)) == 1 &&
        EVP_EncryptUpdate(cipher.get(), nullptr, &length, in(associated),
                          static_cast<int>(associated.size())) == 1 &&
        EVP_EncryptUpdate(cipher.get(), out(text), &length, in(plain), static_cast<int>(plain.size())) == 1 &&
        EVP_EncryptFinal_ex(cipher.get(), nullptr, &length) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, tagBytes, tag.data()) == 1;
    if (!sealed) {
        throw std::runtime_error("encryption failed");
    }
    return QByteArray(1, formatByte) + nonce + text + tag;
}

std::optional<QByteArray> aesGcmOpen(const QByteArray& sealed, const QByteArray& key,
                                     const QByteArray& associated)
{
    if (sealed.size() < 1 + nonceBytes + tagBytes || sealed[0] != formatByte || key.size() != 32) {
        return std::nullopt;
    }
    const QByteArray nonce = sealed.mid(1, nonceBytes);
    const QByteArray text = sealed.mid(1 + nonceBytes, sealed.size() - 1 - nonceBytes - tagBytes);
    QByteArray tag = sealed.right(tagBytes);
    QByteArray plain(text.size(), '\0');
    int length = 0;
    const Cipher cipher(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    const bool opened =
        cipher && EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, in(key), in(nonce)) == 1 &&
        EVP_DecryptUpdate(cipher.get(), nullptr, &length, in(associated),
                          static_cast<int>(associated.size())) == 1 &&
        EVP_DecryptUpdate(cipher.get(), out(plain), &length, in(text), static_cast<int>(text.size())) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, tagBytes, tag.data()) == 1 &&
        EVP_DecryptFinal_ex(cipher.get(), nullptr, &length) == 1;
    return opened ? std::optional{plain} : std::nullopt;
}

} // namespace proconnect::service
