import type { Ctx } from '~/access/context';
import { addAgreement } from '~/domain/agreement/add-agreement.server';
import { addAgreementParty, removeAgreementParty } from '~/domain/agreement/agreement-party.server';
import { agreementVerbNames } from '~/domain/agreement/agreement.lifecycle';
import { deleteAgreement } from '~/domain/agreement/delete-agreement.server';
import { editAgreement } from '~/domain/agreement/edit-agreement.server';
import { moveAgreement } from '~/domain/agreement/move-agreement.server';
import { restoreAgreement } from '~/domain/agreement/restore-agreement.server';
import { addContact } from '~/domain/contact/add-contact.server';
import { chooseMainContact } from '~/domain/contact/choose-main-contact.server';
import { deleteContact } from '~/domain/contact/delete-contact.server';
import { editContact } from '~/domain/contact/edit-contact.server';
import { markContactLeft } from '~/domain/contact/mark-contact-left.server';
import { restoreContact } from '~/domain/contact/restore-contact.server';
import { readinessNames } from '~/domain/engagement/readiness';
import { setEngagement } from '~/domain/engagement/set-engagement.server';
import { addExchange } from '~/domain/exchange/add-exchange.server';
import { deleteExchange } from '~/domain/exchange/delete-exchange.server';
import { editExchange } from '~/domain/exchange/edit-exchange.server';
import { exchangeKindNames } from '~/domain/exchange/exchange-kinds';
import { pinExchange } from '~/domain/exchange/pin-exchange.server';
import { restoreExchange } from '~/domain/exchange/restore-exchange.server';
import { editOrganisation } from '~/domain/partner/edit-partner.server';
import { assignOfficer } from '~/domain/partnership/assign-officer.server';
import { movePartnership } from '~/domain/partnership/move-partnership.server';
import { verbNames } from '~/domain/partnership/partnership.lifecycle';
import { setTags } from '~/domain/partnership/set-tags.server';
import { setThemes } from '~/domain/partnership/set-themes.server';
import { addPatronage } from '~/domain/patronage/add-patronage.server';
import { deletePatronage } from '~/domain/patronage/delete-patronage.server';
import { editPatronage } from '~/domain/patronage/edit-patronage.server';
import { patronageKindNames } from '~/domain/patronage/patronage';
import { restorePatronage } from '~/domain/patronage/restore-patronage.server';
import { addTask } from '~/domain/task/add-task.server';
import { completeTask } from '~/domain/task/complete-task.server';
import { deleteTask } from '~/domain/task/delete-task.server';
import { editTask } from '~/domain/task/edit-task.server';
import { reopenTask } from '~/domain/task/reopen-task.server';
import { restoreTask } from '~/domain/task/restore-task.server';

/** The same numbers for the same seed (mulberry32): a walk that fails can be walked again. */
export function dice(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const upTo = (most: number) => Math.floor(next() * (most + 1));
  const one = <T>(list: readonly T[]): T => list[upTo(list.length - 1)]!;
  return { upTo, one, some: <T>(list: readonly T[]) => list.filter(() => next() < 0.4), perhaps: <T>(value: T): T | null => (next() < 0.6 ? value : null) };
}
type Dice = ReturnType<typeof dice>;

export type Walk = { partnershipId: string; otherPartnerId: string; officerIds: string[]; tagIds: string[]; formIds: string[]; outcomeIds: string[] };
/** One thing that a person does; null when there is nothing to do it to. */
export type Edit = (ctx: Ctx, walk: Walk, dice: Dice) => Promise<unknown> | null;

type Held = { contact: object; interaction: object; task: object; patronage: object; agreement: object };
/** A row of the record, deleted or not, as its editor sees it. */
async function anyOf(ctx: Ctx, table: keyof Held, { partnershipId }: Walk, { one }: Dice): Promise<{ id: string; version: number } | null> {
  const find = { where: { partnershipId }, orderBy: { id: 'asc' }, select: { id: true, version: true } } as const;
  const rows = table === 'contact' ? await ctx.db.contact.findMany(find) : table === 'interaction' ? await ctx.db.interaction.findMany(find) : table === 'task' ? await ctx.db.task.findMany(find) : table === 'patronage' ? await ctx.db.patronage.findMany(find) : await ctx.db.agreement.findMany(find);
  return rows.length > 0 ? one(rows) : null;
}

