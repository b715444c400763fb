import { beforeAll, expect, test } from 'vitest';
import type { Ctx } from '~/access/context';
import { addAgreement } from '~/domain/agreement/add-agreement.server';
import { attachToAgreement } from '~/domain/agreement/agreement-file.server';
import { addAgreementParty } from '~/domain/agreement/agreement-party.server';
import { editAgreement } from '~/domain/agreement/edit-agreement.server';
import { renewAgreement } from '~/domain/agreement/renew-agreement.server';
import { addContact } from '~/domain/contact/add-contact.server';
import { deleteContact } from '~/domain/contact/delete-contact.server';
import { editContact } from '~/domain/contact/edit-contact.server';
import { getMatrix, matrixText } from '~/domain/engagement/matrix.queries.server';
import { saveEngagements } from '~/domain/engagement/save-engagements.server';
import { setEngagement } from '~/domain/engagement/set-engagement.server';
import { addExchange } from '~/domain/exchange/add-exchange.server';
import { editExchange } from '~/domain/exchange/edit-exchange.server';
import { attachToExchange } from '~/domain/exchange/exchange-file.server';
import { restoreValue } from '~/domain/history/restore-value.server';
import { addBeside } from '~/domain/import/write-partnerships.server';
import { attachedTables } from '~/domain/merge/attached-tables';
import { mergePartners } from '~/domain/merge/merge-partners.server';
import { addOffer } from '~/domain/offer/add-offer.server';
import { duplicateOffer } from '~/domain/offer/duplicate-offer.server';
import { addPartner } from '~/domain/partner/add-partner.server';
import { editOrganisation } from '~/domain/partner/edit-partner.server';
import type { BulkChange } from '~/domain/partner/list/bulk-change.schema';
import { changeTogether } from '~/domain/partner/list/change-together.server';
import { noFilters } from '~/domain/partner/list/filters';
import { undoChange } from '~/domain/partner/list/undo-change.server';
import { assignOfficer } from '~/domain/partnership/assign-officer.server';
import { movePartnership } from '~/domain/partnership/move-partnership.server';
import { setKinds } from '~/domain/partnership/set-kinds.server';
import { setTags } from '~/domain/partnership/set-tags.server';
import { setThemes } from '~/domain/partnership/set-themes.server';
import { undoMove } from '~/domain/partnership/undo-move.server';
import { addPatronage } from '~/domain/patronage/add-patronage.server';
import { editPatronage } from '~/domain/patronage/edit-patronage.server';
import { handOverPortfolio } from '~/domain/portfolio/hand-over-portfolio.server';
import { wholePortfolio } from '~/domain/portfolio/portfolio-scope';
import { savePicked } from '~/domain/saved-list/save-picked.server';
import { addTask } from '~/domain/task/add-task.server';
import { completeTask } from '~/domain/task/complete-task.server';
import { editTask } from '~/domain/task/edit-task.server';
import { Prisma } from '#prisma';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';

useDatabase();

let ml: Awaited<ReturnType<typeof missionLocale>>;
let common: { tagId: string; kindId: string; listId: string; otherId: string; otherAgreementId: string; colleagueId: string };

beforeAll(async () => {
  ml = await missionLocale();
  const { partnershipId: otherId } = await ml.as('manager').do(addPartner, { name: 'Mairie de Tarbes' });
  const { agreementId: otherAgreementId } = await ml.as('manager').do(addAgreement, { partnershipId: otherId, title: 'Chantier d’été' });
  common = {
    otherId,
    otherAgreementId,
    tagId: (await ml.as('admin').run(({ db }) => db.tag.create({ data: { label: 'Forum 2026' } }))).id,
    kindId: (await ml.as('admin').run(({ db }) => db.organisationKind.findFirstOrThrow({ where: { code: 'association' } }))).id,
    listId: (await ml.as('manager').run(({ db }) => db.savedList.create({ data: { name: 'À revoir', isShared: true } }))).id,
    colleagueId: (await ml.another('officer')).userId,
  };
});

