import { expect, test } from 'vitest';
import { inviteMember } from '~/domain/account/invite-member.server';
import { closeAccess } from '~/domain/agency/close-access.server';
import { heldBy, possibleSuccessors } from '~/domain/agency/handover.server';
import { getMember, listMembers } from '~/domain/agency/list-members.server';
import { addPartner } from '~/domain/partner/add-partner.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';

useDatabase();

/** An officer in charge of two partners, a colleague, and the administrator. */
async function agencyWithPortfolio() {
  const ml = await missionLocale();
  const [officer, colleague, admin] = [await ml.person('officer'), await ml.another('officer'), ml.as('admin')];
  await admin.actor();
  for (const name of ['Garage du Pic', 'Fournil du Val']) await ml.as('officer').do(addPartner, { name, kindCode: 'entreprise', officerId: officer.userId });
  const inCharge = () => admin.run((ctx) => ctx.db.partnership.findMany({ select: { officerId: true } }).then((rows) => rows.map(({ officerId }) => officerId)));
  return { ml, officer, colleague, admin, inCharge };
}

test('everybody of the agency is listed with what they hold, and nobody else', async () => {
  const { officer, admin } = await agencyWithPortfolio();
  const { membershipId } = await admin.do(inviteMember, { email: `invitee.${officer.userId}@essais.example`, firstName: 'Inès', lastName: 'Aubert', role: 'counsellor', siteId: null });
  const members = await admin.run((ctx) => listMembers(ctx));
  expect(members).toHaveLength(4);
  expect(members.find((member) => member.userId === officer.userId)).toMatchObject({ holds: 2 });
  expect(await admin.run((ctx) => getMember(ctx, membershipId))).toMatchObject({ firstName: 'Inès', state: 'invited', lastSeenAt: null });
});

test('closing an access hands over the portfolio in the same gesture', async () => {
  const { officer, colleague, admin, inCharge } = await agencyWithPortfolio();
  expect(await admin.run((ctx) => heldBy(ctx, officer.userId))).toEqual({ total: 2, stages: [{ stage: 'prospect', count: 2 }] });
  expect((await admin.run((ctx) => possibleSuccessors(ctx, officer.userId))).map(({ id }) => id)).toContain(colleague.userId);
  expect(await admin.do(closeAccess, { membershipId: officer.membershipId, successorId: colleague.userId, expected: 2 })).toMatchObject({ handed: 2, handoverId: expect.any(String) });
  expect(await inCharge()).toEqual([colleague.userId, colleague.userId]);
  expect(await admin.run((ctx) => getMember(ctx, officer.membershipId))).toMatchObject({ state: 'closed', holds: 0 });
});

test('or leaves it without anybody in charge', async () => {
  const { officer, admin, inCharge } = await agencyWithPortfolio();
  await admin.do(closeAccess, { membershipId: officer.membershipId, successorId: null, expected: 2 });
  expect(await inCharge()).toEqual([null, null]);
});

test('a portfolio that grew since the preview stops everything: nothing is half done', async () => {
  const { ml, officer, colleague, admin, inCharge } = await agencyWithPortfolio();
  await ml.as('officer').do(addPartner, { name: 'Trois Gaves', kindCode: 'association', officerId: officer.userId });
  await expect(admin.do(closeAccess, { membershipId: officer.membershipId, successorId: colleague.userId, expected: 2 })).rejects.toThrow('suit maintenant 3 partenaires');
  expect(await inCharge()).toEqual([officer.userId, officer.userId, officer.userId]);
  expect(await admin.run((ctx) => getMember(ctx, officer.membershipId))).not.toMatchObject({ state: 'closed' });
});

test('a successor works here today, and is somebody else', async () => {
  const { officer, admin } = await agencyWithPortfolio();
  const stranger = await (await missionLocale()).person('officer');
  for (const successorId of [stranger.userId, officer.userId]) {
    await expect(admin.do(closeAccess, { membershipId: officer.membershipId, successorId, expected: 2 })).rejects.toMatchObject({ refusal: { kind: 'invalid', field: 'successorId' } });
  }
});

test('neither oneself nor somebody of another agency', async () => {
  const { admin, officer } = await agencyWithPortfolio();
  const me = await admin.actor();
  await expect(admin.do(closeAccess, { membershipId: me.membershipId, successorId: null, expected: 0 })).rejects.toThrow('votre propre accès');
  const other = await missionLocale();
  await expect(other.as('admin').do(closeAccess, { membershipId: officer.membershipId, successorId: null, expected: 2 })).rejects.toMatchObject({ refusal: { kind: 'notFound' } });
  await expect(other.as('admin').run((ctx) => getMember(ctx, officer.membershipId))).rejects.toMatchObject({ refusal: { kind: 'notFound' } });
});
