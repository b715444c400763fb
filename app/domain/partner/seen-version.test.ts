import { expect, test } from 'vitest';
import { editAgreementSchema } from '~/domain/agreement/agreement.schema';
import { changeRoleSchema } from '~/domain/account/account.schema';
import { editedOver } from '~/domain/agency/edit-over';
import { editContactSchema } from '~/domain/contact/contact.schema';
import { editExchangeSchema } from '~/domain/exchange/exchange.schema';
import { attachParentSchema } from '~/domain/group/group.schema';
import { answerSchema } from '~/domain/import/import-answer.schema';
import { editOfferSchema } from '~/domain/offer/offer.schema';
import { editPatronageSchema } from '~/domain/patronage/patronage.schema';
import { renameListSchema } from '~/domain/saved-list/saved-list.schema';
import { editTaskSchema } from '~/domain/task/task.schema';
import { renameValueSchema } from '~/domain/value/value.schema';
import { z } from '~/domain/zod';
import { carriedNumber, seenVersion } from './typed-text';

const id = '7d0c0c0e-0000-4000-8000-000000000001';
/** Every edit form with what it needs to be read, but its version. */
const forms: Record<string, [z.ZodType<{ version?: number }>, object]> = {
  agreement: [editAgreementSchema, { agreementId: id, title: 'Stages' }],
  role: [changeRoleSchema, { membershipId: id, role: 'officer', siteId: '' }],
  agency: [z.object(editedOver), {}],
  contact: [editContactSchema, { contactId: id, lastName: 'Morel' }],
  exchange: [editExchangeSchema, { exchangeId: id, kind: 'call', body: 'Appel' }],
  group: [attachParentSchema, {}],
  offer: [editOfferSchema, { offerId: id, kind: 'immersion', title: 'Mécanique' }],
  patronage: [editPatronageSchema, { patronageId: id, kind: 'skills', year: '2026' }],
  list: [renameListSchema, { listId: id, name: 'À revoir' }],
  task: [editTaskSchema, { taskId: id, title: 'Rappeler', dueOn: '2026-12-01' }],
  value: [renameValueSchema, { set: 'etiquettes', id, label: 'Forum' }],
};

test.each(Object.entries(forms))('%s: a version beyond what a column holds is one that nobody has seen, and the form is read all the same', (_name, [schema, typed]) => {
  expect(schema.parse({ ...typed, version: '7' }).version).toBe(7);
  for (const version of ['2147483648', '99999999999999', '1e300', '-1', '1.5', 'trois']) expect(schema.parse({ ...typed, version }).version).toBe(0);
});

test('a number that a form carries is what a column holds, or is refused', () => {
  expect(seenVersion().parse(undefined)).toBe(0);
  expect(carriedNumber().parse('2147483647')).toBe(2_147_483_647);
  for (const number of ['2147483648', '-1', '0.5', 'x']) expect(carriedNumber().safeParse(number).success).toBe(false);
  expect(answerSchema.safeParse({ importId: id, position: '4294967296', field: 'siret', chosen: '0' }).success).toBe(false);
});