/** Two records of one garage; on the one that is to be taken in, a little of everything. */
async function twoRecords(ctx: Ctx) {
  const { partnershipId: keptId } = await addPartner(ctx, { name: 'Garage Morel' });
  const { partnershipId: mergedId, organisationId } = await addPartner(ctx, { name: 'SARL Garage Morel', officerId: ctx.actor.userId });
  const { contactId } = await addContact(ctx, { partnershipId: mergedId, lastName: 'Morel', phone: '06 39 98 12 34' });
  const { exchangeId } = await addExchange(ctx, { partnershipId: mergedId, kind: 'visit', body: 'Visite' });
  const { taskId } = await addTask(ctx, { partnershipId: mergedId, title: 'Rappeler', dueOn: '2030-01-15' });
  const { patronageId } = await addPatronage(ctx, { partnershipId: mergedId, kind: 'skills', year: 2025 });
  const { agreementId } = await addAgreement(ctx, { partnershipId: mergedId, title: 'Immersions', state: 'active', startsOn: '2026-01-01' });
  const { offerId } = await addOffer(ctx, { partnershipId: mergedId, kind: 'immersion', title: 'Mécanique' } as never);
  const { moveId } = await movePartnership(ctx, { partnershipId: mergedId, verb: 'contact' });
  // Both have a word on the same form, and the same theme: those of the record that is taken in stay on it.
  for (const partnershipId of [keptId, mergedId]) {
    await setEngagement(ctx, { partnershipId, formCode: 'immersion', readiness: 'willing' } as never);
    await setThemes(ctx, { partnershipId, themes: ['emploi'] });
  }
  await setTags(ctx, { partnershipId: mergedId, tagIds: [common.tagId] });
  return { ...common, keptId, mergedId, organisationId, contactId, exchangeId, taskId, patronageId, agreementId, offerId, moveId, userId: ctx.actor.userId };
}
type Records = Awaited<ReturnType<typeof twoRecords>>;
type Written = (ctx: Ctx, on: Records) => Promise<unknown>;

const file = { fileKey: 'un-fichier-d-essai', name: 'affiche.pdf', mediaType: 'application/pdf', size: 3, sha256: 'a'.repeat(64) };
const together = (change: (on: Records) => BulkChange): Written => (ctx, on) => changeTogether(ctx, { ids: [on.mergedId, on.otherId], change: change(on) });

/** What a person or a job may write on a record at that instant. */
const refused: Record<string, Written> = {
  'un échange': (ctx, { mergedId }) => addExchange(ctx, { partnershipId: mergedId, kind: 'call', body: 'Appel pendant la fusion' }),
  'un échange corrigé, avec qui y était': (ctx, { mergedId, exchangeId, contactId }) => editExchange(ctx, { partnershipId: mergedId, exchangeId, version: 1, kind: 'visit', body: 'Visite de l’atelier', contactIds: [contactId] }),
  'un fichier d’échange': (ctx, { mergedId, exchangeId }) => attachToExchange(ctx, { partnershipId: mergedId, exchangeId, files: [file] }),
  'un interlocuteur': (ctx, { mergedId }) => addContact(ctx, { partnershipId: mergedId, lastName: 'Roux' }),
  'un interlocuteur corrigé': (ctx, { mergedId, contactId }) => editContact(ctx, { partnershipId: mergedId, contactId, version: 1, lastName: 'Morel', jobTitle: 'Gérante', isMain: 'oui' }),
  'un interlocuteur supprimé': (ctx, { mergedId, contactId }) => deleteContact(ctx, { partnershipId: mergedId, contactId }),
  'une tâche': (ctx, { mergedId }) => addTask(ctx, { partnershipId: mergedId, title: 'Relancer', dueOn: '2030-01-15' }),
  'un don': (ctx, { mergedId }) => addPatronage(ctx, { partnershipId: mergedId, kind: 'money', year: 2026, amount: '100' }),
  'un don corrigé, avec à qui parler': (ctx, { mergedId, patronageId, contactId }) => editPatronage(ctx, { partnershipId: mergedId, patronageId, version: 1, kind: 'skills', year: 2026, contactId }),
  'une convention': (ctx, { mergedId }) => addAgreement(ctx, { partnershipId: mergedId, title: 'Stages' }),
  'les formes d’une convention': async (ctx, { mergedId, agreementId }) => editAgreement(ctx, { partnershipId: mergedId, agreementId, version: 1, title: 'Immersions', formIds: [(await ctx.db.engagementForm.findFirstOrThrow()).id] }),
  'une convention renouvelée': (ctx, { mergedId, agreementId }) => renewAgreement(ctx, { partnershipId: mergedId, agreementId }),
  'un fichier de convention': (ctx, { mergedId, agreementId }) => attachToAgreement(ctx, { partnershipId: mergedId, agreementId, files: [file] }),
  'une offre': (ctx, { mergedId }) => addOffer(ctx, { partnershipId: mergedId, kind: 'immersion', title: 'Carrosserie' } as never),
  'un engagement': (ctx, { mergedId }) => setEngagement(ctx, { partnershipId: mergedId, formCode: 'immersion', readiness: 'regular' } as never),
  'la grille des engagements': async (ctx, { mergedId }) => {
    const base = matrixText((await getMatrix(ctx, mergedId)).rows);
    return saveEngagements(ctx, { partnershipId: mergedId, base, typed: Object.fromEntries(Object.entries(base).map(([formId, row]) => [formId, { ...row, readiness: 'tried' }])), keep: {}, saidBy: null, saidOn: null } as never);
  },
  'les thématiques': (ctx, { mergedId }) => setThemes(ctx, { partnershipId: mergedId, themes: [] }),
  'les étiquettes': (ctx, { mergedId }) => setTags(ctx, { partnershipId: mergedId, tagIds: [] }),
  'les typologies': (ctx, { mergedId, kindId }) => setKinds(ctx, { partnershipId: mergedId, kindIds: [kindId] }),
  'une étape': (ctx, { mergedId }) => movePartnership(ctx, { partnershipId: mergedId, verb: 'activate' }),
  'une étape annulée': (ctx, { mergedId, moveId }) => undoMove(ctx, { partnershipId: mergedId, moveId }),
  'la personne référente': (ctx, { mergedId, colleagueId }) => assignOfficer(ctx, { partnershipId: mergedId, officerId: colleagueId }),
  'la fiche corrigée': (ctx, { mergedId }) => editOrganisation(ctx, { partnershipId: mergedId, description: 'Mécanique et carrosserie' }),
  'une étiquette rétablie depuis l’historique': async (ctx, { mergedId }) => {
    const [entry] = await ctx.db.$queryRaw<{ id: string }[]>`SELECT id::text FROM audit.entry WHERE record_id = ${mergedId}::uuid AND table_name = 'partnership_tag' ORDER BY id DESC LIMIT 1`;
    return restoreValue(ctx, { partnershipId: mergedId, entryId: entry!.id, column: 'tag_id', version: 1 });
  },
  'ce qu’un import met à côté': ({ db }, { mergedId }) =>
    addBeside(db, [{ partnershipId: mergedId, isNew: false, kindIds: [], themes: ['logement'], tags: [], contacts: [{ firstName: null, lastName: 'Roux', jobTitle: null, phone: null, email: null }], externalId: null } as never], new Map()),
};

