// SPDX-License-Identifier: MIT
#include "ui/models/AccountIndex.h"

#include "core/findings/AccountFindings.h"
#include "core/findings/Holders.h"
#include "ui/text/Wording.h"

#include <QCollator>

#include <algorithm>
#include <numeric>

namespace proconnect::ui {
namespace {

static_assert(static_cast<int>(AccountFilter::Count) <= 16);

/// The words of a name in the order of the alphabet: "Bouvier Laurent" is "Laurent Bouvier".
QString foldedName(const QString& name)
{
    QStringList words = foldedForSearch(name).split(u' ', Qt::SkipEmptyParts);
    words.sort();
    return words.join(u' ');
}

quint16 filtersOf(const PortalAccount& account, FindingSet findings, FindingSet setAside)
{
    unsigned filters = 0;
    for (int i = 0; i < static_cast<int>(AccountFilter::Count); ++i) {
        const auto filter = static_cast<AccountFilter>(i);
        const bool passes = filter == AccountFilter::Open       ? account.openAccount()
                            : filter == AccountFilter::Closed   ? !account.openAccount()
                            : filter == AccountFilter::SetAside ? account.openAccount() && !setAside.isEmpty()
                                                                : findings.intersects(findingsOf(filter));
        filters |= (passes ? 1U : 0U) << static_cast<unsigned>(i);
    }
    return static_cast<quint16>(filters);
}

} // namespace

void AccountIndex::build(const AccountText& text)
{
    *this = {};
    const CompanySnapshot& company = text.company().snapshot();
    m_links = company.personLinks;
    const Holders holders(company, text.dates().today());
    m_findings = accountFindings(company, holders, text.dates().today());
    m_setAside = findingsSetAside(company, text.dates().today());
    buildPeople(company, holders);
    QHash<QString, int> portals;
    QHash<QStringList, int> places;
    QHash<QString, int> possible;
    // Many accounts share their lists and texts in memory: what they make together is found without being
    // made.
    QHash<std::pair<const PortalRight*, const QChar*>, int> sharedPossible;
    for (const PortalAccount& account : company.accounts) {
        m_values[Portal] += intern(Portal, portals, account.portal,
                                   [&] { return text.company().portalName(account.portal); });
        m_values[Places] += intern(Places, places, account.sirets, [&] { return text.places(account); });
        const std::pair shared{account.rights.constData(), account.roleLabel.constData()};
        auto known = sharedPossible.constFind(shared);
        if (known == sharedPossible.cend()) {
            const QString what = text.possible(account);
            known = sharedPossible.insert(
                shared, intern(Possible, possible, what, [&]() -> const QString& { return what; }));
        }
        m_values[Possible] += *known;
    }
    count(company);
    for (const Field field : {Person, Portal, Places, Possible}) {
        rank(field);
    }
}

void AccountIndex::buildPeople(const CompanySnapshot& company, const Holders& holders)
{
    QHash<int, int> people;
    QStringList latest; // by person, so that what is said again is not folded again
    for (qsizetype i = 0; i < company.accounts.size(); ++i) {
        const PortalAccount& account = company.accounts.at(i);
        const QString said = account.holderName + u' ' + account.email;
        const int holder = holders.of(i);
        const auto known = holder == Holders::nobody ? people.cend() : people.constFind(holder);
        if (known == people.cend()) {
            const auto person = static_cast<int>(m_texts[Person].size());
            if (holder != Holders::nobody) {
                people.insert(holder, person);
            }
            m_values[Person] += person;
            // Without an address, nothing says that two accounts of one name are one person's.
            m_personKeys += holder == Holders::nobody ? account.id : Holders::folded(account.email);
            m_personNames += foldedName(account.holderName);
            append(Person, AccountText::holder(account), said);
            latest += said;
            continue;
        }
        m_values[Person] += *known;
        if (latest.at(*known) == said) {
            continue;
        }
        latest[*known] = said;
        m_folded[Person][*known] += u' ' + foldedForSearch(said);
        if (m_personNames.at(*known).isEmpty() && !account.holderName.isEmpty()) {
            m_personNames[*known] = foldedName(account.holderName);
            m_texts[Person][*known] = account.holderName;
        }
    }
    for (int person = 0; person < m_personNames.size(); ++person) {
        if (!m_personNames.at(person).isEmpty()) {
            m_byName[m_personNames.at(person)] += person;
        }
    }
}

template <typename Key, typename Text>
int AccountIndex::intern(Field field, QHash<Key, int>& known, const Key& key, const Text& text)
{
    const auto found = known.constFind(key);
    if (found != known.cend()) {
        return *found;
    }
    const QString& said = text();
    append(field, said, said);
    return *known.insert(key, valueCount(field) - 1);
}

void AccountIndex::append(Field field, const QString& text, const QString& searched)
{
    m_texts[field] += text;
    m_folded[field] += foldedForSearch(searched);
}

void AccountIndex::count(const CompanySnapshot& company)
{
    m_filters.reserve(company.accounts.size());
    m_attention.reserve(company.accounts.size());
    for (qsizetype i = 0; i < company.accounts.size(); ++i) {
        const PortalAccount& account = company.accounts.at(i);
        m_setAside[i] = m_findings.at(i).without(m_findings.at(i).without(m_setAside.at(i)));
        m_findings[i] = m_findings.at(i).without(m_setAside.at(i));
        m_attention += AccountText::attention(account, m_findings.at(i));
        const quint16 filters = filtersOf(account, m_findings.at(i), m_setAside.at(i));
        m_filters += filters;
        for (std::size_t filter = 0; filter < m_counts.size(); ++filter) {
            m_counts.at(filter) += (filters >> filter) & 1;
        }
    }
}

void AccountIndex::rank(Field field)
{
    QCollator collator;
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    collator.setNumericMode(true);
    std::vector<QCollatorSortKey> keys;
    keys.reserve(static_cast<std::size_t>(valueCount(field)));
    for (const QString& text : std::as_const(m_texts[field])) {
        keys.push_back(collator.sortKey(text));
    }
    QList<int> order(valueCount(field));
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&keys](int a, int b) {
        return keys[static_cast<std::size_t>(a)].compare(keys[static_cast<std::size_t>(b)]) < 0;
    });
    m_ranks[field].resize(order.size());
    for (int place = 0; place < order.size(); ++place) {
        m_ranks[field][order.at(place)] = place;
    }
}

