// SPDX-License-Identifier: MIT
#pragma once

#include "core/findings/Holders.h"
#include "ui/models/AccountFilter.h"
#include "ui/text/AccountText.h"

#include <QHash>
#include <QList>
#include <QStringList>

#include <array>

namespace proconnect::ui {

/// A company's accounts made ready to be found, grouped and sorted at every key typed, whatever their number.
/// What many accounts share (a person, a portal, a list of places or of rights) is folded, compared and
/// searched once; an account is then a few small numbers. Accounts are meant by their position in the
/// snapshot.
class AccountIndex
{
public:
    /// What an account says that others say too, in the order in which a search looks.
    enum Field { Person, Portal, Places, Possible, FieldCount };
    using Counts = std::array<int, static_cast<std::size_t>(AccountFilter::Count)>;

    /// `text` is used during the call only.
    void build(const AccountText& text);

    [[nodiscard]] qsizetype size() const { return m_findings.size(); }
    /// Those that nobody set aside.
    [[nodiscard]] FindingSet findings(qsizetype account) const { return m_findings.at(account); }
    [[nodiscard]] FindingSet setAside(qsizetype account) const { return m_setAside.at(account); }
    [[nodiscard]] int attention(qsizetype account) const { return m_attention.at(account); }
    /// Accounts per filter, whatever the search.
    [[nodiscard]] const Counts& counts() const { return m_counts; }
    [[nodiscard]] bool matches(qsizetype account, AccountFilter filter) const
    {
        return (m_filters.at(account) >> static_cast<unsigned>(filter)) & 1U;
    }

    /// The number of what `account` says in `field`; equal for two accounts that say the same.
    [[nodiscard]] int value(Field field, qsizetype account) const { return m_values[field].at(account); }
    [[nodiscard]] int valueCount(Field field) const { return static_cast<int>(m_texts[field].size()); }
    /// Its place among all of its field, in the order of the language.
    [[nodiscard]] int rank(Field field, int value) const { return m_ranks[field].at(value); }
    [[nodiscard]] const QString& text(Field field, int value) const { return m_texts[field].at(value); }

    /// The same from one snapshot to the next.
    [[nodiscard]] const QString& personKey(int person) const { return m_personKeys.at(person); }
    /// Others who bear the same name under another address, and of whom nobody said that they are not the
    /// same.
    [[nodiscard]] QList<int> namesakes(int person) const;
    /// Whether somebody else bears that name.
    [[nodiscard]] bool ambiguous(int person) const;

    /// The accounts that pass the filter and hold every folded word, in their order.
    [[nodiscard]] QList<int> find(AccountFilter filter, const QStringList& words) const;

private:
    void buildPeople(const CompanySnapshot& company, const Holders& holders);
    void count(const CompanySnapshot& company);
    void rank(Field field);
    /// The number of what accounts of this key say; `text` makes it for the first.
    template <typename Key, typename Text>
    int intern(Field field, QHash<Key, int>& known, const Key& key, const Text& text);
    void append(Field field, const QString& text, const QString& searched);

    QList<FindingSet> m_findings;
    QList<FindingSet> m_setAside;
    QList<quint16> m_filters;
    QList<int> m_attention;
    std::array<QList<int>, FieldCount> m_values;
    std::array<QStringList, FieldCount> m_texts;
    std::array<QStringList, FieldCount> m_folded; ///< what a search looks into
    std::array<QList<int>, FieldCount> m_ranks;
    QStringList m_personKeys;
    QStringList m_personNames; ///< folded; empty where nobody is named
    QHash<QString, QList<int>> m_byName;
    QList<PersonLink> m_links;
    Counts m_counts{};
};

} // namespace proconnect::ui
