// SPDX-License-Identifier: MIT
#include "core/staff/StaffSuggestions.h"

#include "core/findings/AccountFacts.h"
#include "core/model/FoldedName.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace proconnect {
namespace {

/// The list by one thing that people are known by.
class Register
{
public:
    void note(const QString& key, const StaffMember& member)
    {
        if (key.isEmpty()) {
            return;
        }
        const auto known = m_lastDays.find(key);
        if (known == m_lastDays.end()) {
            m_lastDays.insert(key, member.lastDay);
        } else {
            *known = later(*known, member.lastDay);
        }
    }
    [[nodiscard]] bool isEmpty() const { return m_lastDays.isEmpty(); }
    /// Adds what the list says of whoever is known so.
    void tell(const QString& key, std::optional<std::optional<QDate>>& lastDay) const
    {
        const auto known = m_lastDays.constFind(key);
        if (known != m_lastDays.cend()) {
            lastDay = lastDay ? later(*lastDay, *known) : *known;
        }
    }

private:
    /// Without a last day on one line, they are still there.
    static std::optional<QDate> later(const std::optional<QDate>& a, const std::optional<QDate>& b)
    {
        return a && b ? std::max(a, b) : std::nullopt;
    }

    QHash<QString, std::optional<QDate>> m_lastDays;
};

} // namespace

QList<StaffSuggestion> staffSuggestions(const QList<Leaver>& people, const CompanySnapshot& company,
                                        const QList<StaffMember>& staff, QDate today)
{
    Register byAddress;
    Register byName;
    for (const StaffMember& member : staff) {
        byAddress.note(AccountFacts::foldedAddress(member.email), member);
        byName.note(foldedName(member.name), member);
    }
    // A list of those who left says nothing of the others.
    const bool ofPresentStaff = std::any_of(staff.cbegin(), staff.cend(), [today](const StaffMember& member) {
        return !member.lastDay || *member.lastDay >= today;
    });
    QList<StaffSuggestion> found;
    for (qsizetype i = 0; i < people.size(); ++i) {
        const Leaver& person = people.at(i);
        if (person.kind != Leaver::Kind::Person) {
            continue;
        }
        StaffSuggestion suggestion;
        suggestion.leaver = i;
        std::optional<std::optional<QDate>> lastDay;
        QStringList names{person.name};
        bool comparable = false;
        for (const qsizetype position : person.accounts) {
            const PortalAccount& account = company.accounts.at(position);
            byAddress.tell(AccountFacts::foldedAddress(account.email), lastDay);
            names += account.holderName;
            comparable = comparable || (!byAddress.isEmpty() && !account.email.isEmpty());
        }
        suggestion.byName = !lastDay;
        for (const QString& name : std::as_const(names)) {
            if (suggestion.byName) {
                byName.tell(foldedName(name), lastDay);
            }
            comparable = comparable || (!byName.isEmpty() && !name.isEmpty());
        }
        suggestion.byName = suggestion.byName && lastDay;
        const bool present = lastDay && !lastDay->has_value();
        if (present || (!lastDay && !(comparable && ofPresentStaff))) {
            continue;
        }
        suggestion.lastDay = lastDay ? *lastDay : std::nullopt;
        suggestion.why = !lastDay            ? StaffSuggestion::Why::NotListed
                         : **lastDay < today ? StaffSuggestion::Why::Left
                                             : StaffSuggestion::Why::Leaving;
        found.append(suggestion);
    }
    return found;
}

} // namespace proconnect
