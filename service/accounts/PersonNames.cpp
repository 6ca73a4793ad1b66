// SPDX-License-Identifier: MIT
#include "service/accounts/PersonNames.h"

namespace proconnect::service {

QString mailDomain(const QString& address)
{
    const qsizetype at = address.lastIndexOf(u'@');
    return at < 0 ? QString() : address.sliced(at + 1).toLower();
}

} // namespace proconnect::service
