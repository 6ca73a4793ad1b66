// SPDX-License-Identifier: MIT
#include "core/departure/LastHand.h"

#include <algorithm>

namespace proconnect {
namespace {

/// Works, and nobody asked for it to be closed.
bool works(const PortalAccount& account)
{
    return account.state == AccountState::Active || account.state == AccountState::Unknown;
}

} // namespace

LastHands::LastHands(const CompanySnapshot& company, const QSet<QString>& closing, QDate today,
                     const QSet<QString>& takingOver)
    : m_company(company), m_closing(closing), m_takingOver(takingOver), m_facts(company, today),
      m_holders(m_facts), m_administrators(m_facts, m_holders), m_namesakes(company, m_holders)
{
    for (const Establishment& place : company.company.establishments) {
        if (!place.open) {
            m_closedPlaces.insert(place.siret);
        }
    }
    for (qsizetype i = 0; i < company.accounts.size(); ++i) {
        m_positions.insert(company.accounts.at(i).id, i);
        if (m_administrators.inPost(i) && stays(i)) {
            addHand(i);
        }
    }
}

std::optional<LastHand> LastHands::of(const QString& account) const
{
    const auto position = m_positions.constFind(account);
    return position == m_positions.cend() ? std::nullopt : at(*position);
}

QList<LastHand> LastHands::all() const
{
    QList<LastHand> hands;
    for (qsizetype i = 0; i < m_company.accounts.size(); ++i) {
        if (m_closing.contains(m_company.accounts.at(i).id)) {
            if (const auto hand = at(i)) {
                hands.append(*hand);
            }
        }
    }
    return hands;
}

bool LastHands::mayTakeOver(const QString& account, const QString& successor) const
{
    const auto from = m_positions.constFind(account);
    const auto to = m_positions.constFind(successor);
    if (from == m_positions.cend() || to == m_positions.cend()) {
        return false;
    }
    return m_company.accounts.at(*from).portal == m_company.accounts.at(*to).portal && stays(*to) &&
           m_holders.named(*to) && !m_holders.left(*to) && m_namesakes.apart(*from, *to);
}

QList<qsizetype> LastHands::successorsOf(const QString& account) const
{
    const AccountList& accounts = m_company.accounts;
    QList<qsizetype> found;
    for (qsizetype i = 0; i < accounts.size(); ++i) {
        if (mayTakeOver(account, accounts.at(i).id)) {
            found += i;
        }
    }
    std::stable_sort(found.begin(), found.end(), [&accounts](qsizetype a, qsizetype b) {
        return accounts.at(a).administratorRole && !accounts.at(b).administratorRole;
    });
    return found;
}

void LastHands::addHand(qsizetype position)
{
    const PortalAccount& account = m_company.accounts.at(position);
    m_onPortal[account.portal].append(position);
    if (account.sirets.isEmpty()) {
        m_onWholeCompany[account.portal].append(position);
    }
    for (const QString& siret : account.sirets) {
        m_onPlace[{account.portal, siret}].append(position);
    }
}

std::optional<LastHand> LastHands::at(qsizetype position) const
{
    const PortalAccount& account = m_company.accounts.at(position);
    if (!account.administratorRole || !account.openAccount() ||
        anotherAmong(m_onWholeCompany.value(account.portal), position)) {
        return std::nullopt;
    }
    LastHand hand{account.id, account.portal, {}, !anotherAmong(m_onPortal.value(account.portal), position)};
    const QStringList places = placesOf(account);
    for (const QString& siret : places) {
        if (!anotherAmong(m_onPlace.value({account.portal, siret}), position)) {
            hand.sirets.append(siret);
        }
    }
    // The only administrator of a portal is its last hand, even with nothing open to administer.
    return hand.wholePortal || !hand.sirets.isEmpty() ? std::optional(hand) : std::nullopt;
}

bool LastHands::stays(qsizetype account) const
{
    const PortalAccount& one = m_company.accounts.at(account);
    return works(one) && !m_closing.contains(one.id);
}

bool LastHands::anotherAmong(const QList<qsizetype>& hands, qsizetype account) const
{
    return std::any_of(hands.cbegin(), hands.cend(), [&](qsizetype hand) {
        return m_takingOver.contains(m_company.accounts.at(hand).id) || m_namesakes.apart(account, hand);
    });
}

QStringList LastHands::placesOf(const PortalAccount& account) const
{
    QStringList places = account.sirets;
    if (places.isEmpty()) {
        for (const Establishment& place : m_company.company.establishments) {
            places.append(place.siret);
        }
    }
    places.removeIf([this](const QString& siret) { return m_closedPlaces.contains(siret); });
    return places;
}

} // namespace proconnect
