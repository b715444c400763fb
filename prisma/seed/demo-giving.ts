import type { Actor } from '~/access/actor';
import { addAgreement } from '~/domain/agreement/add-agreement.server';
import { addPatronage } from '~/domain/patronage/add-patronage.server';
import { addDays, parisDay } from '~/domain/text/paris-day';
import { asActor } from '~/server/db.server';
import { randomFrom } from './demo-random';

const purposes = ['permis de conduire de deux jeunes', 'achat de tenues de travail', 'bourse pour un logement', 'petit-déjeuner des entreprises', 'sortie culturelle'];
const goods = ['dix ordinateurs portables révisés', 'un local pour les ateliers', 'vêtements pour les entretiens'];
const titles = [['Accueil en immersion', 'immersion'], ['Visites d’entreprise', 'visite'], ['Parrainage', 'parrainage'], ['Accueil en stage', 'stage']] as const;

/** Some of the active partners give, some have signed: by the domain's own commands, as one of the officers. Dates go with today's. */
export async function seedGiving(officer: Actor): Promise<void> {
  const random = randomFrom(6_523);
  const today = parisDay(new Date());
  const yearOf = (day: string) => Number(day.slice(0, 4));
  const year = yearOf(today);
  await asActor(
    officer,
    'demonstration',
    async (real) => {
      const ctx = { ...real, emit: async () => {} };
      const active = await ctx.db.partnership.findMany({ where: { stage: 'active' }, orderBy: { id: 'asc' }, select: { id: true, organisation: { select: { name: true } } } });
      const forms = new Map((await ctx.db.engagementForm.findMany({ where: { code: { not: null } }, select: { id: true, code: true } })).map(({ id, code }) => [code, id]));
      const formIds = (code: string) => [forms.get(code) ?? []].flat();
      const garage = active.find(({ organisation }) => organisation.name === 'Garage Lafitte');
      if (garage) {
        // In January, what was promised a month ago is a gift of the year before.
        const lately = yearOf(addDays(today, -30));
        await addPatronage(ctx, { partnershipId: garage.id, kind: 'money', year: lately, amount: '500 €', purpose: 'permis de deux jeunes', promisedOn: addDays(today, -30), receivedOn: addDays(today, -19), receiptOn: addDays(today, -12), receiptNumber: `${lately}-014`, renewalOn: addDays(today, 340) });
        await addPatronage(ctx, { partnershipId: garage.id, kind: 'skills', year: lately - 1, amount: '320', purpose: 'deux demi-journées d’initiation à la mécanique', receivedOn: `${lately - 1}-06-18` });
        await addAgreement(ctx, { partnershipId: garage.id, title: 'Accueil en immersion', state: 'active', startsOn: addDays(today, -307), endsOn: addDays(today, 58), signedOn: addDays(today, -310), renewal: 'tacit', noticeDays: 30, formIds: formIds('immersion') });
      }
      const others = active.filter(({ id }) => id !== garage?.id);
      for (const [rank, { id: partnershipId }] of random.some(others, 14, 14).entries()) {
        const kind = rank % 4 === 3 ? 'skills' : rank % 3 === 2 ? 'goods' : 'money';
        const given = (of: number) => ({ partnershipId, kind, year: of, amount: kind === 'goods' && random.chance(0.4) ? null : String(random.int(2, 40) * 50), purpose: random.pick(kind === 'goods' ? goods : purposes) }) as const;
        if (random.chance(0.6)) await addPatronage(ctx, { ...given(year - 1), receivedOn: `${year - 1}-0${random.int(2, 9)}-15`, receiptOn: kind === 'money' ? `${year - 1}-10-02` : null, renewalOn: addDays(today, random.int(-20, 70)) });
        if (rank <= 3) continue;
        const gift = { ...given(year), promisedOn: addDays(today, -random.int(20, 60)), receivedOn: random.chance(0.6) ? addDays(today, -random.int(1, 18)) : null };
        await addPatronage(ctx, { ...gift, year: yearOf(gift.promisedOn) });
      }
      for (const [rank, { id: partnershipId }] of random.some(others, 16, 16).entries()) {
        const [title, code] = titles[rank % titles.length]!;
        const endsOn = addDays(today, rank === 13 ? -40 : rank < 5 ? random.int(8, 80) : random.int(100, 700));
        const state = rank === 14 ? 'draft' : rank === 15 ? 'awaitingSignatures' : 'active';
        await addAgreement(ctx, { partnershipId, title, state, startsOn: addDays(endsOn, -729), endsOn, signedOn: state === 'active' ? addDays(endsOn, -735) : null, renewal: random.pick(['none', 'tacit', 'express'] as const), noticeDays: random.chance(0.5) ? 60 : null, formIds: formIds(code) });
      }
    },
    { timeout: 120_000 },
  );
}