const on = (table: keyof Held, change: (ctx: Ctx, walk: Walk, dice: Dice, row: { id: string; version: number }) => Promise<unknown>): Edit => async (ctx, walk, thrown) => {
  const row = await anyOf(ctx, table, walk, thrown);
  return row && change(ctx, walk, thrown, row);
};

const exchange = ({ outcomeIds }: Walk, { one, upTo, perhaps }: Dice) => ({ kind: one(exchangeKindNames), body: `Échange ${upTo(99)}`, happenedAt: new Date(Date.UTC(2026, upTo(8), 1 + upTo(27))), outcomeId: perhaps(one(outcomeIds)) });
const contact = ({ upTo, perhaps }: Dice) => ({ lastName: `Nom ${upTo(99)}`, firstName: perhaps('Ana'), phone: perhaps(`06 39 98 00 ${10 + upTo(80)}`), email: perhaps(`a${upTo(99)}@exemple.example`), jobTitle: perhaps('Gérance') });
const gift = ({ upTo, one, perhaps }: Dice) => ({ kind: one(patronageKindNames), year: 2020 + upTo(6), amount: String(100 + upTo(900)), purpose: perhaps('Permis'), receivedOn: perhaps('2026-02-03') });
const agreement = ({ formIds }: Walk, { upTo, some, perhaps }: Dice) => ({ title: `Convention ${upTo(99)}`, startsOn: perhaps('2026-01-05'), endsOn: perhaps(`2027-01-${10 + upTo(9)}`), formIds: some(formIds) });
const task = ({ officerIds }: Walk, { upTo, one }: Dice) => ({ title: `Tâche ${upTo(99)}`, dueOn: `2026-12-${10 + upTo(19)}`, assigneeId: one(officerIds) });

