import { expect, test } from 'vitest';
import { addOffer } from '~/domain/offer/add-offer.server';
import { compareOffers } from '~/domain/offer/kept/compare-offers';
import { addSession } from '~/domain/offer/session/write-session.server';
import { dropOffers, emptySelection, forgetEmptied, keepOffers, noteKeptOffer, refillSelection } from '~/domain/offer/kept/keep-offers.server';
import { keptOffers } from '~/domain/offer/kept/kept-offers.queries.server';
import { sendOffers } from '~/domain/offer/kept/send-offers.server';
import { moveOffer } from '~/domain/offer/move-offer.server';
import type { TypedOffer } from '~/domain/offer/offer.schema';
import { addPartner } from '~/domain/partner/add-partner.server';
import { listOpenTasks } from '~/domain/task/list-tasks.server';
import { proposeTasks } from '~/domain/task/rules/propose-tasks.server';
import { sendMail } from '~/jobs/mail-send.server';
import { writeOffers } from '~/jobs/mail-offers.server';
import { asSystem } from '~/server/db.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';

useDatabase();
const refusalOf = (promise: Promise<unknown>) => promise.then(() => null, (error: Error) => error);
const sent: { to: string; html: string; text: string }[] = [];
const postman = { send: async (mail: { to: string; html: string; text: string }) => (sent.push(mail), { accepted: true as const }) };

async function agency() {
  const ml = await missionLocale();
  const { partnershipId } = await ml.as('officer').do(addPartner, { name: 'Auberge', addressLine: '3 rue du Bourg', commune: 'Tarbes', postcode: '65000' });
  const publish = async (more: Partial<TypedOffer> = {}) => {
    const { offerId } = await ml.as('officer').do(addOffer, { partnershipId, kind: 'job', title: 'Serveuse', description: 'Le midi.', contract: 'CDD', ...more });
    await ml.as('officer').do(moveOffer, { offerId, verb: 'publish' as const });
    return offerId;
  };
  return { ml, counsellor: ml.as('counsellor'), publish };
}
const titles = async (who: Awaited<ReturnType<typeof agency>>['counsellor']) => (await who.run((ctx) => keptOffers(ctx, 'selection'))).offers.map(({ title }) => title);

test('la sélection est à chacun·e : dans l’ordre, sans double, six au plus', async () => {
  const { ml, counsellor, publish } = await agency();
  const [one, two, three, four, five, six, seven] = [await publish({ title: 'A' }), await publish({ title: 'B' }), await publish({ title: 'C' }), await publish(), await publish(), await publish(), await publish()];
  expect(await counsellor.do(keepOffers, { offerIds: [three, one], keptIn: 'selection' as const })).toEqual({ count: 2, added: 2 });
  expect(await counsellor.do(keepOffers, { offerIds: [one, two], keptIn: 'selection' as const })).toEqual({ count: 3, added: 1 });
  expect(await titles(counsellor)).toEqual(['C', 'A', 'B']);
  expect(await refusalOf(counsellor.do(keepOffers, { offerIds: [four, five, six, seven], keptIn: 'selection' as const }))).toMatchObject({ message: expect.stringMatching(/6 offres au plus/) as string, refusal: { kind: 'conflict' } });
  expect(await titles(counsellor)).toEqual(['C', 'A', 'B']);
  await counsellor.do(noteKeptOffer, { offerId: one, note: 'rappeler jeudi' });
  await counsellor.do(dropOffers, { offerIds: [three], keptIn: 'selection' as const });
  expect((await counsellor.run((ctx) => keptOffers(ctx, 'selection'))).offers.map(({ title, note }) => [title, note])).toEqual([['A', 'rappeler jeudi'], ['B', null]]);
  expect(await titles(ml.as('manager'))).toEqual([]);
});

test('une offre retirée part d’elle-même ; celle d’une autre agence reste tant qu’on peut la trouver', async () => {
  const [ours, theirs] = [await agency(), await agency()];
  const [network, hidden, mine] = [await theirs.publish({ audience: 'network', title: 'Réseau' }), await theirs.publish({ audience: 'agency' }), await ours.publish({ title: 'À nous' })];
  await ours.counsellor.do(keepOffers, { offerIds: [network, hidden, mine], keptIn: 'selection' as const });
  expect(await titles(ours.counsellor)).toEqual(['Réseau', 'À nous']);
  await theirs.ml.as('officer').do(moveOffer, { offerId: network, verb: 'pause' as const });
  expect(await ours.counsellor.run((ctx) => keptOffers(ctx, 'selection'))).toMatchObject({ gone: 1, offers: [{ title: 'À nous' }] });
});

