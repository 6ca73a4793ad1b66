// SPDX-License-Identifier: MIT
#include "sandbox/portals/ScimDiscovery.h"

#include "sandbox/portals/Account.h"

namespace proconnect::sandbox {

namespace {

using Json = nlohmann::json;

Json attribute(const char* name, const char* type, bool many, const char* mutability)
{
    return {{"name", name},
            {"type", type},
            {"multiValued", many},
            {"required", false},
            {"mutability", mutability},
            {"returned", "default"},
            {"uniqueness", "none"}};
}

Json listOf(const Json& resources)
{
    return {{"schemas", {"urn:ietf:params:scim:api:messages:2.0:ListResponse"}},
            {"totalResults", resources.size()},
            {"startIndex", 1},
            {"itemsPerPage", resources.size()},
            {"Resources", resources}};
}

} // namespace

Json scimProviderConfig(const std::string& base)
{
    const Json no{{"supported", false}};
    return {
        {"schemas", {"urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"}},
        {"patch", {{"supported", true}}},
        {"bulk", {{"supported", false}, {"maxOperations", 0}, {"maxPayloadSize", 0}}},
        {"filter", {{"supported", true}, {"maxResults", 200}}},
        {"changePassword", no},
        {"sort", no},
        {"etag", {{"supported", true}}},
        {"authenticationSchemes",
         Json::array({{{"type", "oauthbearertoken"}, {"name", "Bearer"}, {"description", "RFC 6750"}}})},
        {"meta", {{"resourceType", "ServiceProviderConfig"}, {"location", base + "/ServiceProviderConfig"}}}};
}

Json scimResourceTypes(const std::string& base)
{
    return listOf(Json::array(
        {{{"schemas", {"urn:ietf:params:scim:schemas:core:2.0:ResourceType"}},
          {"id", "User"},
          {"name", "User"},
          {"endpoint", "/Users"},
          {"schema", "urn:ietf:params:scim:schemas:core:2.0:User"},
          {"schemaExtensions", Json::array({{{"schema", AccountSchema}, {"required", true}}})},
          {"meta", {{"resourceType", "ResourceType"}, {"location", base + "/ResourceTypes/User"}}}}}));
}

Json scimSchemas(const std::string& base)
{
    const Json user{{"id", "urn:ietf:params:scim:schemas:core:2.0:User"},
                    {"name", "User"},
                    {"attributes", Json::array({attribute("userName", "string", false, "readOnly"),
                                                attribute("externalId", "string", false, "readWrite"),
                                                attribute("name", "complex", false, "readOnly"),
                                                attribute("displayName", "string", false, "readOnly"),
                                                attribute("emails", "complex", true, "readOnly"),
                                                attribute("active", "boolean", false, "readWrite")})},
                    {"meta", {{"resourceType", "Schema"}, {"location", base + "/Schemas"}}}};
    const Json account{
        {"id", AccountSchema},
        {"name", "Account"},
        {"attributes", Json::array({attribute("siren", "string", false, "readOnly"),
                                    attribute("siret", "string", true, "readOnly"),
                                    attribute("role", "complex", false, "readOnly"),
                                    attribute("rights", "complex", true, "readOnly"),
                                    attribute("certification", "string", false, "readWrite"),
                                    attribute("certifiedSubject", "string", false, "readWrite"),
                                    attribute("lastLogin", "dateTime", false, "readOnly"),
                                    attribute("holderLeftOn", "string", false, "readOnly"),
                                    attribute("emailUnreachable", "boolean", false, "readOnly"),
                                    attribute("mandate", "complex", false, "readOnly"),
                                    attribute("signals", "complex", true, "readOnly"),
                                    attribute("request", "string", false, "readOnly")})},
        {"meta", {{"resourceType", "Schema"}, {"location", base + "/Schemas"}}}};
    return listOf(Json::array({user, account}));
}

} // namespace proconnect::sandbox
