// SPDX-License-Identifier: MIT
#include "sandbox/portals/AccountStore.h"

#include "sandbox/crypto/Digest.h"
#include "sandbox/http/Members.h"
#include "sandbox/portals/StoredForms.h"
#include "sandbox/world/World.h"

#include <QDateTime>

#include <algorithm>

namespace proconnect::sandbox {

namespace {

using Json = nlohmann::json;

std::string utc(const std::string& instant)
{
    const QDateTime read = QDateTime::fromString(QString::fromStdString(instant), Qt::ISODate);
    return read.isValid() ? read.toUTC().toString(Qt::ISODate).toStdString() : std::string();
}

std::string startOfDay(const std::string& day)
{
    return day + "T00:00:00Z";
}

/// A stable identifier: the same account has the same one each time the sandbox starts.
std::string scimId(const std::string& portal, const std::string& userName)
{
    const std::string digest = sha256Hex(portal + '|' + userName);
    return digest.substr(0, 8) + '-' + digest.substr(8, 4) + '-' + digest.substr(12, 4) + '-' +
           digest.substr(16, 4) + '-' + digest.substr(20, 12);
}

std::string certification(const std::string& word)
{
    if (word == "CERTIFIE") {
        return "certified";
    }
    return word == "A_RETIRER" ? "toWithdraw" : "none";
}

std::vector<AccountSignalCount> signalCounts(const Json& account)
{
    std::vector<AccountSignalCount> counts;
    for (const Json& noticed : arrayMember(account, "signaux")) {
        const std::string code = textMember(noticed, "code");
        const int count = noticed.at("valeur").is_number_integer() ? noticed.at("valeur").get<int>() : 1;
        if (code == "ADRESSE_GENERIQUE") {
            counts.push_back({"genericAddress", 1});
        } else if (code == "ORIGINES_MULTIPLES") {
            counts.push_back({"severalOrigins", count});
        } else if (code == "SESSIONS_SIMULTANEES") {
            counts.push_back({"simultaneousSessions", count});
        }
    }
    return counts;
}

/// Assumption of the demonstration: companies declare to the portals who has left, and who leaves.
std::string declaredDeparture(const Json& account, const World& world)
{
    for (const Json& person : world.section("personnes")) {
        if (textMember(person, "id") == textMember(account, "titulaire")) {
            return textMember(person, "date_sortie");
        }
    }
    return {};
}

AccountMandate mandateOf(const Json& account, const World& world)
{
    for (const Json& mandate : world.section("mandats_tiers")) {
        if (textMember(mandate, "id") == textMember(account, "mandat_tiers")) {
            return {textMember(mandate, "id"), textMember(mandate, "fin")};
        }
    }
    return {};
}

/// Empty establishments mean the whole company: so does the list of all of them.
std::vector<std::string> scope(const Json& account, const World& world, const std::string& siren)
{
    const auto sirets = arrayMember(account, "perimetre").get<std::vector<std::string>>();
    const auto company = world.company(siren);
    return company && sirets.size() == company->sites.size() ? std::vector<std::string>() : sirets;
}

Account accountFrom(const Json& source, const PortalInfo& portal, const World& world)
{
    Account account;
    account.userName = textMember(source, "identifiant_portail");
    account.id = scimId(portal.id, account.userName);
    account.active = textMember(source, "etat") != "REVOQUE";
    account.email = textMember(source, "mel_connexion");
    account.holderName =
        textMember(source, "titulaire").empty() ? "" : textMember(source, "titulaire_affiche");
    account.siren = world.sirenOf(textMember(source, "entreprise"));
    account.sirets = scope(source, world, account.siren);
    account.role = portal.role(textMember(source, "role"));
    for (const Json& right : arrayMember(source, "droits")) {
        account.rights.push_back(portal.right(right.get<std::string>()));
    }
    account.certification = certification(textMember(source, "certification"));
    account.lastLogin = utc(textMember(source, "derniere_connexion"));
    account.holderLeftOn = declaredDeparture(source, world);
    account.emailUnreachable = textMember(source, "mel_statut") == "rejet_definitif";
    account.mandate = mandateOf(source, world);
    account.signalCounts = signalCounts(source);
    account.created = startOfDay(textMember(source, "date_creation"));
    const std::string closed = utc(textMember(source, "revoque_le"));
    account.lastModified = closed.empty() ? account.created : closed;
    return account;
}

/// None means the whole company.
bool overlap(const std::vector<std::string>& one, const std::vector<std::string>& other)
{
    return one.empty() || other.empty() || std::any_of(one.begin(), one.end(), [&](const std::string& siret) {
               return std::find(other.begin(), other.end(), siret) != other.end();
           });
}

} // namespace

AccountStore::AccountStore(const PortalInfo& portal, const World& world, const SandboxClock& clock)
    : m_portal(portal), m_clock(clock)
{
    for (const Json& source : world.section("comptes")) {
        if (textMember(source, "portail") == portal.id) {
            m_accounts.push_back(accountFrom(source, portal, world));
        }
    }
}

std::vector<Account> AccountStore::all() const
{
    const std::lock_guard lock(m_mutex);
    return m_accounts;
}

std::optional<Account> AccountStore::find(const std::string& id) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = std::find_if(m_accounts.begin(), m_accounts.end(),
                                    [&id](const Account& account) { return account.id == id; });
    return found == m_accounts.end() ? std::nullopt : std::optional(*found);
}

