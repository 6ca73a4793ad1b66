// SPDX-License-Identifier: MIT
#include "service/snapshot/SentAccounts.h"

#include <algorithm>
#include <iterator>

namespace proconnect::service {
namespace {

/// A delta that holds more than one of so many accounts is not worth its positions.
constexpr qsizetype worthwhile = 4;

} // namespace

AccountPrints printsOf(const AccountList& accounts)
{
    AccountPrints prints;
    prints.reserve(accounts.size());
    std::transform(accounts.cbegin(), accounts.cend(), std::back_inserter(prints), fingerprintOf);
    return prints;
}

std::optional<SnapshotDelta> deltaOf(const AccountPrints& before, const AccountPrints& after,
                                     CompanySnapshot snapshot)
{
    QHash<Fingerprint, int> positions;
    positions.reserve(before.size());
    for (int old = 0; old < before.size(); ++old) {
        positions.insert(before.at(old), old);
    }
    SnapshotDelta delta;
    int next = 0; // in the list before: whoever stands earlier has moved, and is told as one that came
    const auto goTo = [&](int old) {
        for (; next < old; ++next) {
            delta.gone += next;
        }
    };
    QList<PortalAccount> came;
    for (int i = 0; i < after.size(); ++i) {
        const int old = positions.value(after.at(i), -1);
        if (old >= next) {
            goTo(old);
            ++next;
        } else {
            delta.fresh += i;
            came += snapshot.accounts.at(i);
        }
    }
    goTo(static_cast<int>(before.size()));
    if ((came.size() + delta.gone.size()) * worthwhile > after.size()) {
        return std::nullopt;
    }
    delta.accounts = static_cast<int>(after.size());
    snapshot.accounts = std::move(came);
    delta.snapshot = std::move(snapshot);
    return delta;
}

void SentAccounts::remember(const QString& siren, const QByteArray& etag, AccountPrints prints)
{
    if (prints.size() > most) {
        return;
    }
    const std::lock_guard lock(m_mutex);
    const Key key{siren, etag};
    if (const auto known = m_byKey.constFind(key); known != m_byKey.cend()) {
        forget(*known);
    }
    m_prints += prints.size();
    m_sent.emplace_front(key, std::move(prints));
    m_byKey.insert(key, m_sent.begin());
    while (m_prints > most) {
        forget(std::prev(m_sent.end()));
    }
}

std::optional<AccountPrints> SentAccounts::find(const QString& siren, const QByteArray& etag)
{
    const std::lock_guard lock(m_mutex);
    const auto known = m_byKey.constFind({siren, etag});
    if (known == m_byKey.cend()) {
        return std::nullopt;
    }
    m_sent.splice(m_sent.begin(), m_sent, *known);
    return m_sent.front().second;
}

void SentAccounts::forget(Sent::iterator one)
{
    m_prints -= one->second.size();
    m_byKey.remove(one->first);
    m_sent.erase(one);
}

} // namespace proconnect::service