export const edits: Record<string, Edit> = {
  'corriger la fiche': (ctx, { partnershipId }, { upTo, one }) => editOrganisation(ctx, { partnershipId, ...one<Record<string, string>>([{ name: `Garage ${upTo(99)}` }, { phone: `05 36 49 12 ${10 + upTo(80)}` }, { acronym: one(['', 'GL', 'LG']) }, { openingHours: `lundi ${8 + upTo(2)}h-12h` }, { postcode: '32000', commune: 'Auch' }, { postcode: '65000', commune: 'Tarbes' }, { externalId: `N${upTo(99)}` }]) }),
  'changer l’étape': (ctx, { partnershipId }, { one }) => movePartnership(ctx, { partnershipId, verb: one(verbNames), comment: 'Essai' }),
  'choisir la personne référente': (ctx, { partnershipId, officerIds }, { one, perhaps }) => assignOfficer(ctx, { partnershipId, officerId: perhaps(one(officerIds)) }),
  'donner des thématiques': (ctx, { partnershipId }, { some }) => setThemes(ctx, { partnershipId, themes: some(['emploi', 'sante', 'logement'] as const) }),
  'donner des étiquettes': (ctx, { partnershipId, tagIds }, { some }) => setTags(ctx, { partnershipId, tagIds: some(tagIds) }),
  'dire un engagement': (ctx, { partnershipId }, { one, upTo }) => setEngagement(ctx, { partnershipId, formCode: one(['immersion', 'stage', 'emploi']), readiness: one(readinessNames), capacityPerMonth: upTo(5), months: [1 + upTo(11)] }),
  'ajouter un interlocuteur': (ctx, { partnershipId }, thrown) => addContact(ctx, { partnershipId, ...contact(thrown) }),
  'corriger un interlocuteur': on('contact', (ctx, { partnershipId }, thrown, { id, version }) => editContact(ctx, { partnershipId, contactId: id, version, ...contact(thrown), isMain: thrown.perhaps('oui') })),
  'choisir l’interlocuteur principal': on('contact', (ctx, { partnershipId }, _, { id }) => chooseMainContact(ctx, { partnershipId, contactId: id })),
  'dire qu’un interlocuteur est parti': on('contact', (ctx, { partnershipId }, { one }, { id }) => markContactLeft(ctx, { partnershipId, contactId: id, hasLeft: one([true, false]) })),
  'supprimer un interlocuteur': on('contact', (ctx, { partnershipId }, _, { id }) => deleteContact(ctx, { partnershipId, contactId: id })),
  'rétablir un interlocuteur': on('contact', (ctx, { partnershipId }, _, { id }) => restoreContact(ctx, { partnershipId, contactId: id })),
  'noter un échange': async (ctx, walk, thrown) => {
    const who = await anyOf(ctx, 'contact', walk, thrown);
    return addExchange(ctx, { partnershipId: walk.partnershipId, ...exchange(walk, thrown), contactIds: who ? [who.id] : [], colleagueIds: thrown.some(walk.officerIds), nextTitle: thrown.perhaps('Rappeler') });
  },
  'corriger un échange': on('interaction', (ctx, walk, thrown, { id, version }) => editExchange(ctx, { partnershipId: walk.partnershipId, exchangeId: id, version, ...exchange(walk, thrown), colleagueIds: thrown.some(walk.officerIds) })),
  'épingler un échange': on('interaction', (ctx, { partnershipId }, { one }, { id }) => pinExchange(ctx, { partnershipId, exchangeId: id, isPinned: one([true, false]) })),
  'supprimer un échange': on('interaction', (ctx, { partnershipId }, _, { id }) => deleteExchange(ctx, { partnershipId, exchangeId: id })),
  'rétablir un échange': on('interaction', (ctx, { partnershipId }, _, { id }) => restoreExchange(ctx, { partnershipId, exchangeId: id })),
  'ajouter une tâche': (ctx, walk, thrown) => addTask(ctx, { partnershipId: walk.partnershipId, ...task(walk, thrown) }),
  'corriger une tâche': on('task', (ctx, walk, thrown, { id, version }) => editTask(ctx, { taskId: id, version, ...task(walk, thrown) })),
  'faire une tâche': on('task', (ctx, _walk, _dice, { id }) => completeTask(ctx, { taskId: id })),
  'rouvrir une tâche': on('task', (ctx, _walk, _dice, { id }) => reopenTask(ctx, { taskId: id })),
  'supprimer une tâche': on('task', (ctx, _walk, _dice, { id }) => deleteTask(ctx, { taskId: id })),
  'rétablir une tâche': on('task', (ctx, _walk, _dice, { id }) => restoreTask(ctx, { taskId: id })),
  'noter un don': (ctx, { partnershipId }, thrown) => addPatronage(ctx, { partnershipId, ...gift(thrown) }),
  'corriger un don': on('patronage', (ctx, { partnershipId }, thrown, { id, version }) => editPatronage(ctx, { partnershipId, patronageId: id, version, ...gift(thrown) })),
  'supprimer un don': on('patronage', (ctx, { partnershipId }, _, { id }) => deletePatronage(ctx, { partnershipId, patronageId: id })),
  'rétablir un don': on('patronage', (ctx, { partnershipId }, _, { id }) => restorePatronage(ctx, { partnershipId, patronageId: id })),
  'préparer une convention': (ctx, walk, thrown) => addAgreement(ctx, { partnershipId: walk.partnershipId, ...agreement(walk, thrown) }),
  'corriger une convention': on('agreement', (ctx, walk, thrown, { id, version }) => editAgreement(ctx, { partnershipId: walk.partnershipId, agreementId: id, version, ...agreement(walk, thrown) })),
  'faire avancer une convention': on('agreement', (ctx, { partnershipId }, { one }, { id }) => moveAgreement(ctx, { partnershipId, agreementId: id, verb: one(agreementVerbNames) })),
  'supprimer une convention': on('agreement', (ctx, { partnershipId }, _, { id }) => deleteAgreement(ctx, { partnershipId, agreementId: id })),
  'rétablir une convention': on('agreement', (ctx, { partnershipId }, _, { id }) => restoreAgreement(ctx, { partnershipId, agreementId: id })),
  'signer la convention d’un autre': async (ctx, { partnershipId, otherPartnerId }) => {
    const theirs = await ctx.db.agreement.findFirstOrThrow({ where: { partnershipId: otherPartnerId } });
    return addAgreementParty(ctx, { partnershipId: otherPartnerId, agreementId: theirs.id, party: partnershipId });
  },
  'ne plus signer la convention d’un autre': async (ctx, { partnershipId, otherPartnerId }) => {
    const theirs = await ctx.db.agreement.findFirstOrThrow({ where: { partnershipId: otherPartnerId } });
    return removeAgreementParty(ctx, { partnershipId: otherPartnerId, agreementId: theirs.id, party: partnershipId });
  },
};
