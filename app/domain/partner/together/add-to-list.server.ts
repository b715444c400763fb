import { invalid } from '~/domain/errors';
import type { Before, Together } from './together';

/** Many added to a list of partners picked by hand, one's own or shared. */
export const listTogether: Together<'lister'> = {
  check: async ({ db }, { listId }) => {
    if ((await db.savedList.count({ where: { id: listId, deletedAt: null, filters: null } })) === 0) throw invalid('listId', 'Cette liste n’existe pas ou plus.');
  },
  preview: async ({ db }, ids, { listId }) => {
    const [{ count }] = await db.$queryRaw<[{ count: number }]>`SELECT count(*)::int AS count FROM saved_list_partner WHERE list_id = ${listId}::uuid AND partnership_id = ANY (${ids}::uuid[])`;
    return { changing: ids.length - count };
  },
  apply: ({ db }, ids, { listId }) => db.$queryRaw<Before[]>`INSERT INTO saved_list_partner (list_id, partnership_id) SELECT ${listId}::uuid, id FROM unnest(${ids}::uuid[]) AS id ON CONFLICT DO NOTHING RETURNING partnership_id::text AS id`,
  putBack: ({ db }, rows, { listId }) => db.$executeRaw`DELETE FROM saved_list_partner WHERE list_id = ${listId}::uuid AND partnership_id = ANY (${rows.map(({ id }) => id)}::uuid[])`,
};
