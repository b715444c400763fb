/** A file of offers as an agency keeps one: its own headers, French dates and words, some cells in fault. */
export const offerFile = (rows: readonly Partial<Record<'type' | 'intitule' | 'description' | 'entreprise' | 'siret' | 'metier' | 'contrat' | 'heures' | 'debut' | 'fin' | 'limite' | 'places' | 'ville' | 'cp' | 'mail' | 'ref' | 'publics' | 'villePartenaire' | 'zones' | 'ouvre', string>>[]) => {
  const columns = { type: 'Type d’offre', intitule: 'Intitulé du poste', description: 'Descriptif', entreprise: 'Entreprise', siret: 'SIRET', metier: 'Métier', contrat: 'Type de contrat', heures: 'Heures par semaine', debut: 'Date de début', fin: 'Date de fin', limite: 'Date limite', places: 'Nombre de places', ville: 'Ville du lieu', cp: 'CP du lieu', mail: 'Mail', ref: 'Référence', publics: 'Publics', villePartenaire: 'Ville du partenaire', zones: 'Zones desservies', ouvre: 'Ouvre le' } as const;
  const names = Object.keys(columns) as (keyof typeof columns)[];
  const cell = (text: string) => (/[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [Object.values(columns).join(';'), ...rows.map((row) => names.map((name) => cell(row[name] ?? '')).join(';'))].join('\n');
};