test('ce qu’on compare et envoie dit où aller et quand : l’adresse du partenaire, celle de l’offre, la prochaine session', async () => {
  const { ml, counsellor, publish } = await agency();
  const workshop = await publish({ kind: 'workshop', title: 'Atelier CV', hasOwnPlace: 'oui', addressLine: '12 rue Larrey', commune: 'Lourdes', postcode: '65100' });
  const job = await publish();
  await ml.as('officer').do(addSession, { offerId: workshop, startsOn: '2086-01-15', startsAt: '9 h 30', endsAt: '12 h', seats: '4' });
  await counsellor.do(keepOffers, { offerIds: [workshop, job], keptIn: 'selection' as const });
  const { offers } = await counsellor.run((ctx) => keptOffers(ctx, 'selection'));
  const said = (label: string) => compareOffers(offers, null).find((row) => row.label === label)?.values;
  expect(said('Lieu')).toEqual(['12 rue Larrey, 65100 Lourdes', '3 rue du Bourg, 65000 Tarbes']);
  expect(said('Prochaine session')).toEqual([expect.stringMatching(/15 janv.* 2086 à 9 h 30, 4 places/) as string, '']);
});

test('trois offres partent à un jeune, une fois ; l’adresse n’est plus nulle part ensuite', async () => {
  const { ml, counsellor, publish } = await agency();
  const offre = [await publish({ title: 'Serveuse en salle' }), await publish({ title: 'Commis', audience: 'public', mobilisationUrl: 'https://postuler.example/commis', contactPhone: '05 36 49 77 77' }), await publish({ title: 'Plonge', contactPhone: '05 36 49 88 88' })];
  await counsellor.do(keepOffers, { offerIds: offre, keptIn: 'selection' as const });
  await counsellor.do(noteKeptOffer, { offerId: offre[0]!, note: 'mot secret' });
  const to = 'lea.exemple@courrier.example';
  expect(await counsellor.do(sendOffers, { offre, recipient: ` ${to.toUpperCase()} `, word: 'Comme promis.' })).toEqual({ count: 3 });
  await counsellor.run(emptySelection);
  const event = await asSystem('a test reads the outbox', (db) => db.outboxEvent.findFirstOrThrow({ where: { type: 'offers.sent', missionLocaleId: ml.id } }));
  expect(JSON.stringify(event)).not.toContain('lea.exemple');
  const job = { ...(event.payload as object), eventId: event.id, missionLocaleId: event.missionLocaleId, actorId: event.actorId };
  await writeOffers(job, { id: '1' });
  await writeOffers(job, { id: '1' });
  const mails = () => asSystem('a test reads the mails', (db) => db.mailMessage.findMany({ where: { missionLocaleId: ml.id } }));
  const [mail, ...others] = await mails();
  expect(others).toEqual([]);
  await sendMail({ mailId: mail!.id }, { isLastAttempt: false }, postman as never);
  expect(sent.map((one) => one.to)).toEqual([to]);
  // A telephone is written with spaces that end no line.
  const text = sent[0]!.text.replace(/\s/g, ' ');
  for (const said of ['Comme promis.', 'Serveuse en salle', 'Commis', 'https://postuler.example/commis', '05 36 49 77 77', 'Plonge', 'Auberge']) expect(text).toContain(said);
  for (const unsaid of ['mot secret', '05 36 49 88 88', '/offres/']) expect(text).not.toContain(unsaid);
  const sending = await asSystem('a test reads what is kept', (db) => db.offerSending.findFirstOrThrow({ where: { missionLocaleId: ml.id } }));
  expect(sending).toMatchObject({ recipient: null, word: null });
  const traces = await asSystem('a test looks for the address', (db) => db.$queryRaw<{ count: number }[]>`SELECT ((SELECT count(*) FROM audit.entry e WHERE e::text ILIKE '%lea.exemple%') + (SELECT count(*) FROM mail_message m WHERE m::text ILIKE '%lea.exemple%') + (SELECT count(*) FROM outbox_event o WHERE o::text ILIKE '%lea.exemple%'))::int AS count`);
  expect(traces).toEqual([{ count: 0 }]);
});

test.each([
  ['', /Indiquez l’adresse/],
  ['lea', /n’est pas valable/],
  ['léa martin', /n’est pas valable/],
  ['lea@a.example, leo@a.example', /Une seule adresse/],
])('« %s » : refusée à son champ', async (recipient, sentence) => {
  const { counsellor, publish } = await agency();
  const offre = [await publish()];
  await counsellor.do(keepOffers, { offerIds: offre, keptIn: 'selection' as const });
  expect(await refusalOf(counsellor.do(sendOffers, { offre, recipient }))).toMatchObject({ message: expect.stringMatching(sentence) as string, refusal: { kind: 'invalid', field: 'recipient' } });
});

