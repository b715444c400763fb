import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Ctx } from '~/access/context';
import { addAgreement } from '~/domain/agreement/add-agreement.server';
import { addContact } from '~/domain/contact/add-contact.server';
import { editContact } from '~/domain/contact/edit-contact.server';
import { setEngagement } from '~/domain/engagement/set-engagement.server';
import { addExchange } from '~/domain/exchange/add-exchange.server';
import { deleteExchange } from '~/domain/exchange/delete-exchange.server';
import { mergeFields } from '~/domain/merge/merge-fields';
import { mergePartners } from '~/domain/merge/merge-partners.server';
import { undoMerge } from '~/domain/merge/undo-merge.server';
import { addPartner } from '~/domain/partner/add-partner.server';
import { editOrganisation } from '~/domain/partner/edit-partner.server';
import { assignOfficer } from '~/domain/partnership/assign-officer.server';
import { movePartnership } from '~/domain/partnership/move-partnership.server';
import { setTags } from '~/domain/partnership/set-tags.server';
import { setThemes } from '~/domain/partnership/set-themes.server';
import { addPatronage } from '~/domain/patronage/add-patronage.server';
import { addTask } from '~/domain/task/add-task.server';
import { completeTask } from '~/domain/task/complete-task.server';
import { addValue } from '~/domain/value/add-value.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { asObject, expectedAfterUndo, partnerWith, snapshotOf, themeCodes, type Shared, type Weight } from './two-records';

const { adminUrl } = useDatabase();
let ml: Awaited<ReturnType<typeof missionLocale>>;
let shared: Shared;

beforeAll(async () => {
  ml = await missionLocale();
  shared = { tagIds: [], formCodes: ['immersion', 'stage', 'visite', 'parrainage'], listIds: [], agreementIds: [] };
  for (const label of ['Forum', 'Mécène', 'Club']) shared.tagIds.push((await ml.as('admin').do(addValue, { set: 'etiquettes', label })).valueId);
  // A list that only a colleague sees, and one that both see.
  const own = await ml.as('manager').run(({ db }) => db.savedList.create({ data: { name: 'La mienne' } }));
  const open = await ml.as('officer').run(({ db }) => db.savedList.create({ data: { name: 'À tous', isShared: true } }));
  shared.listIds = [open.id];
  void own;
  const club = await ml.as('officer').do(addPartner, { name: 'Club d’entreprises' });
  shared.agreementIds = [(await ml.as('officer').do(addAgreement, { partnershipId: club.partnershipId, title: 'Charte locale' })).agreementId];
  const codes = await ml.as('officer').run(({ db }) => db.engagementForm.findMany({ where: { code: { not: null } }, orderBy: { position: 'asc' }, select: { code: true } }));
  shared.formCodes = codes.slice(0, 4).map(({ code }) => code!);
});

const numbers = (most: number) => fc.array(fc.nat(6), { maxLength: most });
const weight: fc.Arbitrary<Weight> = fc.record({
  contacts: fc.nat(3), exchanges: fc.nat(3), tasks: fc.nat(2), gifts: fc.nat(2), agreements: fc.nat(1), offers: fc.nat(1), themes: numbers(4), tags: numbers(3), forms: numbers(4), lists: numbers(1),
  phone: fc.constantFrom(null, '05 36 49 10 10', '05 36 49 10 11'), description: fc.constantFrom(null, 'Ouvert le samedi'), stage: fc.boolean(),
});
const side = fc.constantFrom('kept' as const, 'merged' as const);
const choices = fc.dictionary(fc.constantFrom(...mergeFields.map(({ field }) => field)), side);
type Pair = { kept: Awaited<ReturnType<typeof partnerWith>>; merged: Awaited<ReturnType<typeof partnerWith>> };

