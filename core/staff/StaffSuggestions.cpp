// SPDX-License-Identifier: MIT
#include "core/staff/StaffSuggestions.h"

#include "core/findings/AccountFacts.h"
#include "core/model/FoldedName.h"

#include <QHash>

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
            // Without a last day on one line, they are still there.
            *known = known->has_value() && member.lastDay ? std::max(*known, member.lastDay) : std::nullopt;
        }
    }
    /// Null when nobody is known so.
    [[nodiscard]] const std::optional<QDate>* find(const QString& key) const
    {
        const auto known = m_lastDays.constFind(key);
        return known == m_lastDays.cend() ? nullptr : &*known;
    }

private:
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
    QList<StaffSuggestion> found;
    if (staff.isEmpty()) { // a list of nobody tells of nobody
        return found;
    }
    for (qsizetype i = 0; i < people.size(); ++i) {
        const Leaver& person = people.at(i);
        if (person.kind != Leaver::Kind::Person) {
            continue;
        }
        StaffSuggestion suggestion;
        suggestion.leaver = i;
        const std::optional<QDate>* lastDay = nullptr;
        for (const qsizetype account : person.accounts) {
            if (!lastDay) {
                lastDay = byAddress.find(AccountFacts::foldedAddress(company.accounts.at(account).email));
            }
        }
        if (!lastDay) {
            lastDay = byName.find(foldedName(person.name));
            suggestion.byName = lastDay != nullptr;
        }
        if (lastDay && !lastDay->has_value()) {
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
