/** The settings of an agency that act today: what holds until somebody chooses (yes or no, or a whole number up to `most`), and the words of the screen. */
export const settings = {
  secondFactorForAdmins: {
    usual: false as boolean,
    label: 'Exiger la double authentification des comptes d’administration',
    hint: 'À leur prochaine connexion, ces personnes devront ajouter un code de leur téléphone avant de continuer.',
  },
  contactGuardDays: {
    usual: 7 as number,
    most: 60,
    label: 'Prévenir quand un partenaire vient d’être contacté',
    hint: 'Pendant combien de jours, de 0 (jamais) à 60. Une autre Mission Locale ne lit que le nom de la vôtre et la date, jamais ce qui s’est dit.',
  },
  silenceMonths: {
    usual: 12 as number,
    most: 60,
    label: 'Proposer de mettre en veille un partenaire actif sans échange',
    hint: 'Après combien de mois, de 0 (jamais) à 60. Ce n’est qu’une proposition à la personne référente.',
  },
  agreementEndDays: {
    usual: 60 as number,
    most: 365,
    label: 'Rappeler la fin d’une convention',
    hint: 'Combien de jours avant, de 0 (jamais) à 365.',
  },
  patronageDays: {
    usual: 30 as number,
    most: 365,
    label: 'Rappeler un mécénat à reproposer',
    hint: 'Combien de jours avant la date choisie, sinon avant le premier anniversaire du don ; de 0 (jamais) à 365.',
  },
  offerAskWeeks: {
    usual: 5 as number,
    most: 12,
    label: 'Demander si une offre est toujours d’actualité',
    hint: 'Après combien de semaines sans nouvelles, de 0 (jamais) à 12. À six semaines elle est marquée, à douze elle n’est plus montrée.',
  },
  offerClosingDays: {
    usual: 7 as number,
    most: 60,
    label: 'Prévenir qu’une offre va se fermer',
    hint: 'Combien de jours avant, de 0 (jamais) à 60.',
  },
} as const;

/** The settings by which Maillage proposes something to do. */
export const reminderKeys = ['silenceMonths', 'agreementEndDays', 'patronageDays', 'offerAskWeeks', 'offerClosingDays'] as const;

export type SettingKey = keyof typeof settings;
export type Settings = { [K in SettingKey]: (typeof settings)[K]['usual'] };

/** Is this a value of that setting? */
export function mayBe<K extends SettingKey>(key: K, value: unknown): value is Settings[K] {
  const setting = settings[key];
  return 'most' in setting ? Number.isInteger(value) && Number(value) >= 0 && Number(value) <= setting.most : typeof value === 'boolean';
}

/** The settings of an agency from its stored rows. A row that no longer has the right shape counts as not chosen. */
export function readSettings(rows: readonly { key: string; value: unknown }[]): Settings {
  const stored = new Map(rows.map(({ key, value }) => [key, value]));
  const keys = Object.keys(settings) as SettingKey[];
  return Object.fromEntries(keys.map((key) => [key, mayBe(key, stored.get(key)) ? stored.get(key) : settings[key].usual])) as Settings;
}