/** Elsewhere than on the record that is taken in: on the one that is kept, on the others of a list, or nowhere. */
const lands: Record<string, Written> = {
  'une tâche faite': (ctx, { taskId }) => completeTask(ctx, { taskId }),
  'une offre copiée': (ctx, { offerId }) => duplicateOffer(ctx, { offerId }),
  'un autre signataire': async (ctx, { otherId, otherAgreementId, mergedId, keptId }) => {
    expect(await addAgreementParty(ctx, { partnershipId: otherId, agreementId: otherAgreementId, party: mergedId })).toEqual({ name: 'Garage Morel' });
    expect(await ctx.db.agreementParty.count({ where: { agreementId: otherAgreementId, partnershipId: keptId } })).toBe(1);
  },
  'une liste de partenaires cochés': async (ctx, { mergedId, otherId }) =>
    expect(await savePicked(ctx, { ids: [mergedId, otherId], isAll: false, name: 'Cochés', isShared: true, filters: noFilters })).toMatchObject({ count: 1 }),
  'ensemble, une liste': together(({ listId }) => ({ verb: 'lister', listId })),
  'ensemble, une étiquette': together(({ tagId }) => ({ verb: 'etiqueter', sense: 'ajouter', tagId })),
  'ensemble, une thématique': together(() => ({ verb: 'thematiser', sense: 'ajouter', themeCode: 'logement' })),
  'ensemble, une typologie': together(({ kindId }) => ({ verb: 'typer', sense: 'ajouter', kindId })),
  'ensemble, une tâche': together(() => ({ verb: 'planifier', title: 'Inviter', dueOn: '2030-01-15', forWhom: 'moi' })),
  'ensemble, une étape': together(() => ({ verb: 'deplacer', move: 'activate', endReasonId: null })),
  'ensemble, archiver': together(() => ({ verb: 'archiver' })),
  'ensemble, la personne référente': together(({ colleagueId }) => ({ verb: 'attribuer', officerId: colleagueId })),
};

/** All that points to a record, and the record itself, as it is at this instant. */
async function rowsOn({ db }: Ctx, partnershipId: string): Promise<Record<string, unknown>> {
  const tables = [...Object.keys(attachedTables), 'interaction_contact', 'interaction_colleague', 'interaction_file'];
  const one = (table: string, column: string) => Prisma.sql`SELECT ${table} AS name, jsonb_agg(to_jsonb(t) ORDER BY to_jsonb(t)::text) AS rows FROM public.${Prisma.raw(table)} t WHERE ${Prisma.raw(column)} = ${partnershipId}::uuid`;
  const found = await db.$queryRaw<{ name: string; rows: unknown }[]>(Prisma.join([...tables.map((table) => one(table, 'partnership_id')), one('partnership', 'id')], ' UNION ALL '));
  return Object.fromEntries(found.map(({ name, rows }) => [name, rows]));
}

