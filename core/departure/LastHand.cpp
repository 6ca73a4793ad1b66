// SPDX-License-Identifier: MIT
#include "core/departure/LastHand.h"

#include <algorithm>

namespace proconnect {
namespace {

/// Somebody of these is not `person`.
bool anybodyBut(int person, const QSet<int>& people)
{
    return people.size() > (people.contains(person) ? 1 : 0);
}

/// Works, and nobody asked for it to be closed.
bool works(const PortalAccount& account)
{
    return account.state == AccountState::Active || account.state == AccountState::Unknown;
}

} // namespace

LastHands::LastHands(const CompanySnapshot& company, const QSet<QString>& closing, QDate today)
    : m_company(company), m_closing(closing), m_holders(company, today),
      m_administrators(company.accounts, m_holders)
{
    for (const Establishment& place : company.company.establishments) {
        if (!place.open) {
            m_closedPlaces.insert(place.siret);
        }
    }
    for (qsizetype i = 0; i < company.accounts.size(); ++i) {
        const PortalAccount& account = company.accounts.at(i);
        m_positions.insert(account.id, i);
        if (!m_administrators.inPost(i) || !stays(i)) {
            continue;
        }
        const int person = personOf(i);
        m_onPortal[account.portal].insert(person);
        if (account.sirets.isEmpty()) {
            m_onWholeCompany[account.portal].insert(person);
        }
        for (const QString& siret : account.sirets) {
            m_onPlace[{account.portal, siret}].insert(person);
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
           personOf(*from) != personOf(*to) && m_holders.named(*to) && !m_holders.left(*to);
}

std::optional<LastHand> LastHands::at(qsizetype position) const
{
    const PortalAccount& account = m_company.accounts.at(position);
    const int person = personOf(position);
    if (!account.administratorRole || !account.openAccount() ||
        anybodyBut(person, m_onWholeCompany.value(account.portal))) {
        return std::nullopt;
    }
    LastHand hand{account.id, account.portal, {}, !anybodyBut(person, m_onPortal.value(account.portal))};
    const QStringList places = placesOf(account);
    for (const QString& siret : places) {
        if (!anybodyBut(person, m_onPlace.value({account.portal, siret}))) {
            hand.sirets.append(siret);
        }
    }
    const bool unknownPlaces = places.isEmpty() && account.sirets.isEmpty();
    const bool something = unknownPlaces ? hand.wholePortal : !hand.sirets.isEmpty();
    return something ? std::optional(hand) : std::nullopt;
}

bool LastHands::stays(qsizetype account) const
{
    const PortalAccount& one = m_company.accounts.at(account);
    return works(one) && !m_closing.contains(one.id);
}

int LastHands::personOf(qsizetype account) const
{
    const int holder = m_holders.of(account);
    return holder == Holders::nobody ? Holders::nobody - 1 - static_cast<int>(account) : holder;
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
