import { describe, expect, test } from 'vitest';
import { may, permissions, permissionsOf, roles, type Permission, type Role } from './permissions';

/**
 * The matrix written a second time, by hand, from what the network asked for: a change of rights is made twice, on purpose.
 * o officer, c counsellor, m manager, a admin, r regional, P partnerAdmin, p partnerMember, X platformAdmin.
 */
const letters: Record<string, Role> = { o: 'officer', c: 'counsellor', m: 'manager', a: 'admin', r: 'regional', P: 'partnerAdmin', p: 'partnerMember', X: 'platformAdmin' };
const expected: Record<Permission, string> = {
  'account.own': 'ocmarPpX',
  'home.read': 'ocmarPpX',
  'partner.read': 'ocmar',
  'partner.create': 'ocma',
  'partner.edit': 'ocma',
  'partner.export': 'omar',
  'partnership.move': 'oma',
  'partnership.archive': 'oma',
  'partnership.assign': 'oma',
  'partnership.sort': 'ocma',
  'engagement.write': 'ocma',
  'list.save': 'ocma',
  'duplicate.read': 'ocma',
  'duplicate.settle': 'oma',
  'contact.read': 'ocma',
  'contact.write': 'ocma',
  'exchange.read': 'ocma',
  'exchange.write': 'ocma',
  'patronage.read': 'ocma',
  'patronage.write': 'oma',
  'patronage.export': 'oma',
  'agreement.read': 'ocma',
  'agreement.write': 'oma',
  'agreement.sign': 'oma',
  'nationalAgreement.read': 'ocmarX',
  'nationalAgreement.write': 'X',
  'task.read': 'ocma',
  'task.write': 'ocma',
  'offer.read': 'ocmar',
  'offer.write': 'ocma',
  'offer.keep': 'ocma',
  'offer.publish': 'oma',
  'portfolio.read': 'ocma',
  'portfolio.handover': 'oma',
  'portfolio.handoverAny': 'ma',
  'history.read': 'ocma',
  'history.restore': 'oma',
  'partner.merge': 'oma',
  'organisation.merge': 'X',
  'import.run': 'oma',
  'import.undo': 'oma',
  'feedback.write': 'ocma',
  'feedback.manage': 'ma',
  'settings.open': 'maX',
  'agency.read': 'ma',
  'agency.edit': 'a',
  'user.manage': 'a',
  'value.manage': 'a',
  'job.read': 'aX',
  'job.retry': 'aX',
};

describe('role × permission', () => {
  const all = Object.keys(permissions) as Permission[];
  test('every permission is in the expected table, and nothing else', () => {
    expect(Object.keys(expected).sort()).toEqual([...all].sort());
    expect(Object.values(letters).sort()).toEqual(Object.keys(roles).sort());
  });

  for (const role of Object.values(letters)) {
    test.each(all)(`${role}: %s`, (permission) => {
      const allowed = [...expected[permission]].map((letter) => letters[letter]);
      expect(may(role, permission)).toBe(allowed.includes(role));
    });
  }

  test('nobody outside an agency touches its partners, notes or settings', () => {
    expect(permissionsOf('partnerAdmin')).toEqual(['account.own', 'home.read']);
    expect(permissionsOf('partnerMember')).toEqual(['account.own', 'home.read']);
    expect(permissionsOf('platformAdmin')).toEqual(['account.own', 'home.read', 'nationalAgreement.read', 'nationalAgreement.write', 'organisation.merge', 'settings.open', 'job.read', 'job.retry']);
    expect(permissionsOf('regional')).toEqual(['account.own', 'home.read', 'partner.read', 'partner.export', 'nationalAgreement.read', 'offer.read']);
  });
});
