// SPDX-License-Identifier: MIT
#include "tests/bench/certification/Names.h"

#include <array>
#include <cmath>
#include <map>

namespace proconnect::bench {
namespace {

// Frequent names as anyone knows them, most frequent first.
constexpr const char* frenchFamilies = "MARTIN BERNARD THOMAS PETIT ROBERT RICHARD DURAND DUBOIS MOREAU "
                                       "LAURENT SIMON MICHEL LEFEBVRE LEROY ROUX DAVID "
                                       "BERTRAND MOREL FOURNIER GIRARD BONNET DUPONT LAMBERT FONTAINE "
                                       "ROUSSEAU VINCENT MULLER LEFÈVRE FAURE ANDRÉ MERCIER "
                                       "BLANC GUÉRIN BOYER GARNIER CHEVALIER FRANÇOIS LEGRAND GAUTHIER "
                                       "GARCIA PERRIN ROBIN CLÉMENT MORIN NICOLAS HENRY "
                                       "ROUSSEL MATHIEU GAUTIER MASSON MARCHAND DUVAL DENIS DUMONT MARIE "
                                       "LEMAIRE NOËL MEYER DUFOUR MEUNIER BRUN BLANCHARD "
                                       "GIRAUD JOLY RIVIÈRE LUCAS BRUNET GAILLARD BARBIER ARNAUD MARTINEZ "
                                       "GÉRARD ROCHE RENARD SCHMITT ROY LEROUX COLIN VIDAL "
                                       "CARON PICARD ROGER FABRE AUBERT LEMOINE RENAUD DUMAS LACROIX OLIVIER "
                                       "PHILIPPE BOURGEOIS PIERRE BENOÎT REY LECLERC "
                                       "PAYET ROLLAND LECLERCQ GUILLAUME LECOMTE LOPEZ JEAN DUPUY GUILLOT "
                                       "HUBERT BERGER CARPENTIER SANCHEZ DUPUIS MOULIN "
                                       "LOUIS DESCHAMPS HUET VASSEUR PEREZ BOUCHER FLEURY ROYER KLEIN "
                                       "JACQUET ADAM PARIS POIRIER MARTY AUBRY GUYOT CARRÉ "
                                       "CHARLES RENAULT CHARPENTIER MÉNARD MAILLARD BARON BERTIN BAILLY "
                                       "HERVÉ SCHNEIDER FERNANDEZ LE_GALL COLLET LÉGER "
                                       "BOUVIER JULIEN PRÉVOST MILLET PERROT DANIEL LE_ROUX COUSIN GERMAIN "
                                       "BRETON BESSON LANGLOIS RÉMY LE_GOFF PELLETIER "
                                       "LÉVÊQUE PERRIER LEBLANC BARRÉ LEBRUN MARCHAL WEBER MALLET HAMON "
                                       "BOULANGER JACOB MONNIER MICHAUD RODRIGUEZ GUICHARD "
                                       "GILLET ÉTIENNE GRONDIN POULAIN TESSIER CHEVALLIER COLLIN CHAUVIN "
                                       "DA_SILVA BOUCHET GAY LEMAÎTRE BÉNARD MARÉCHAL "
                                       "HUMBERT REYNAUD ANTOINE HOARAU PERRET BARTHÉLEMY CORDIER PICHON "
                                       "LEJEUNE GILBERT LAMY DELAUNAY PASQUIER CARLIER "
                                       "LAPORTE DE_OLIVEIRA D’AGOSTINO L’HOSTIS SAINT-MARTIN VAN_DER_MEER "
                                       "DE_LA_FONTAINE ROUSSEL-MARCHAND CŒURDEVEY";
constexpr const char* frenchMen = "Jean Pierre Michel Philippe Nicolas Alain Christophe Patrick Christian "
                                  "Daniel Bernard Frédéric Laurent Éric Stéphane "
                                  "David Pascal Jacques Olivier Thierry Gérard Julien Sébastien Marc Bruno "
                                  "Dominique François André Thomas Alexandre "
                                  "Guillaume Antoine Jérôme Vincent Didier Franck Maxime Romain Mathieu "
                                  "Kévin Gilles Serge Aimé Denis Yves Fabrice "
                                  "Anthony Benjamin Arnaud Cédric Jean-Pierre Jean-Louis Jean-Paul Jean-Luc "
                                  "Jean-Marc Clément Hugo Lucas Louis Paul "
                                  "Jules Arthur Adrien Quentin Florian Alexis Rémi Gabriel Raphaël Emmanuel "
                                  "Hervé Xavier Ludovic Yann Loïc Mickaël "
                                  "Jonathan Damien Grégory Marcel René Roger Georges Henri Robert Maurice "
                                  "Charles Lucien Raymond Joseph Fernand Léon "
                                  "Eugène Albert Émile Gaston Marius Edmond Baptiste Valentin Théo Enzo "
                                  "Nathan Ethan Léo Noah Liam Gaël Maël";
constexpr const char* frenchWomen = "Marie Nathalie Isabelle Sylvie Catherine Martine Christine Françoise "
                                    "Valérie Sandrine Stéphanie Véronique Sophie "
                                    "Céline Chantal Patricia Anne Brigitte Julie Monique Aurélie Nicole "
                                    "Laurence Annie Émilie Dominique Virginie Corinne "
                                    "Élodie Christelle Camille Caroline Léa Sarah Florence Laetitia Audrey "
                                    "Hélène Laura Mélanie Jacqueline Delphine Claire "
                                    "Michèle Béatrice Karine Cécile Pauline Sabrina Agnès Élisabeth Danielle "
                                    "Denise Évelyne Marie-Paule Marie-Christine "
                                    "Anne-Marie Marie-France Danièle Colette Jeannine Simone Yvette Paulette "
                                    "Odette Suzanne Germaine Lucienne Yvonne "
                                    "Jeanne Louise Marguerite Madeleine Charlotte Manon Chloé Emma Inès Jade "
                                    "Lola Mathilde Justine Marion Morgane Lucie "
                                    "Anaïs Océane Clara Margaux Alice Juliette Rose Zoé Éva Romane Gaëlle "
                                    "Maëlle Solène Amandine Vanessa Jennifer";
constexpr const char* maghrebFamilies = "BENALI SAIDI BOUZID HADDAD MANSOURI BRAHIMI SAADI BELKACEM ZIANI "
                                        "BOUDIAF HAMDI CHERIF KACI MEZIANE AMRANI TAHIRI IDRISSI "
                                        "ALAOUI BENNANI FASSI BERRADA CHRAIBI EL_AMRANI EL_IDRISSI BEN_AMOR "
                                        "TRABELSI JLASSI GHARBI AYARI BOUAZIZI CHEBBI "
                                        "MEJRI HAMMAMI BEN_SALAH LARBI OULD_ALI ABDELLI BOUMEDIENE KHELIFI "
                                        "SLIMANI BELHADJ RAHMANI TOUATI YAHIAOUI";
constexpr const char* maghrebMen = "Mohamed Ahmed Ali Karim Rachid Abdelkader Mustapha Hassan Youssef Said "
                                   "Omar Khalid Samir Abdallah Brahim Hamid Mourad "
                                   "Farid Nabil Abd_El_Kader Abd_El_Karim Kamel Djamel Tarik Hicham Amine "
                                   "Bilal Mehdi Walid Sofiane Lotfi Habib";
constexpr const char* maghrebWomen =
    "Fatima Khadija Aïcha Zohra Malika Nadia Samira Latifa Rachida Fatiha Naïma Houria Yamina Leïla Karima "
    "Farida Hayat Amina "
    "Salima Djamila Zineb Meriem Nora Sonia Rym Ines Houda Fatma Kheira Saïda";
constexpr const char* africanFamilies =
    "DIALLO TRAORE DIOP NDIAYE COULIBALY KEITA DIARRA BA SOW FALL GUEYE KONE TOURE CISSE CAMARA SYLLA BARRY "
    "BAH KOUASSI "
    "KOUADIO YAO KOFFI NGUEMA MBAYE FAYE SARR DEMBELE SISSOKO KANTE OUEDRAOGO SAWADOGO N’DIAYE N’GUESSAN";
constexpr const char* africanMen = "Mamadou Moussa Ibrahima Amadou Ousmane Abdoulaye Cheikh Boubacar Modou "
                                   "Alassane Seydou Bakary Issa Souleymane Adama Lamine "
                                   "Aliou Samba Demba Kofi N’Golo Yaya Sekou";
constexpr const char* africanWomen = "Fatou Aminata Mariam Awa Aïssatou Fatoumata Kadiatou Adja Oumou "
                                     "Ramatoulaye Astou Ndeye Bintou Rokia Salimata Djeneba "
                                     "Assetou Maimouna Hawa Coumba";
constexpr const char* iberianFamilies = "DA_SILVA FERREIRA PEREIRA DOS_SANTOS RODRIGUES FERNANDES MARTINS "
                                        "GONÇALVES ALVES LOPES GOMES RIBEIRO CARVALHO TEIXEIRA "
                                        "MOREIRA CORREIA GARCÍA FERNÁNDEZ GONZÁLEZ LÓPEZ MARTÍNEZ SÁNCHEZ "
                                        "PÉREZ GÓMEZ MUÑOZ ROSSI RUSSO FERRARI ESPOSITO BIANCHI "
                                        "ROMANO COLOMBO RICCI DE_LUCA D’ANGELO";
constexpr const char* iberianMen = "José António Manuel João Carlos Joaquim Paulo Luís Fernando Francisco "
                                   "Miguel Pedro Jorge Mario Giuseppe Antonio Salvatore "
                                   "Francesco Giovanni Luigi Vincenzo Juan Javier";
constexpr const char* iberianWomen = "Maria Ana Isabel Fernanda Conceição Rosa Lurdes Helena Paula Teresa "
                                     "Carmen Dolores Pilar Josefa Giuseppina Rosaria Lucia "
                                     "Angela Giovanna Francesca Antónia Manuela";
constexpr const char* asianFamilies = "NGUYỄN TRẦN LÊ PHẠM HOÀNG PHAN VŨ ĐẶNG BÙI ĐỖ HỒ NGÔ DƯƠNG LÝ WANG LI "
                                      "ZHANG LIU CHEN YANG HUANG ZHAO WU ZHOU XU SUN LIM "
                                      "SOK KEO CHEA KIM YILMAZ KAYA DEMİR ÇELİK ŞAHİN YILDIZ ÖZTÜRK AYDIN "
                                      "IVANOV PETROV KOWALSKI NOWAK WIŚNIEWSKI ŁUKASIEWICZ "
                                      "POPESCU IONESCU MÜLLER WEIß SØRENSEN";
constexpr const char* asianMen = "Van_Minh Van_Hai Duc Anh_Tuan Quoc Thanh Wei Jun Ming Xiao_Long Mehmet "
                                 "Ahmet Mustafa Ali Hüseyin Sergueï Dmitri Piotr Jan "
                                 "Andrzej Łukasz Ion Mihai Hans Peter Kim";
constexpr const char* asianWomen = "Thi_Hoa Thi_Lan Thi_Mai Ngoc Phuong Xiu_Ying Li_Na Mei Fatma Ayşe Emine "
                                   "Hatice Olga Tatiana Elena Anna Katarzyna "
                                   "Małgorzata Ioana Elena Ingrid Sophal";

QStringList listOf(const char* words)
{
    QStringList list = QString::fromUtf8(words).split(u' ', Qt::SkipEmptyParts);
    for (QString& word : list) {
        word.replace(u'_', u' ');
    }
    return list;
}

constexpr std::array beginnings{"BER", "GAR",  "LEM", "DUP", "CHA", "MAR",  "ROU", "FON", "BEAU",
                                "DES", "GIR",  "PER", "MON", "CAR", "VIL",  "GUI", "SAU", "TRE",
                                "KER", "BOU",  "COR", "DEL", "FAU", "GRAN", "HER", "JOU", "LAM",
                                "MAU", "NAU",  "OUL", "PAS", "QUE", "RAB",  "SER", "TOU", "VER",
                                "ZIM", "BLAN", "CRE", "DRO", "ESC", "FRE",  "GUE", "HAL", "ISN"};
constexpr std::array middles{"",    "A",  "E",  "I",  "O",  "AN", "EN", "IN", "ON",  "AR",
                             "ER",  "OR", "AL", "EL", "IL", "AU", "OU", "OI", "AIN", "BE",
                             "CHE", "DI", "GO", "LA", "MI", "NO", "RI", "TE"};
constexpr std::array ends{"ARD", "EAU", "IER", "ET",   "OT",   "IN",   "ON",  "EL",  "ELLE",
                          "OUX", "AC",  "AUD", "ERT",  "Y",    "IÈRE", "ANT", "ENT", "OIS",
                          "AIS", "EUX", "ART", "OL",   "AS",   "ES",   "UC",  "AN",  "EC",
                          "INE", "OUR", "EY",  "IGNY", "ONNE", "AULT", "OIN", "ETTE"};

} // namespace

Names::Names(const char* families, const char* men, const char* women, double frequentShare)
    : m_families(listOf(families)), m_men(listOf(men)), m_women(listOf(women)), m_frequentShare(frequentShare)
{}

const Names& Names::of(int country)
{
    static const Names french(frenchFamilies, frenchMen, frenchWomen, 0.2);
    static const Names maghreb(maghrebFamilies, maghrebMen, maghrebWomen, 0.25);
    static const Names african(africanFamilies, africanMen, africanWomen, 0.7);
    static const Names iberian(iberianFamilies, iberianMen, iberianWomen, 0.5);
    static const Names asian(asianFamilies, asianMen, asianWomen, 0.6);
    static const std::map<int, const Names*> origins{
        {100, &french},  {350, &maghreb}, {351, &maghreb}, {352, &maghreb}, {335, &african}, {341, &african},
        {326, &african}, {331, &african}, {139, &iberian}, {134, &iberian}, {127, &iberian}};
    const auto found = origins.find(country);
    return found == origins.end() ? asian : *found->second;
}

std::size_t frequentIndex(std::size_t size, std::mt19937_64& random)
{
    const double u = std::generate_canonical<double, 32>(random);
    return static_cast<std::size_t>(std::pow(u, 1.6) * static_cast<double>(size));
}

QString Names::made(std::mt19937_64& random) const
{
    const auto pick = [&random](const auto& list) { return QString::fromUtf8(list[random() % list.size()]); };
    QString name = pick(beginnings) + pick(middles);
    if (random() % 3 == 0) {
        name += pick(middles);
    }
    name += pick(ends);
    switch (random() % 40) {
    case 0:
        return QStringLiteral("LE ") + name;
    case 1:
        return QStringLiteral("DE ") + name;
    case 2:
        return name + u'-' +
               m_families[static_cast<qsizetype>(
                   frequentIndex(static_cast<std::size_t>(m_families.size()), random))];
    default:
        return name;
    }
}

QString Names::family(std::mt19937_64& random) const
{
    if (std::generate_canonical<double, 32>(random) > m_frequentShare) {
        return made(random);
    }
    return m_families[static_cast<qsizetype>(
        frequentIndex(static_cast<std::size_t>(m_families.size()), random))];
}

QString Names::given(bool female, std::mt19937_64& random) const
{
    const QStringList& names = female ? m_women : m_men;
    return names[static_cast<qsizetype>(frequentIndex(static_cast<std::size_t>(names.size()), random))];
}

} // namespace proconnect::bench
