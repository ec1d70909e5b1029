// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/demo/companies.h"

namespace desk::demo {

namespace {

constexpr Trade tradeList[] = {
    {"Boulangerie", 8},
    {"Pâtisserie", 6},
    {"Boucherie", 5},
    {"Charcuterie", 5},
    {"Poissonnerie", 4},
    {"Fromagerie", 4},
    {"Chocolaterie", 7},
    {"Épicerie", 3},
    {"Primeurs", 4},
    {"Brasserie", 12},
    {"Restaurant", 9},
    {"Crêperie", 5},
    {"Pizzeria", 6},
    {"Café", 3},
    {"Hôtel", 15},
    {"Auberge", 8},
    {"Camping", 9},
    {"Traiteur", 10},
    {"Boutique", 3},
    {"Librairie", 4},
    {"Papeterie", 5},
    {"Imprimerie", 22},
    {"Fleuriste", 3},
    {"Pépinières", 11},
    {"Jardinerie", 18},
    {"Coiffure", 4},
    {"Institut", 3},
    {"Pharmacie", 7},
    {"Optique", 4},
    {"Cabinet dentaire", 5},
    {"Clinique", 120},
    {"Ambulances", 16},
    {"Taxis", 6},
    {"Autocars", 35},
    {"Transports", 42},
    {"Déménagements", 14},
    {"Garage", 7},
    {"Carrosserie", 9},
    {"Auto-école", 5},
    {"Menuiserie", 11},
    {"Charpente", 13},
    {"Couverture", 8},
    {"Maçonnerie", 12},
    {"Plomberie", 6},
    {"Électricité", 9},
    {"Peinture", 8},
    {"Carrelage", 5},
    {"Serrurerie", 7},
    {"Métallerie", 19},
    {"Chaudronnerie", 31},
    {"Fonderie", 64},
    {"Mécanique", 28},
    {"Usinage", 37},
    {"Plasturgie", 55},
    {"Scierie", 21},
    {"Ébénisterie", 6},
    {"Verrerie", 44},
    {"Faïencerie", 26},
    {"Tissages", 48},
    {"Confection", 33},
    {"Maroquinerie", 39},
    {"Blanchisserie", 24},
    {"Pressing", 4},
    {"Nettoyage", 52},
    {"Sécurité", 60},
    {"Spectacles", 12},
    {"Cinéma", 11},
    {"Salle de sport", 7},
    {"Voyages", 8},
    {"Domaine viticole", 13},
    {"Conserverie", 70},
    {"Laiterie", 58},
    {"Cidrerie", 14},
    {"Distillerie", 17},
    {"Rhumerie", 34},
    {"Cabinet d’architecture", 9},
    {"Bureau d’études", 23},
    {"Géomètres", 12},
    {"Communication", 10},
    {"Informatique", 18},
};

constexpr std::string_view forms[] = {"SARL", "SARL", "SARL", "EURL", "SAS", "SAS", "SASU", "SA", "SNC", "SCOP"};

constexpr std::string_view places[] = {
    "du Marché",       "de la Gare",   "des Halles",   "du Vieux-Port",  "de l’Église",        "du Centre",
    "de la Mairie",    "du Pont-Neuf", "du Château",   "de la Fontaine", "des Remparts",       "du Moulin",
    "de la Place",     "des Tilleuls", "du Lavoir",    "du Beffroi",     "de la Cathédrale",   "du Canal",
    "des Quais",       "de la Plage",  "des Alpes",    "du Midi",        "de l’Ouest",         "du Littoral",
    "des Lilas",       "de la Vallée", "du Plateau",   "des Coteaux",    "de la Forêt",        "du Lac",
    "des Cèdres",      "de l’Étoile",  "de l’Horloge", "du Théâtre",     "des Arcades",        "des Arènes",
    "du Stade",        "de la Poste",  "des Écoles",   "du Rempart",     "Saint-Michel",       "Saint-Jean",
    "Saint-Éloi",      "Saint-Honoré", "Sainte-Anne",  "Saint-Sernin",   "Saint-Pierre",       "Notre-Dame",
    "Bellevue",        "Beau Rivage",  "Belle Époque", "Grand Large",    "Rive Gauche",        "Rive Droite",
    "d’Occitanie",     "de Bretagne",  "de Normandie", "de Lorraine",    "de Provence",        "du Jura",
    "d’Auvergne",      "des Antilles", "des Îles",     "des Tropiques",  "de l’Atlantique",    "Méditerranée",
    "du Val de Loire", "du Rhône",     "de la Baie",   "du Cap",         "des Trois Rivières",
};

constexpr std::string_view groupFirst[] = {
    "Altéa",     "Armoric",   "Belvia",     "Boréal",   "Calanque",  "Célestia",     "Corvalis", "Dorémi",
    "Émeraude",  "Équinoxe",  "Ferrandis",  "Fluvial",  "Garonnia",  "Grand Siècle", "Hexalia",  "Horizon",
    "Iroise",    "Jurassia",  "Kalliste",   "Lémania",  "Ligéria",   "Lutécie",      "Mascarin", "Médianne",
    "Mistralia", "Novalpe",   "Océane",     "Opaline",  "Pyrénia",   "Quercia",      "Rhodania", "Savoisis",
    "Septima",   "Solsticia", "Tramontane", "Ultramar", "Valmontis", "Vermeille",    "Vosgia",   "Zéphyr",
};
constexpr std::string_view groupSecond[] = {
    "Distribution", "Hôtels",          "Résidences", "Restauration", "Logistique", "Propreté",
    "Industrie",    "Bâtiment",        "Textile",    "Services",     "Santé",      "Loisirs",
    "Mobilités",    "Agroalimentaire", "Sécurité",   "Intérim",      "Énergies",   "Optique",
};

constexpr std::string_view streetKinds[]
    = {"rue",     "rue",    "rue",   "rue",  "avenue", "avenue", "boulevard", "place",
       "impasse", "chemin", "route", "quai", "allée",  "cours",  "square"};

constexpr std::string_view streets[] = {
    "d’Alsace-Lorraine",
    "de la République",
    "Victor Hugo",
    "du Général de Gaulle",
    "Jean Jaurès",
    "de la Gare",
    "Pasteur",
    "de Verdun",
    "du Maréchal Foch",
    "Gambetta",
    "de l’Église",
    "des Écoles",
    "de la Liberté",
    "Jules Ferry",
    "Émile Zola",
    "Voltaire",
    "du 8 Mai 1945",
    "du 11 Novembre",
    "Anatole France",
    "Léon Blum",
    "Pierre Curie",
    "Marie Curie",
    "Louis Blanc",
    "Carnot",
    "Lamartine",
    "Molière",
    "Racine",
    "La Fontaine",
    "de la Paix",
    "des Tilleuls",
    "des Acacias",
    "des Peupliers",
    "du Moulin",
    "du Stade",
    "de la Fontaine",
    "du Château",
    "de Paris",
    "de Lyon",
    "de Bordeaux",
    "de Strasbourg",
    "des Capucins",
    "des Cordeliers",
    "Saint-Jacques",
    "Saint-Nicolas",
    "Sainte-Catherine",
    "de la Poste",
    "du Port",
    "des Pêcheurs",
    "de la Résistance",
    "des Fusillés",
    "Aristide Briand",
    "Denis Papin",
    "Ampère",
    "Gutenberg",
    "Blaise Pascal",
    "Descartes",
    "George Sand",
    "Simone Veil",
    "Olympe de Gouges",
    "Schœlcher",
    "Aimé Césaire",
    "des Flamboyants",
    "des Cannes",
    "de la Zone artisanale",
    "des Métiers",
    "de l’Industrie",
};

constexpr std::string_view complements[] = {"Bâtiment A",
                                            "Bâtiment B",
                                            "Bâtiment C2",
                                            "2e étage",
                                            "3e étage porte gauche",
                                            "ZA des Grands Prés",
                                            "ZI Nord",
                                            "Centre commercial",
                                            "Résidence les Lilas",
                                            "Immeuble le Phare",
                                            "Cour intérieure",
                                            "Lotissement artisanal",
                                            "BP 12"};

constexpr std::string_view mailDomains[]
    = {"courriel-libre.example", "messagerie-orme.example", "boite-postale.example", "facteur.example"};

constexpr std::string_view extranets[] = {"SYLAé", "SYLAé", "APEA", "EA"};

constexpr std::string_view questions[]
    = {"Nom de votre premier animal\u00A0?", "Ville de naissance de votre mère\u00A0?",
       "Titre de votre livre préféré\u00A0?", "Nom de votre école primaire\u00A0?",
       "Prénom de votre meilleur ami d’enfance\u00A0?"};

} // namespace

std::span<const Trade> trades()
{
    return tradeList;
}

std::span<const std::string_view> legalForms()
{
    return forms;
}

std::span<const std::string_view> placeNames()
{
    return places;
}

std::span<const std::string_view> groupNames()
{
    return groupFirst;
}

std::span<const std::string_view> groupActivities()
{
    return groupSecond;
}

std::span<const std::string_view> streetTypes()
{
    return streetKinds;
}

std::span<const std::string_view> streetLabels()
{
    return streets;
}

std::span<const std::string_view> addressComplements()
{
    return complements;
}

std::span<const std::string_view> sharedMailDomains()
{
    return mailDomains;
}

std::span<const std::string_view> otherExtranets()
{
    return extranets;
}

std::span<const std::string_view> secretQuestions()
{
    return questions;
}

} // namespace desk::demo
