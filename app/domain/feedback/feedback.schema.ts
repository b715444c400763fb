import { paragraphs, seenVersion, ticked } from '~/domain/partner/typed-text';
import { cleanLines } from '~/domain/text/clean';
import { z } from '~/domain/zod';
import { feedbackKindNames, feedbackStateNames, longestFeedback } from './feedback';

/** What the form sends. The page and the error's number are joined by boxes that one may untick. */
export const sendFeedbackSchema = z.object({
  kind: z.enum(feedbackKindNames, 'Choisissez un problème, une idée ou une question.'),
  happened: z
    .string()
    .nullish()
    .transform((text) => cleanLines(text ?? ''))
    .pipe(z.string().min(1, 'Écrivez quelques mots : personne ne peut deviner.').max(longestFeedback, `Ce texte est trop long : ${longestFeedback.toLocaleString('fr-FR')} caractères au plus.`)),
  expected: paragraphs(longestFeedback),
  page: z.string().nullish(),
  errorId: z.string().nullish().transform((id) => (id && /^[\w-]{4,40}$/.test(id) ? id : null)),
  withPage: ticked(),
  withRecord: ticked(),
});
export type SendFeedback = z.output<typeof sendFeedbackSchema>;

export const followFeedbackSchema = z.object({
  id: z.uuid('Ce signalement n’existe pas.'),
  version: seenVersion(),
  state: z.enum(feedbackStateNames, 'Choisissez où en est ce signalement.'),
  answer: paragraphs(longestFeedback),
});
export type FollowFeedback = z.output<typeof followFeedbackSchema>;