bool AccountIndex::ambiguous(int person) const
{
    return m_byName.value(m_personNames.at(person)).size() > 1;
}

QList<int> AccountIndex::namesakes(int person) const
{
    QList<int> others = m_byName.value(m_personNames.at(person));
    others.removeIf([&](int other) {
        const auto toldApart = [&](const PersonLink& link) {
            QStringList folded;
            for (const QString& address : link.addresses) {
                folded += Holders::folded(address);
            }
            return !link.same && folded.contains(m_personKeys.at(person)) &&
                   folded.contains(m_personKeys.at(other));
        };
        // A key without an address is that of an account: nothing could be remembered of it.
        return other == person || !m_personKeys.at(other).contains(u'@') ||
               std::any_of(m_links.cbegin(), m_links.cend(), toldApart);
    });
    return m_personKeys.at(person).contains(u'@') ? others : QList<int>();
}

QList<int> AccountIndex::find(AccountFilter filter, const QStringList& words) const
{
    // Which values hold which words: one pass over what accounts share, then a look-up for each account.
    std::array<QList<quint32>, FieldCount> held;
    const auto most = std::min<qsizetype>(words.size(), 32);
    for (std::size_t field = 0; field < held.size() && most > 0; ++field) {
        held.at(field).resize(m_folded.at(field).size());
        for (qsizetype value = 0; value < m_folded.at(field).size(); ++value) {
            for (qsizetype word = 0; word < most; ++word) {
                if (m_folded.at(field).at(value).contains(words.at(word))) {
                    held.at(field)[value] |= 1U << word;
                }
            }
        }
    }
    const quint32 all = most == 0 ? 0 : 0xFFFFFFFFU >> (32 - most);
    QList<int> found;
    for (int i = 0; i < size(); ++i) {
        if (!matches(i, filter)) {
            continue;
        }
        quint32 there = 0;
        for (std::size_t field = 0; field < held.size() && most > 0; ++field) {
            there |= held.at(field).at(m_values.at(field).at(i));
        }
        if (there == all) {
            found += i;
        }
    }
    return found;
}

} // namespace proconnect::ui
