import { describe, expect, test } from 'vitest';
import { addContact } from '~/domain/contact/add-contact.server';
import { controlName, type EngagementText } from '~/domain/engagement/matrix-form';
import { saveEngagementsSchema } from '~/domain/engagement/save-engagements.schema';
import { getMatrix, matrixText } from '~/domain/engagement/matrix.queries.server';
import { saveEngagements } from '~/domain/engagement/save-engagements.server';
import { partnerHistory } from '~/domain/history/history.queries.server';
import { addPartner } from '~/domain/partner/add-partner.server';
import { addValue } from '~/domain/value/add-value.server';
import { missionLocale, regionalReader } from '../../support/agencies';
import { useDatabase } from '../../support/database';

useDatabase();
const refusalOf = (promise: Promise<unknown>) => promise.then(() => null, (error: Error) => error);
type Said = Partial<EngagementText>;

async function scierie() {
  const ml = await missionLocale();
  const { partnershipId } = await ml.as('officer').do(addPartner, { name: 'Scierie' });
  const { contactId } = await ml.as('officer').do(addContact, { partnershipId, firstName: 'Ana', lastName: 'Roux', phone: '06 39 98 00 12' });
  const matrix = () => ml.as('counsellor').run((ctx) => getMatrix(ctx, partnershipId));
  const row = async (form: string) => (await matrix()).rows.find((one) => one.form.startsWith(form))!;
  /** The page as somebody opened it: what they type there is sent with what it showed. */
  const open = async () => {
    const { rows } = await matrix();
    const base = matrixText(rows);
    return async (said: Record<string, Said>, more: Record<string, string> = {}) => {
      const values: Record<string, string | string[]> = { base: JSON.stringify(base), ...more };
      for (const { formId, form } of rows) {
        const text = { ...base[formId]!, ...Object.entries(said).find(([name]) => form.startsWith(name))?.[1] };
        for (const [part, value] of Object.entries(text)) values[controlName(part as keyof EngagementText, formId)] = part === 'months' ? value.split(' ').filter(Boolean) : value;
      }
      return values;
    };
  };
  const save = async (values: Record<string, string | string[]>, role: 'officer' | 'counsellor' = 'officer') => ml.as(role).do(saveEngagements, { partnershipId, ...saveEngagementsSchema.parse(values) });
  return { ml, partnershipId, contactId, matrix, row, open, save };
}

test('une page dit tout : toutes les formes du réseau et celles de l’agence, chacune avec ses précisions', async () => {
  const { ml, partnershipId, contactId, matrix, row, open, save } = await scierie();
  await ml.as('admin').do(addValue, { set: 'formes-d-engagement', label: 'Chantier jeunes' });
  expect((await matrix()).rows.map(({ form, readiness }) => [form, readiness]).at(-1)).toEqual(['Chantier jeunes', null]);
  const type = await open();
  const saved = await save(await type({ Immersion: { readiness: 'tried', capacity: ' 2 ', months: '6 5', romes: 'i1604, I1606', publicText: 'dès 16 ans', comment: 'avec un tuteur' }, Chantier: { readiness: 'refused' } }, { saidBy: 'ana roux' }));
  expect(saved).toEqual({ changed: ['Immersion (PMSMP)', 'Chantier jeunes'], merged: [] });
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date());
  const immersion = await row('Immersion');
  expect(immersion).toMatchObject({ readiness: 'tried', capacityPerMonth: 2, months: [5, 6], romes: ['I1604', 'I1606'], publicText: 'dès 16 ans', comment: 'avec un tuteur', saidBy: 'Ana Roux' });
  expect(immersion.saidOn?.toISOString().slice(0, 10)).toBe(today);
  expect(await ml.as('officer').run(({ db }) => db.engagement.findFirst({ where: { partnershipId, readiness: 'tried' }, select: { saidByContactId: true } }))).toEqual({ saidByContactId: contactId });
  expect((await row('Emploi')).version).toBeNull();
});

test('chaque case changée se lit dans l’historique', async () => {
  const { ml, partnershipId, open, save } = await scierie();
  await save(await (await open())({ Stage: { readiness: 'willing' } }));
  await save(await (await open())({ Stage: { readiness: 'regular', capacity: '3', romes: 'D1102' } }));
  const { groups } = await ml.as('officer').run((ctx) => partnerHistory(ctx, partnershipId));
  expect(groups[0]!.lines.map(({ about, label, from, to }) => [about, label, from, to])).toEqual([
    ['Stage', 'Où en est-on', 'partant', 'régulier'],
    ['Stage', 'Capacité par mois', '', '3'],
    ['Stage', 'Métiers', '', 'D1102'],
  ]);
});

