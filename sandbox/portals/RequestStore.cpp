// SPDX-License-Identifier: MIT
#include "sandbox/portals/RequestStore.h"

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
    return QDateTime::fromString(QString::fromStdString(instant), Qt::ISODate)
        .toUTC()
        .toString(Qt::ISODate)
        .toStdString();
}

bool isOpen(const std::string& state)
{
    return state == "EN_ATTENTE" || state == "COMPLEMENT_DEMANDE";
}

/// The portal's own identifier of an account of the data; empty: there is none.
std::string userNameOf(const std::string& account, const World& world)
{
    for (const Json& source : world.section("comptes")) {
        if (!account.empty() && textMember(source, "id") == account) {
            return textMember(source, "identifiant_portail");
        }
    }
    return {};
}

PortalRequest requestFrom(const Json& source, const World& world)
{
    const Json& person = source.at("demandeur_declare");
    PortalRequest request;
    request.portalReference = textMember(source, "portail") + "-" + textMember(source, "id");
    request.siren = world.sirenOf(textMember(source, "entreprise"));
    request.nature = textMember(source, "nature");
    request.givenName = textMember(person, "prenom");
    request.familyName = textMember(person, "nom");
    request.email = textMember(person, "mel");
    request.jobTitle = textMember(person, "fonction_declaree");
    request.roleCode = textMember(source, "role_demande");
    request.replaces = userNameOf(textMember(source, "remplace_compte"), world);
    request.rights = arrayMember(source, "droits_demandes").get<std::vector<std::string>>();
    request.sirets = arrayMember(source, "perimetre_demande").get<std::vector<std::string>>();
    const auto company = world.company(request.siren);
    if (company && request.sirets.size() == company->sites.size()) {
        request.sirets.clear();
    }
    request.until = textMember(source.value("duree_demandee", Json()), "fin");
    request.message = textMember(source, "message");
    request.requestedAt = utc(textMember(source, "recue_le"));
    const Json deadline = source.value("echeance_metier", Json());
    request.deadlineLabel = textMember(deadline, "libelle");
    request.deadlineDate = textMember(deadline, "date_limite");
    const Json complement = source.value("complement", Json());
    request.question = textMember(complement, "question");
    request.questionAt = request.question.empty() ? "" : utc(textMember(complement, "demande_le"));
    return request;
}

} // namespace

RequestStore::RequestStore(const PortalInfo& portal, const World& world)
{
    for (const Json& source : world.section("demandes")) {
        if (textMember(source, "portail") == portal.id && isOpen(textMember(source, "etat"))) {
            m_requests.push_back(requestFrom(source, world));
        }
    }
}

void RequestStore::add(PortalRequest request)
{
    const std::lock_guard lock(m_mutex);
    m_requests.push_back(std::move(request));
}

std::vector<PortalRequest> RequestStore::all() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

std::vector<PortalRequest> RequestStore::toDeposit() const
{
    std::vector<PortalRequest> unsent = all();
    std::erase_if(unsent, [](const PortalRequest& request) {
        return request.state != PortalRequest::State::ToDeposit;
    });
    return unsent;
}

void RequestStore::markDeposited(const std::string& portalReference, const std::string& reference)
{
    const std::lock_guard lock(m_mutex);
    for (PortalRequest& request : m_requests) {
        if (request.portalReference == portalReference) {
            request.reference = reference;
            request.problem.clear();
            // The answer may have come before the acknowledgement of the deposit.
            if (request.state == PortalRequest::State::ToDeposit) {
                request.state = PortalRequest::State::Waiting;
            }
        }
    }
}

void RequestStore::markFailed(const std::string& portalReference, const std::string& problem)
{
    const std::lock_guard lock(m_mutex);
    for (PortalRequest& request : m_requests) {
        if (request.portalReference == portalReference) {
            request.problem = problem;
        }
    }
}

std::optional<PortalRequest> RequestStore::find(const std::string& portalReference) const
{
    const std::lock_guard lock(m_mutex);
    for (const PortalRequest& request : m_requests) {
        if (request.portalReference == portalReference) {
            return request;
        }
    }
    return std::nullopt;
}

void RequestStore::markComplemented(const std::string& portalReference, const std::string& complement)
{
    const std::lock_guard lock(m_mutex);
    for (PortalRequest& request : m_requests) {
        if (request.portalReference == portalReference) {
            request.complement = complement;
            request.problem.clear();
        }
    }
}

void RequestStore::ask(const RequestQuestion& question)
{
    const std::lock_guard lock(m_mutex);
    for (PortalRequest& request : m_requests) {
        const bool open = request.state == PortalRequest::State::ToDeposit ||
                          request.state == PortalRequest::State::Waiting;
        if (open && request.portalReference == question.portalReference) {
            request.reference = question.reference;
            request.question = question.question;
            request.questionAt = question.askedAt;
        }
    }
}

std::optional<PortalRequest> RequestStore::decide(const RequestAnswer& answer)
{
    const std::lock_guard lock(m_mutex);
    const auto found =
        std::find_if(m_requests.begin(), m_requests.end(), [&answer](const PortalRequest& request) {
            return answer.portalReference.empty() ? request.reference == answer.reference
                                                  : request.portalReference == answer.portalReference;
        });
    if (found == m_requests.end()) {
        return std::nullopt;
    }
    found->reference = answer.reference;
    found->state = answer.accepted ? PortalRequest::State::Accepted : PortalRequest::State::Refused;
    found->until = answer.until.empty() ? found->until : answer.until;
    found->granted = answer.granted;
    found->reason = answer.reason;
    found->comment = answer.comment;
    found->decidedAt = answer.decidedAt;
    return *found;
}

nlohmann::json RequestStore::snapshot() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

void RequestStore::restore(const nlohmann::json& saved)
{
    const std::lock_guard lock(m_mutex);
    m_requests = saved.get<std::vector<PortalRequest>>();
}

} // namespace proconnect::sandbox
