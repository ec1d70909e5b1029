// SPDX-FileCopyrightText: 2026 asp-console contributors
// SPDX-License-Identifier: EUPL-1.2
#include "db/demo/names.h"

namespace desk::demo {

namespace {

// clang-format off

// Common first names and surnames of every region, overseas included. No two fold to the same identifiant.
constexpr std::string_view givenNames[] = {
    "Claire", "Marc", "Sonia", "Adèle", "Adrien", "Agathe", "Agnès", "Aïcha", "Alain", "Alban",
    "Albane", "Alexandra", "Alexandre", "Alexis", "Alice", "Aline", "Alix", "Amandine", "Amélie",
    "Amina", "Anaïs", "André", "Andréa", "Angèle", "Angélique", "Anissa", "Anne", "Annick", "Annie",
    "Anthony", "Antoine", "Apolline", "Ariane", "Armelle", "Arnaud", "Arthur", "Astrid", "Aude",
    "Audrey", "Augustin", "Aurélie", "Aurélien", "Axel", "Baptiste", "Bastien", "Béatrice", "Bénédicte",
    "Benjamin", "Benoît", "Bernadette", "Bernard", "Bérénice", "Bertrand", "Blandine", "Brice",
    "Brigitte", "Bruno", "Camille", "Capucine", "Carine", "Carole", "Caroline", "Catherine", "Cécile",
    "Cédric", "Céline", "Chantal", "Charles", "Charlotte", "Chloé", "Christelle", "Christian",
    "Christine", "Christophe", "Clarisse", "Claude", "Claudine", "Clémence", "Clément", "Clotilde",
    "Colette", "Coralie", "Corentin", "Corinne", "Cyril", "Cyrille", "Damien", "Daniel", "Danièle",
    "Daphné", "David", "Déborah", "Delphine", "Denis", "Diane", "Didier", "Dimitri", "Dominique",
    "Dorothée", "Édith", "Édouard", "Élise", "Éliane", "Élisabeth", "Élodie", "Éloïse", "Elsa",
    "Émeline", "Émilie", "Emma", "Emmanuel", "Emmanuelle", "Éric", "Erwan", "Esther", "Étienne",
    "Eugénie", "Évelyne", "Fabien", "Fabienne", "Fabrice", "Fanny", "Farid", "Fatima", "Fatou", "Félix",
    "Ferdinand", "Flavie", "Florence", "Florent", "Florian", "Franck", "François", "Françoise",
    "Frédéric", "Frédérique", "Gabriel", "Gabrielle", "Gaël", "Gaëlle", "Gauthier", "Geneviève",
    "Georges", "Gérald", "Géraldine", "Gérard", "Germain", "Ghislaine", "Gilbert", "Gilles", "Gisèle",
    "Grégoire", "Grégory", "Guillaume", "Gustave", "Guy", "Gwenaëlle", "Gwendal", "Hakim", "Hassan",
    "Hélène", "Henri", "Héloïse", "Hervé", "Hubert", "Hugo", "Hugues", "Ibrahim", "Inès", "Irène",
    "Isabelle", "Isaure", "Ismaël", "Jacqueline", "Jacques", "Jamila", "Jean", "Jeanne",
    "Jean-Baptiste", "Jean-Claude", "Jean-François", "Jean-Luc", "Jean-Marc", "Jean-Michel",
    "Jean-Paul", "Jean-Pierre", "Jeanne-Marie", "Jérémie", "Jérémy", "Jérôme", "Joachim", "Joël",
    "Joëlle", "Johanna", "Jonathan", "Jordan", "José", "Joseph", "Joséphine", "Josiane", "Judith",
    "Jules", "Julia", "Julie", "Julien", "Juliette", "Justine", "Karim", "Karine", "Kévin", "Khadija",
    "Laetitia", "Lambert", "Laura", "Laure", "Laurence", "Laurent", "Laurie", "Léa", "Léna", "Léo",
    "Léon", "Léonie", "Leïla", "Liliane", "Lionel", "Lisa", "Loïc", "Lorraine", "Louis", "Louise",
    "Luc", "Lucas", "Lucie", "Lucien", "Ludivine", "Ludovic", "Lydie", "Lydia", "Madeleine", "Maël",
    "Magali", "Malika", "Manon", "Manuel", "Marcel", "Margaux", "Margot", "Marguerite", "Maria",
    "Mariam", "Marianne", "Marie", "Marie-Christine", "Marie-Claire", "Marie-Hélène", "Marie-Laure",
    "Marie-Pierre", "Marine", "Marion", "Marius", "Marlène", "Martin", "Martine", "Mathieu", "Mathilde",
    "Maud", "Maurice", "Maxime", "Mehdi", "Mélanie", "Mélissa", "Michel", "Michèle", "Mireille",
    "Mohamed", "Monique", "Morgane", "Moussa", "Muriel", "Mylène", "Myriam", "Nadège", "Nadia",
    "Nadine", "Naïma", "Nathalie", "Nathan", "Nicolas", "Nicole", "Noé", "Noémie", "Nolwenn", "Norbert",
    "Odile", "Olivia", "Olivier", "Ophélie", "Oriane", "Oscar", "Pascal", "Pascale", "Patrice",
    "Patricia", "Patrick", "Paul", "Paule", "Pauline", "Perrine", "Philippe", "Pierre", "Pierrick",
    "Quentin", "Rachel", "Rachid", "Raphaël", "Raphaëlle", "Raymond", "Réjane", "Rémi", "Renaud",
    "René", "Renée", "Richard", "Robert", "Rodolphe", "Roger", "Roland", "Romain", "Romane", "Roméo",
    "Rosalie", "Roselyne", "Roxane", "Sabine", "Sabrina", "Salomé", "Samia", "Samir", "Samuel",
    "Sandra", "Sandrine", "Sarah", "Sébastien", "Séverine", "Sibylle", "Simon", "Simone", "Siham",
    "Solange", "Solène", "Sophie", "Stéphane", "Stéphanie", "Suzanne", "Sylvain", "Sylvie", "Tanguy",
    "Tatiana", "Théo", "Thérèse", "Thibault", "Thierry", "Thomas", "Timothée", "Tiphaine", "Tristan",
    "Valentin", "Valentine", "Valérie", "Vanessa", "Véronique", "Victor", "Victoire", "Viviane",
    "Vincent", "Virginie", "Xavier", "Yann", "Yannick", "Yasmine", "Youssef", "Yves", "Yvette",
    "Yvonne", "Zacharie", "Zoé", "Zohra"
};

constexpr std::string_view surnames[] = {
    "Martin", "Bernard", "Thomas", "Petit", "Robert", "Richard", "Durand", "Dubois", "Moreau",
    "Laurent", "Simon", "Michel", "Lefebvre", "Leroy", "Roux", "David", "Bertrand", "Morel", "Fournier",
    "Girard", "Bonnet", "Dupont", "Lambert", "Fontaine", "Rousseau", "Vincent", "Muller", "Lefèvre",
    "Faure", "André", "Mercier", "Blanc", "Guérin", "Boyer", "Garnier", "Chevalier", "François",
    "Legrand", "Gauthier", "Garcia", "Perrin", "Robin", "Clément", "Morin", "Nicolas", "Henry",
    "Roussel", "Mathieu", "Gautier", "Masson", "Marchand", "Duval", "Denis", "Dumont", "Marie",
    "Lemaire", "Noël", "Meyer", "Dufour", "Meunier", "Brun", "Blanchard", "Giraud", "Joly", "Rivière",
    "Lucas", "Brunet", "Gaillard", "Barbier", "Arnaud", "Martinez", "Gérard", "Roche", "Renard",
    "Schmitt", "Roy", "Leroux", "Colin", "Vidal", "Caron", "Picard", "Roger", "Fabre", "Aubert",
    "Lemoine", "Renaud", "Dumas", "Lacroix", "Olivier", "Philippe", "Bourgeois", "Pierre", "Benoît",
    "Rey", "Leclerc", "Payet", "Rolland", "Leclercq", "Guillaume", "Lecomte", "Lopez", "Jean", "Dupuy",
    "Guillot", "Hubert", "Berger", "Carpentier", "Sanchez", "Dupuis", "Moulin", "Louis", "Deschamps",
    "Huet", "Vasseur", "Perez", "Boucher", "Fleury", "Royer", "Klein", "Jacquet", "Adam", "Paris",
    "Poirier", "Marty", "Aubry", "Guyot", "Carré", "Charles", "Renault", "Charpentier", "Ménard",
    "Maillard", "Baron", "Bertin", "Bailly", "Hervé", "Schneider", "Fernandez", "Collet", "Léger",
    "Bouvier", "Julien", "Prévost", "Millet", "Perrot", "Daniel", "Cousin", "Germain", "Breton",
    "Rodriguez", "Langlois", "Rémy", "Besson", "Leblanc", "Pelletier", "Lévêque", "Lebrun", "Barré",
    "Bailleul", "Mallet", "Boulanger", "Gilbert", "Jacob", "Monnier", "Michaud", "Guichard", "Gillet",
    "Étienne", "Grondin", "Poulain", "Tessier", "Chevallier", "Collin", "Chauvin", "Bouchet", "Gay",
    "Lemaître", "Bénard", "Maréchal", "Humbert", "Reynaud", "Antoine", "Hoarau", "Perret", "Barthélemy",
    "Cordier", "Pichon", "Lejeune", "Gilles", "Delaunay", "Lamy", "Pasquier", "Carlier", "Laporte",
    "Hamon", "Guillet", "Buisson", "Ferrand", "Weber", "Besnard", "Albert", "Cohen", "Coulon",
    "Ollivier", "Camus", "Briand", "Gros", "Blanchet", "Rossi", "Hebert", "Gomez", "Devaux", "Hardy",
    "Ruiz", "Tanguy", "Évrard", "Prigent", "Mahé", "Vallée", "Lebon", "Lacombe", "Laine", "Leconte",
    "Georges", "Rousset", "Didier", "Baron-Leduc", "Imbert", "Poulet", "Marion", "Lefort", "Mounier",
    "Ferreira", "Valentin", "Gonçalves", "Voisin", "Raymond", "Delattre", "Bodin", "Guillon", "Pineau",
    "Lelièvre", "Verdier", "Duhamel", "Valette", "Chauvet", "Gonzalez", "Joubert", "Texier", "Lesage",
    "Launay", "Maurice", "Tournier", "Descamps", "Leduc", "Riou", "Lebreton", "Millot", "Techer",
    "Bousquet", "Delorme", "Fischer", "Salmon", "Bonneau", "Lagarde", "Maury", "Pages", "Rodrigues",
    "Couturier", "Diallo", "Traoré", "Camara", "Coulibaly", "Keïta", "Diop", "Fofana", "Sissoko",
    "Konaté", "Cissé", "Ndiaye", "Benali", "Haddad", "Mansouri", "Belkacem", "Amrani", "Bouzid",
    "Cherif", "Hamdi", "Saïdi", "Khelifi", "Nguyen", "Tran", "Pham", "Huynh", "Lê", "Vo", "Chen",
    "Wang", "Silva", "Santos", "Pereira", "Costa", "Lopes", "Martins", "Fernandes", "Ribeiro",
    "Da Silva", "Alves", "Teixeira", "Pinto", "Carvalho", "Romano", "Ricci", "Moretti", "Marchetti",
    "Santini", "Casanova", "Mattei", "Luciani", "Poli", "Leca", "Paoli", "Giacomi", "Franceschi",
    "Kowalski", "Nowak", "Wisniewski", "Novak", "Popescu", "Ionescu", "Yilmaz", "Kaya", "Demir",
    "Öztürk", "Müller-Roth", "Zimmermann", "Wagner", "Becker", "Hoffmann", "Kieffer", "Schaeffer",
    "Wolff", "Roth", "Bauer", "Keller", "Heitz", "Burger", "Ziegler", "Kuntz", "Le Goff", "Le Gall",
    "Le Roux", "Le Berre", "Le Guen", "Le Bihan", "Le Floch", "Le Corre", "Kerloc’h", "Kervella",
    "Guivarc’h", "Cloarec", "Morvan", "Kermarrec", "Quéré", "Le Bris", "Le Dantec", "Tanguy-Roussel",
    "Riou-Mahé", "Guéguen", "Jaouen", "Stéphan", "Abgrall", "Corre", "L’Hostis", "Trévidic",
    "Etcheverry", "Etchegaray", "Harispe", "Elissalde", "Larralde", "Iriart", "Goyeneche", "Haristoy",
    "Bidart", "Sallaberry", "Capdeville", "Cazenave", "Lafitte", "Labarthe", "Lamothe", "Castaing",
    "Duprat", "Darrieus", "Fontan", "Delmas", "Carrière", "Cazals", "Combes", "Puech", "Cabrol",
    "Calvet", "Bousquié", "Serres", "Vayssière", "Delpech", "Alibert", "Fabrègues", "Rouquette",
    "Cathala", "Pujol", "Sicre", "Barthès", "Bonnafous", "Espinasse", "Vergnes", "Ginestet", "Sabatier",
    "Teyssèdre", "Aymard", "Chapuis", "Jacquemin", "Thiébaut", "Grandjean", "Mougin", "Grosjean",
    "Vuillemin", "Mougeot", "Colas", "Claudel", "Humblot", "Thouvenin", "Henriot", "Petitjean",
    "Lhuillier", "Parmentier", "Delacroix", "Vandamme", "Deboeuf", "Vermeersch", "Delannoy", "Dhaene",
    "Hennebelle", "Wallaert", "Deschodt", "Bollaert", "Lemahieu", "Delvaux", "Catteau", "Debruyne",
    "Dewaele", "Leleu", "Bocquet", "Cuvelier", "Delcourt", "Desmet", "Hochart", "Pruvost", "Wattelet",
    "Crépin", "Hauguel", "Duclos", "Lecoq", "Auvray", "Lebas", "Anquetil", "Gosselin", "Hauchecorne",
    "Letellier", "Lecointe", "Levasseur", "Mauger", "Tostain", "Vauquelin", "Bellamy", "Lemonnier",
    "Chardin", "Rabouin", "Beaujard", "Pineau-Roy", "Guignard", "Métayer", "Sarrazin", "Bouhier",
    "Charrier", "Chauveau", "Ducasse", "Dubreuil", "Marsaud", "Lavigne", "Soulier", "Peyrat",
    "Chassagne", "Faucher", "Lavergne", "Vialle", "Chastang", "Bourzeix", "Mazaud", "Nadaud", "Treuil",
    "Farges", "Bordas", "Monteil", "Veyssière", "Reynal", "Roussarie", "Chaumeil", "Vachon", "Bardin",
    "Chabert", "Jourdan", "Blachère", "Arnoux", "Reymond", "Allemand", "Isnard", "Giraudon",
    "Pellegrin", "Aubanel", "Icard", "Maurel", "Raybaud", "Escoffier", "Barral", "Mistral",
    "Roumanille", "Garcin", "Coste", "Bremond", "Rambaud", "Eymard", "Fayolle", "Grange", "Gonon",
    "Chomarat", "Peyron", "Thivolet", "Berthet", "Bouvard", "Curtet", "Dunand", "Favre", "Ducret",
    "Blanc-Gonnet", "Burnier", "Mugnier", "Perrillat", "Chappaz", "Vuagnat", "Zobel", "Césaire",
    "Marie-Rose", "Lérus", "Éloidin", "Jean-Baptiste", "Nestor", "Bellance", "Ursulet", "Zébina",
    "Toussaint", "Bazile", "Placide", "Marie-Sainte", "Lubin", "Fontenelle", "Régis", "Mondésir",
    "Baptiste", "Sainte-Luce", "Rivière-Payet", "Boyer-Hoarau", "Fontaine-Técher", "Maillot",
    "Lebon-Rivière", "Dijoux", "Nativel", "Picardo", "Ramassamy", "Vitry", "Mouniama", "Sinama",
    "Virapin", "Latchoumanin", "Attoumani", "Abdallah", "Saïd", "Mohamed", "Hamada", "Madi", "Bacar",
    "Ali-Boto", "Tamarin", "Galmot", "Horth", "Tarcy", "Stanislas", "Egalgi", "Prévot", "Sophie",
    "Ringuet"
};

// clang-format on

} // namespace

std::span<const std::string_view> firstNames()
{
    return givenNames;
}

std::span<const std::string_view> lastNames()
{
    return surnames;
}

} // namespace desk::demo