test('revenir à « rien de dit » enlève la ligne', async () => {
  const { row, open, save } = await scierie();
  await save(await (await open())({ Stage: { readiness: 'willing' } }));
  expect(await save(await (await open())({ Stage: { readiness: '' } }))).toMatchObject({ changed: ['Stage'] });
  expect((await row('Stage')).readiness).toBeNull();
});

describe('deux personnes à la fois', () => {
  test('sur des formes différentes : tout est gardé', async () => {
    const { row, open, save } = await scierie();
    const [mine, theirs] = [await open(), await open()];
    await save(await theirs({ Visite: { readiness: 'regular' } }), 'counsellor');
    expect(await save(await mine({ Emploi: { readiness: 'willing' } }))).toEqual({ changed: ['Emploi'], merged: ['Visite d’entreprise'] });
    expect([(await row('Visite')).readiness, (await row('Emploi')).readiness]).toEqual(['regular', 'willing']);
  });

  test('sur la même : on choisit, ligne par ligne', async () => {
    const { row, open, save } = await scierie();
    const [mine, theirs] = [await open(), await open()];
    await save(await theirs({ Emploi: { readiness: 'refused', comment: 'manque de temps' }, Stage: { readiness: 'tried' } }), 'counsellor');
    const typed = await mine({ Emploi: { readiness: 'regular' }, Stage: { readiness: 'willing' } });
    expect(await refusalOf(save(typed))).toMatchObject({ refusal: { kind: 'stale', changes: [{ label: 'Emploi', theirs: 'non, manque de temps', yours: 'régulier' }, { label: 'Stage', theirs: 'déjà fait', yours: 'partant' }] } });
    const [emploi, stage] = [await row('Emploi'), await row('Stage')];
    await save({ ...typed, [`keep.${emploi.formId}`]: 'mine', [`keep.${stage.formId}`]: 'theirs' });
    expect([await row('Emploi'), await row('Stage')]).toMatchObject([{ readiness: 'regular', comment: null }, { readiness: 'tried' }]);
  });
});

describe('une saisie fausse est refusée à sa case', () => {
  test.each([
    ['un nombre de lettres', { readiness: 'willing', capacity: 'deux' }, 'capacity'],
    ['mille et une places', { readiness: 'willing', capacity: '1001' }, 'capacity'],
    ['un métier qui n’en est pas un', { readiness: 'willing', romes: 'mécanique' }, 'romes'],
    ['un métier hors de la nomenclature', { readiness: 'willing', romes: 'Z9999' }, 'romes'],
    ['une place sans dire où l’on en est', { capacity: '2' }, 'readiness'],
    ['un mot de 600 lettres', { readiness: 'willing', comment: 'a'.repeat(600) }, 'comment'],
  ] as const)('%s', async (_what, said, part) => {
    const { row, open } = await scierie();
    const read = saveEngagementsSchema.safeParse(await (await open())({ Emploi: said }));
    expect(read.error?.issues.map(({ path }) => path.join('.'))).toEqual([`${part}.${(await row('Emploi')).formId}`]);
  });

  test('un jour à venir', async () => {
    const { open, save } = await scierie();
    const typed = await (await open())({ Emploi: { readiness: 'willing' } }, { saidOn: '2999-01-01' });
    expect(await refusalOf(save(typed))).toMatchObject({ refusal: { kind: 'invalid', field: 'saidOn' } });
  });

  test('une forme qui n’est pas de l’agence est laissée de côté', async () => {
    const { matrix, open, save } = await scierie();
    const auch = await missionLocale();
    const { valueId } = await auch.as('admin').do(addValue, { set: 'formes-d-engagement', label: 'Chez Auch' });
    const typed = { ...(await (await open())({})), [`capacity.${valueId}`]: '', [`readiness.${valueId}`]: 'regular' };
    expect(await save(typed)).toEqual({ changed: [], merged: [] });
    expect((await matrix()).rows.filter(({ readiness }) => readiness)).toEqual([]);
  });
});

test('la région lit la matrice, pas qui l’a dite ; une autre agence ne lit rien', async () => {
  const { partnershipId, open, save } = await scierie();
  await save(await (await open())({ Emploi: { readiness: 'willing' } }, { saidBy: 'Ana Roux' }));
  const read = await regionalReader().run((ctx) => getMatrix(ctx, partnershipId));
  expect(read).toMatchObject({ isOurs: false, contacts: [] });
  expect(JSON.stringify(read)).not.toMatch(/Roux/);
  const auch = await missionLocale();
  expect(await refusalOf(auch.as('admin').run((ctx) => getMatrix(ctx, partnershipId)))).toMatchObject({ refusal: { kind: 'notFound' } });
});
