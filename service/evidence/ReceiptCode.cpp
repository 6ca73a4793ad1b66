// SPDX-License-Identifier: MIT
#include "service/evidence/ReceiptCode.h"

#include "core/crypto/RandomBytes.h"

namespace proconnect::service {
namespace {

constexpr int groups = 4;
constexpr int charactersPerGroup = 4;

} // namespace

QString newReceiptCode()
{
    static const QString alphabet = QStringLiteral("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    const QByteArray random = randomBytes(groups * charactersPerGroup);
    QString code;
    for (qsizetype i = 0; i < random.size(); ++i) {
        if (i > 0 && i % charactersPerGroup == 0) {
            code += u'-';
        }
        // 256 is a multiple of the 32 characters, so each is as likely.
        code += alphabet[static_cast<uchar>(random[i]) % alphabet.size()];
    }
    return code;
}

} // namespace proconnect::service
