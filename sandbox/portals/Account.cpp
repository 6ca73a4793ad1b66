// SPDX-License-Identifier: MIT
#include "sandbox/portals/Account.h"

namespace proconnect::sandbox {

namespace {

using Json = nlohmann::json;

void addText(Json& object, const char* name, const std::string& text)
{
    if (!text.empty()) {
        object[name] = text;
    }
}

Json extension(const Account& account)
{
    Json object{{"siren", account.siren},
                {"role",
                 {{"value", account.role.code},
                  {"display", account.role.label},
                  {"administrator", account.role.administrator},
                  {"sole", account.role.sole}}},
                {"certification", account.certification}};
    Json rights = Json::array();
    for (const PortalRightInfo& right : account.rights) {
        rights.push_back({{"value", right.code}, {"display", right.label}, {"payment", right.payment}});
    }
    object["rights"] = rights;
    if (!account.sirets.empty()) {
        object["siret"] = account.sirets;
    }
    if (!account.signalCounts.empty()) {
        Json list = Json::array();
        for (const AccountSignalCount& noticed : account.signalCounts) {
            list.push_back({{"value", noticed.value}, {"count", noticed.count}});
        }
        object["signals"] = list;
    }
    addText(object, "certifiedSubject", account.certifiedSubject);
    addText(object, "lastLogin", account.lastLogin);
    addText(object, "holderLeftOn", account.holderLeftOn);
    if (account.emailUnreachable) {
        object["emailUnreachable"] = true;
    }
    if (!account.mandate.reference.empty()) {
        object["mandate"] = {{"reference", account.mandate.reference}, {"until", account.mandate.lastDay}};
    }
    addText(object, "request", account.request);
    return object;
}

} // namespace

const char* const AccountSchema = "urn:ietf:params:scim:schemas:extension:proconnect:2.0:Account";

std::string Account::etag() const
{
    return "W/\"" + std::to_string(version) + '"';
}

Json toScim(const Account& account, const std::string& location)
{
    Json user{{"schemas", {"urn:ietf:params:scim:schemas:core:2.0:User", AccountSchema}},
              {"id", account.id},
              {"userName", account.userName},
              {"active", account.active},
              {"emails", Json::array({{{"value", account.email}, {"type", "work"}, {"primary", true}}})},
              {AccountSchema, extension(account)},
              {"meta",
               {{"resourceType", "User"},
                {"created", account.created},
                {"lastModified", account.lastModified},
                {"version", account.etag()},
                {"location", location}}}};
    addText(user, "externalId", account.externalId);
    if (!account.holderName.empty()) {
        user["displayName"] = account.holderName;
        user["name"]["formatted"] = account.holderName;
        addText(user["name"], "givenName", account.givenName);
        addText(user["name"], "familyName", account.familyName);
    }
    return user;
}

} // namespace proconnect::sandbox
