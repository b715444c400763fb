import { expect, test } from 'vitest';
import { Invitation, invitationSubject } from './invitation';
import { PortfolioHandedOver, portfolioHandedOverSubject } from './portfolio-handed-over';
import { MembershipAdded, membershipAddedSubject } from './membership-added';
import { PasswordChanged, passwordChangedSubject } from './password-changed';
import { PasswordReset, passwordResetSubject } from './password-reset';
import { DailyDigest, dailyDigestSubject } from './daily-digest';
import { FeedbackAnswered, feedbackAnsweredSubject } from './feedback-answered';
import { FeedbackSent, feedbackSentSubject } from './feedback-sent';
import { OfferAlert, offerAlertSubject } from './offer-alert';
import { OffersInDoubt, offersInDoubtSubject } from './offers-in-doubt';
import { OffersForYou, offersForYouSubject } from './offers-for-you';
import { renderEmail } from './render-email';

const link = 'https://maillage.example/invitation/jeton-0193a5b2-0000-7000-8000-000000000001';
const who = { firstName: 'Zoé', inviter: 'Claire Sarrat', place: 'Mission Locale du Val d’Adour', role: 'Conseil', link };

const messages = [
  ['invitation', () => renderEmail(Invitation, invitationSubject, { ...who, days: 7 })],
  ['accès ajouté', () => renderEmail(MembershipAdded, membershipAddedSubject, who)],
  ['passation', () => renderEmail(PortfolioHandedOver, portfolioHandedOverSubject, { firstName: 'Zoé', by: who.inviter, from: 'Hugo Lanne', place: who.place, partners: 12, tasks: 3, hasWord: true, link })],
  ['mot de passe', () => renderEmail(PasswordReset, passwordResetSubject, { firstName: 'Zoé', link, hours: 2 })],
  ['mot de passe changé', () => renderEmail(PasswordChanged, passwordChangedSubject, { firstName: 'Zoé', when: 'le 12 mars 2026 à 14 h 05', link })],
  ['tâches du matin', () => renderEmail(DailyDigest, dailyDigestSubject, { firstName: 'Zoé', place: who.place, late: 1, today: 1, tasks: [{ title: 'Rappeler', partner: 'Garage du Pic', when: 'pour aujourd’hui' }], link, switchOff: 'https://maillage.example/compte' })],
  ['alerte sur les offres', () => renderEmail(OfferAlert, offerAlertSubject, { firstName: 'Zoé', offers: [{ title: 'Commis', where: 'Auberge, Tarbes', search: 'cuisine', link: 'https://maillage.example/offres/1' }], count: 1, link, stop: 'https://maillage.example/alertes/x' })],
  ['toujours d’actualité', () => renderEmail(OffersInDoubt, offersInDoubtSubject, { firstName: 'Zoé', offers: [{ title: 'Commis', holder: 'Auberge', since: '12 mars 2026', link }], days: 21, link: 'https://maillage.example/taches', switchOff: 'https://maillage.example/compte' })],
  ['signalement', () => renderEmail(FeedbackSent, feedbackSentSubject, { firstName: 'Zoé', author: 'Paul Arrieu', kind: 'Idée', page: '/partenaires/…/echanges', place: who.place, link })],
  ['réponse à un signalement', () => renderEmail(FeedbackAnswered, feedbackAnsweredSubject, { firstName: 'Zoé', answerer: 'Claire Sarrat', when: 'le 12 mars 2026', place: who.place, link })],
] as const;

test.each(messages)('%s : le lien est entier dans la mise en page et dans le texte', async (_name, render) => {
  const { html, text, subject } = await render();
  expect(html).toContain(`href="${link}"`);
  expect(text.split(link)).toHaveLength(2);
  expect(text).toContain('Zoé');
  expect(text).not.toMatch(/<|&nbsp;|&amp;/);
  expect(subject).toMatch(/Maillage/);
});

const offers = [{ title: 'Serveuse en salle', facts: [{ label: 'Lieu', value: '65000 Tarbes' }], how: 'Téléphoner, 05 36 49 00 00', link: 'https://postuler.example' }, { title: 'Commis', facts: [], how: '', link: null }];
const toYouths = [['offres', () => renderEmail(OffersForYou, offersForYouSubject, { from: 'Zoé Lanne', place: who.place, phone: null, replyTo: 'zoe@ml.example', word: null, offers })]] as const;

test('offres : chacune avec l’essentiel ; sans moyen de s’adresser seul, avec la personne qui accompagne', async () => {
  const { text, subject } = await toYouths[0][1]();
  expect(subject).toBe(`2 offres à regarder · ${who.place}`);
  for (const said of ['1. Serveuse en salle', 'Lieu : 65000 Tarbes', 'https://postuler.example', 'Comment s’adresser : avec Zoé Lanne.', 'zoe@ml.example']) expect(text.replace(/\u00a0/g, ' ')).toContain(said);
});

test.each([...messages, ...toYouths])('%s : en français, lisible de nuit, sans rien à charger ailleurs', async (_name, render) => {
  const { html } = await render();
  expect(html).toContain('lang="fr"');
  expect(html).toContain('prefers-color-scheme: dark');
  // Every light colour written on a part is one that the dark sheet changes: the part carries a class.
  for (const tag of html.match(/<[a-z0-9]+ [^>]*style="[^"]*(?:color|background):[^"]*"[^>]*>/g) ?? []) expect(tag).toMatch(/class=|display:none/);
  expect(html).not.toMatch(/<img|src=|url\(|<link|@import|<script/);
});

test('un nom qui contient du HTML reste du texte', async () => {
  const { html } = await renderEmail(Invitation, invitationSubject, { ...who, firstName: '<b onclick=x>Zoé</b>', days: 7 });
  expect(html).toContain('&lt;b onclick=x&gt;Zoé');
});
