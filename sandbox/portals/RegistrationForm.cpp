// SPDX-License-Identifier: MIT
#include "sandbox/portals/RegistrationForm.h"

#include "sandbox/http/Html.h"
#include "sandbox/world/World.h"

#include <QDate>

#include <algorithm>

namespace proconnect::sandbox {

namespace {

constexpr std::size_t LongestText = 200;
constexpr std::size_t LongestMessage = 2000;

using Fields = RegistrationForm::Fields;

std::string value(const Fields& fields, const char* name)
{
    const auto found = fields.find(name);
    return found == fields.end() ? std::string() : found->second;
}

std::vector<std::string> values(const Fields& fields, const char* name)
{
    std::vector<std::string> all;
    const auto [first, last] = fields.equal_range(name);
    std::transform(first, last, std::back_inserter(all), [](const auto& field) { return field.second; });
    return all;
}

bool holds(const Fields& fields, const char* name, const std::string& wanted)
{
    const std::vector<std::string> all = values(fields, name);
    return std::find(all.begin(), all.end(), wanted) != all.end();
}

bool isDate(const std::string& text)
{
    return QDate::fromString(QString::fromStdString(text), Qt::ISODate).isValid();
}

std::string textField(const Fields& typed, const char* name, const char* label, const char* type,
                      bool required)
{
    const std::string id(name);
    return "<label for=\"" + id + "\">" + label + "</label>\n<input type=\"" + type + "\" id=\"" + id +
           "\" name=\"" + id + "\" value=\"" + escapeHtml(value(typed, name)) + "\" maxlength=\"200\"" +
           (required ? " required" : "") + ">\n";
}

std::string checkBox(const Fields& typed, const char* name, const std::string& choice,
                     const std::string& label)
{
    return "<label class=\"line\"><input type=\"checkbox\" name=\"" + std::string(name) + "\" value=\"" +
           escapeHtml(choice) + "\"" + (holds(typed, name, choice) ? " checked" : "") + "> " +
           escapeHtml(label) + "</label>\n";
}

std::string onlyDigits(const std::string& text)
{
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits),
                 [](char character) { return character >= '0' && character <= '9'; });
    return digits;
}

} // namespace

RegistrationForm::RegistrationForm(const PortalInfo& portal, const World& world)
    : m_portal(portal), m_world(world)
{}

std::string RegistrationForm::read(const Fields& fields, PortalRequest& request) const
{
    request.givenName = value(fields, "givenName");
    request.familyName = value(fields, "familyName");
    request.email = value(fields, "email");
    request.jobTitle = value(fields, "jobTitle");
    request.siren = onlyDigits(value(fields, "siren"));
    request.roleCode = value(fields, "role");
    request.rights = values(fields, "right");
    request.sirets = values(fields, "siret");
    request.until = value(fields, "until");
    request.message = value(fields, "message");
    request.deadlineLabel = value(fields, "deadlineLabel");
    request.deadlineDate = value(fields, "deadlineDate");
    for (const std::string* text : {&request.givenName, &request.familyName, &request.email,
                                    &request.jobTitle, &request.deadlineLabel}) {
        if (text->size() > LongestText) {
            return "Un champ est trop long.";
        }
    }
    if (request.givenName.empty() || request.familyName.empty()) {
        return "Indiquez votre prénom et votre nom.";
    }
    if (request.email.find('@') == std::string::npos) {
        return "Indiquez votre adresse mél.";
    }
    if (request.siren.size() != 9) {
        return "Le SIREN a neuf chiffres.";
    }
    if (request.message.size() > LongestMessage) {
        return "Le message est trop long.";
    }
    const auto sameRole = [&request](const PortalRole& role) { return role.code == request.roleCode; };
    if (std::none_of(m_portal.roles.begin(), m_portal.roles.end(), sameRole)) {
        return "Choisissez un rôle.";
    }
    if ((!request.until.empty() && !isDate(request.until)) ||
        (!request.deadlineDate.empty() && !isDate(request.deadlineDate))) {
        return "Une date s’écrit AAAA-MM-JJ.";
    }
    const auto foreign = [&request](const std::string& siret) {
        return siret.size() != 14 || siret.compare(0, 9, request.siren) != 0;
    };
    std::erase_if(request.sirets, foreign);
    return {};
}

std::string RegistrationForm::html(const Fields& typed) const
{
    return "<form method=\"post\" action=\"inscriptions\">\n<fieldset><legend>Vous</legend>\n" +
           textField(typed, "givenName", "Prénom", "text", true) +
           textField(typed, "familyName", "Nom", "text", true) +
           textField(typed, "email", "Adresse mél", "email", true) +
           textField(typed, "jobTitle", "Fonction", "text", false) + "</fieldset>\n" + companyFields(typed) +
           accessFields(typed) +
           "<div class=\"row\"><button type=\"submit\">S’inscrire</button></div>\n</form>\n";
}

std::string RegistrationForm::companyFields(const Fields& typed) const
{
    std::string choices;
    std::string sites;
    for (const Company& company : m_world.companies()) {
        choices += "<option value=\"" + company.siren + "\">" + escapeHtml(company.name) + "</option>\n";
        if (company.sites.size() > 1) {
            sites += "<details><summary>" + escapeHtml(company.name) + "</summary>\n";
            for (const Site& site : company.sites) {
                sites += checkBox(typed, "siret", site.siret, site.siret + " — " + site.label);
            }
            sites += "</details>\n";
        }
    }
    return "<fieldset><legend>Votre entreprise</legend>\n<label for=\"siren\">SIREN</label>\n"
           "<input type=\"text\" id=\"siren\" name=\"siren\" list=\"companies\" inputmode=\"numeric\" "
           "value=\"" +
           escapeHtml(value(typed, "siren")) +
           "\" maxlength=\"20\" required>\n<datalist id=\"companies\">\n" + choices +
           "</datalist>\n<p class=\"soft\">Établissements (aucun coché : toute l’entreprise)</p>\n" + sites +
           "</fieldset>\n";
}

std::string RegistrationForm::accessFields(const Fields& typed) const
{
    std::string roles;
    for (const PortalRole& role : m_portal.roles) {
        roles += "<option value=\"" + escapeHtml(role.code) + "\"" +
                 (value(typed, "role") == role.code ? " selected" : "") + ">" + escapeHtml(role.label) +
                 "</option>\n";
    }
    std::string rights;
    for (const PortalRightInfo& right : m_portal.rights) {
        rights += checkBox(typed, "right", right.code, right.label);
    }
    return "<fieldset><legend>L’accès demandé</legend>\n<label for=\"role\">Rôle</label>\n"
           "<select id=\"role\" name=\"role\" required>\n" +
           roles + "</select>\n<p class=\"soft\">Droits</p>\n" + rights +
           textField(typed, "until", "Jusqu’au (AAAA-MM-JJ, facultatif)", "text", false) +
           textField(typed, "deadlineLabel", "Échéance concernée (facultatif)", "text", false) +
           textField(typed, "deadlineDate", "Date de l’échéance (AAAA-MM-JJ, facultatif)", "text", false) +
           "<label for=\"message\">Message au dirigeant (facultatif)</label>\n"
           "<textarea id=\"message\" name=\"message\" rows=\"3\" maxlength=\"2000\">" +
           escapeHtml(value(typed, "message")) + "</textarea>\n</fieldset>\n";
}

} // namespace proconnect::sandbox
