import { beforeAll, describe, expect, test } from 'vitest';
import type { Ctx } from '~/access/context';
import { addSite } from '~/domain/agency/add-site.server';
import { addPartner } from '~/domain/partner/add-partner.server';
import { addValue } from '~/domain/value/add-value.server';
import { asSystem } from '~/server/db.server';
import { missionLocale } from '../../support/agencies';
import { onServer, useDatabase } from '../../support/database';

const { adminUrl } = useDatabase();

type Agency = Awaited<ReturnType<typeof missionLocale>>;
type Things = { partnershipId: string; organisationId: string; groupId: string; siteId: string; tagId: string; kindId: string; formId: string; reasonId: string; officerId: string; batchId: string; contactId: string; listId: string; offerSearchId: string; offerId: string; sessionId: string; interactionId: string; outcomeId: string; agreementId: string; fileId: string; handoverId: string; taskId: string };

/** One of each thing that a row may point to. */
async function furnished(): Promise<{ ml: Agency; things: Things }> {
  const ml = await missionLocale();
  const officer = await ml.person('officer');
  const { partnershipId, organisationId } = await ml.as('officer').do(addPartner, { name: 'Association Trois Gaves', kindCode: 'association' });
  const { organisationId: groupId } = await ml.as('officer').do(addPartner, { name: 'Groupe des Trois Gaves', kindCode: 'entreprise' });
  const admin = ml.as('admin');
  const { siteId } = await admin.do(addSite, { name: 'Centre' });
  const { id: batchId } = await admin.run((ctx) => ctx.db.importBatch.create({ data: { fileName: 'x.csv', fileKey: crypto.randomUUID(), fileSha256: 'x', fileSize: 1 } }));
  const { id: contactId } = await admin.run((ctx) => ctx.db.contact.create({ data: { partnershipId, lastName: 'Roux' } }));
  const { id: interactionId } = await admin.run((ctx) => ctx.db.interaction.create({ data: { partnershipId, body: 'X' } }));
  const { id: listId } = await admin.run((ctx) => ctx.db.savedList.create({ data: { name: 'Nos scieries', isShared: true } }));
  const { id: offerId } = await admin.run((ctx) => ctx.db.offer.create({ data: { kind: 'workshop', title: 'X' } }));
  const { id: sessionId } = await admin.run((ctx) => ctx.db.offerSession.create({ data: { offerId, ...aRun() } }));
  const { id: offerSearchId } = await admin.run((ctx) => ctx.db.offerSearch.create({ data: { name: 'X', filters: 'q=x' } }));
  const { id: agreementId } = await admin.run((ctx) => ctx.db.agreement.create({ data: { partnershipId, title: 'Accueil' } }));
  const { id: fileId } = await admin.run((ctx) => ctx.db.storedFile.create({ data: aFile() }));
  const { id: handoverId } = await admin.run((ctx) => ctx.db.handover.create({ data: { scope: '' } }));
  const { id: taskId } = await admin.run((ctx) => ctx.db.task.create({ data: { title: 'X', dueOn: new Date('2026-12-01') } }));
  const value = async (set: 'etiquettes' | 'typologies' | 'formes-d-engagement' | 'motifs-de-fin' | 'resultats-d-echange') => (await admin.do(addValue, { set, label: 'Chez nous' })).valueId;
  return { ml, things: { partnershipId, organisationId, groupId, siteId, tagId: await value('etiquettes'), kindId: await value('typologies'), formId: await value('formes-d-engagement'), reasonId: await value('motifs-de-fin'), officerId: officer.userId, batchId, agreementId, fileId, handoverId, taskId, contactId, listId, offerSearchId, offerId, sessionId, interactionId, outcomeId: await value('resultats-d-echange') } };
}

/** One of our exchanges, where nobody is noted yet. */
const exchangeIn = (ctx: Ctx) => ctx.db.interaction.create({ data: { partnershipId: ours.partnershipId, body: 'X' }, select: { id: true } });

let us: Agency;
let ours: Things;
let theirs: Things;
const values: Record<string, string> = {};
beforeAll(async () => {
  const [first, second] = [await furnished(), await furnished()];
  us = first.ml;
  ours = first.things;
  theirs = second.things;
  values.association = (await us.as('officer').run((ctx) => ctx.db.organisationKind.findUniqueOrThrow({ where: { code: 'association' } }))).id;
}, 60_000);

