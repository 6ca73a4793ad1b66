// SPDX-License-Identifier: MIT
#include "app/AppLink.h"

#include <QRegularExpression>

namespace proconnect::app {
namespace {

constexpr qsizetype longestLink = 100;

} // namespace

std::optional<AppLink> parseAppLink(const QString& text)
{
    static const QRegularExpression link(
        QStringLiteral("\\A(?i:proconnect):(?://)?"
                       "(?:(home|accounts|departure|certification|contact-email|administrators|settings)|"
                       "(requests)(?:/(PC-[0-9]{4}-[0-9]{6}))?)?/?\\z"));
    if (text.size() > longestLink) {
        return std::nullopt;
    }
    const QRegularExpressionMatch match = link.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    return AppLink{match.captured(1) + match.captured(2), match.captured(3)};
}

} // namespace proconnect::app