/** What people may do to the merged record, by number; each by its command. */
const edits: ((ctx: Ctx, pair: Pair, n: number) => Promise<unknown>)[] = [
  (ctx, { kept }, n) => addExchange(ctx, { partnershipId: kept.partnershipId, kind: 'call', direction: 'out', body: `Depuis ${n}`, contactIds: kept.contactIds.slice(0, 1) }),
  (ctx, { kept }, n) => addContact(ctx, { partnershipId: kept.partnershipId, lastName: `Depuis ${n}`, email: `depuis${n}@essai.example` }),
  async (ctx, { kept, merged }, n) => {
    const contactId = [...kept.contactIds, ...merged.contactIds][n];
    if (!contactId) return;
    const { version, lastName, phone, isMain } = await ctx.db.contact.findFirstOrThrow({ where: { id: contactId } });
    await editContact(ctx, { partnershipId: kept.partnershipId, contactId, version, lastName, phone, isMain, jobTitle: `Fonction ${n}` } as never);
  },
  async (ctx, { kept, merged }, n) => {
    const exchangeId = [...kept.exchangeIds, ...merged.exchangeIds][n];
    if (exchangeId) await deleteExchange(ctx, { partnershipId: kept.partnershipId, exchangeId });
  },
  async (ctx, { kept, merged }, n) => {
    const taskId = [...kept.taskIds, ...merged.taskIds][n];
    if (taskId) await completeTask(ctx, { taskId });
  },
  (ctx, { kept }, n) => setTags(ctx, { partnershipId: kept.partnershipId, tagIds: shared.tagIds.slice(n % 3) }),
  (ctx, { kept }, n) => setThemes(ctx, { partnershipId: kept.partnershipId, themes: themeCodes.slice(n % 4, (n % 4) + 3) }),
  (ctx, { kept }, n) => setEngagement(ctx, { partnershipId: kept.partnershipId, formCode: shared.formCodes[n % 4]!, readiness: 'willing', comment: `Depuis ${n}` } as never),
  (ctx, { kept }, n) => editOrganisation(ctx, { partnershipId: kept.partnershipId, description: `Depuis ${n}`, ...(n % 2 ? { phone: '05 36 49 20 20' } : {}) }),
  (ctx, { kept }) => assignOfficer(ctx, { partnershipId: kept.partnershipId, officerId: ctx.actor.userId }),
  (ctx, { kept }) => movePartnership(ctx, { partnershipId: kept.partnershipId, verb: 'contact' } as never).catch(() => undefined),
  (ctx, { kept }, n) => addPatronage(ctx, { partnershipId: kept.partnershipId, kind: 'goods', year: 2026, purpose: `Depuis ${n}` }),
  (ctx, { kept }, n) => addTask(ctx, { partnershipId: kept.partnershipId, title: `Depuis ${n}`, dueOn: '2030-02-01' }),
];
const edit = fc.tuple(fc.nat(edits.length - 1), fc.nat(5));

describe('fusionner puis annuler', () => {
  test('rend les deux fiches exactement, et garde exactement ce qui a été fait entre-temps', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(weight, weight, choices, fc.array(edit, { maxLength: 6 }), async (one, other, chosen, done) => {
        const officer = ml.as('officer');
        const pair: Pair = await officer.run(async (ctx) => ({ kept: await partnerWith(ctx, 'Garage', one, shared), merged: await partnerWith(ctx, 'Garage du Pont', other, shared) }));
        const [keptId, mergedId] = [pair.kept.partnershipId, pair.merged.partnershipId];
        const read = () => snapshotOf(adminUrl(), [keptId, mergedId]);
        const before = await read();
        const { mergeId } = await officer.do(mergePartners, { keptId, mergedId, choices: chosen });
        const merged = await read();
        for (const [which, n] of done) await officer.run((ctx) => edits[which]!(ctx, pair, n));
        const later = await read();
        await officer.do(undoMerge, { mergeId });
        expect(asObject(await read())).toEqual(asObject(expectedAfterUndo({ before, merged, later, keptId, mergedId })));
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });
});