/** A search of whoever writes. */
const searchIn = async (ctx: Ctx) => (await ctx.db.offerSearch.create({ data: { name: 'X', filters: 'q=x' } })).id;
const aRun = () => ({ startsAt: new Date('2027-01-05T08:00:00Z'), endsAt: new Date('2027-01-05T10:00:00Z'), seats: 10 });
const aFile = () => ({ name: 'a.pdf', mediaType: 'application/pdf', size: 1, sha256: 'x', fileKey: crypto.randomUUID() });
/** One of our agreements, empty. */
const agreementIn = async (ctx: Ctx) => (await ctx.db.agreement.create({ data: { partnershipId: ours.partnershipId, title: 'X' }, select: { id: true } })).id;

const rejected = /row-level security|foreign key constraint|belongs to another agency|works in another agency|belongs to another partner|signature stays|permission denied/i;

/** What an attacker who knows the ids of another agency would write; each stands beside the honest one, which works. */
const writes: Record<string, (things: Things) => (ctx: Ctx) => Promise<unknown>> = {
  'a contact on their partnership': ({ partnershipId }) => (ctx) => ctx.db.contact.create({ data: { partnershipId, lastName: 'X' } }),
  'an exchange on their partnership': ({ partnershipId }) => (ctx) => ctx.db.interaction.create({ data: { partnershipId, body: 'X' } }),
  'their contact in our exchange': ({ contactId }) => async (ctx) => ctx.db.interactionContact.create({ data: { partnershipId: ours.partnershipId, interactionId: (await exchangeIn(ctx)).id, contactId } }),
  'our contact in their exchange': ({ partnershipId, interactionId }) => (ctx) => ctx.db.interactionContact.create({ data: { partnershipId, interactionId, contactId: ours.contactId } }),
  'their officer in our exchange': ({ officerId }) => async (ctx) => ctx.db.interactionColleague.create({ data: { partnershipId: ours.partnershipId, interactionId: (await exchangeIn(ctx)).id, userId: officerId } }),
  'our officer in their exchange': ({ partnershipId, interactionId }) => (ctx) => ctx.db.interactionColleague.create({ data: { partnershipId, interactionId, userId: ours.officerId } }),
  'their exchange before our task': ({ interactionId }) => (ctx) => ctx.db.task.create({ data: { title: 'X', dueOn: new Date(), interactionId } }),
  'their result on our exchange': ({ outcomeId }) => (ctx) => ctx.db.interaction.create({ data: { partnershipId: ours.partnershipId, body: 'X', outcomeId } }),
  'a theme on their partnership': ({ partnershipId }) => (ctx) => ctx.db.partnershipTheme.create({ data: { partnershipId, themeCode: 'emploi' } }),
  'a stage of their partnership': ({ partnershipId }) => (ctx) => ctx.db.stageMove.create({ data: { partnershipId, toStage: 'active' } }),
  'a task on their partnership': ({ partnershipId }) => (ctx) => ctx.db.task.create({ data: { partnershipId, title: 'X', dueOn: ctx.now } }),
  'a task given to their officer': ({ officerId }) => (ctx) => ctx.db.task.create({ data: { title: 'X', dueOn: ctx.now, assigneeId: officerId } }),
  'a task of ours given to their officer': ({ officerId }) => async (ctx) => ctx.db.task.updateMany({ where: { id: (await ctx.db.task.create({ data: { title: 'X', dueOn: ctx.now } })).id }, data: { assigneeId: officerId } }),
  'a task signed by their officer': ({ officerId }) => (ctx) => ctx.db.task.create({ data: { title: 'X', dueOn: ctx.now, createdById: officerId } }),
  'a task done by their officer': ({ officerId }) => (ctx) => ctx.db.task.create({ data: { title: 'X', dueOn: ctx.now, doneAt: ctx.now, doneById: officerId } }),
  'our tag on their partnership': ({ partnershipId }) => (ctx) => ctx.db.partnershipTag.create({ data: { partnershipId, tagId: ours.tagId } }),
  'our kind on their partnership': ({ partnershipId }) => (ctx) => ctx.db.partnershipKind.create({ data: { partnershipId, kindId: ours.kindId } }),
  'a line in their import': ({ batchId }) => (ctx) => ctx.db.importItem.create({ data: { batchId, position: 0, outcome: 'create', label: 'X' } }),
  'an engagement on their partnership': ({ partnershipId }) => (ctx) => ctx.db.engagement.create({ data: { partnershipId, formId: ours.formId } }),
  'their contact as who said so': ({ contactId }) => (ctx) => ctx.db.engagement.updateMany({ where: { partnershipId: ours.partnershipId, formId: ours.formId }, data: { saidByContactId: contactId } }),
  'a partner of theirs in our list': ({ partnershipId }) => (ctx) => ctx.db.savedListPartner.create({ data: { listId: ours.listId, partnershipId } }),
  'our partner in their list': ({ listId }) => (ctx) => ctx.db.savedListPartner.upsert({ where: { missionLocaleId_listId_partnershipId: { missionLocaleId: us.id, listId, partnershipId: ours.partnershipId } }, create: { listId, partnershipId: ours.partnershipId }, update: {} }),
  'a list signed by their officer': ({ officerId }) => (ctx) => ctx.db.savedList.create({ data: { name: 'X', isShared: true, createdById: officerId } }),
  'their tag': ({ tagId }) => (ctx) => ctx.db.partnershipTag.upsert({ where: { missionLocaleId_partnershipId_tagId: { missionLocaleId: us.id, partnershipId: ours.partnershipId, tagId } }, create: { partnershipId: ours.partnershipId, tagId }, update: {} }),
  'their kind': ({ kindId }) => (ctx) => ctx.db.partnershipKind.upsert({ where: { missionLocaleId_partnershipId_kindId: { missionLocaleId: us.id, partnershipId: ours.partnershipId, kindId } }, create: { partnershipId: ours.partnershipId, kindId }, update: {} }),
  'their form of engagement': ({ formId }) => (ctx) => ctx.db.engagement.upsert({ where: { missionLocaleId_partnershipId_formId: { missionLocaleId: us.id, partnershipId: ours.partnershipId, formId } }, create: { partnershipId: ours.partnershipId, formId }, update: {} }),
  'their officer': ({ officerId }) => (ctx) => ctx.db.partnership.updateMany({ where: { id: ours.partnershipId }, data: { officerId } }),
  'a gift of their partnership': ({ partnershipId }) => (ctx) => ctx.db.patronage.create({ data: { partnershipId, kind: 'money', year: 2026 } }),
  'their contact for our gift': ({ contactId }) => (ctx) => ctx.db.patronage.create({ data: { partnershipId: ours.partnershipId, kind: 'money', year: 2026, contactId } }),
  'an offer of their partner': ({ partnershipId }) => (ctx) => ctx.db.offer.create({ data: { partnershipId, kind: 'job', title: 'X' } }),
  'an offer signed by theirs': ({ officerId }) => (ctx) => ctx.db.offer.create({ data: { kind: 'job', title: 'X', createdById: officerId } }),
  'an offer kept for their officer': ({ officerId }) => (ctx) => ctx.db.keptOffer.createMany({ data: [{ userId: officerId === ours.officerId ? ctx.actor.userId : officerId, keptIn: 'selection', offerId: crypto.randomUUID(), offerAgencyId: us.id }] }),
  'a search kept for their officer': ({ officerId }) => (ctx) => ctx.db.offerSearch.createMany({ data: [{ userId: officerId === ours.officerId ? ctx.actor.userId : officerId, name: 'X', filters: 'q=x' }] }),
  'an alert of their officer': ({ officerId }) => async (ctx) => ctx.db.offerAlert.createMany({ data: [{ userId: officerId === ours.officerId ? ctx.actor.userId : officerId, searchId: await searchIn(ctx), offerId: crypto.randomUUID(), offerAgencyId: us.id }] }),
  'an alert of their search': ({ offerSearchId }) => async (ctx) => ctx.db.offerAlert.createMany({ data: [{ searchId: offerSearchId === ours.offerSearchId ? await searchIn(ctx) : offerSearchId, offerId: crypto.randomUUID(), offerAgencyId: us.id }] }),
  'a session of their offer': ({ offerId }) => (ctx) => ctx.db.offerSession.createMany({ data: [{ offerId, ...aRun() }] }),
  'a session signed by their officer': ({ officerId }) => (ctx) => ctx.db.offerSession.createMany({ data: [{ offerId: ours.offerId, createdById: officerId, ...aRun() }] }),
  'somebody at their session': ({ sessionId }) => (ctx) => ctx.db.offerRegistration.createMany({ data: [{ sessionId, label: 'Léa M.', state: 'seated', position: Math.floor(Math.random() * 1e9) }] }),
  'somebody registered by their officer': ({ officerId }) => (ctx) => ctx.db.offerRegistration.createMany({ data: [{ sessionId: ours.sessionId, createdById: officerId, label: 'Léa M.', state: 'seated', position: Math.floor(Math.random() * 1e9) }] }),
  'offers sent by their officer': ({ officerId }) => (ctx) => ctx.db.offerSending.createMany({ data: [{ createdById: officerId === ours.officerId ? ctx.actor.userId : officerId, offerIds: [crypto.randomUUID()] }] }),
  'an agreement with their partnership': ({ partnershipId }) => (ctx) => ctx.db.agreement.create({ data: { partnershipId, title: 'X' } }),
  'an agreement that follows theirs': ({ agreementId }) => (ctx) => ctx.db.agreement.create({ data: { partnershipId: ours.partnershipId, title: 'X', renewsId: agreementId } }),
  'our partner as a party to their agreement': ({ agreementId }) => (ctx) => ctx.db.agreementParty.create({ data: { agreementId, partnershipId: ours.partnershipId } }),
  'their partner as a party to our agreement': ({ partnershipId }) => async (ctx) => ctx.db.agreementParty.create({ data: { agreementId: await agreementIn(ctx), partnershipId } }),
  'a form covered by their agreement': ({ agreementId }) => (ctx) => ctx.db.agreementForm.create({ data: { agreementId, formId: ours.formId, partnershipId: ours.partnershipId } }),
  'their form covered by our agreement': ({ formId }) => async (ctx) => ctx.db.agreementForm.create({ data: { agreementId: await agreementIn(ctx), formId, partnershipId: ours.partnershipId } }),
  'our agreement told in their history': ({ partnershipId }) => async (ctx) => ctx.db.agreementForm.create({ data: { agreementId: await agreementIn(ctx), formId: ours.formId, partnershipId } }),
  'our file in their agreement': ({ agreementId }) => async (ctx) => ctx.db.agreementFile.create({ data: { agreementId, fileId: (await ctx.db.storedFile.create({ data: aFile() })).id, partnershipId: ours.partnershipId } }),
  'their file in our agreement': ({ fileId }) => async (ctx) => ctx.db.agreementFile.create({ data: { agreementId: await agreementIn(ctx), fileId, partnershipId: ours.partnershipId } }),
  'our file told in their history': ({ partnershipId }) => async (ctx) => ctx.db.agreementFile.create({ data: { agreementId: await agreementIn(ctx), fileId: (await ctx.db.storedFile.create({ data: aFile() })).id, partnershipId } }),
  'our file in their exchange': ({ partnershipId, interactionId }) => async (ctx) => ctx.db.interactionFile.create({ data: { partnershipId, interactionId, fileId: (await ctx.db.storedFile.create({ data: aFile() })).id } }),
  'their file in our exchange': ({ fileId }) => async (ctx) => ctx.db.interactionFile.create({ data: { partnershipId: ours.partnershipId, interactionId: (await exchangeIn(ctx)).id, fileId } }),
  'a file sent by their officer': ({ officerId }) => (ctx) => ctx.db.storedFile.create({ data: { ...aFile(), sentById: officerId } }),
  'a report signed by their officer': ({ officerId }) => (ctx) => ctx.db.feedback.create({ data: { kind: 'idea', happened: 'X', authorId: officerId } }),
  'a report answered by their officer': ({ officerId }) => (ctx) => ctx.db.feedback.create({ data: { kind: 'idea', happened: 'X', answeredById: officerId } }),
  'a report of ours answered by their officer': ({ officerId }) => async (ctx) => ctx.db.feedback.updateMany({ where: { id: (await ctx.db.feedback.create({ data: { kind: 'idea', happened: 'X' } })).id }, data: { answeredById: officerId } }),
  'a portfolio of their officer': ({ officerId }) => (ctx) => ctx.db.handover.create({ data: { scope: '', fromId: officerId } }),
  'a portfolio given to their officer': ({ officerId }) => (ctx) => ctx.db.handover.create({ data: { scope: '', toId: officerId } }),
  'a handover signed by their officer': ({ officerId }) => (ctx) => ctx.db.handover.create({ data: { scope: '', createdById: officerId } }),
  'a handover undone by their officer': ({ officerId }) => async (ctx) => ctx.db.handover.updateMany({ where: { id: (await ctx.db.handover.create({ data: { scope: '' } })).id }, data: { undoneById: officerId } }),
  'our list in their handover': ({ handoverId }) => (ctx) => ctx.db.handoverList.createMany({ data: [{ handoverId, listId: ours.listId, name: 'X' }], skipDuplicates: true }),
  'their list in our handover': ({ listId }) => async (ctx) => ctx.db.handoverList.create({ data: { handoverId: (await ctx.db.handover.create({ data: { scope: '' } })).id, listId, name: 'X' } }),
  'our partner in their handover': ({ handoverId }) => (ctx) => ctx.db.handoverPartner.createMany({ data: [{ handoverId, partnershipId: ours.partnershipId }], skipDuplicates: true }),
  'their partner in our handover': ({ partnershipId }) => async (ctx) => ctx.db.handoverPartner.create({ data: { handoverId: (await ctx.db.handover.create({ data: { scope: '' } })).id, partnershipId } }),
  'our task in their handover': ({ handoverId }) => (ctx) => ctx.db.handoverTask.createMany({ data: [{ handoverId, taskId: ours.taskId }], skipDuplicates: true }),
  'their task in our handover': ({ taskId }) => async (ctx) => ctx.db.handoverTask.create({ data: { handoverId: (await ctx.db.handover.create({ data: { scope: '' } })).id, taskId } }),
  'their site': ({ siteId }) => (ctx) => ctx.db.partnership.updateMany({ where: { id: ours.partnershipId }, data: { siteId } }),
  'their reason of ending': ({ reasonId }) => (ctx) => ctx.db.partnership.updateMany({ where: { id: ours.partnershipId }, data: { endReasonId: reasonId } }),
  'an exchange signed by their officer': ({ officerId }) => (ctx) => ctx.db.interaction.create({ data: { partnershipId: ours.partnershipId, body: 'X', authorId: officerId } }),
  'a stage moved by their officer': ({ officerId }) => (ctx) => ctx.db.stageMove.create({ data: { partnershipId: ours.partnershipId, toStage: 'active', byId: officerId } }),
  'an import of their officer': ({ officerId }) => (ctx) => ctx.db.importBatch.create({ data: { fileName: 'x.csv', fileKey: crypto.randomUUID(), fileSha256: 'x', fileSize: 1, createdById: officerId } }),
  'a change of many partners by their officer': ({ officerId }) => (ctx) => ctx.db.bulkChange.create({ data: { change: {}, before: [], count: 0, createdById: officerId } }),
  'their organisation without SIRET as the parent of ours': ({ groupId }) => (ctx) => ctx.db.organisation.update({ where: { id: ours.organisationId }, data: { parentId: groupId } }),
  // createMany: a new record is not read back before its first partnership.
  'their organisation without SIRET as the parent of a new one': ({ groupId }) => (ctx) => ctx.db.organisation.createMany({ data: [{ name: 'X', nameKey: 'x', kindId: values.association!, parentId: groupId }] }),
};

