import { choice, choices, line, requiredLine, seenVersion } from '~/domain/partner/typed-text';
import { cleanLines } from '~/domain/text/clean';
import { parisMoment } from '~/domain/text/paris-time';
import { z } from '~/domain/zod';
import { exchangeKindNames, exchangeKinds, type Direction } from './exchange-kinds';
import { longestText } from './longest-text';
import type { NextWhen } from './next-steps';

const body = z
  .string()
  .nullish()
  .transform((text) => cleanLines(text ?? ''))
  .pipe(
    z.string().max(longestText, {
      error: ({ input }) => `Ce texte a ${typeof input === 'string' ? input.length.toLocaleString('fr-FR') : 'trop de'} caractères : ${longestText.toLocaleString('fr-FR')} au plus. Raccourcissez-le, ou gardez-le dans un document.`,
    }),
  );

/** As the field gives it (Paris time), or a moment; nothing is now. Missions Locales exist since 1982. */
const happenedAt = z
  .union([z.string(), z.date()])
  .nullish()
  .transform((typed, context) => {
    if (!typed) return null;
    const moment = typeof typed === 'string' ? parisMoment(typed) : typed;
    if (moment && !Number.isNaN(moment.getTime()) && moment.getUTCFullYear() >= 1980) return moment;
    context.addIssue({ code: 'custom', message: 'Cette date n’existe pas : écrivez le jour et l’heure, par exemple 17/11/2026 14:30.' });
    return z.NEVER;
  });

const fields = z.object({
  kind: z.enum(exchangeKindNames, 'Choisissez de quoi il s’agit.'),
  direction: z.enum(['out', 'in']).nullish().catch(null),
  happenedAt,
  contactIds: choices(z.uuid()),
  colleagueIds: choices(z.uuid()),
  outcomeId: choice(),
  body,
});

type Typed = z.output<typeof fields>;

/** A note is only text; the others say something, or at least what came of it. */
function saysSomething({ kind, body: text, outcomeId }: Typed, context: z.RefinementCtx) {
  if (text !== '' || (kind !== 'note' && outcomeId)) return;
  context.addIssue({ code: 'custom', path: ['body'], message: kind === 'note' ? 'Écrivez d’abord la note.' : 'Écrivez ce qui s’est dit, ou choisissez un résultat.' });
}

/** What does not go with its kind is left out, whatever the form sent. */
function inKeeping<T extends Typed>(typed: T): T & { direction: Direction | null } {
  const direction = exchangeKinds[typed.kind].goesOneWay ? (typed.direction ?? 'out') : null;
  return typed.kind === 'note' ? { ...typed, direction, contactIds: [], colleagueIds: [], outcomeId: null } : { ...typed, direction };
}

export const exchangeSchema = fields.superRefine(saysSomething).transform(inKeeping);
export const exchangeIdSchema = z.object({ exchangeId: z.uuid() });
export const editExchangeSchema = fields.extend({ exchangeId: z.uuid(), version: seenVersion() }).superRefine(saysSomething).transform(inKeeping);
export const exchangeFileSchema = exchangeIdSchema.extend({ fileId: z.uuid() });
export const pinExchangeSchema = exchangeIdSchema.extend({ isPinned: requiredLine('?').transform((value) => value === 'oui') });

/** "Et ensuite ?": a title is enough, the day is chosen among a few. */
const nextStep = { nextTitle: line(200), nextWhen: z.enum(['tomorrow', 'week', 'month', 'date']).nullish().catch(null), nextOn: line(40) };
export const addExchangeSchema = fields.extend(nextStep).superRefine(saysSomething).transform(inKeeping);
export type TypedExchange = z.input<typeof exchangeSchema>;
export type TypedNextStep = { nextTitle?: string | null; nextWhen?: NextWhen | null; nextOn?: string | null };
