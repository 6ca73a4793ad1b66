// SPDX-License-Identifier: MIT
#include "core/certification/Roles.h"

#include "core/certification/NameFolding.h"

#include <algorithm>
#include <array>

namespace proconnect::certification {
namespace {

struct Role
{
    int code;
    RoleStanding standing;
    const char16_t* label;
};

constexpr auto represents = RoleStanding::Represents;
constexpr auto ambiguous = RoleStanding::Ambiguous;
constexpr auto stranger = RoleStanding::DoesNotRepresent;

constexpr auto roles = std::to_array<Role>({
    {11, ambiguous, u"Membre"},
    {13, stranger, u"Contrôleur de gestion"},
    {14, stranger, u"Contrôleur des comptes"},
    {23, ambiguous, u"Autre associé majoritaire"},
    {28, represents, u"Gérant et associé indéfiniment et solidairement responsable"},
    {29, represents, u"Gérant et associé indéfiniment responsable"},
    {30, represents, u"Gérant"},
    {40, ambiguous, u"Liquidateur"},
    {41, ambiguous, u"Associé unique (qui participe à l’activité EURL)"},
    {51, ambiguous, u"Président du conseil d’administration"},
    {52, represents, u"Président du directoire"},
    {53, represents, u"Directeur général"},
    {55, represents, u"Dirigeant à l’étranger d’une personne morale étrangère"},
    {56, represents, u"Dirigeant en France d’une personne morale étrangère"},
    {60, represents, u"Président du conseil d’administration et directeur général"},
    {61, stranger, u"Président du conseil de surveillance"},
    {63, ambiguous, u"Membre du directoire"},
    {64, stranger, u"Membre du conseil de surveillance"},
    {65, ambiguous, u"Administrateur"},
    {66, represents, u"Personne ayant le pouvoir d’engager à titre habituel la société"},
    {67, represents, u"Personne ayant le pouvoir d’engager l’établissement"},
    {69, represents, u"Directeur général unique de SA à directoire"},
    {70, represents, u"Directeur général délégué"},
    {71, stranger, u"Commissaire aux comptes titulaire"},
    {72, stranger, u"Commissaire aux comptes suppléant"},
    {73, represents, u"Président de SAS"},
    {74, ambiguous, u"Associé indéfiniment et solidairement responsable"},
    {75, ambiguous, u"Associé indéfiniment responsable"},
    {94, ambiguous, u"Membre non salarié participant aux travaux"},
    {95, ambiguous, u"Associé qui participe à la gestion"},
    {96, ambiguous, u"Associé non salarié"},
    {97, ambiguous, u"Mandataire ad hoc"},
    {98, ambiguous, u"Administrateur provisoire"},
    {99, ambiguous, u"Autre"},
    {100, ambiguous, u"Repreneur"},
    {101, represents, u"Entrepreneur individuel"},
    {103, ambiguous, u"Suppléant"},
    {104, stranger, u"Personne chargée du contrôle"},
    {105, ambiguous, u"Personne décisionnaire désignée"},
    {106, stranger, u"Comptable"},
    {109, stranger, u"Mandataire fiscal"},
    {110, ambiguous, u"Vice-président"},
    {111, ambiguous, u"Vice-président du directoire"},
    {120, stranger, u"Vice-président du conseil d’orientation et de surveillance"},
    {121, stranger, u"Président du conseil d’orientation et de surveillance"},
    {122, stranger, u"Membre du conseil d’orientation et de surveillance"},
    {131, ambiguous, u"Associé commandité"},
    {132, stranger, u"Associé commanditaire"},
    {135, stranger, u"Administrateur représentant les salariés"},
    {140, represents, u"Président de l’EPIC"},
    {201, represents, u"Dirigeant"},
    {203, ambiguous, u"Membre bénéficiant d’un mandat général d’administration"},
    {204, represents, u"Personne capable d’engager l’entité"},
    {205, represents, u"Président"},
    {206, represents, u"Directeur"},
    {207, stranger, u"Trésorier"},
    {208, stranger, u"Secrétaire"},
    {209, ambiguous, u"Secrétaire général"},
    {214, represents, u"Personne ayant le pouvoir d’engager à titre habituel l’entité"},
    {215, represents, u"Personne ayant le pouvoir de représenter l’entité"},
    {216, stranger, u"Trésorier adjoint"},
    {217, stranger, u"Secrétaire adjoint"},
    {218, stranger, u"Membre de l’organe collégial de contrôle"},
    {219, stranger, u"Président de l’organe collégial de contrôle"},
    {220, stranger, u""},
});

const Role* roleOf(const QString& code)
{
    bool isNumber = false;
    // A zero character would end the number for Qt, whatever stands behind it.
    const int number = code.contains(QChar(u'\0')) ? 0 : code.toInt(&isNumber);
    const auto* row =
        std::find_if(roles.begin(), roles.end(), [number](const Role& role) { return role.code == number; });
    return isNumber && row != roles.end() ? row : nullptr;
}

struct WrittenRole
{
    const char* words; ///< folded
    RoleStanding standing;
    int code = 0; ///< of a head, or who comes in its place; 0 for any other
};

// What is not here is ambiguous: the trade register's column is free text. Each stands for a woman's too, and
// for one of several. A chair of whatever is one of a SAS: most companies that have one are.
constexpr auto writtenRoles = std::to_array<WrittenRole>({
    {"ADMINISTRATEUR ET DIRECTEUR GENERAL", represents, 53},
    {"ADMINISTRATEUR ET DIRECTEUR GENERAL DELEGUE", represents},
    {"ASSOCIE COGERANT", represents, 30},
    {"ASSOCIE GERANT", represents, 30},
    {"ASSOCIE COMMANDITE GERANT", represents, 30},
    {"ASSOCIE UNIQUE GERANT", represents, 30},
    {"COGERANT", represents, 30},
    {"COGERANT ASSOCIE", represents, 30},
    {"COGERANT NON ASSOCIE", represents, 30},
    {"DIRECTEUR GENERAL", represents, 53},
    {"DIRECTEUR GENERAL DELEGUE", represents},
    {"DIRECTEUR GENERAL DELEGUE ET ADMINISTRATEUR", represents},
    {"DIRECTEUR GENERAL DELEGUE NON ADMINISTRATEUR", represents},
    {"DIRECTEUR GENERAL NON ADMINISTRATEUR", represents, 53},
    {"DIRECTEUR GENERAL ET ADMINISTRATEUR", represents, 53},
    {"DIRECTEUR GENERAL ET PRESIDENT DU CONSEIL D ADMINISTRATION", represents, 60},
    {"DIRECTEUR GENERAL UNIQUE", represents, 69},
    {"DIRECTEUR GENERAL UNIQUE DE SA A DIRECTOIRE", represents, 69},
    {"DIRIGEANT", represents},
    {"DIRIGEANT A L ETRANGER D UNE PERSONNE MORALE ETRANGERE", represents},
    {"DIRIGEANT EN FRANCE D UNE PERSONNE MORALE ETRANGERE", represents},
    {"ENTREPRENEUR INDIVIDUEL", represents},
    {"GERANT", represents, 30},
    {"GERANT ASSOCIE", represents, 30},
    {"GERANT ASSOCIE COMMANDITE", represents, 30},
    {"GERANT ASSOCIE INDEFINIMENT ET SOLIDAIREMENT RESPONSABLE", represents, 30},
    {"GERANT ASSOCIE INDEFINIMENT RESPONSABLE", represents, 30},
    {"GERANT ASSOCIE UNIQUE", represents, 30},
    {"GERANT COMMANDITE", represents, 30},
    {"GERANT EGALITAIRE", represents, 30},
    {"GERANT ET ASSOCIE", represents, 30},
    {"GERANT ET ASSOCIE INDEFINIMENT ET SOLIDAIREMENT RESPONSABLE", represents, 30},
    {"GERANT ET ASSOCIE INDEFINIMENT RESPONSABLE", represents, 30},
    {"GERANT NON ASSOCIE", represents, 30},
    {"GERANT DE LA SOCIETE", represents, 30},
    {"GERANT DE SARL", represents, 30},
    {"GERANT MAJORITAIRE", represents, 30},
    {"GERANT MINORITAIRE", represents, 30},
    {"P D G", represents, 60},
    {"PDG", represents, 60},
    {"PERSONNE AYANT LE POUVOIR D ENGAGER A TITRE HABITUEL L ENTITE", represents},
    {"PERSONNE AYANT LE POUVOIR D ENGAGER A TITRE HABITUEL LA SOCIETE", represents},
    {"PERSONNE AYANT LE POUVOIR D ENGAGER L ETABLISSEMENT", represents},
    {"PERSONNE AYANT LE POUVOIR DE DIRIGER GERER OU ENGAGER A TITRE HABITUEL LA SOCIETE", represents},
    {"PERSONNE AYANT LE POUVOIR DE REPRESENTER L ENTITE", represents},
    {"PERSONNE CAPABLE D ENGAGER L ENTITE", represents},
    {"PRESIDENT", represents, 73},
    {"PRESIDENT ASSOCIE", represents, 73},
    {"PRESIDENT ASSOCIE UNIQUE", represents, 73},
    {"PRESIDENT DE LA SOCIETE", represents, 73},
    {"PRESIDENT DE LA SAS", represents, 73},
    {"PRESIDENT DE LA SOCIETE PAR ACTIONS SIMPLIFIEE", represents, 73},
    {"PRESIDENT DE SAS", represents, 73},
    {"PRESIDENT DE SASU", represents, 73},
    {"PRESIDENT DE SOCIETE PAR ACTIONS SIMPLIFIEE", represents, 73},
    {"PRESIDENT DIRECTEUR GENERAL", represents, 60},
    {"PRESIDENT DU CONSEIL D ADMINISTRATION", ambiguous, 51},
    {"PRESIDENT DE L EPIC", represents},
    {"PRESIDENT DU CONSEIL D ADMINISTRATION DIRECTEUR GENERAL", represents, 60},
    {"PRESIDENT DU CONSEIL D ADMINISTRATION ET DIRECTEUR GENERAL", represents, 60},
    {"PRESIDENT DU DIRECTOIRE", represents, 52},
    {"PRESIDENT DU DIRECTOIRE ET DIRECTEUR GENERAL", represents, 52},
    {"PRESIDENT ET DIRECTEUR GENERAL", represents, 60},
    {"PRESIDENT SAS", represents, 73},
    {"ADMINISTRATEUR PROVISOIRE", ambiguous, 98},
    {"LIQUIDATEUR", ambiguous, 40},
    {"LIQUIDATEUR AMIABLE", ambiguous, 40},
    {"LIQUIDATEUR JUDICIAIRE", ambiguous, 40},
    {"COLIQUIDATEUR", ambiguous, 40},
    {"MANDATAIRE LIQUIDATEUR", ambiguous, 40},
    {"ASSOCIE COMMANDITAIRE", stranger},
    {"COMMISSAIRE AUX APPORTS", stranger},
    {"COMMISSAIRE AUX COMPTES", stranger},
    {"COMMISSAIRE AUX COMPTES SUPPLEANT", stranger},
    {"COMMISSAIRE AUX COMPTES TITULAIRE", stranger},
    {"CONTROLEUR DE GESTION", stranger},
    {"CONTROLEUR DES COMPTES", stranger},
    {"MEMBRE DU CONSEIL DE SURVEILLANCE", stranger},
    {"PRESIDENT DU CONSEIL DE SURVEILLANCE", stranger},
    {"SECRETAIRE", stranger},
    {"TRESORIER", stranger},
    {"VICE PRESIDENT DU CONSEIL DE SURVEILLANCE", stranger},
});

struct Titles
{
    const char* womans;
    const char* mans;
};

constexpr auto titles = std::to_array<Titles>({
    {"ADMINISTRATRICE", "ADMINISTRATEUR"},
    {"ASSOCIEE", "ASSOCIE"},
    {"COGERANTE", "COGERANT"},
    {"COMMANDITEE", "COMMANDITE"},
    {"COLIQUIDATRICE", "COLIQUIDATEUR"},
    {"CONTROLEUSE", "CONTROLEUR"},
    {"DELEGUEE", "DELEGUE"},
    {"DIRECTRICE", "DIRECTEUR"},
    {"ENTREPRENEUSE", "ENTREPRENEUR"},
    {"GENERALE", "GENERAL"},
    {"GERANTE", "GERANT"},
    {"INDIVIDUELLE", "INDIVIDUEL"},
    {"LIQUIDATRICE", "LIQUIDATEUR"},
    {"PRESIDENTE", "PRESIDENT"},
    {"SUPPLEANTE", "SUPPLEANT"},
    {"TRESORIERE", "TRESORIER"},
});

struct SameRole
{
    int code;
    int usual;
};

constexpr auto sameRoles = std::to_array<SameRole>({
    {28, 30}, // managers, who may be members
    {29, 30},
    {204, 66}, // who may engage the company
    {214, 66},
    {215, 66},
    {205, 73}, // chairs
});

constexpr std::size_t anyPosition = 0;
constexpr int otherRole = 99;

std::size_t positionOf(const QString& code)
{
    const Role* role = roleOf(code);
    if (role == nullptr || role->code == otherRole) {
        return anyPosition;
    }
    const auto* row = std::find_if(sameRoles.begin(), sameRoles.end(),
                                   [role](const SameRole& same) { return same.code == role->code; });
    return static_cast<std::size_t>(row == sameRoles.end() ? role->code : row->usual);
}

std::array<std::size_t, 2> positionsOf(const OfficerRecord& entry)
{
    const std::size_t first = positionOf(entry.roleCode);
    return {first, entry.otherRoleCode.isEmpty() ? first : positionOf(entry.otherRoleCode)};
}

} // namespace

void PositionSet::add(const OfficerRecord& entry)
{
    for (const std::size_t position : positionsOf(entry)) {
        m_positions.set(position);
    }
}

bool PositionSet::mayHold(const OfficerRecord& entry) const
{
    const auto held = positionsOf(entry);
    return m_positions.test(anyPosition) ||
           std::any_of(held.begin(), held.end(), [this](std::size_t position) {
               return position == anyPosition ? m_positions.any() : m_positions.test(position);
           });
}

RoleStanding rneRoleStanding(const QString& roleCode)
{
    const Role* role = roleOf(roleCode);
    return role != nullptr ? role->standing : RoleStanding::Ambiguous;
}

QString rneRoleLabel(const QString& roleCode)
{
    const Role* role = roleOf(roleCode);
    return role != nullptr ? QString::fromUtf16(role->label) : QString();
}

namespace {

/// The words of a position as the list has them: "Gérant(e)", "président.e", "co-gérante".
QString listedWords(const QString& function)
{
    QStringList folded = foldedWords(function);
    folded.removeAll(QStringLiteral("E"));
    if (folded.size() > 1 && folded.first() == u"CO") {
        folded.removeFirst();
        folded.first().prepend(u"CO");
    }
    for (QString& word : folded) {
        const auto* row = std::find_if(titles.begin(), titles.end(), [&word](const Titles& title) {
            return word == QLatin1String(title.womans);
        });
        word = row == titles.end() ? word : QString(QLatin1String(row->mans));
    }
    return folded.join(u' ');
}

const WrittenRole* writtenRole(const QString& function)
{
    const QString words = listedWords(function);
    const auto* row = std::find_if(writtenRoles.begin(), writtenRoles.end(), [&words](const auto& entry) {
        return words == QLatin1String(entry.words);
    });
    return row == writtenRoles.end() ? nullptr : row;
}

/// Words behind a title, or before it, of who held it once, will, or never did.
bool saysNoLonger(const QString& function)
{
    constexpr std::array words{"ANCIEN",  "ANCIENNE", "DECEDE",    "DECEDEE",   "DEMISSION", "DEMISSIONNAIRE",
                               "EX",      "HONNEUR",  "JUSQU",     "HONORAIRE", "REVOQUE",   "REVOQUEE",
                               "SORTANT", "SORTANTE", "SUPPLEANT", "SUPPLEANTE"};
    const QStringList folded = foldedWords(function);
    return std::any_of(words.begin(), words.end(),
                       [&folded](const char* word) { return folded.contains(QLatin1String(word)); });
}

/// "COMMISSAIRE AUX COMPTES TITULAIRE ET SUPPLEANT": whatever is said of an auditor.
bool isAuditor(const QString& function)
{
    const QString words = listedWords(function);
    return words.startsWith(QLatin1String("COMMISSAIRE AUX COMPTES")) ||
           words.startsWith(QLatin1String("COMMISSAIRES AUX COMPTES"));
}

} // namespace

int writtenRoleCode(const QString& function)
{
    const WrittenRole* role = writtenRole(function);
    return role == nullptr ? 0 : role->code;
}

bool isListedOtherwise(const QString& function)
{
    if (saysNoLonger(function) || isAuditor(function)) {
        return true;
    }
    if (const WrittenRole* role = writtenRole(function)) {
        return role->standing != RoleStanding::Represents;
    }
    const QString words = listedWords(function);
    return std::any_of(roles.begin(), roles.end(), [&words](const Role& role) {
        return role.standing != RoleStanding::Represents && role.label[0] != u'\0' &&
               words == listedWords(QString::fromUtf16(role.label));
    });
}

RoleStanding writtenRoleStanding(const QString& function)
{
    if (const WrittenRole* role = writtenRole(function)) {
        return role->standing;
    }
    return isAuditor(function) ? RoleStanding::DoesNotRepresent : RoleStanding::Ambiguous;
}

} // namespace proconnect::certification
