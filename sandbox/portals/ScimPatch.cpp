// SPDX-License-Identifier: MIT
#include "sandbox/portals/ScimPatch.h"

#include "sandbox/http/Members.h"

#include <QDateTime>

#include <algorithm>
#include <cctype>

namespace proconnect::sandbox {

namespace {

constexpr const char* PatchSchema = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
constexpr std::size_t MostOperations = 20;
constexpr qint64 RestoreDays = 30;
constexpr std::size_t MostSirets = 1000;
constexpr std::size_t SiretLength = 14;
using Json = nlohmann::json;

/// The account that is changed, and when.
struct Target
{
    const PortalInfo& portal;
    Account& account;
    const std::string& now;
};

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

QDateTime instantOf(const std::string& text)
{
    return QDateTime::fromString(QString::fromStdString(text), Qt::ISODateWithMs);
}

/// Where an account can be suspended, a closed one sleeps for a while before it is gone.
void checkRestoring(const Target& target)
{
    const QDateTime closed = instantOf(target.account.lastModified);
    if (!target.portal.restores || closed.addDays(RestoreDays) < instantOf(target.now)) {
        throw ScimError(403, "", "Ce compte ne peut plus être rouvert : faites une nouvelle demande.");
    }
}

void setActive(const Json& value, const Target& target)
{
    if (!value.is_boolean()) {
        throw ScimError(400, "invalidValue", "active must be a boolean");
    }
    const bool active = value.get<bool>();
    if (target.account.active && !active) {
        checkClosing(target.portal, target.account);
    } else if (!target.account.active && active) {
        checkRestoring(target);
    }
    target.account.active = active;
}

void setCertification(const Json& value, Account& account)
{
    if (value != "none" && value != "certified" && value != "toWithdraw") {
        throw ScimError(400, "invalidValue", "certification must be none, certified or toWithdraw");
    }
    account.certification = value.get<std::string>();
}

/// One of the portal's roles; with an administrator's come all rights that the portal has.
void setRole(const Json& value, const Target& target)
{
    const std::string code = textMember(value, "value");
    const auto& roles = target.portal.roles;
    const auto role =
        std::find_if(roles.begin(), roles.end(), [&code](const PortalRole& one) { return one.code == code; });
    if (role == roles.end()) {
        throw ScimError(400, "invalidValue", "the portal has no such role");
    }
    if (target.portal.closing == "manuelle") {
        throw ScimError(403, "", target.portal.manualProcedure);
    }
    target.account.role = *role;
    if (role->administrator) {
        target.account.rights = target.portal.rights;
    }
}

/// Some of the portal's own.
void setRights(const Json& values, const PortalInfo& portal, Account& account)
{
    std::vector<PortalRightInfo> rights;
    for (const Json& value : values) {
        const std::string code = textMember(value, "value");
        const auto right = std::find_if(portal.rights.begin(), portal.rights.end(),
                                        [&code](const PortalRightInfo& one) { return one.code == code; });
        if (right == portal.rights.end() || rights.size() == portal.rights.size()) {
            throw ScimError(400, "invalidValue", "the portal has no such right, or it comes twice");
        }
        rights.push_back(*right);
    }
    account.rights = std::move(rights);
}

void setSirets(const Json& value, Account& account)
{
    if (!value.is_array() || value.size() > MostSirets) {
        throw ScimError(400, "invalidValue", "siret must be a list");
    }
    std::vector<std::string> sirets;
    for (const Json& siret : value) {
        const bool isSiret = siret.is_string() && siret.get_ref<const std::string&>().size() == SiretLength;
        if (!isSiret) {
            throw ScimError(400, "invalidValue", "not a SIRET");
        }
        sirets.push_back(siret.get<std::string>());
    }
    account.sirets = std::move(sirets);
}

void setText(const Json& value, const char* name, std::string& text)
{
    if (!value.is_string() || value.get_ref<const std::string&>().size() > 255) {
        throw ScimError(400, "invalidValue", std::string(name) + " must be a text of at most 255 characters");
    }
    text = value.get<std::string>();
}

void setAttribute(const std::string& path, const Json& value, const Target& target)
{
    Account& account = target.account;
    const std::string extension = lower(AccountSchema) + ':';
    const std::string name = lower(path);
    if (name == "active") {
        setActive(value, target);
    } else if (name == "externalid") {
        setText(value, "externalId", account.externalId);
    } else if (name == extension + "certification") {
        setCertification(value, account);
    } else if (name == extension + "certifiedsubject") {
        setText(value, "certifiedSubject", account.certifiedSubject);
    } else if (name == extension + "role") {
        setRole(value, target);
    } else if (name == extension + "siret") {
        setSirets(value, account);
    } else if (name == "username" || name == "id" || name == "meta" || name.rfind(extension, 0) == 0) {
        throw ScimError(400, "mutability", path + " is read only");
    } else {
        throw ScimError(400, "invalidPath", path + " is not known here");
    }
}

void removeAttribute(const std::string& path, const Target& target)
{
    const std::string extension = lower(AccountSchema) + ':';
    const std::string name = lower(path);
    if (path.empty()) {
        throw ScimError(400, "noTarget", "remove needs a path");
    }
    if (name == extension + "certification") {
        target.account.certification = "none";
    } else if (name == "externalid" || name == extension + "certifiedsubject") {
        setAttribute(path, "", target);
    } else {
        throw ScimError(400, "mutability", path + " cannot be removed");
    }
}

void setWithoutPath(const Json& values, const Target& target)
{
    if (!values.is_object()) {
        throw ScimError(400, "invalidValue", "without a path the value must be an object");
    }
    for (const auto& [name, value] : values.items()) {
        if (name != AccountSchema) {
            setAttribute(name, value, target);
            continue;
        }
        if (!value.is_object()) {
            throw ScimError(400, "invalidValue", "the extension must be an object");
        }
        for (const auto& [inner, innerValue] : value.items()) {
            setAttribute(std::string(AccountSchema) + ':' + inner, innerValue, target);
        }
    }
}

void applyOperation(const Json& operation, const Target& target)
{
    const std::string verb = lower(textMember(operation, "op"));
    const std::string path = textMember(operation, "path");
    if (verb == "remove") {
        removeAttribute(path, target);
        return;
    }
    if ((verb != "add" && verb != "replace") || !operation.contains("value")) {
        throw ScimError(400, "invalidSyntax", "an operation needs op add, replace or remove, and a value");
    }
    if (path.empty()) {
        setWithoutPath(operation.at("value"), target);
    } else {
        setAttribute(path, operation.at("value"), target);
    }
}

} // namespace

Account readNewUser(const Json& user, const PortalInfo& portal)
{
    const Json extension = user.value(AccountSchema, Json::object());
    const Json emails = arrayMember(user, "emails");
    Account account;
    account.externalId = textMember(user, "externalId");
    account.holderName = textMember(user.value("name", Json::object()), "formatted");
    account.email = emails.empty() ? std::string() : textMember(emails.front(), "value");
    account.siren = textMember(extension, "siren");
    for (const std::string* needed :
         {&account.externalId, &account.holderName, &account.email, &account.siren}) {
        if (needed->empty() || needed->size() > 255) {
            throw ScimError(400, "invalidValue", "externalId, name, address and siren are needed");
        }
    }
    const std::string now;
    setRole(extension.value("role", Json::object()), {portal, account, now});
    if (extension.contains("siret")) {
        setSirets(extension.at("siret"), account);
    }
    if (extension.contains("rights") && !account.role.administrator) {
        setRights(arrayMember(extension, "rights"), portal, account);
    }
    return account;
}

void applyScimPatch(const Json& message, const PortalInfo& portal, Account& account, const std::string& now)
{
    const Json schemas = arrayMember(message, "schemas");
    const Json operations = arrayMember(message, "Operations");
    if (std::find(schemas.begin(), schemas.end(), PatchSchema) == schemas.end() || operations.empty() ||
        operations.size() > MostOperations) {
        throw ScimError(400, "invalidSyntax", "not a PatchOp message");
    }
    for (const Json& operation : operations) {
        applyOperation(operation, {portal, account, now});
    }
}

} // namespace proconnect::sandbox
