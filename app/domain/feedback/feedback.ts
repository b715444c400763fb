import type { FeedbackKind, FeedbackState } from '#prisma';

/** What one may report of the site, and how the form asks about it. */
export const feedbackKinds = {
  problem: { label: 'Un problème', said: 'Problème', asks: 'Que s’est-il passé ?', expects: 'Qu’attendiez-vous ?' },
  idea: { label: 'Une idée', said: 'Idée', asks: 'Quelle est votre idée ?', expects: 'Que faites-vous aujourd’hui à la place ?' },
  question: { label: 'Une question', said: 'Question', asks: 'Quelle est votre question ?', expects: 'Qu’avez-vous déjà essayé ?' },
} as const satisfies Record<FeedbackKind, { label: string; said: string; asks: string; expects: string }>;

export type { FeedbackKind, FeedbackState };
export const feedbackKindNames = Object.keys(feedbackKinds) as [FeedbackKind, ...FeedbackKind[]];

/** Where a report stands. Any state may follow any other, but nothing becomes new again. */
export const feedbackStates = {
  new: { label: 'À lire', tone: 'wait' },
  inProgress: { label: 'En cours', tone: 'theme' },
  answered: { label: 'Répondu', tone: 'ok' },
  done: { label: 'Réglé', tone: 'sleep' },
} as const satisfies Record<FeedbackState, { label: string; tone: 'wait' | 'theme' | 'ok' | 'sleep' }>;

export const feedbackStateNames = Object.keys(feedbackStates) as [FeedbackState, ...FeedbackState[]];
export const stateNamesToChoose = feedbackStateNames.filter((state) => state !== 'new');

export const longestFeedback = 5000;

/** More than this in an hour is a form sent by mistake, or a telephone call to make. */
export const feedbackAnHour = 10;

type Followed = { state: FeedbackState; answer: string | null };

/**
 * What a report becomes: a first answer to what was new or under way makes it answered, unless it is settled by the same act; an
 * answer that is not written answers nothing.
 */
export function followedUp(before: Followed, { state, answer }: Followed): { ok: true; state: FeedbackState; isAnswered: boolean } | { ok: false; field: 'answer' | 'state'; reason: string } {
  const isAnswered = answer !== null && answer !== before.answer;
  if (state === 'answered' && answer === null) return { ok: false, field: 'answer', reason: 'Écrivez la réponse : la personne la recevra.' };
  if (isAnswered && (state === 'new' || (state === 'inProgress' && before.answer === null))) return { ok: true, state: 'answered', isAnswered };
  if (state === 'new' && before.state !== 'new') return { ok: false, field: 'state', reason: 'Ce signalement a déjà été lu : choisissez où il en est.' };
  return { ok: true, state, isAnswered };
}