describe('an id of another agency is refused', () => {
  test.each(Object.entries(writes))('%s', async (_name, write) => {
    await us.as('officer').run(write(ours));
    await expect(us.as('officer').run(write(theirs))).rejects.toThrow(rejected);
  });

  test('a partnership with their organisation that has no SIRET', async () => {
    await expect(us.as('officer').run((ctx) => ctx.db.partnership.create({ data: { organisationId: theirs.organisationId } }))).rejects.toThrow(rejected);
  });

  test('a local kind on the shared record, even one’s own', async () => {
    for (const { kindId } of [ours, theirs]) await expect(us.as('officer').run((ctx) => ctx.db.organisation.update({ where: { id: ours.organisationId }, data: { kindId } }))).rejects.toThrow(rejected);
  });

  test('a pair of duplicates: only the search writes one, and who settles it is of the agency', async () => {
    const { partnershipId: otherId } = await us.as('officer').run(async ({ db }) => {
      const id = crypto.randomUUID();
      await db.organisation.createMany({ data: [{ id, name: 'X', nameKey: 'x', kindId: values.association! }] });
      return { partnershipId: (await db.partnership.create({ data: { organisationId: id } })).id };
    });
    const [oneId, secondId] = [ours.partnershipId, otherId].sort() as [string, string];
    const pair = { oneId, otherId: secondId, score: 90, level: 'sure' as const, reasons: [] };
    await expect(us.as('officer').run(({ db }) => db.duplicatePair.createMany({ data: [pair] }))).rejects.toThrow(rejected);
    await expect(asSystem('a test writes a pair across agencies', (db) => db.duplicatePair.createMany({ data: [{ ...pair, missionLocaleId: us.id, ...(oneId < theirs.partnershipId ? { otherId: theirs.partnershipId } : { oneId: theirs.partnershipId, otherId: oneId }) }] }))).rejects.toThrow(rejected);
    await asSystem('a test writes a pair', (db) => db.duplicatePair.createMany({ data: [{ ...pair, missionLocaleId: us.id }] }));
    const signedBy = (dismissedById: string) => us.as('officer').run(({ db }) => db.duplicatePair.updateMany({ where: { oneId, otherId: secondId }, data: { dismissedById } }));
    expect(await signedBy(ours.officerId)).toEqual({ count: 1 });
    await expect(signedBy(theirs.officerId)).rejects.toThrow(rejected);
  });

  test('a merge with their partner, of theirs, signed or undone by theirs, and a double of their organisation', async () => {
    const { id: mergedId, organisationId } = await us.as('officer').run(async (ctx) => {
      const id = crypto.randomUUID();
      await ctx.db.organisation.createMany({ data: [{ id, name: 'X', nameKey: 'x', kindId: values.association! }] });
      return ctx.db.partnership.create({ data: { organisationId: id }, select: { id: true, organisationId: true } });
    });
    const merge = (data: object) => us.as('officer').run(({ db }) => db.partnerMerge.create({ data: { keptId: ours.partnershipId, mergedId, keptName: 'X', mergedName: 'X', ...data } }));
    await expect(merge({ keptId: theirs.partnershipId })).rejects.toThrow(rejected);
    await expect(merge({ mergedId: theirs.partnershipId })).rejects.toThrow(rejected);
    await expect(merge({ createdById: theirs.officerId })).rejects.toThrow(rejected);
    const { id } = await merge({});
    await expect(us.as('officer').run(({ db }) => db.partnerMerge.updateMany({ where: { id }, data: { undoneById: theirs.officerId } }))).rejects.toThrow(rejected);
    const theirMerge = await asSystem('a test writes a merge of theirs', async (db) => {
      const { missionLocaleId } = await db.partnership.findFirstOrThrow({ where: { id: theirs.partnershipId } });
      return db.partnerMerge.create({ data: { missionLocaleId, keptId: theirs.partnershipId, mergedId: theirs.partnershipId, keptName: 'X', mergedName: 'X' } });
    });
    await expect(us.as('officer').run(({ db }) => db.partnerMergeJournal.createMany({ data: [{ mergeId: theirMerge.id, journal: {} }] }))).rejects.toThrow(rejected);
    await us.as('officer').run(({ db }) => db.partnerMergeJournal.createMany({ data: [{ mergeId: id, journal: {} }] }));
    await expect(us.as('officer').run(({ db }) => db.partnership.updateMany({ where: { id: mergedId }, data: { mergedIntoId: theirs.partnershipId } }))).rejects.toThrow(rejected);
    await expect(us.as('officer').run(({ db }) => db.organisation.updateMany({ where: { id: organisationId }, data: { mergedIntoId: theirs.organisationId } }))).rejects.toThrow(rejected);
    expect(await us.as('officer').run(({ db }) => db.organisation.updateMany({ where: { id: organisationId }, data: { mergedIntoId: ours.organisationId } }))).toEqual({ count: 1 });
  });

  test('who signed is never rewritten, even as a colleague', async () => {
    const colleague = await us.another('officer');
    const signed = await us.as('officer').run(async ({ db }) => ({
      exchange: await db.interaction.create({ data: { partnershipId: ours.partnershipId, body: 'X' } }),
      move: await db.stageMove.create({ data: { partnershipId: ours.partnershipId, toStage: 'active' } }),
      batch: await db.importBatch.create({ data: { fileName: 'x.csv', fileKey: crypto.randomUUID(), fileSha256: 'x', fileSize: 1 } }),
    }));
    await expect(us.as('officer').run(({ db }) => db.interaction.updateMany({ where: { id: signed.exchange.id }, data: { authorId: colleague.userId } }))).rejects.toThrow(rejected);
    await expect(us.as('officer').run(({ db }) => db.stageMove.updateMany({ where: { id: signed.move.id }, data: { byId: null } }))).rejects.toThrow(rejected);
    await expect(us.as('officer').run(({ db }) => db.importBatch.updateMany({ where: { id: signed.batch.id }, data: { createdById: colleague.userId } }))).rejects.toThrow(rejected);
  });

  test('the agency that wrote a shared record is not replaced by one that works with it too', async () => {
    const siret = '26651106900012';
    const other = await missionLocale();
    const { organisationId } = await other.as('officer').run(async ({ db }) => {
      const id = crypto.randomUUID();
      await db.organisation.createMany({ data: [{ id, siret, name: 'X', nameKey: 'x', kindId: values.association! }] });
      return db.partnership.create({ data: { organisationId: id } });
    });
    await us.as('officer').run(({ db }) => db.partnership.create({ data: { organisationId } }));
    await expect(us.as('officer').run(({ db }) => db.organisation.updateMany({ where: { id: organisationId }, data: { homeMissionLocaleId: us.id } }))).rejects.toThrow(rejected);
  });

  test('their agency written in full on a new row', async () => {
    const missionLocaleId = (await us.as('officer').run((ctx) => ctx.db.missionLocale.findMany())).map(({ id }) => id).find((id) => id !== us.id)!;
    await expect(us.as('officer').run((ctx) => ctx.db.site.create({ data: { missionLocaleId, name: 'X' } }))).rejects.toThrow(rejected);
    await expect(us.as('officer').run((ctx) => ctx.db.tag.create({ data: { missionLocaleId, label: 'X' } }))).rejects.toThrow(rejected);
    await expect(us.as('officer').run((ctx) => ctx.db.tag.create({ data: { missionLocaleId: null, label: 'X' } }))).rejects.toThrow(rejected);
    await expect(us.as('officer').run((ctx) => ctx.db.outboxEvent.createMany({ data: [{ missionLocaleId, type: 'partner.added', payload: {} }] }))).rejects.toThrow(rejected);
  });
});

