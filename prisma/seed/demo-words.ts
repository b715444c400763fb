/** Words from which names are invented: family names that sound of Gascony, places that are on no map. */
export const surnames = `Lafitte Castabère Souquère Lasbordères Peyrafitte Camdessoule Artiguelongue Bordenavette Cazalières Dufourquet Escoubère Fontanières Garrigoux Habarnère Jouandette
Labastère Laclaverie Mascarouze Navailhan Oustalère Pédarrieux Quintanère Rouillères Sarrabayle Tilhacoux Uzandère Vergeraude Abadielle Bernatère Cassourret Dessaigues Estrabaude
Ferrandère Gayrouze Hourtoulle Jacquemère Laborderie Marcassoux Noguéreau Ossunère Poueydère Ribautère Soulagnac Toujade Vidalouze Barthouret Cabarrouse Davantère Esquerroux Fitouère`.split(/\s+/);

export const firstNames = `Nadège Pierre Sylvie Antoine Leïla Bernard Camille Yves Fatou Jérôme Martine Hugo Solène Ahmed Patricia Rémi Chloé Gilles Mélanie Samir Brigitte Loïc Aurélie Paul Inaya Vincent
Corinne Mathis Laurence Idriss Hélène Baptiste Sonia Dominique Manon Rachid Valérie Quentin Aïcha Florent`.split(/\s+/);

export const places = [
  'du Pic Vert', 'des Trois Gaves', 'de la Vallée Haute', 'du Pont Neuf', 'des Quatre Vents', 'du Plateau', 'des Sources Bleues', 'du Vieux Moulin', 'de l’Estive', 'des Châtaigniers', 'du Grand Tétras', 'de la Combe',
  'des Isards', 'du Lac Blond', 'de la Hournère', 'du Piémont d’Azur', 'des Cabanes', 'de la Neste Claire', 'du Cirque', 'des Bergers', 'de la Crête', 'du Val d’Arize', 'des Gentianes', 'de la Palombière', 'du Port de Ténarèze',
];

export const words = ['Altitude', 'Passerelle', 'Rebond', 'Tremplin', 'Horizon', 'Cap Jeunes', 'Envol', 'Ricochet', 'Boussole', 'Éclaircie', 'Trait d’union', 'Clairière', 'Cordée', 'Mosaïque', 'Sillage', 'Embellie', 'Relais', 'Carrefour', 'Ancrage', 'Étincelle', 'Racines', 'Aller plus loin'];

/** Communes that no map has: town halls are invented too. */
export const inventedCommunes = ['Castelvieux-d’Adour', 'Montréalou', 'Peyrelongue-les-Bains', 'Saint-Orens-des-Gaves', 'Villefloure-sur-Neste', 'Arrodeth', 'Bourg-de-l’Estive', 'Sarramezan-le-Haut', 'Lasserre-Blanche', 'Cazaubère', 'Montcassin-d’Arize', 'Labarthouze'];

export const streets = ['rue des Forges', 'avenue du Stade', 'rue du Lavoir', 'place de la Halle', 'chemin des Vignes', 'route de la Montagne', 'zone artisanale du Plateau', 'rue des Tanneurs', 'boulevard des Platanes', 'impasse du Verger', 'allée des Érables', 'rue du Vieux Pont', 'quai de l’Adour', 'chemin de Ronde', 'rue Neuve', 'avenue des Sports', 'rue de la Fontaine', 'place du Foirail'];

/** Where partners are: real communes whose centre is known; the first are the most likely. */
export const towns: readonly (readonly [code: string, postcode: string, site: string, weight: number])[] = [
  ['65440', '65000', 'tarbes', 80], ['65286', '65100', 'lourdes', 40], ['65258', '65300', 'lannemezan', 28], ['65059', '65200', 'bagneres', 26], ['65047', '65800', 'tarbes', 12], ['65417', '65600', 'tarbes', 12],
  ['65460', '65500', 'tarbes', 12], ['65025', '65400', 'lourdes', 10], ['65235', '65290', 'tarbes', 8], ['65331', '65310', 'tarbes', 7], ['65226', '65420', 'tarbes', 7], ['65344', '65380', 'lourdes', 6], ['65304', '65700', 'tarbes', 8],
  ['65340', '65800', 'tarbes', 5], ['65251', '65310', 'tarbes', 5], ['65375', '65140', 'tarbes', 6], ['65447', '65190', 'lannemezan', 7], ['65127', '65130', 'lannemezan', 6], ['65123', '65710', 'bagneres', 5], ['65069', '65250', 'lannemezan', 5],
  ['65395', '65270', 'lourdes', 4], ['65370', '65200', 'bagneres', 4], ['65362', '65260', 'lourdes', 4], ['65452', '65220', 'lannemezan', 6], ['65295', '65120', 'lourdes', 6], ['65388', '65170', 'lannemezan', 6], ['65138', '65110', 'lourdes', 5],
  ['64445', '64000', 'tarbes', 6], ['64417', '64800', 'lourdes', 3], ['64453', '64530', 'lourdes', 3], ['32256', '32300', 'tarbes', 3], ['32233', '32230', 'tarbes', 3], ['31390', '31210', 'lannemezan', 5], ['31483', '31800', 'lannemezan', 4],
];

/** Where the neighbour's partners are. */
export const neighbourTowns: typeof towns = [
  ['32256', '32300', 'mirande', 14], ['32013', '32000', 'auch', 20], ['32233', '32230', 'mirande', 6], ['32252', '32170', 'mirande', 5],
];
