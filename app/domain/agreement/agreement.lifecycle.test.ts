import { describe, expect, test } from 'vitest';
import { may, roles, type Role } from '~/access/permissions';
import { nextDates, noticeDay } from './agreement';
import { agreementSchema } from './agreement.schema';
import { agreementStateNames, agreementVerbNames, agreementVerbs, nextAgreementState, stateAtFirst, whyNotYet, type AgreementState, type AgreementVerb } from './agreement.lifecycle';

/** Every stage × verb, by hand; what is not here leads nowhere. */
const expected: Partial<Record<`${AgreementState} ${AgreementVerb}`, AgreementState>> = {
  'draft send': 'awaitingSignatures', 'draft sign': 'active', 'awaitingSignatures sign': 'active', 'awaitingSignatures recall': 'draft', 'active end': 'ended', 'active expire': 'expired', 'expired resume': 'active', 'ended resume': 'active',
};
/** Who may, by hand: o officer, m manager, a admin; nobody lets it expire but the system. */
const writers: Role[] = ['officer', 'manager', 'admin'];

describe('la vie d’une convention', () => {
  for (const state of agreementStateNames) {
    test.each(agreementVerbNames)(`${state} : %s`, (verb) => {
      expect(nextAgreementState(state, verb)).toBe(expected[`${state} ${verb}`] ?? null);
    });
  }

  for (const role of Object.keys(roles) as Role[]) {
    test.each(agreementVerbNames)(`${role} : %s`, (verb) => {
      const { permission } = agreementVerbs[verb];
      expect(permission !== null && may(role, permission)).toBe(verb !== 'expire' && writers.includes(role));
    });
  }

  test('sans début elle ne se signe pas, passée elle ne se reprend pas', () => {
    const days = { startsOn: '2026-01-01', endsOn: '2026-11-21' };
    expect(whyNotYet({ startsOn: null, endsOn: null }, 'sign', '2026-11-22')).toMatch(/quand elle commence/);
    expect(whyNotYet(days, 'resume', '2026-11-22')).toMatch(/date de fin est passée/);
    expect([whyNotYet(days, 'resume', '2026-11-21'), whyNotYet(days, 'sign', '2026-11-22')]).toEqual([null, null]);
  });

  test('notée après sa fin, elle est échue tout de suite', () => {
    expect([stateAtFirst('active', '2026-11-21', '2026-11-22'), stateAtFirst('active', '2026-11-22', '2026-11-22'), stateAtFirst('active', null, '2026-11-22'), stateAtFirst('draft', '2020-01-01', '2026-11-22')]).toEqual(['expired', 'active', 'active', 'draft']);
  });
});

describe('les dates de la suivante', () => {
  test.each([
    ['une année civile', '2026-01-01', '2026-12-31', '2027-01-01', '2027-12-31'],
    ['une année bissextile', '2027-01-01', '2027-12-31', '2028-01-01', '2028-12-31'],
    ['un an de date à date', '2026-02-04', '2027-02-03', '2027-02-04', '2028-02-03'],
    ['trois ans', '2024-09-01', '2027-08-31', '2027-09-01', '2030-08-31'],
    ['vingt jours', '2026-02-10', '2026-03-01', '2026-03-02', '2026-03-21'],
    ['un jour', '2026-11-22', '2026-11-22', '2026-11-23', '2026-11-23'],
  ])('%s', (_what, startsOn, endsOn, nextStart, nextEnd) => {
    expect(nextDates({ startsOn, endsOn }, '2026-11-22')).toEqual({ startsOn: nextStart, endsOn: nextEnd });
  });

  test('sans fin, elle part d’aujourd’hui ; sans début, elle suit sans fin', () => {
    expect(nextDates({ startsOn: '2020-01-01', endsOn: null }, '2026-11-22')).toEqual({ startsOn: '2026-11-22', endsOn: null });
    expect(nextDates({ startsOn: null, endsOn: '2026-12-31' }, '2026-11-22')).toEqual({ startsOn: '2027-01-01', endsOn: null });
  });

  test('le préavis compte avant la fin, pour la tacite reconduction seulement', () => {
    expect(noticeDay({ renewal: 'tacit', endsOn: '2026-12-31', noticeDays: 60 })).toBe('2026-11-01');
    expect(noticeDay({ renewal: 'express', endsOn: '2026-12-31', noticeDays: 60 })).toBeNull();
  });
});

describe('une convention tapée', () => {
  const typed = { title: 'Accueil', startsOn: '2026-01-01', endsOn: '2026-12-31' };
  const wrong = (input: object) => agreementSchema.safeParse({ ...typed, ...input }).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  test('accepte une date comme on l’écrit', () => {
    expect(agreementSchema.parse({ ...typed, startsOn: '4/2/2026' })).toMatchObject({ startsOn: '2026-02-04', renewal: 'none', noticeDays: null, formIds: [] });
  });
  test.each([
    ['une fin avant le début', { endsOn: '2025-12-31' }, /^endsOn: La fin est avant le début/],
    ['un 31 février', { endsOn: '31/02/2026' }, /^endsOn: La date .* n’existe pas/],
    ['une date qui n’en est pas une', { startsOn: 'bientôt' }, /^startsOn: .* n’est pas une date/],
    ['sans titre', { title: ' ' }, /^title: Donnez un titre/],
    ['un préavis en lettres', { noticeDays: 'trois mois' }, /^noticeDays: Indiquez un nombre de jours/],
    ['un préavis sans fin', { noticeDays: '100000' }, /^noticeDays: Un préavis dure/],
  ])('refuse %s à son champ', (_what, input, sentence) => {
    expect(wrong(input)).toEqual([expect.stringMatching(sentence)]);
  });
});