std::optional<Account> AccountStore::findByUserName(const std::string& userName) const
{
    return find(scimId(m_portal.id, userName));
}

AccountStore::UpdateResult AccountStore::update(const std::string& id, const std::string& ifMatch,
                                                const std::function<void(Account&)>& change)
{
    const std::lock_guard lock(m_mutex);
    const auto found = std::find_if(m_accounts.begin(), m_accounts.end(),
                                    [&id](const Account& account) { return account.id == id; });
    if (found == m_accounts.end()) {
        return UpdateResult::NotFound;
    }
    if (!ifMatch.empty() && ifMatch != "*" && ifMatch != found->etag()) {
        return UpdateResult::VersionChanged;
    }
    Account changed = *found;
    change(changed);
    ++changed.version;
    changed.lastModified = m_clock.instant();
    const bool newRole = found->role.code != changed.role.code;
    *found = changed;
    if (newRole && changed.role.sole) {
        takeSoleRoleFromOthers(changed);
    }
    return UpdateResult::Done;
}

void AccountStore::takeSoleRoleFromOthers(const Account& holder)
{
    const auto lesser = std::find_if(m_portal.roles.begin(), m_portal.roles.end(),
                                     [](const PortalRole& role) { return !role.administrator; });
    for (Account& other : m_accounts) {
        const bool had = other.id != holder.id && other.siren == holder.siren &&
                         other.role.code == holder.role.code && overlap(other.sirets, holder.sirets);
        if (had && lesser != m_portal.roles.end()) {
            other.role = *lesser;
            ++other.version;
            other.lastModified = m_clock.instant();
        }
    }
}

void AccountStore::open(Account account)
{
    const std::lock_guard lock(m_mutex);
    const auto sameRequest = [&account](const Account& known) { return known.request == account.request; };
    if (std::any_of(m_accounts.begin(), m_accounts.end(), sameRequest)) {
        return;
    }
    const std::string seed = account.request;
    add(std::move(account), seed);
}

std::optional<std::string> AccountStore::openForProConnect(Account account)
{
    const std::lock_guard lock(m_mutex);
    const auto same = [&account](const Account& known) {
        return known.siren == account.siren &&
               (known.externalId == account.externalId || (known.active && known.email == account.email));
    };
    if (std::any_of(m_accounts.begin(), m_accounts.end(), same)) {
        return std::nullopt;
    }
    const std::string seed = account.externalId;
    add(std::move(account), seed);
    return m_accounts.back().id;
}

void AccountStore::add(Account account, const std::string& seed)
{
    const std::string digest = sha256Hex(m_portal.id + '|' + seed);
    std::string prefix = m_portal.id.substr(0, 3);
    std::transform(prefix.begin(), prefix.end(), prefix.begin(),
                   [](char letter) { return static_cast<char>(letter - 'a' + 'A'); });
    account.userName = prefix + '-' + digest.substr(0, 8);
    account.id = scimId(m_portal.id, account.userName);
    account.created = m_clock.instant();
    account.lastModified = account.created;
    m_accounts.push_back(std::move(account));
    if (m_accounts.back().role.sole) {
        takeSoleRoleFromOthers(Account(m_accounts.back()));
    }
}

nlohmann::json AccountStore::snapshot() const
{
    const std::lock_guard lock(m_mutex);
    return m_accounts;
}

void AccountStore::restore(const nlohmann::json& saved)
{
    const std::lock_guard lock(m_mutex);
    m_accounts = saved.get<std::vector<Account>>();
}

} // namespace proconnect::sandbox
