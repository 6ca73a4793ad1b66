// SPDX-License-Identifier: MIT
#include "core/certification/TownsAbroad.h"

#include <algorithm>
#include <array>

namespace proconnect::certification {
namespace {

using namespace std::string_view_literals;

struct Town
{
    std::string_view name;
    CountryNumber state;
};

constexpr CountryNumber germany = 109;
constexpr CountryNumber austria = 110;
constexpr CountryNumber italy = 127;
constexpr CountryNumber belgium = 131;
constexpr CountryNumber spain = 134;
constexpr CountryNumber netherlands = 135;
constexpr CountryNumber portugal = 139;
constexpr CountryNumber switzerland = 140;
constexpr CountryNumber egypt = 301;
constexpr CountryNumber congo = 324;
constexpr CountryNumber ivoryCoast = 326;
constexpr CountryNumber guinea = 330;
constexpr CountryNumber madagascar = 333;
constexpr CountryNumber nigeria = 338;
constexpr CountryNumber senegal = 341;
constexpr CountryNumber tunisia = 351;
constexpr CountryNumber algeria = 352;
constexpr CountryNumber mauritius = 390;
constexpr CountryNumber canada = 401;
constexpr CountryNumber haiti = 410;
constexpr CountryNumber grenada = 435;
constexpr CountryNumber saintLucia = 439;

// Those of Algeria bore these names until 1962.
constexpr auto towns = std::to_array<Town>({
    {"ANCONE"sv, italy},
    {"AOSTE"sv, italy},
    {"AUMALE"sv, algeria},
    {"BELFORT"sv, algeria},
    {"BENIN CITY"sv, nigeria},
    {"BERNE"sv, switzerland},
    {"BOLOGNE"sv, italy},
    {"BOUAFLE"sv, ivoryCoast},
    {"BRAINE L ALLEUD"sv, belgium},
    {"BRUGES"sv, belgium},
    {"BULLE"sv, switzerland},
    {"CADIX"sv, spain},
    {"CASSAIGNE"sv, algeria},
    {"CASSEL"sv, germany},
    {"CASTIGLIONE"sv, algeria},
    {"CASTRIES"sv, saintLucia},
    {"CAVAILLON"sv, haiti},
    {"CHATEAUDUN"sv, algeria},
    {"COLIGNY"sv, algeria},
    {"COLOGNE"sv, germany},
    {"COMINES"sv, belgium},
    {"CROIX DES BOUQUETS"sv, haiti},
    {"DESCARTES"sv, algeria},
    {"DOMBASLE"sv, algeria},
    {"ENNERY"sv, haiti},
    {"ETALLE"sv, belgium},
    {"FORT DAUPHIN"sv, madagascar},
    {"FRIBOURG"sv, germany},
    {"FRIBOURG"sv, switzerland},
    {"GLAND"sv, switzerland},
    {"GRAND BASSAM"sv, ivoryCoast},
    {"GRAND PORT"sv, mauritius},
    {"GRENADE"sv, spain},
    {"GROS MORNE"sv, haiti},
    {"LA CHAPELLE"sv, haiti},
    {"LA CHAUX DE FONDS"sv, switzerland},
    {"LA HAYE"sv, netherlands},
    {"LA LOUVIERE"sv, belgium},
    {"LA MARSA"sv, tunisia},
    {"LAGOS"sv, nigeria},
    {"LAGOS"sv, portugal},
    {"LAS PALMAS"sv, spain},
    {"LAVAL"sv, canada},
    {"LAVIGERIE"sv, algeria},
    {"LE CAIRE"sv, egypt},
    {"LEON"sv, spain},
    {"LEUZE"sv, belgium},
    {"LEVIS"sv, canada},
    {"MAILLOT"sv, algeria},
    {"MALAKOFF"sv, algeria},
    {"MALI"sv, guinea},
    {"MARSA"sv, tunisia},
    {"MARTIGNY"sv, switzerland},
    {"MENERVILLE"sv, algeria},
    {"MIRABEAU"sv, algeria},
    {"MODENE"sv, italy},
    {"MONS"sv, belgium},
    {"MONTAGNAC"sv, algeria},
    {"MONTESQUIEU"sv, algeria},
    {"MONTPENSIER"sv, algeria},
    {"MONTREAL"sv, canada},
    {"MONTREUX"sv, switzerland},
    {"MUNSTER"sv, germany},
    {"NEMOURS"sv, algeria},
    {"NEUCHATEL"sv, switzerland},
    {"NEUFCHATEAU"sv, belgium},
    {"PAVIE"sv, italy},
    {"PEROUSE"sv, italy},
    {"PETION VILLE"sv, haiti},
    {"PLAISANCE"sv, haiti},
    {"PLAISANCE"sv, italy},
    {"POINTE NOIRE"sv, congo},
    {"PORT LOUIS"sv, mauritius},
    {"PRATO"sv, italy},
    {"RICHELIEU"sv, algeria},
    {"ROCHEFORT"sv, belgium},
    {"ROCOURT"sv, belgium},
    {"ROMONT"sv, switzerland},
    {"ROUFFACH"sv, algeria},
    {"SAINT CLOUD"sv, algeria},
    {"SAINT DENIS"sv, algeria},
    {"SAINT EUGENE"sv, algeria},
    {"SAINT GEORGES"sv, grenada},
    {"SAINT GERMAIN"sv, tunisia},
    {"SAINT GILLES"sv, belgium},
    {"SAINT HUBERT"sv, belgium},
    {"SAINT JEAN"sv, canada},
    {"SAINT JOSSE"sv, belgium},
    {"SAINT LAURENT"sv, canada},
    {"SAINT LEU"sv, algeria},
    {"SAINT LOUIS"sv, senegal},
    {"SAINT LUCIEN"sv, algeria},
    {"SAINT MARC"sv, haiti},
    {"SAINT MAURICE"sv, switzerland},
    {"SAINT NICOLAS"sv, belgium},
    {"SAINT RAPHAEL"sv, haiti},
    {"SAINT SEBASTIEN"sv, spain},
    {"SAINTE BARBE"sv, algeria},
    {"SAINTE CROIX"sv, switzerland},
    {"SAINTE FOY"sv, canada},
    {"SAINTE MARIE"sv, madagascar},
    {"SION"sv, switzerland},
    {"SOUILLAC"sv, mauritius},
    {"STRASBOURG"sv, algeria},
    {"TOCQUEVILLE"sv, algeria},
    {"TREVES"sv, germany},
    {"TROIS RIVIERES"sv, canada},
    {"TURENNE"sv, algeria},
    {"VALENCE"sv, spain},
    {"VALMY"sv, algeria},
    {"VENISE"sv, italy},
    {"VERDUN"sv, canada},
    {"VIC"sv, spain},
    {"VIENNE"sv, austria},
    {"VILA DO CONDE"sv, portugal},
    {"VILLEBOURG"sv, algeria},
    {"WOLUWE SAINT LAMBERT"sv, belgium},
    {"WOLUWE SAINT PIERRE"sv, belgium},
    {"YVERDON LES BAINS"sv, switzerland},
});

} // namespace

bool isTownAbroad(std::string_view name, CountryNumber state)
{
    return std::any_of(towns.begin(), towns.end(),
                       [&](const Town& town) { return town.state == state && town.name == name; });
}

} // namespace proconnect::certification
