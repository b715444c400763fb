import { z } from '~/domain/zod';
import { settings } from './settings';

/** The form of the contact guard: a whole number of days, as typed. */
export const contactGuardSchema = z.object({
  contactGuardDays: z
    .string()
    .nullish()
    .transform((typed) => (/^\d{1,3}$/.test((typed ?? '').trim()) ? Number(typed) : Number.NaN))
    .refine((days) => days >= 0 && days <= settings.contactGuardDays.most, `Écrivez un nombre de jours, de 0 à ${settings.contactGuardDays.most}.`),
});

const typedNumber = ({ most }: { most: number }) => {
  const sentence = `Écrivez un nombre entier de 0 à ${most}.`;
  return z.string().trim().regex(/^\d{1,4}$/, sentence).transform(Number).pipe(z.number().max(most, sentence));
};

/** The form of the reminders: whole numbers of months, days or weeks, as typed. */
export const remindersSchema = z.object({
  silenceMonths: typedNumber(settings.silenceMonths),
  agreementEndDays: typedNumber(settings.agreementEndDays),
  patronageDays: typedNumber(settings.patronageDays),
  offerAskWeeks: typedNumber(settings.offerAskWeeks),
  offerClosingDays: typedNumber(settings.offerClosingDays),
});
