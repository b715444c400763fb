import type { Actor } from '~/access/actor';
import { sendFeedbackSchema, followFeedbackSchema } from '~/domain/feedback/feedback.schema';
import { followFeedback } from '~/domain/feedback/follow-feedback.server';
import { sendFeedback } from '~/domain/feedback/send-feedback.server';
import { asActor } from '~/server/db.server';
import { daysAgo } from './demo-life';

type Told = { kind: 'problem' | 'idea' | 'question'; happened: string; expected?: string; page: string; daysAgo: number; answer?: string; state?: 'inProgress' | 'done' };

const told: readonly Told[] = [
  { kind: 'question', happened: 'Comment retrouver un partenaire archivé par erreur ?', page: '/partenaires', daysAgo: 21, answer: 'Dans la liste, ajoutez le filtre « Étape : archivé », ouvrez la fiche puis « Changer l’étape ».\nIl revient là où il était.', state: 'done' },
  { kind: 'problem', happened: 'Le fichier importé avait deux colonnes « Téléphone » : la seconde n’a pas été reprise.', expected: 'Que les deux numéros soient gardés.', page: '/partenaires/import', daysAgo: 6, answer: 'Nous regardons. En attendant, dites que la seconde est « Autres téléphones ».', state: 'inProgress' },
  { kind: 'idea', happened: 'Pouvoir imprimer la liste des tâches de la semaine avant de partir en tournée.', expected: 'Je les recopie à la main.', page: '/taches', daysAgo: 1 },
];

/** What the team reported of the site, and what was answered. Without mails: nobody is there to read them. */
export async function seedFeedback(people: readonly Actor[]): Promise<void> {
  const admin = people.find(({ role }) => role === 'admin');
  const authors = people.filter(({ role }) => role === 'officer' || role === 'counsellor');
  if (!admin) return;
  for (const [rank, { daysAgo: ago, answer, state, ...report }] of told.entries()) {
    const author = authors[rank % authors.length] ?? admin;
    const { feedbackId } = await asActor(author, 'demonstration', (ctx) => sendFeedback({ ...ctx, now: daysAgo(ago), emit: async () => {} }, sendFeedbackSchema.parse({ ...report, withPage: 'oui' })));
    if (answer) await asActor(admin, 'demonstration', (ctx) => followFeedback({ ...ctx, now: daysAgo(Math.max(0, ago - 1)), emit: async () => {} }, followFeedbackSchema.parse({ id: feedbackId, version: 1, answer, state })));
  }
}
