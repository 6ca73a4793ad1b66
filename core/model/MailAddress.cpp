// SPDX-License-Identifier: MIT
#include "core/model/MailAddress.h"

#include <QList>

#include <algorithm>

namespace proconnect {
namespace {

constexpr qsizetype longestAddress = 254;
constexpr qsizetype longestLocalPart = 64;

bool isLocalCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') ||
           QStringView(u"!#$%&'*+-/=?^_`{|}~.").contains(c);
}

bool isDomainLabel(QStringView label)
{
    const auto allowed = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-';
    };
    return !label.isEmpty() && label.size() <= 63 && !label.startsWith(u'-') && !label.endsWith(u'-') &&
           std::all_of(label.begin(), label.end(), allowed);
}

} // namespace

bool isMailAddress(const QString& address)
{
    const qsizetype at = address.lastIndexOf(u'@');
    if (at < 1 || at > longestLocalPart || address.size() > longestAddress) {
        return false;
    }
    const QStringView local = QStringView(address).first(at);
    if (!std::all_of(local.begin(), local.end(), isLocalCharacter) || local.startsWith(u'.') ||
        local.endsWith(u'.') || local.contains(QStringView(u".."))) {
        return false;
    }
    const auto labels = QStringView(address).sliced(at + 1).split(u'.');
    return labels.size() >= 2 && std::all_of(labels.begin(), labels.end(), isDomainLabel);
}

} // namespace proconnect