describe('what the walls leave open', () => {
  test('a colleague who has left still signs what was theirs', async () => {
    const gone = await us.another('officer');
    await asSystem('a test: somebody leaves', (db) => db.membership.updateMany({ where: { userId: gone.userId }, data: { endedAt: new Date() } }));
    await us.as('officer').run(({ db }) => db.interaction.create({ data: { partnershipId: ours.partnershipId, body: 'X', authorId: gone.userId } }));
  });

  test('an organisation of the network, which has a SIRET, is the parent of ours', async () => {
    const id = crypto.randomUUID();
    await asSystem('a test: the network knows a head office', (db) => db.organisation.createMany({ data: [{ id, siret: '26651106900020', name: 'X', nameKey: 'x', kindId: values.association!, homeMissionLocaleId: null }] }));
    await us.as('officer').run(({ db }) => db.organisation.update({ where: { id: ours.organisationId }, data: { parentId: id } }));
  });
});

test('every column of a private table that points to a thing is tried above', async () => {
  const columns = await onServer<{ name: string }>(adminUrl(), `SELECT DISTINCT c.conrelid::regclass || '.' || a.attname AS name FROM pg_constraint c
    JOIN pg_attribute own ON own.attrelid = c.conrelid AND own.attname = 'mission_locale_id' AND own.attnotnull
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey) AND a.attname <> 'mission_locale_id'
    WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace ORDER BY 1`);
  const free = ['partnership_theme.theme_code', 'offer.commune_code']; // themes and communes are for everybody
  expect(columns.map(({ name }) => name).filter((name) => !free.includes(name))).toEqual([
    'agreement.partnership_id',
    'agreement.renews_id',
    'agreement_file.agreement_id',
    'agreement_file.file_id',
    'agreement_file.partnership_id',
    'agreement_form.agreement_id',
    'agreement_form.form_id',
    'agreement_form.partnership_id',
    'agreement_party.agreement_id',
    'agreement_party.partnership_id',
    'contact.partnership_id',
    'duplicate_pair.dismissed_by_id',
    'duplicate_pair.one_id',
    'duplicate_pair.other_id',
    'engagement.form_id',
    'engagement.partnership_id',
    'engagement.said_by_contact_id',
    'handover.created_by_id',
    'handover.from_id',
    'handover.to_id',
    'handover.undone_by_id',
    'handover_list.handover_id',
    'handover_list.list_id',
    'handover_partner.handover_id',
    'handover_partner.partnership_id',
    'handover_task.handover_id',
    'handover_task.task_id',
    'feedback.answered_by_id',
    'feedback.author_id',
    'import_batch.created_by_id',
    'import_item.batch_id',
    'interaction.author_id',
    'interaction.outcome_id',
    'interaction.partnership_id',
    'interaction_colleague.interaction_id',
    'interaction_colleague.partnership_id',
    'interaction_colleague.user_id',
    'interaction_contact.contact_id',
    'interaction_contact.interaction_id',
    'interaction_contact.partnership_id',
    'interaction_file.file_id',
    'interaction_file.interaction_id',
    'interaction_file.partnership_id',
    'offer.created_by_id',
    'offer.partnership_id',
    'kept_offer.user_id',
    'offer_registration.created_by_id',
    'offer_registration.session_id',
    'offer_session.created_by_id',
    'offer_session.offer_id',
    'offer_search.user_id',
    'offer_alert.search_id',
    'offer_alert.user_id',
    'offer_sending.created_by_id',
    'partner_merge.created_by_id',
    'partner_merge.kept_id',
    'partner_merge.merged_id',
    'partner_merge.undone_by_id',
    'partner_merge_journal.merge_id',
    'partnership.end_reason_id',
    'partnership.merged_into_id',
    'partnership.officer_id',
    'partnership.organisation_id',
    'partnership.site_id',
    'partnership_kind.kind_id',
    'partnership_kind.partnership_id',
    'partnership_tag.partnership_id',
    'partnership_tag.tag_id',
    'partnership_theme.partnership_id',
    'patronage.contact_id',
    'patronage.partnership_id',
    'saved_list.created_by_id',
    'saved_list_partner.list_id',
    'saved_list_partner.partnership_id',
    'saved_list_place.list_id',
    'saved_list_place.partnership_id',
    'saved_list_place.user_id',
    'stage_move.by_id',
    'stage_move.partnership_id',
    'stored_file.sent_by_id',
    'task.assignee_id',
    'task.created_by_id',
    'task.done_by_id',
    'task.interaction_id',
    'task.partnership_id',
  ].sort());
});

test('what belongs to another agency is neither read, changed nor deleted by its id', async () => {
  await us.as('admin').run(async ({ db }) => {
    expect(await db.partnership.findFirst({ where: { id: theirs.partnershipId } })).toBeNull();
    expect(await db.organisation.findFirst({ where: { id: theirs.organisationId } })).toBeNull();
    expect(await db.tag.findFirst({ where: { id: theirs.tagId } })).toBeNull();
    expect((await db.partnership.updateMany({ where: { id: theirs.partnershipId }, data: { stage: 'archived' } })).count).toBe(0);
    expect((await db.organisation.updateMany({ where: { id: theirs.organisationId }, data: { name: 'À nous' } })).count).toBe(0);
    expect((await db.partnership.deleteMany({ where: { id: theirs.partnershipId } })).count).toBe(0);
    expect((await db.site.deleteMany({ where: { id: theirs.siteId } })).count).toBe(0);
    expect((await db.tag.deleteMany({ where: { id: theirs.tagId } })).count).toBe(0);
  });
});
