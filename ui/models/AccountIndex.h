// SPDX-License-Identifier: MIT
#pragma once

#include "core/findings/AccountFacts.h"
#include "ui/models/AccountFilter.h"
#include "ui/models/RankedTexts.h"
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
    /// Makes the index what build() would make of `text`, where only accounts changed since, and what was set
    /// aside: company, portals, links between people and the day are those of before. Numbers of what
    /// accounts say stay what they were; others may follow. Answers all accounts of which something else is
    /// known now, those that came included, ascending.
    [[nodiscard]] QList<int> follow(const AccountText& text, const AccountChanges& changes);

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
    /// More than the greatest number; some may be no account's any more.
    [[nodiscard]] int valueCount(Field field) const { return m_texts[field].size(); }
    /// Its place among all of its field, in the order of the language; the same for equal texts.
    [[nodiscard]] int rank(Field field, int value) const { return m_texts[field].rank(value); }
    [[nodiscard]] const QString& text(Field field, int value) const { return m_texts[field].at(value); }

    /// The same from one snapshot to the next.
    [[nodiscard]] const QString& personKey(int person) const { return m_people.at(person).key; }
    /// People in the order of the language; those of one name in that of their keys.
    [[nodiscard]] bool personBefore(int person, int other) const;
    /// Others who bear the same name under another address, and of whom nobody said that they are not the
    /// same.
    [[nodiscard]] QList<int> namesakes(int person) const;
    /// Whether somebody else bears that name.
    [[nodiscard]] bool ambiguous(int person) const;

    /// The accounts that pass the filter and hold every folded word, in their order.
    [[nodiscard]] QList<int> find(AccountFilter filter, const QStringList& words) const;
    /// Whether find() would find this one.
    [[nodiscard]] bool finds(qsizetype account, AccountFilter filter, const QStringList& words) const;

private:
    struct PersonSaid
    {
        QString key;
        QString name; ///< folded, its words in the order of the alphabet; empty where nobody is named
        QString latestName;
        QString latestEmail;
        bool heard = false; ///< an account of theirs
    };

    /// The number of the person; `alone`: that of this account alone before.
    [[nodiscard]] int personOf(qsizetype account, int alone, const PortalAccount& said);
    /// Takes in what one more account says of the person.
    void hear(int person, const PortalAccount& account);
    void hearShared(qsizetype account, const AccountText& text);
    [[nodiscard]] int possibleNumber(const QString& what);
    void append(Field field, const QString& text);
    /// Hears all accounts of these people anew; by account, whether its person's words are others now.
    [[nodiscard]] QList<bool> retell(const CompanySnapshot& company, const QList<bool>& people);
    void choose(const CompanySnapshot& company, const AccountChanges& changes);
    /// Finds and counts; what `other` marks in any case. Marks where something else was found.
    void judge(const CompanySnapshot& company, QList<bool>& other);
    void count(qsizetype account, int step);

    AccountFacts m_facts;
    QList<FindingSet> m_findings;
    QList<FindingSet> m_setAside;
    QList<FindingSet> m_chosen; ///< to be set aside, whether found or not
    QList<quint16> m_filters;
    QList<int> m_attention;
    std::array<QList<int>, FieldCount> m_values;
    std::array<RankedTexts, FieldCount> m_texts;
    std::array<QStringList, FieldCount> m_folded; ///< what a search looks into
    QHash<QString, int> m_possible;
    QList<int> m_personOf; ///< by holder
    QList<PersonSaid> m_people;
    QHash<QString, QList<int>> m_byName;
    QList<SetAside> m_notes;
    QList<PersonLink> m_links;
    Counts m_counts{};
};

} // namespace proconnect::ui
