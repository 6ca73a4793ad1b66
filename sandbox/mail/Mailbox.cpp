// SPDX-License-Identifier: MIT
#include "sandbox/mail/Mailbox.h"

#include "sandbox/http/Members.h"
#include "sandbox/world/World.h"

#include <algorithm>
#include <cctype>

namespace proconnect::sandbox {

namespace {

constexpr std::size_t MostMessages = 1000;

std::string lower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return text;
}

} // namespace

Mailbox::Mailbox(const World& world)
{
    for (const nlohmann::json& source : world.section("adresses_mel")) {
        const std::string kind = textMember(source.value("dernier_rejet", nlohmann::json()), "type");
        if (!kind.empty()) {
            (kind == "definitif" ? m_permanent : m_temporary).insert(lower(textMember(source, "mel")));
        }
    }
    for (const nlohmann::json& request : world.section("demandes")) {
        for (const nlohmann::json& attempt : arrayMember(request, "historique_acheminement")) {
            if (textMember(attempt, "statut") == "rejet_definitif") {
                m_permanent.insert(lower(textMember(attempt, "mel")));
            }
        }
    }
}

Mailbox::Verdict Mailbox::verdictFor(const std::string& address) const
{
    const std::lock_guard lock(m_mutex);
    if (m_permanent.count(lower(address)) == 1) {
        return Verdict::NoSuchAddress;
    }
    return m_temporary.count(lower(address)) == 1 ? Verdict::FullForNow : Verdict::Taken;
}

void Mailbox::setBounces(std::set<std::string> permanent, std::set<std::string> temporary)
{
    const std::lock_guard lock(m_mutex);
    m_permanent = std::move(permanent);
    m_temporary = std::move(temporary);
}

void Mailbox::add(MailMessage message)
{
    const std::lock_guard lock(m_mutex);
    message.id = ++m_lastId;
    if (m_messages.size() >= MostMessages) {
        m_messages.erase(m_messages.begin());
    }
    m_messages.push_back(std::move(message));
}

void Mailbox::clear()
{
    const std::lock_guard lock(m_mutex);
    m_messages.clear();
}

std::vector<MailMessage> Mailbox::all() const
{
    const std::lock_guard lock(m_mutex);
    return m_messages;
}

nlohmann::json Mailbox::messages() const
{
    nlohmann::json list = nlohmann::json::array();
    for (const MailMessage& message : all()) {
        list.push_back({{"id", message.id},
                        {"receivedAt", message.receivedAt},
                        {"sender", message.sender},
                        {"from", message.from},
                        {"to", message.recipients},
                        {"subject", message.subject},
                        {"text", message.text}});
    }
    return list;
}

nlohmann::json Mailbox::bounces() const
{
    const std::lock_guard lock(m_mutex);
    return {{"permanent", m_permanent}, {"temporary", m_temporary}};
}

nlohmann::json Mailbox::snapshot() const
{
    return {{"messages", messages()}, {"bounces", bounces()}};
}

void Mailbox::restore(const nlohmann::json& saved)
{
    std::vector<MailMessage> kept;
    for (const nlohmann::json& source : saved.at("messages")) {
        kept.push_back({source.at("id").get<int>(), textMember(source, "receivedAt"),
                        textMember(source, "sender"), source.at("to").get<std::vector<std::string>>(),
                        textMember(source, "subject"), textMember(source, "from"),
                        textMember(source, "text")});
    }
    const nlohmann::json& bouncing = saved.at("bounces");
    setBounces(bouncing.at("permanent").get<std::set<std::string>>(),
               bouncing.at("temporary").get<std::set<std::string>>());
    const std::lock_guard lock(m_mutex);
    m_lastId = kept.empty() ? 0 : kept.back().id;
    m_messages = std::move(kept);
}

} // namespace proconnect::sandbox
