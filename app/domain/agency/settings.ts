import { z } from '~/domain/zod';

/** The settings of an agency that act today: key, shape of the value, what holds until somebody chooses, and the words of the screen. */
export const settings = {
  secondFactorForAdmins: {
    schema: z.boolean(),
    usual: false,
    label: 'Exiger la double authentification des comptes d’administration',
    hint: 'À leur prochaine connexion, ces personnes devront ajouter un code de leur téléphone avant de continuer.',
  },
  contactGuardDays: {
    schema: z.number().int().min(0).max(60),
    usual: 7,
    label: 'Prévenir quand un partenaire vient d’être contacté',
    hint: 'Pendant combien de jours, de 0 (jamais) à 60. Une autre Mission Locale ne lit que le nom de la vôtre et la date, jamais ce qui s’est dit.',
  },
  silenceMonths: {
    schema: z.number().int().min(0).max(60),
    usual: 12,
    label: 'Proposer de mettre en veille un partenaire actif sans échange',
    hint: 'Après combien de mois, de 0 (jamais) à 60. Ce n’est qu’une proposition à la personne référente.',
  },
  agreementEndDays: {
    schema: z.number().int().min(0).max(365),
    usual: 60,
    label: 'Rappeler la fin d’une convention',
    hint: 'Combien de jours avant, de 0 (jamais) à 365.',
  },
  patronageDays: {
    schema: z.number().int().min(0).max(365),
    usual: 30,
    label: 'Rappeler un mécénat à reproposer',
    hint: 'Combien de jours avant la date choisie, sinon avant le premier anniversaire du don ; de 0 (jamais) à 365.',
  },
  offerAskWeeks: {
    schema: z.number().int().min(0).max(12),
    usual: 5,
    label: 'Demander si une offre est toujours d’actualité',
    hint: 'Après combien de semaines sans nouvelles, de 0 (jamais) à 12. À six semaines elle est marquée, à douze elle n’est plus montrée.',
  },
  offerClosingDays: {
    schema: z.number().int().min(0).max(60),
    usual: 7,
    label: 'Prévenir qu’une offre va se fermer',
    hint: 'Combien de jours avant, de 0 (jamais) à 60.',
  },
} as const;

/** The form of the contact guard: a whole number of days, as typed. */
export const contactGuardSchema = z.object({
  contactGuardDays: z
    .string()
    .nullish()
    .transform((typed) => (/^\d{1,3}$/.test((typed ?? '').trim()) ? Number(typed) : Number.NaN))
    .refine((days) => days >= 0 && days <= 60, 'Écrivez un nombre de jours, de 0 à 60.'),
});

/** The settings by which Maillage proposes something to do. */
export const reminderKeys = ['silenceMonths', 'agreementEndDays', 'patronageDays', 'offerAskWeeks', 'offerClosingDays'] as const;

export type SettingKey = keyof typeof settings;
export type Settings = { [K in SettingKey]: z.output<(typeof settings)[K]['schema']> };

/** The settings of an agency from its stored rows. A row that no longer has the right shape counts as not chosen. */
export function readSettings(rows: readonly { key: string; value: unknown }[]): Settings {
  const stored = new Map(rows.map(({ key, value }) => [key, value]));
  const entries = Object.entries(settings).map(([key, { schema, usual }]) => {
    const read = schema.safeParse(stored.get(key));
    return [key, read.success ? read.data : usual];
  });
  return Object.fromEntries(entries) as Settings;
}

const typedNumber = (highest: number) => {
  const sentence = `Écrivez un nombre entier de 0 à ${highest}.`;
  return z.string().trim().regex(/^\d{1,4}$/, sentence).transform(Number).pipe(z.number().max(highest, sentence));
};
export const remindersSchema = z.object({ silenceMonths: typedNumber(60), agreementEndDays: typedNumber(365), patronageDays: typedNumber(365), offerAskWeeks: typedNumber(12), offerClosingDays: typedNumber(60) });
