// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/demo/towns.h"

namespace desk::demo {

namespace {

// clang-format off

// Postcode, commune, weight (about the population in thousands). Every department has at least one.
constexpr Town list[] = {
    {"75001", "Paris", 120}, {"75008", "Paris", 160}, {"75011", "Paris", 150}, {"75015", "Paris", 200},
    {"75018", "Paris", 170}, {"77000", "Melun", 40}, {"77100", "Meaux", 55}, {"77300", "Fontainebleau", 16},
    {"77500", "Chelles", 54}, {"78000", "Versailles", 85}, {"78100", "Saint-Germain-en-Laye", 45},
    {"78200", "Mantes-la-Jolie", 44}, {"91000", "Évry-Courcouronnes", 67}, {"91120", "Palaiseau", 36},
    {"91300", "Massy", 50}, {"92000", "Nanterre", 96}, {"92100", "Boulogne-Billancourt", 121},
    {"92400", "Courbevoie", 82}, {"93100", "Montreuil", 109}, {"93200", "Saint-Denis", 112},
    {"93300", "Aubervilliers", 87}, {"94000", "Créteil", 92}, {"94300", "Vincennes", 49},
    {"94400", "Vitry-sur-Seine", 95}, {"95000", "Cergy", 66}, {"95100", "Argenteuil", 111},
    {"95200", "Sarcelles", 58}, {"69001", "Lyon", 80}, {"69003", "Lyon", 160}, {"69007", "Lyon", 140},
    {"69100", "Villeurbanne", 152}, {"01000", "Bourg-en-Bresse", 41}, {"01100", "Oyonnax", 22},
    {"03000", "Moulins", 20}, {"03100", "Montluçon", 34}, {"03200", "Vichy", 25}, {"07000", "Privas", 8},
    {"07200", "Aubenas", 12}, {"07100", "Annonay", 16}, {"15000", "Aurillac", 25},
    {"15100", "Saint-Flour", 6}, {"26000", "Valence", 64}, {"26200", "Montélimar", 39},
    {"38000", "Grenoble", 158}, {"38200", "Vienne", 29}, {"38500", "Voiron", 20},
    {"42000", "Saint-Étienne", 173}, {"42300", "Roanne", 34}, {"43000", "Le Puy-en-Velay", 19},
    {"63000", "Clermont-Ferrand", 147}, {"63200", "Riom", 19}, {"63300", "Thiers", 11},
    {"73000", "Chambéry", 59}, {"73200", "Albertville", 19}, {"74000", "Annecy", 130},
    {"74100", "Annemasse", 36}, {"74200", "Thonon-les-Bains", 35}, {"21000", "Dijon", 158},
    {"21200", "Beaune", 20}, {"25000", "Besançon", 117}, {"25200", "Montbéliard", 25},
    {"39000", "Lons-le-Saunier", 17}, {"39100", "Dole", 23}, {"58000", "Nevers", 32},
    {"58200", "Cosne-Cours-sur-Loire", 10}, {"70000", "Vesoul", 15}, {"71000", "Mâcon", 34},
    {"71100", "Chalon-sur-Saône", 45}, {"89000", "Auxerre", 34}, {"89100", "Sens", 27},
    {"90000", "Belfort", 46}, {"22000", "Saint-Brieuc", 44}, {"22100", "Dinan", 14},
    {"22300", "Lannion", 20}, {"29000", "Quimper", 63}, {"29200", "Brest", 140}, {"29600", "Morlaix", 15},
    {"35000", "Rennes", 222}, {"35300", "Fougères", 21}, {"35400", "Saint-Malo", 47},
    {"56000", "Vannes", 54}, {"56100", "Lorient", 57}, {"56300", "Pontivy", 15}, {"18000", "Bourges", 64},
    {"18100", "Vierzon", 25}, {"28000", "Chartres", 38}, {"28100", "Dreux", 31},
    {"36000", "Châteauroux", 43}, {"36100", "Issoudun", 11}, {"37000", "Tours", 137},
    {"37500", "Chinon", 8}, {"41000", "Blois", 46}, {"41100", "Vendôme", 16}, {"45000", "Orléans", 117},
    {"45200", "Montargis", 15}, {"20000", "Ajaccio", 71}, {"20200", "Bastia", 48}, {"20250", "Corte", 7},
    {"20137", "Porto-Vecchio", 12}, {"08000", "Charleville-Mézières", 46}, {"08200", "Sedan", 16},
    {"10000", "Troyes", 61}, {"10100", "Romilly-sur-Seine", 14}, {"51000", "Châlons-en-Champagne", 44},
    {"51100", "Reims", 182}, {"51200", "Épernay", 22}, {"52000", "Chaumont", 21},
    {"52100", "Saint-Dizier", 23}, {"54000", "Nancy", 104}, {"54300", "Lunéville", 17},
    {"55000", "Bar-le-Duc", 15}, {"55100", "Verdun", 17}, {"57000", "Metz", 117},
    {"57100", "Thionville", 40}, {"57200", "Sarreguemines", 20}, {"67000", "Strasbourg", 287},
    {"67500", "Haguenau", 35}, {"67600", "Sélestat", 19}, {"68000", "Colmar", 68},
    {"68100", "Mulhouse", 108}, {"68300", "Saint-Louis", 21}, {"88000", "Épinal", 32},
    {"88100", "Saint-Dié-des-Vosges", 19}, {"02000", "Laon", 24}, {"02100", "Saint-Quentin", 53},
    {"02200", "Soissons", 28}, {"59000", "Lille", 234}, {"59100", "Roubaix", 98},
    {"59140", "Dunkerque", 86}, {"59300", "Valenciennes", 43}, {"59400", "Cambrai", 32},
    {"59500", "Douai", 39}, {"60000", "Beauvais", 56}, {"60200", "Compiègne", 40}, {"60300", "Senlis", 15},
    {"62000", "Arras", 41}, {"62100", "Calais", 72}, {"62200", "Boulogne-sur-Mer", 40},
    {"62300", "Lens", 31}, {"80000", "Amiens", 134}, {"80100", "Abbeville", 22}, {"14000", "Caen", 105},
    {"14100", "Lisieux", 20}, {"14400", "Bayeux", 13}, {"27000", "Évreux", 47}, {"27200", "Vernon", 24},
    {"50000", "Saint-Lô", 19}, {"50100", "Cherbourg-en-Cotentin", 79}, {"50300", "Avranches", 10},
    {"61000", "Alençon", 26}, {"61100", "Flers", 14}, {"76000", "Rouen", 112}, {"76200", "Dieppe", 29},
    {"76600", "Le Havre", 169}, {"16000", "Angoulême", 41}, {"16100", "Cognac", 18},
    {"17000", "La Rochelle", 77}, {"17100", "Saintes", 25}, {"17300", "Rochefort", 23},
    {"19000", "Tulle", 14}, {"19100", "Brive-la-Gaillarde", 46}, {"19200", "Ussel", 9},
    {"19300", "Égletons", 4}, {"23000", "Guéret", 13}, {"23200", "Aubusson", 3}, {"24000", "Périgueux", 30},
    {"24100", "Bergerac", 26}, {"24200", "Sarlat-la-Canéda", 9}, {"33000", "Bordeaux", 257},
    {"33120", "Arcachon", 11}, {"33500", "Libourne", 24}, {"33600", "Pessac", 65},
    {"33700", "Mérignac", 72}, {"40000", "Mont-de-Marsan", 30}, {"40100", "Dax", 21}, {"47000", "Agen", 33},
    {"47200", "Marmande", 17}, {"47300", "Villeneuve-sur-Lot", 22}, {"64000", "Pau", 76},
    {"64100", "Bayonne", 52}, {"64200", "Biarritz", 25}, {"79000", "Niort", 59}, {"79100", "Thouars", 14},
    {"79200", "Parthenay", 10}, {"79300", "Bressuire", 19}, {"86000", "Poitiers", 88},
    {"86100", "Châtellerault", 31}, {"87000", "Limoges", 131}, {"87200", "Saint-Junien", 11},
    {"09000", "Foix", 9}, {"09100", "Pamiers", 15}, {"11000", "Carcassonne", 46}, {"11100", "Narbonne", 55},
    {"12000", "Rodez", 24}, {"12100", "Millau", 22}, {"30000", "Nîmes", 148}, {"30100", "Alès", 41},
    {"31000", "Toulouse", 300}, {"31200", "Toulouse", 190}, {"31700", "Blagnac", 25},
    {"31800", "Saint-Gaudens", 12}, {"32000", "Auch", 22}, {"32100", "Condom", 6},
    {"34000", "Montpellier", 295}, {"34200", "Sète", 44}, {"34500", "Béziers", 78}, {"46000", "Cahors", 20},
    {"46100", "Figeac", 10}, {"48000", "Mende", 12}, {"48100", "Marvejols", 5}, {"65000", "Tarbes", 42},
    {"65100", "Lourdes", 13}, {"66000", "Perpignan", 119}, {"66400", "Céret", 8}, {"81000", "Albi", 49},
    {"81100", "Castres", 42}, {"82000", "Montauban", 61}, {"82200", "Moissac", 13},
    {"44000", "Nantes", 318}, {"44600", "Saint-Nazaire", 72}, {"44110", "Châteaubriant", 12},
    {"49000", "Angers", 155}, {"49100", "Angers", 80}, {"49300", "Cholet", 54}, {"49400", "Saumur", 26},
    {"53000", "Laval", 50}, {"53100", "Mayenne", 13}, {"72000", "Le Mans", 145}, {"72200", "La Flèche", 15},
    {"72300", "Sablé-sur-Sarthe", 12}, {"85000", "La Roche-sur-Yon", 55},
    {"85100", "Les Sables-d’Olonne", 45}, {"85200", "Fontenay-le-Comte", 13},
    {"04000", "Digne-les-Bains", 16}, {"04100", "Manosque", 22}, {"05000", "Gap", 41},
    {"05100", "Briançon", 11}, {"06000", "Nice", 200}, {"06300", "Nice", 140}, {"06400", "Cannes", 74},
    {"06600", "Antibes", 73}, {"13001", "Marseille", 130}, {"13008", "Marseille", 150},
    {"13013", "Marseille", 150}, {"13100", "Aix-en-Provence", 145}, {"13200", "Arles", 51},
    {"83000", "Toulon", 179}, {"83300", "Draguignan", 39}, {"83600", "Fréjus", 56},
    {"84000", "Avignon", 91}, {"84100", "Orange", 29}, {"84200", "Carpentras", 29},
    {"97100", "Basse-Terre", 10}, {"97110", "Pointe-à-Pitre", 15}, {"97122", "Baie-Mahault", 31},
    {"97139", "Les Abymes", 53}, {"97160", "Le Moule", 22}, {"97200", "Fort-de-France", 78},
    {"97232", "Le Lamentin", 40}, {"97220", "La Trinité", 12}, {"97290", "Le Marin", 9},
    {"97300", "Cayenne", 65}, {"97310", "Kourou", 25}, {"97320", "Saint-Laurent-du-Maroni", 47},
    {"97354", "Rémire-Montjoly", 26}, {"97400", "Saint-Denis", 153}, {"97410", "Saint-Pierre", 84},
    {"97430", "Le Tampon", 79}, {"97440", "Saint-André", 57}, {"97460", "Saint-Paul", 104},
    {"97470", "Saint-Benoît", 37}, {"97500", "Saint-Pierre", 5}, {"97600", "Mamoudzou", 71},
    {"97615", "Pamandzi", 12}, {"97640", "Sada", 11}
};

// clang-format on

} // namespace

std::span<const Town> towns()
{
    return list;
}

} // namespace desk::demo
