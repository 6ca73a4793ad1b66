// SPDX-License-Identifier: MIT
#include "service/http/RequestTarget.h"

#include "service/http/StrictText.h"

#include <algorithm>

namespace proconnect::service {

std::optional<RequestTarget> parseTarget(const QByteArray& target)
{
    const bool plain = std::all_of(target.cbegin(), target.cend(),
                                   [](char c) { return c > 0x20 && c < 0x7F && c != '#' && c != '\\'; });
    if (!plain || !target.startsWith('/') || target.size() > largestTarget) {
        return std::nullopt;
    }
    const qsizetype mark = target.indexOf('?');
    const QByteArray rawPath = mark < 0 ? target : target.left(mark);
    const QByteArray rawQuery = mark < 0 ? QByteArray() : target.mid(mark + 1);
    const auto path = decodePercent(rawPath);
    if (!path || !decodePercent(rawQuery) || path->count(u'/') != rawPath.count('/') ||
        path->contains(u'\\')) {
        return std::nullopt;
    }
    const QStringList segments = path->mid(1).split(u'/');
    for (qsizetype i = 0; i < segments.size(); ++i) {
        const bool dots = segments[i] == QLatin1String(".") || segments[i] == QLatin1String("..");
        if (dots || (segments[i].isEmpty() && i + 1 < segments.size())) {
            return std::nullopt;
        }
    }
    return RequestTarget{*path, QUrlQuery(QString::fromLatin1(rawQuery))};
}

} // namespace proconnect::service