test.each([
  ['refusé pour de bon', { accepted: false, permanent: true, reason: 'Le serveur du destinataire refuse ce message : 550 <lea.refus@courrier.example> inconnue' } as const, false],
  ['remis une dernière fois', { accepted: false, permanent: false, reason: 'Le serveur demande d’attendre : 451 lea.refus@courrier.example' } as const, true],
])('%s : l’adresse du jeune et le mot s’oublient aussi', async (_what, answer, isLastAttempt) => {
  const { ml, counsellor, publish } = await agency();
  const offre = [await publish()];
  await counsellor.do(keepOffers, { offerIds: offre, keptIn: 'selection' as const });
  await counsellor.do(sendOffers, { offre, recipient: 'lea.refus@courrier.example', word: 'Comme promis.' });
  const event = await asSystem('a test reads the outbox', (db) => db.outboxEvent.findFirstOrThrow({ where: { type: 'offers.sent', missionLocaleId: ml.id } }));
  await writeOffers({ ...(event.payload as object), eventId: event.id, missionLocaleId: event.missionLocaleId, actorId: event.actorId }, { id: '1' });
  const mail = () => asSystem('a test reads the mail', (db) => db.mailMessage.findFirstOrThrow({ where: { missionLocaleId: ml.id } }));
  const by = { send: async () => answer } as never;
  // Not now is no refusal: the address serves again.
  if (!answer.permanent) await expect(sendMail({ mailId: (await mail()).id }, { isLastAttempt: false }, by)).rejects.toThrow();
  expect((await mail()).recipient).toBe('lea.refus@courrier.example');
  await sendMail({ mailId: (await mail()).id }, { isLastAttempt }, by).catch(() => null);
  const kept = await mail();
  expect(kept).toMatchObject({ state: 'refused', recipient: 'adresse oubliée', html: '', text: '' });
  expect(kept.problem).toMatch(/serveur/);
  // Who sent them is told, once, without whom it was for.
  await sendMail({ mailId: kept.id }, { isLastAttempt }, by).catch(() => null);
  const todo = (await counsellor.do(listOpenTasks, { scope: { whose: 'mine' as const }, group: null })).tasks.map(({ title }) => title);
  expect(todo).toEqual([expect.stringMatching(/^Votre envoi d’offres du .* n’est pas arrivé : vérifiez l’adresse/)]);
  await asSystem('a test: the rules of the night leave it', (db) => proposeTasks(db, { missionLocaleId: ml.id, now: new Date() }));
  expect((await counsellor.do(listOpenTasks, { scope: { whose: 'mine' as const }, group: null })).tasks).toHaveLength(1);
  const traces = await asSystem('a test looks for the address', (db) => db.$queryRaw<{ count: number }[]>`SELECT ((SELECT count(*) FROM audit.entry e WHERE e::text ILIKE '%lea.refus%') + (SELECT count(*) FROM mail_message m WHERE m::text ILIKE '%lea.refus%' OR m::text ILIKE '%Comme promis%' AND m.mission_locale_id = ${ml.id}::uuid) + (SELECT count(*) FROM outbox_event o WHERE o::text ILIKE '%lea.refus%'))::int AS count`);
  expect(traces).toEqual([{ count: 0 }]);
});

test('« Vider » s’annule : les offres reviennent dans l’ordre, avec leurs notes, à côté de ce qui a été choisi depuis ; la nuit les oublie', async () => {
  const { counsellor, ml, publish } = await agency();
  const [one, two, three] = [await publish({ title: 'A' }), await publish({ title: 'B' }), await publish({ title: 'C' })];
  await counsellor.do(keepOffers, { offerIds: [two, one], keptIn: 'selection' as const });
  await counsellor.do(noteKeptOffer, { offerId: one, note: 'à relire' });
  expect(await counsellor.run(emptySelection)).toEqual({ count: 2 });
  expect(await counsellor.run(emptySelection)).toEqual({ count: 0 }); // twice: what was emptied can still come back
  await counsellor.do(keepOffers, { offerIds: [three, two], keptIn: 'selection' as const });
  expect(await counsellor.run(refillSelection)).toEqual({ count: 3 });
  expect((await counsellor.run((ctx) => keptOffers(ctx, 'selection'))).offers.map(({ title, note }) => [title, note])).toEqual([['A', 'à relire'], ['C', null], ['B', null]]);
  // Six at most, both together.
  await counsellor.run(emptySelection);
  await counsellor.do(keepOffers, { offerIds: [await publish(), await publish(), await publish(), await publish()], keptIn: 'selection' as const });
  expect(await refusalOf(counsellor.run(refillSelection))).toMatchObject({ refusal: { kind: 'conflict' } });
  expect((await titles(counsellor)).length).toBe(4);
  expect(await ml.as('officer').run(refillSelection)).toEqual({ count: 0 }); // theirs alone
  await asSystem('the night', forgetEmptied);
  expect(await counsellor.run(refillSelection)).toEqual({ count: 4 });
});
