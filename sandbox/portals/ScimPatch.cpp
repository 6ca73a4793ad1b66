// SPDX-License-Identifier: MIT
#include "sandbox/portals/ScimPatch.h"

#include "sandbox/http/Members.h"

#include <algorithm>
#include <cctype>

namespace proconnect::sandbox {

namespace {

constexpr const char* PatchSchema = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
constexpr std::size_t MostOperations = 20;
using Json = nlohmann::json;

std::string lower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return text;
}

/// Some portals only close accounts by hand; the data of the demonstration says which.
void checkClosing(const PortalInfo& portal, const Account& account)
{
    const bool byHand =
        portal.closing == "manuelle" ||
        (portal.closing == "api_sauf_administrateur_titulaire" && account.role.code == "ADMIN_TITULAIRE");
    if (byHand) {
        throw ScimError(403, "", portal.manualProcedure);
    }
}

void setActive(const Json& value, const PortalInfo& portal, Account& account)
{
    if (!value.is_boolean()) {
        throw ScimError(400, "invalidValue", "active must be a boolean");
    }
    if (account.active && !value.get<bool>()) {
        checkClosing(portal, account);
    }
    account.active = value.get<bool>();
}

void setCertification(const Json& value, Account& account)
{
    if (value != "none" && value != "certified" && value != "toWithdraw") {
        throw ScimError(400, "invalidValue", "certification must be none, certified or toWithdraw");
    }
    account.certification = value.get<std::string>();
}

void setText(const Json& value, const char* name, std::string& text)
{
    if (!value.is_string() || value.get_ref<const std::string&>().size() > 255) {
        throw ScimError(400, "invalidValue", std::string(name) + " must be a text of at most 255 characters");
    }
    text = value.get<std::string>();
}

void setAttribute(const std::string& path, const Json& value, const PortalInfo& portal, Account& account)
{
    const std::string extension = lower(AccountSchema) + ':';
    const std::string name = lower(path);
    if (name == "active") {
        setActive(value, portal, account);
    } else if (name == "externalid") {
        setText(value, "externalId", account.externalId);
    } else if (name == extension + "certification") {
        setCertification(value, account);
    } else if (name == extension + "certifiedsubject") {
        setText(value, "certifiedSubject", account.certifiedSubject);
    } else if (name == "username" || name == "id" || name == "meta" || name.rfind(extension, 0) == 0) {
        throw ScimError(400, "mutability", path + " is read only");
    } else {
        throw ScimError(400, "invalidPath", path + " is not known here");
    }
}

void removeAttribute(const std::string& path, const PortalInfo& portal, Account& account)
{
    const std::string extension = lower(AccountSchema) + ':';
    const std::string name = lower(path);
    if (path.empty()) {
        throw ScimError(400, "noTarget", "remove needs a path");
    }
    if (name == extension + "certification") {
        account.certification = "none";
    } else if (name == "externalid" || name == extension + "certifiedsubject") {
        setAttribute(path, "", portal, account);
    } else {
        throw ScimError(400, "mutability", path + " cannot be removed");
    }
}

void setWithoutPath(const Json& values, const PortalInfo& portal, Account& account)
{
    if (!values.is_object()) {
        throw ScimError(400, "invalidValue", "without a path the value must be an object");
    }
    for (const auto& [name, value] : values.items()) {
        if (name != AccountSchema) {
            setAttribute(name, value, portal, account);
            continue;
        }
        if (!value.is_object()) {
            throw ScimError(400, "invalidValue", "the extension must be an object");
        }
        for (const auto& [inner, innerValue] : value.items()) {
            setAttribute(std::string(AccountSchema) + ':' + inner, innerValue, portal, account);
        }
    }
}

void applyOperation(const Json& operation, const PortalInfo& portal, Account& account)
{
    const std::string verb = lower(textMember(operation, "op"));
    const std::string path = textMember(operation, "path");
    if (verb == "remove") {
        removeAttribute(path, portal, account);
        return;
    }
    if ((verb != "add" && verb != "replace") || !operation.contains("value")) {
        throw ScimError(400, "invalidSyntax", "an operation needs op add, replace or remove, and a value");
    }
    if (path.empty()) {
        setWithoutPath(operation.at("value"), portal, account);
    } else {
        setAttribute(path, operation.at("value"), portal, account);
    }
}

} // namespace

void applyScimPatch(const Json& message, const PortalInfo& portal, Account& account)
{
    const Json schemas = arrayMember(message, "schemas");
    const Json operations = arrayMember(message, "Operations");
    if (std::find(schemas.begin(), schemas.end(), PatchSchema) == schemas.end() || operations.empty() ||
        operations.size() > MostOperations) {
        throw ScimError(400, "invalidSyntax", "not a PatchOp message");
    }
    for (const Json& operation : operations) {
        applyOperation(operation, portal, account);
    }
}

} // namespace proconnect::sandbox
