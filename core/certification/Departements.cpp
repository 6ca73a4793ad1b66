// SPDX-License-Identifier: MIT
#include "core/certification/Departements.h"

#include <algorithm>
#include <array>

namespace proconnect::certification {
namespace {

using namespace std::string_view_literals;

struct Departement
{
    std::string_view name;
    std::string_view code;
};

// Folded names, those of the past too; sorted.
// clang-format off
constexpr auto departements = std::to_array<Departement>({
    {"AIN"sv, "01"sv}, {"AISNE"sv, "02"sv}, {"ALLIER"sv, "03"sv}, {"ALPES DE HAUTE PROVENCE"sv, "04"sv},
    {"ALPES MARITIMES"sv, "06"sv}, {"ARDECHE"sv, "07"sv}, {"ARDENNES"sv, "08"sv}, {"ARIEGE"sv, "09"sv},
    {"AUBE"sv, "10"sv}, {"AUDE"sv, "11"sv}, {"AVEYRON"sv, "12"sv}, {"BAS RHIN"sv, "67"sv},
    {"BASSES ALPES"sv, "04"sv}, {"BASSES PYRENEES"sv, "64"sv}, {"BELFORT"sv, "90"sv},
    {"BOUCHES DU RHONE"sv, "13"sv}, {"CALVADOS"sv, "14"sv}, {"CANTAL"sv, "15"sv}, {"CHARENTE"sv, "16"sv},
    {"CHARENTE INFERIEURE"sv, "17"sv}, {"CHARENTE MARITIME"sv, "17"sv}, {"CHER"sv, "18"sv},
    {"CORREZE"sv, "19"sv}, {"CORSE"sv, "20"sv}, {"CORSE"sv, "2A"sv}, {"CORSE"sv, "2B"sv},
    {"CORSE DU SUD"sv, "2A"sv}, {"COTE D OR"sv, "21"sv}, {"COTES D ARMOR"sv, "22"sv},
    {"COTES DU NORD"sv, "22"sv}, {"CREUSE"sv, "23"sv}, {"DEUX SEVRES"sv, "79"sv}, {"DORDOGNE"sv, "24"sv},
    {"DOUBS"sv, "25"sv}, {"DROME"sv, "26"sv}, {"ESSONNE"sv, "91"sv}, {"EURE"sv, "27"sv},
    {"EURE ET LOIR"sv, "28"sv}, {"FINISTERE"sv, "29"sv}, {"GARD"sv, "30"sv}, {"GERS"sv, "32"sv},
    {"GIRONDE"sv, "33"sv}, {"GUADELOUPE"sv, "971"sv}, {"GUYANE"sv, "973"sv}, {"GUYANE FRANCAISE"sv, "973"sv}, {"HAUT RHIN"sv, "68"sv},
    {"HAUTE CORSE"sv, "2B"sv}, {"HAUTE GARONNE"sv, "31"sv}, {"HAUTE LOIRE"sv, "43"sv},
    {"HAUTE MARNE"sv, "52"sv}, {"HAUTE SAONE"sv, "70"sv}, {"HAUTE SAVOIE"sv, "74"sv},
    {"HAUTE VIENNE"sv, "87"sv}, {"HAUTES ALPES"sv, "05"sv}, {"HAUTES PYRENEES"sv, "65"sv},
    {"HAUTS DE SEINE"sv, "92"sv}, {"HERAULT"sv, "34"sv}, {"ILE DE CLIPPERTON"sv, "989"sv}, {"ILE DE LA REUNION"sv, "974"sv},
    {"ILLE ET VILAINE"sv, "35"sv}, {"INDRE"sv, "36"sv}, {"INDRE ET LOIRE"sv, "37"sv}, {"ISERE"sv, "38"sv},
    {"JURA"sv, "39"sv}, {"LA REUNION"sv, "974"sv}, {"LANDES"sv, "40"sv}, {"LOIR ET CHER"sv, "41"sv},
    {"LOIRE"sv, "42"sv}, {"LOIRE ATLANTIQUE"sv, "44"sv}, {"LOIRE INFERIEURE"sv, "44"sv},
    {"LOIRET"sv, "45"sv}, {"LOT"sv, "46"sv}, {"LOT ET GARONNE"sv, "47"sv}, {"LOZERE"sv, "48"sv},
    {"MAINE ET LOIRE"sv, "49"sv}, {"MANCHE"sv, "50"sv}, {"MARNE"sv, "51"sv}, {"MARTINIQUE"sv, "972"sv},
    {"MAYENNE"sv, "53"sv}, {"MAYOTTE"sv, "976"sv}, {"MEURTHE ET MOSELLE"sv, "54"sv}, {"MEUSE"sv, "55"sv},
    {"MORBIHAN"sv, "56"sv}, {"MOSELLE"sv, "57"sv}, {"NIEVRE"sv, "58"sv}, {"NORD"sv, "59"sv},
    {"NOUVELLE CALEDONIE"sv, "988"sv}, {"OISE"sv, "60"sv}, {"ORNE"sv, "61"sv}, {"PARIS"sv, "75"sv},
    {"PAS DE CALAIS"sv, "62"sv}, {"POLYNESIE FRANCAISE"sv, "987"sv}, {"PUY DE DOME"sv, "63"sv},
    {"PYRENEES ATLANTIQUES"sv, "64"sv}, {"PYRENEES ORIENTALES"sv, "66"sv}, {"REUNION"sv, "974"sv},
    {"RHONE"sv, "69"sv}, {"SAINT BARTHELEMY"sv, "977"sv}, {"SAINT MARTIN"sv, "978"sv},
    {"SAINT PIERRE ET MIQUELON"sv, "975"sv}, {"SAONE ET LOIRE"sv, "71"sv}, {"SARTHE"sv, "72"sv},
    {"SAVOIE"sv, "73"sv}, {"SEINE"sv, "75"sv}, {"SEINE ET MARNE"sv, "77"sv}, {"SEINE ET OISE"sv, "78"sv},
    {"SEINE INFERIEURE"sv, "76"sv}, {"SEINE MARITIME"sv, "76"sv}, {"SEINE SAINT DENIS"sv, "93"sv},
    {"SEINE ST DENIS"sv, "93"sv},
    {"SOMME"sv, "80"sv}, {"TAHITI"sv, "987"sv}, {"TARN"sv, "81"sv}, {"TARN ET GARONNE"sv, "82"sv},
    {"TERRES AUSTRALES ET ANTARCTIQUES FRANCAISES"sv, "984"sv}, {"TERRITOIRE DE BELFORT"sv, "90"sv},
    {"VAL D OISE"sv, "95"sv}, {"VAL DE MARNE"sv, "94"sv}, {"VAR"sv, "83"sv}, {"VAUCLUSE"sv, "84"sv},
    {"VENDEE"sv, "85"sv}, {"VIENNE"sv, "86"sv}, {"VOSGES"sv, "88"sv}, {"WALLIS ET FUTUNA"sv, "986"sv},
    {"YONNE"sv, "89"sv}, {"YVELINES"sv, "78"sv},
});
// clang-format on

} // namespace

std::vector<std::string> departementsNamed(std::string_view name)
{
    std::vector<std::string> codes;
    for (const Departement& departement : departements) {
        if (departement.name == name) {
            codes.emplace_back(departement.code);
        }
    }
    return codes;
}

} // namespace proconnect::certification
