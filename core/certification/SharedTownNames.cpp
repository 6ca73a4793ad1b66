// SPDX-License-Identifier: MIT
#include "core/certification/SharedTownNames.h"

#include "core/certification/Departements.h"

#include <algorithm>
#include <array>

namespace proconnect::certification {
namespace {

using namespace std::string_view_literals;

constexpr std::array sharingStates{131, 137, 140, 390, 401, 410};

// Where a departement is governed from, and whatever has 50,000 inhabitants; sorted.
// clang-format off
constexpr auto largeTowns = std::to_array<std::string_view>({
    "AGEN"sv, "AIX EN PROVENCE"sv, "AJACCIO"sv, "ALBI"sv, "ALENCON"sv, "AMIENS"sv, "ANGERS"sv,
    "ANGOULEME"sv, "ANNECY"sv, "ANTIBES"sv, "ANTONY"sv, "ARGENTEUIL"sv, "ARLES"sv, "ARRAS"sv,
    "ASNIERES SUR SEINE"sv, "AUBERVILLIERS"sv, "AUCH"sv, "AULNAY SOUS BOIS"sv, "AURILLAC"sv, "AUXERRE"sv,
    "AVIGNON"sv, "BAR LE DUC"sv, "BASSE TERRE"sv, "BASTIA"sv, "BAYONNE"sv, "BEAUVAIS"sv, "BELFORT"sv,
    "BESANCON"sv, "BEZIERS"sv, "BLOIS"sv, "BOBIGNY"sv, "BONDY"sv, "BORDEAUX"sv, "BOULOGNE BILLANCOURT"sv,
    "BOURG EN BRESSE"sv, "BOURGES"sv, "BREST"sv, "CAEN"sv, "CAGNES SUR MER"sv, "CAHORS"sv, "CALAIS"sv,
    "CANNES"sv, "CARCASSONNE"sv, "CAYENNE"sv, "CERGY"sv, "CHALONS EN CHAMPAGNE"sv, "CHAMBERY"sv,
    "CHAMPIGNY SUR MARNE"sv, "CHARLEVILLE MEZIERES"sv, "CHARTRES"sv, "CHATEAUROUX"sv, "CHAUMONT"sv,
    "CHELLES"sv, "CHERBOURG EN COTENTIN"sv, "CHOLET"sv, "CLAMART"sv, "CLERMONT FERRAND"sv, "CLICHY"sv,
    "COLMAR"sv, "COLOMBES"sv, "CORBEIL ESSONNES"sv, "COURBEVOIE"sv, "CRETEIL"sv, "DIGNE LES BAINS"sv,
    "DIJON"sv, "DRANCY"sv, "DUNKERQUE"sv, "EPINAL"sv, "EPINAY SUR SEINE"sv, "EVREUX"sv,
    "EVRY COURCOURONNES"sv, "FOIX"sv, "FONTENAY SOUS BOIS"sv, "FORT DE FRANCE"sv, "FREJUS"sv, "GAP"sv,
    "GENNEVILLIERS"sv, "GRASSE"sv, "GRENOBLE"sv, "GUERET"sv, "HYERES"sv, "ISSY LES MOULINEAUX"sv,
    "IVRY SUR SEINE"sv, "LA ROCHE SUR YON"sv, "LA ROCHELLE"sv, "LA SEYNE SUR MER"sv, "LAON"sv, "LAVAL"sv,
    "LE BLANC MESNIL"sv, "LE HAVRE"sv, "LE MANS"sv, "LE PUY EN VELAY"sv, "LE TAMPON"sv, "LES ABYMES"sv,
    "LEVALLOIS PERRET"sv, "LILLE"sv, "LIMOGES"sv, "LONS LE SAUNIER"sv, "LORIENT"sv, "LYON"sv, "MACON"sv,
    "MAISONS ALFORT"sv, "MAMOUDZOU"sv, "MARSEILLE"sv, "MASSY"sv, "MEAUX"sv, "MELUN"sv, "MENDE"sv,
    "MERIGNAC"sv, "METZ"sv, "MONT DE MARSAN"sv, "MONTAUBAN"sv, "MONTPELLIER"sv, "MONTREUIL"sv, "MOULINS"sv,
    "MULHOUSE"sv, "NANCY"sv, "NANTERRE"sv, "NANTES"sv, "NARBONNE"sv, "NEUILLY SUR SEINE"sv, "NEVERS"sv,
    "NICE"sv, "NIMES"sv, "NIORT"sv, "NOISY LE GRAND"sv, "NOUMEA"sv, "ORLEANS"sv, "PANTIN"sv, "PAPEETE"sv,
    "PARIS"sv, "PAU"sv, "PERIGUEUX"sv, "PERPIGNAN"sv, "PESSAC"sv, "POITIERS"sv, "PONTOISE"sv, "PRIVAS"sv,
    "QUIMPER"sv, "REIMS"sv, "RENNES"sv, "RODEZ"sv, "ROUBAIX"sv, "ROUEN"sv, "RUEIL MALMAISON"sv,
    "SAINT BRIEUC"sv, "SAINT DENIS"sv, "SAINT ETIENNE"sv, "SAINT HERBLAIN"sv, "SAINT LAURENT DU MARONI"sv,
    "SAINT LO"sv, "SAINT MAUR DES FOSSES"sv, "SAINT NAZAIRE"sv, "SAINT OUEN SUR SEINE"sv, "SAINT QUENTIN"sv,
    "SARCELLES"sv, "SARTROUVILLE"sv, "SEVRAN"sv, "STRASBOURG"sv, "TARBES"sv, "TOULON"sv, "TOULOUSE"sv,
    "TOURCOING"sv, "TOURS"sv, "TROYES"sv, "TULLE"sv, "VALENCE"sv, "VANNES"sv, "VAULX EN VELIN"sv,
    "VENISSIEUX"sv, "VERSAILLES"sv, "VESOUL"sv, "VILLEJUIF"sv, "VILLENEUVE D ASCQ"sv, "VILLEURBANNE"sv,
    "VITRY SUR SEINE"sv,
});

constexpr auto wordsOfManyTowns = std::to_array<std::string_view>({
    "ANDRES"sv, "BANOS"sv, "BORGO"sv, "BRAINE"sv, "CAMPO"sv, "CASSANO"sv, "CASTEL"sv, "CASTIGLIONE"sv,
    "CHATEAU"sv, "CLARA"sv, "CONDE"sv, "CORTE"sv, "COSTA"sv, "CROCE"sv, "CROIX"sv, "DELLE"sv, "FORCE"sv,
    "GRAND"sv, "HOSPITALET"sv, "ISLAND"sv, "ISOLA"sv, "L HOSPITALET"sv, "LIMON"sv, "MADRE"sv, "MARQUES"sv,
    "MONTE"sv, "MONTS"sv, "MURES"sv, "NOUVELLE"sv, "PALMAS"sv, "PIANA"sv, "PIANO"sv, "PIERRE"sv, "PIEVE"sv,
    "PLACE"sv, "PLAINE"sv, "PRATO"sv, "RIVIERE"sv, "ROCHE"sv, "ROMAN"sv, "ROUGE"sv,
    "SAN LORENZO"sv, "SEGURA"sv, "VILLANOVA"sv, "VILLE"sv,
});
// clang-format on
static_assert(std::is_sorted(largeTowns.begin(), largeTowns.end()));
static_assert(std::is_sorted(wordsOfManyTowns.begin(), wordsOfManyTowns.end()));

} // namespace

bool isSharedTownName(std::string_view name, CountryNumber state)
{
    return std::find(sharingStates.begin(), sharingStates.end(), state) != sharingStates.end() &&
           !std::binary_search(largeTowns.begin(), largeTowns.end(), name) && departementsNamed(name).empty();
}

bool isWordOfManyTowns(std::string_view word)
{
    return std::binary_search(wordsOfManyTowns.begin(), wordsOfManyTowns.end(), word);
}

} // namespace proconnect::certification
