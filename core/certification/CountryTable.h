// SPDX-License-Identifier: MIT
#pragma once

#include <array>

namespace proconnect::certification {

/// Codes of foreign states in the Code officiel géographique (Insee) against ISO 3166-1. Overseas France is
/// France; dependent territories whose COG code is not certain are left out, which makes them unknown, never
/// equal.
inline constexpr const char* countryEdition = "COG 2026, ISO 3166-1";

struct IsoCountry
{
    const char* alpha2;
    const char* alpha3;
    int cog; ///< the three digits after 99
};

inline constexpr auto isoCountries = std::to_array<IsoCountry>({
    {"AD", "AND", 130}, {"AE", "ARE", 247}, {"AF", "AFG", 212}, {"AG", "ATG", 441}, {"AL", "ALB", 125},
    {"AM", "ARM", 252}, {"AO", "AGO", 395}, {"AR", "ARG", 415}, {"AT", "AUT", 110}, {"AU", "AUS", 501},
    {"AZ", "AZE", 253}, {"BA", "BIH", 118}, {"BB", "BRB", 434}, {"BD", "BGD", 246}, {"BE", "BEL", 131},
    {"BF", "BFA", 331}, {"BG", "BGR", 111}, {"BH", "BHR", 249}, {"BI", "BDI", 321}, {"BJ", "BEN", 327},
    {"BL", "BLM", 100}, {"BN", "BRN", 225}, {"BO", "BOL", 418}, {"BQ", "BES", 443}, {"BR", "BRA", 416},
    {"BS", "BHS", 436}, {"BT", "BTN", 214}, {"BW", "BWA", 347}, {"BY", "BLR", 148}, {"BZ", "BLZ", 429},
    {"CA", "CAN", 401}, {"CD", "COD", 312}, {"CF", "CAF", 323}, {"CG", "COG", 324}, {"CH", "CHE", 140},
    {"CI", "CIV", 326}, {"CL", "CHL", 417}, {"CM", "CMR", 322}, {"CN", "CHN", 216}, {"CO", "COL", 419},
    {"CR", "CRI", 406}, {"CU", "CUB", 407}, {"CV", "CPV", 396}, {"CW", "CUW", 444}, {"CY", "CYP", 254},
    {"CZ", "CZE", 116}, {"DE", "DEU", 109}, {"DJ", "DJI", 399}, {"DK", "DNK", 101}, {"DM", "DMA", 438},
    {"DO", "DOM", 408}, {"DZ", "DZA", 352}, {"EC", "ECU", 420}, {"EE", "EST", 106}, {"EG", "EGY", 301},
    {"EH", "ESH", 389}, {"ER", "ERI", 317}, {"ES", "ESP", 134}, {"ET", "ETH", 315}, {"FI", "FIN", 105},
    {"FJ", "FJI", 508}, {"FM", "FSM", 516}, {"FR", "FRA", 100}, {"GA", "GAB", 328}, {"GB", "GBR", 132},
    {"GD", "GRD", 435}, {"GE", "GEO", 255}, {"GF", "GUF", 100}, {"GH", "GHA", 329}, {"GI", "GIB", 133},
    {"GL", "GRL", 430}, {"GM", "GMB", 304}, {"GN", "GIN", 330}, {"GP", "GLP", 100}, {"GQ", "GNQ", 314},
    {"GR", "GRC", 126}, {"GT", "GTM", 409}, {"GW", "GNB", 392}, {"GY", "GUY", 428}, {"HK", "HKG", 230},
    {"HN", "HND", 411}, {"HR", "HRV", 119}, {"HT", "HTI", 410}, {"HU", "HUN", 112}, {"ID", "IDN", 231},
    {"IE", "IRL", 136}, {"IL", "ISR", 207}, {"IN", "IND", 223}, {"IQ", "IRQ", 203}, {"IR", "IRN", 204},
    {"IS", "ISL", 102}, {"IT", "ITA", 127}, {"JM", "JAM", 426}, {"JO", "JOR", 222}, {"JP", "JPN", 217},
    {"KE", "KEN", 332}, {"KG", "KGZ", 257}, {"KH", "KHM", 234}, {"KI", "KIR", 513}, {"KM", "COM", 397},
    {"KN", "KNA", 442}, {"KP", "PRK", 238}, {"KR", "KOR", 239}, {"KW", "KWT", 240}, {"KZ", "KAZ", 256},
    {"LA", "LAO", 241}, {"LB", "LBN", 205}, {"LC", "LCA", 439}, {"LI", "LIE", 113}, {"LK", "LKA", 235},
    {"LR", "LBR", 302}, {"LS", "LSO", 348}, {"LT", "LTU", 108}, {"LU", "LUX", 137}, {"LV", "LVA", 107},
    {"LY", "LBY", 316}, {"MA", "MAR", 350}, {"MC", "MCO", 138}, {"MD", "MDA", 151}, {"ME", "MNE", 120},
    {"MF", "MAF", 100}, {"MG", "MDG", 333}, {"MH", "MHL", 515}, {"MK", "MKD", 156}, {"ML", "MLI", 335},
    {"MM", "MMR", 224}, {"MN", "MNG", 242}, {"MO", "MAC", 232}, {"MQ", "MTQ", 100}, {"MR", "MRT", 336},
    {"MT", "MLT", 144}, {"MU", "MUS", 390}, {"MV", "MDV", 229}, {"MW", "MWI", 334}, {"MX", "MEX", 405},
    {"MY", "MYS", 227}, {"MZ", "MOZ", 393}, {"NA", "NAM", 311}, {"NC", "NCL", 100}, {"NE", "NER", 337},
    {"NG", "NGA", 338}, {"NI", "NIC", 412}, {"NL", "NLD", 135}, {"NO", "NOR", 103}, {"NP", "NPL", 215},
    {"NR", "NRU", 507}, {"NZ", "NZL", 502}, {"OM", "OMN", 250}, {"PA", "PAN", 413}, {"PE", "PER", 422},
    {"PF", "PYF", 100}, {"PG", "PNG", 510}, {"PH", "PHL", 220}, {"PK", "PAK", 213}, {"PL", "POL", 122},
    {"PM", "SPM", 100}, {"PS", "PSE", 261}, {"PT", "PRT", 139}, {"PW", "PLW", 517}, {"PY", "PRY", 421},
    {"QA", "QAT", 248}, {"RE", "REU", 100}, {"RO", "ROU", 114}, {"RS", "SRB", 121}, {"RU", "RUS", 123},
    {"RW", "RWA", 340}, {"SA", "SAU", 201}, {"SB", "SLB", 512}, {"SC", "SYC", 398}, {"SD", "SDN", 343},
    {"SE", "SWE", 104}, {"SG", "SGP", 226}, {"SI", "SVN", 145}, {"SK", "SVK", 117}, {"SL", "SLE", 342},
    {"SM", "SMR", 128}, {"SN", "SEN", 341}, {"SO", "SOM", 318}, {"SR", "SUR", 437}, {"SS", "SSD", 349},
    {"ST", "STP", 394}, {"SV", "SLV", 414}, {"SX", "SXM", 445}, {"SY", "SYR", 206}, {"SZ", "SWZ", 391},
    {"TD", "TCD", 344}, {"TF", "ATF", 100}, {"TG", "TGO", 345}, {"TH", "THA", 219}, {"TJ", "TJK", 259},
    {"TL", "TLS", 262}, {"TM", "TKM", 260}, {"TN", "TUN", 351}, {"TO", "TON", 509}, {"TR", "TUR", 208},
    {"TT", "TTO", 433}, {"TV", "TUV", 511}, {"TW", "TWN", 236}, {"TZ", "TZA", 309}, {"UA", "UKR", 155},
    {"UG", "UGA", 339}, {"US", "USA", 404}, {"UY", "URY", 423}, {"UZ", "UZB", 258}, {"VA", "VAT", 129},
    {"VC", "VCT", 440}, {"VE", "VEN", 424}, {"VN", "VNM", 243}, {"VU", "VUT", 514}, {"WF", "WLF", 100},
    {"WS", "WSM", 506}, {"XK", "XKK", 157}, {"XK", "XKX", 157}, {"YE", "YEM", 251}, {"YT", "MYT", 100},
    {"ZA", "ZAF", 303}, {"ZM", "ZMB", 346}, {"ZW", "ZWE", 310},
});

struct CountryChange
{
    int former;
    int present;
};

/// States absorbed by another: someone born in the first is born in the second.
inline constexpr auto absorbedCountries = std::to_array<CountryChange>({
    {124, 208},
    {141, 109},
    {142, 109},
    {202, 251},
    {308, 309},
    {353, 352},
    {354, 352},
    {355, 352},
    {356, 352},
    {357, 352},
    {358, 352},
    {359, 352},
    {360, 352},
});

/// States that came out of another by a split.
inline constexpr auto splitCountries = std::to_array<CountryChange>({
    {115, 116}, {115, 117}, {121, 118}, {121, 119}, {121, 120}, {121, 145}, {121, 156},
    {121, 157}, {123, 106}, {123, 107}, {123, 108}, {123, 148}, {123, 151}, {123, 155},
    {123, 252}, {123, 253}, {123, 255}, {123, 256}, {123, 257}, {123, 258}, {123, 259},
    {123, 260}, {343, 349}, {315, 317}, {231, 262}, {431, 443}, {431, 444}, {431, 445},
});

} // namespace proconnect::certification
