import { expect, test } from 'vitest';
import { readSettings } from './settings';

test('an agency that chose nothing has the usual settings', () => {
  expect(readSettings([])).toEqual({ secondFactorForAdmins: false, contactGuardDays: 7, silenceMonths: 12, agreementEndDays: 60, patronageDays: 30, offerAskWeeks: 5, offerClosingDays: 7 });
});

test('what was chosen holds; a stored value of another shape, or an unknown key, does not', () => {
  expect(readSettings([{ key: 'secondFactorForAdmins', value: true }])).toMatchObject({ secondFactorForAdmins: true });
  expect(readSettings([{ key: 'secondFactorForAdmins', value: 'oui' }, { key: 'former', value: 3 }])).toMatchObject({ secondFactorForAdmins: false });
  for (const value of [-1, 61, 7.5, '3', true, null]) expect(readSettings([{ key: 'contactGuardDays', value }]).contactGuardDays, String(value)).toBe(7);
  expect(readSettings([{ key: 'contactGuardDays', value: 60 }]).contactGuardDays).toBe(60);
});