/** Merges, and while that is not yet committed lets somebody write: the merge ends only once that waits for it. */
async function writeDuringMerge(write: Written) {
  const officer = ml.as('officer');
  const on = await officer.run(twoRecords);
  let written: Promise<unknown> = Promise.resolve();
  const left = await officer.run(async (ctx) => {
    await mergePartners(ctx, on);
    let isOver = false;
    written = officer.run((other) => write(other, on)).catch((error: unknown) => error).finally(() => (isOver = true));
    const waits = async () => (await ctx.db.$queryRaw<{ waits: boolean }[]>`SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))) AS waits`)[0]!.waits;
    while (!isOver && !(await waits())) await new Promise((again) => setTimeout(again, 5));
    expect(isOver, 'it was written, or refused, without waiting for the merge').toBe(false);
    return rowsOn(ctx, on.mergedId);
  });
  return { on, left, outcome: await written, after: await officer.run((ctx) => rowsOn(ctx, on.mergedId)) };
}

test.each(Object.entries(refused))('à l’instant d’une fusion, %s attend, puis est refusé en disant quelle fiche a tout repris', async (_what, write) => {
  const { on, left, outcome, after } = await writeDuringMerge(write);
  expect(outcome).toMatchObject({ message: 'Cette fiche a été fusionnée avec une autre, qui en a tout repris.', refusal: { kind: 'merged', keptId: on.keptId } });
  expect(after).toEqual(left);
});

test.each(Object.entries(lands))('à l’instant d’une fusion, %s attend, puis laisse la fiche reprise comme elle est', async (_what, write) => {
  const { left, outcome, after } = await writeDuringMerge(write);
  expect(outcome).not.toBeInstanceOf(Error);
  expect(after).toEqual(left);
});

test('à l’instant d’une fusion, une tâche corrigée est montrée de nouveau, et une passation fait relire', async () => {
  const task = await writeDuringMerge((ctx, { taskId }) => editTask(ctx, { taskId, version: 1, title: 'Rappeler demain', dueOn: '2030-01-16', assigneeId: null }));
  expect(task.outcome).toMatchObject({ refusal: { kind: 'stale' } });
  expect(task.after).toEqual(task.left);
  const { length: expected } = await ml.as('officer').run(({ db, actor }) => db.partnership.findMany({ where: { officerId: actor.userId, mergedIntoId: null } }));
  const handover = await writeDuringMerge((ctx, { colleagueId, userId }) => handOverPortfolio(ctx, { fromId: userId, toId: colleagueId, scope: wholePortfolio, word: null, introduce: false, expected: expected + 1 }));
  expect(handover.outcome).toMatchObject({ refusal: { kind: 'conflict' } });
  expect(handover.after).toEqual(handover.left);
});

test('un changement fait ensemble, annulé après une fusion, ne remet rien sur la fiche reprise', async () => {
  const officer = ml.as('officer');
  const on = await officer.run(twoRecords);
  const change: BulkChange = { verb: 'etiqueter', sense: 'enlever', tagId: on.tagId };
  const { changeId } = await officer.do(changeTogether, { ids: [on.mergedId], change });
  await officer.do(mergePartners, on);
  const left = await officer.run((ctx) => rowsOn(ctx, on.mergedId));
  expect(await officer.do(undoChange, { changeId: changeId! })).toEqual({ undone: 0, kept: 1 });
  expect(await officer.run((ctx) => rowsOn(ctx, on.mergedId))).toEqual(left);
});

test('la base refuse ce qui s’ajouterait à une fiche reprise, quoi que l’on écrive : chaque table de attached-tables.ts', async () => {
  const officer = ml.as('officer');
  const { keptId, mergedId } = await officer.run(twoRecords);
  await officer.do(mergePartners, { keptId, mergedId });
  const { guarded } = await officer.run(async ({ db }) => (await db.$queryRaw<{ guarded: string[] }[]>`SELECT array_agg(tgrelid::regclass::text ORDER BY 1) AS guarded FROM pg_trigger WHERE tgname = 'added_to_a_living_record'`)[0]!);
  expect([...guarded].sort()).toEqual(Object.keys(attachedTables).sort());
  await expect(officer.run(({ db }) => db.task.create({ data: { partnershipId: mergedId, title: 'Sans rien attendre', dueOn: new Date() } }))).rejects.toMatchObject({ refusal: { kind: 'merged', keptId } });
});
