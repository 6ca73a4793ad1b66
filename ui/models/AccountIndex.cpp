// SPDX-License-Identifier: MIT
#include "ui/models/AccountIndex.h"

#include "core/findings/AccountFindings.h"
#include "core/findings/Holders.h"
#include "ui/text/Wording.h"

#include <algorithm>

namespace proconnect::ui {
namespace {

static_assert(static_cast<int>(AccountFilter::Count) <= 16);

/// Of a folded name, the words in the order of the alphabet: "Bouvier Laurent" is "Laurent Bouvier".
QString nameKey(const QString& folded)
{
    QStringList words = folded.split(u' ', Qt::SkipEmptyParts);
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

/// More words than this are not looked for.
constexpr qsizetype wordsAtMost = 32;

} // namespace

void AccountIndex::build(const AccountText& text)
{
    *this = {};
    const CompanySnapshot& company = text.company().snapshot();
    const qsizetype accounts = company.accounts.size();
    m_links = company.personLinks;
    m_notes = company.setAside;
    m_facts = AccountFacts(company, text.dates().today());
    m_chosen = findingsSetAside(company, text.dates().today());
    m_findings.resize(accounts);
    m_setAside.resize(accounts);
    m_filters.resize(accounts);
    m_attention.resize(accounts);
    for (QList<int>& values : m_values) {
        values.resize(accounts);
    }
    // Many accounts share their lists and texts in memory: what they make together is found without being
    // made.
    QHash<std::pair<const PortalRight*, const QChar*>, int> sharedPossible;
    for (qsizetype i = 0; i < accounts; ++i) {
        const PortalAccount& account = company.accounts.at(i);
        const int person = personOf(i, Holders::nobody, account);
        m_values[Person][i] = person;
        hear(person, account);
        hearShared(i, text);
        const std::pair shared{account.rights.constData(), account.roleLabel.constData()};
        auto known = sharedPossible.constFind(shared);
        if (known == sharedPossible.cend()) {
            known = sharedPossible.insert(shared, possibleNumber(text.possible(account)));
        }
        m_values[Possible][i] = *known;
    }
    for (int person = 0; person < m_people.size(); ++person) {
        if (!m_people.at(person).name.isEmpty()) {
            m_byName[m_people.at(person).name] += person;
        }
    }
    QList<bool> all(accounts, true);
    judge(company, all);
    for (RankedTexts& texts : m_texts) {
        texts.settle();
    }
}

QList<int> AccountIndex::follow(const AccountText& text, const AccountChanges& changes)
{
    const CompanySnapshot& company = text.company().snapshot();
    QList<bool> people(valueCount(Person)); // those of whom something else is said
    for (const int account : changes.gone) {
        people[value(Person, account)] = true;
        count(account, -1);
    }
    QList<int> alone; // what was the person of an account without an address
    for (const int account : changes.fresh) {
        const int before = changes.before(account);
        alone += before >= 0 && m_facts.at(before).holder == Holders::nobody ? value(Person, before)
                                                                             : Holders::nobody;
        if (before >= 0) {
            people[value(Person, before)] = true;
        }
    }
    m_facts.follow(company.accounts, changes);
    changes.carry(m_findings);
    changes.carry(m_setAside);
    changes.carry(m_chosen);
    changes.carry(m_filters);
    changes.carry(m_attention);
    for (QList<int>& values : m_values) {
        changes.carry(values);
    }
    for (qsizetype i = 0; i < changes.fresh.size(); ++i) {
        const int account = changes.fresh.at(i);
        const PortalAccount& said = company.accounts.at(account);
        const int person = personOf(account, alone.at(i), said);
        m_values[Person][account] = person;
        people.resize(valueCount(Person));
        people[person] = true;
        hearShared(account, text);
        m_values[Possible][account] = possibleNumber(text.possible(said));
    }
    QList<bool> other = retell(company, people);
    for (const int account : changes.fresh) {
        other[account] = true;
    }
    choose(company, changes);
    judge(company, other);
    for (RankedTexts& texts : m_texts) {
        texts.settle();
    }
    QList<int> accounts;
    for (int account = 0; account < other.size(); ++account) {
        if (other.at(account)) {
            accounts += account;
        }
    }
    return accounts;
}

int AccountIndex::personOf(qsizetype account, int alone, const PortalAccount& said)
{
    const int holder = m_facts.at(account).holder;
    if (holder == Holders::nobody && alone != Holders::nobody && m_people.at(alone).key == said.id) {
        return alone;
    }
    if (holder != Holders::nobody) {
        if (holder >= m_personOf.size()) {
            m_personOf.insert(m_personOf.size(), m_facts.holderCount() - m_personOf.size(), -1);
        }
        if (m_personOf.at(holder) >= 0) {
            return m_personOf.at(holder);
        }
    }
    const auto person = static_cast<int>(m_people.size());
    if (holder != Holders::nobody) {
        m_personOf[holder] = person;
    }
    m_people += PersonSaid();
    m_texts[Person].append({});
    m_folded[Person] += QString();
    // Without an address, nothing says that two accounts of one name are one person's.
    m_people[person].key = holder == Holders::nobody ? said.id : AccountFacts::foldedAddress(said.email);
    return person;
}

void AccountIndex::hear(int person, const PortalAccount& account)
{
    PersonSaid& one = m_people[person];
    const bool first = !one.heard;
    if (!first && one.latestName == account.holderName && one.latestEmail == account.email) {
        return;
    }
    one.heard = true;
    one.latestName = account.holderName;
    one.latestEmail = account.email;
    const QString name = foldedForSearch(account.holderName);
    QString& folded = m_folded[Person][person];
    folded += (first ? QString() : QStringLiteral(" ")) + name + u' ' + foldedForSearch(account.email);
    if (first || (one.name.isEmpty() && !account.holderName.isEmpty())) {
        one.name = nameKey(name);
        m_texts[Person].replace(person, AccountText::holder(account));
    }
}

void AccountIndex::hearShared(qsizetype account, const AccountText& text)
{
    const PortalAccount& said = text.company().snapshot().accounts.at(account);
    const AccountFact& fact = m_facts.at(account);
    m_values[Portal][account] = fact.portal;
    m_values[Places][account] = fact.places;
    // Numbers were given in this order.
    if (fact.portal == valueCount(Portal)) {
        const QString name = text.company().portalName(said.portal);
        append(Portal, name);
    }
    if (fact.places == valueCount(Places)) {
        append(Places, text.places(said));
    }
}

int AccountIndex::possibleNumber(const QString& what)
{
    const auto known = m_possible.constFind(what);
    if (known != m_possible.cend()) {
        return *known;
    }
    append(Possible, what);
    return *m_possible.insert(what, valueCount(Possible) - 1);
}

void AccountIndex::append(Field field, const QString& text)
{
    m_texts[field].append(text);
    m_folded[field] += foldedForSearch(text);
}

QList<bool> AccountIndex::retell(const CompanySnapshot& company, const QList<bool>& people)
{
    QHash<int, std::pair<QString, QString>> before; // text and what is searched
    for (int person = 0; person < people.size(); ++person) {
        if (!people.at(person)) {
            continue;
        }
        PersonSaid& one = m_people[person];
        before.insert(person, {text(Person, person), m_folded[Person].at(person)});
        m_byName[one.name].removeOne(person);
        one = {one.key, {}, {}, {}, false};
        m_folded[Person][person].clear();
    }
    QList<int> theirs;
    for (int account = 0; account < company.accounts.size(); ++account) {
        const int person = value(Person, account);
        if (people.at(person)) {
            PersonSaid& one = m_people[person];
            if (!one.heard && m_facts.at(account).holder != Holders::nobody) {
                one.key = AccountFacts::foldedAddress(company.accounts.at(account).email);
            }
            hear(person, company.accounts.at(account));
            theirs += account;
        }
    }
    for (auto person = before.keyBegin(); person != before.keyEnd(); ++person) {
        if (!m_people.at(*person).name.isEmpty()) {
            m_byName[m_people.at(*person).name] += *person;
        }
    }
    QList<bool> other(company.accounts.size());
    for (const int account : std::as_const(theirs)) {
        const int person = value(Person, account);
        other[account] = before.value(person) != std::pair(text(Person, person), m_folded[Person].at(person));
    }
    return other;
}

void AccountIndex::choose(const CompanySnapshot& company, const AccountChanges& changes)
{
    if (company.setAside != m_notes) {
        m_notes = company.setAside;
        m_chosen = findingsSetAside(company, m_facts.today());
        return;
    }
    for (const int account : changes.fresh) {
        for (const SetAside& note : std::as_const(m_notes)) {
            if (changes.before(account) < 0 && note.account == company.accounts.at(account).id &&
                note.until >= m_facts.today()) {
                m_chosen[account].add(note.kind);
            }
        }
    }
}

void AccountIndex::judge(const CompanySnapshot& company, QList<bool>& other)
{
    const QList<FindingSet> found = accountFindings(company, m_facts);
    for (qsizetype i = 0; i < found.size(); ++i) {
        const FindingSet findings = found.at(i).without(m_chosen.at(i));
        const FindingSet setAside = found.at(i).without(findings);
        if (!other.at(i) && findings == m_findings.at(i) && setAside == m_setAside.at(i)) {
            continue;
        }
        other[i] = true;
        const PortalAccount& account = company.accounts.at(i);
        count(i, -1);
        m_findings[i] = findings;
        m_setAside[i] = setAside;
        m_attention[i] = AccountText::attention(account, findings);
        m_filters[i] = filtersOf(account, findings, setAside);
        count(i, 1);
    }
}

void AccountIndex::count(qsizetype account, int step)
{
    for (std::size_t filter = 0; filter < m_counts.size(); ++filter) {
        m_counts.at(filter) += step * ((m_filters.at(account) >> filter) & 1);
    }
}

bool AccountIndex::personBefore(int person, int other) const
{
    const int first = rank(Person, person);
    const int second = rank(Person, other);
    return first != second ? first < second : personKey(person) < personKey(other);
}

bool AccountIndex::ambiguous(int person) const
{
    return m_byName.value(m_people.at(person).name).size() > 1;
}

QList<int> AccountIndex::namesakes(int person) const
{
    QList<int> others = m_byName.value(m_people.at(person).name);
    others.removeIf([&](int other) {
        const auto toldApart = [&](const PersonLink& link) {
            QStringList folded;
            for (const QString& address : link.addresses) {
                folded += AccountFacts::foldedAddress(address);
            }
            return !link.same && folded.contains(personKey(person)) && folded.contains(personKey(other));
        };
        // A key without an address is that of an account: nothing could be remembered of it.
        return other == person || !personKey(other).contains(u'@') ||
               std::any_of(m_links.cbegin(), m_links.cend(), toldApart);
    });
    return personKey(person).contains(u'@') ? others : QList<int>();
}

QList<int> AccountIndex::find(AccountFilter filter, const QStringList& words) const
{
    // Which values hold which words: one pass over what accounts share, then a look-up for each account.
    std::array<QList<quint32>, FieldCount> held;
    const auto most = std::min(words.size(), wordsAtMost);
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

bool AccountIndex::finds(qsizetype account, AccountFilter filter, const QStringList& words) const
{
    const auto said = [&](const QString& word) {
        for (std::size_t field = 0; field < m_folded.size(); ++field) {
            if (m_folded.at(field).at(m_values.at(field).at(account)).contains(word)) {
                return true;
            }
        }
        return false;
    };
    return matches(account, filter) &&
           std::all_of(words.cbegin(), words.cbegin() + std::min(words.size(), wordsAtMost), said);
}

} // namespace proconnect::ui
