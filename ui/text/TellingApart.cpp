// SPDX-License-Identifier: MIT
#include "ui/text/TellingApart.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace proconnect::ui {
namespace {

/// The places of those that look the same, by how they look.
QHash<QString, QList<qsizetype>> sameLooks(const QStringList& names, const QStringList& said)
{
    QHash<QString, QList<qsizetype>> looks;
    looks.reserve(names.size());
    for (qsizetype i = 0; i < names.size(); ++i) {
        looks[names.at(i) + u'\n' + said.at(i)] += i;
    }
    looks.removeIf(
        [](const std::pair<const QString&, QList<qsizetype>&>& look) { return look.second.size() < 2; });
    return looks;
}

} // namespace

QStringList tellingApart(const QStringList& names, const QList<QStringList>& details)
{
    QStringList said(names.size());
    const qsizetype most = details.isEmpty() ? 0 : details.constFirst().size();
    for (qsizetype detail = 0; detail < most; ++detail) {
        const auto looks = sameLooks(names, said);
        for (const QList<qsizetype>& group : looks) {
            const QString& first = details.at(group.constFirst()).at(detail);
            if (std::all_of(group.cbegin(), group.cend(),
                            [&](qsizetype one) { return details.at(one).at(detail) == first; })) {
                continue;
            }
            for (const qsizetype one : group) {
                const QString& word = details.at(one).at(detail);
                said[one] +=
                    (said.at(one).isEmpty() || word.isEmpty() ? QString() : QString::fromUtf8(" · ")) + word;
            }
        }
    }
    return said;
}

} // namespace proconnect::ui
