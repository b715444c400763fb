import { conflict, invalid } from '~/domain/errors';
import type { Ctx } from '~/access/context';
import type { ChangePreview } from '~/domain/partner/list/bulk-change';
import { Prisma } from '#prisma';
import type { Before, Together } from './together';

type Value = { table: Prisma.Sql; column: Prisma.Sql; value: Prisma.Sql };
type Sense = { sense: 'ajouter' | 'enlever' };

const idsOf = (rows: readonly Before[]) => rows.map(({ id }) => id);

/** Which of these partnerships have a value. */
const having = ({ table, column, value }: Value, ids: readonly string[]) => Prisma.sql`FROM ${table} WHERE partnership_id = ANY (${ids}::uuid[]) AND ${column} = ${value}`;

async function previewValue({ db }: Ctx, ids: readonly string[], { sense }: Sense, value: Value): Promise<{ changing: number }> {
  const [{ count }] = await db.$queryRaw<[{ count: number }]>`SELECT count(*)::int AS count ${having(value, ids)}`;
  return { changing: sense === 'ajouter' ? ids.length - count : count };
}

const give = ({ db }: Ctx, ids: readonly string[], { table, column, value }: Value) =>
  db.$queryRaw<Before[]>`INSERT INTO ${table} (partnership_id, ${column}) SELECT p.id, ${value} FROM partnership p WHERE p.id = ANY (${ids}::uuid[]) AND p.mission_locale_id = app.mission_locale() ON CONFLICT DO NOTHING RETURNING partnership_id::text AS id`;
const take = ({ db }: Ctx, ids: readonly string[], value: Value) => db.$queryRaw<Before[]>`DELETE ${having(value, ids)} RETURNING partnership_id::text AS id`;

const changeValue = (ctx: Ctx, ids: readonly string[], { sense }: Sense, value: Value) => (sense === 'ajouter' ? give(ctx, ids, value) : take(ctx, ids, value));
const backValue = async (ctx: Ctx, rows: readonly Before[], { sense }: Sense, value: Value) => (sense === 'ajouter' ? await take(ctx, idsOf(rows), value) : await give(ctx, idsOf(rows), value)).length;

const tag = (id: string): Value => ({ table: Prisma.sql`partnership_tag`, column: Prisma.sql`tag_id`, value: Prisma.sql`${id}::uuid` });
const theme = (code: string): Value => ({ table: Prisma.sql`partnership_theme`, column: Prisma.sql`theme_code`, value: Prisma.sql`${code}::text` });
const kind = (id: string): Value => ({ table: Prisma.sql`partnership_kind`, column: Prisma.sql`kind_id`, value: Prisma.sql`${id}::uuid` });

/** One tag given to many, or taken. */
export const tagTogether: Together<'etiqueter'> = {
  check: async ({ db }, { tagId }) => {
    if ((await db.tag.count({ where: { id: tagId, retiredAt: null } })) === 0) throw invalid('tagId', 'Cette étiquette n’existe pas ou plus.');
  },
  preview: (ctx, ids, change) => previewValue(ctx, ids, change, tag(change.tagId)),
  apply: (ctx, ids, change) => changeValue(ctx, ids, change, tag(change.tagId)),
  putBack: async (ctx, rows, change) => {
    if (change.sense === 'enlever' && (await ctx.db.tag.count({ where: { id: change.tagId } })) === 0) throw conflict('Cette étiquette est supprimée depuis : elle ne peut pas revenir.');
    return backValue(ctx, rows, change, tag(change.tagId));
  },
};

/** One theme given to many, or taken. */
export const themeTogether: Together<'thematiser'> = {
  check: async () => {},
  preview: (ctx, ids, change) => previewValue(ctx, ids, change, theme(change.themeCode)),
  apply: (ctx, ids, change) => changeValue(ctx, ids, change, theme(change.themeCode)),
  putBack: (ctx, rows, change) => backValue(ctx, rows, change, theme(change.themeCode)),
};

/** One further kind given to many, or taken. The first kind is on the shared record: it is neither given twice nor taken here. */
export const kindTogether: Together<'typer'> = {
  check: async ({ db }, { kindId }) => {
    if ((await db.organisationKind.count({ where: { id: kindId, retiredAt: null } })) === 0) throw invalid('kindId', 'Cette typologie n’existe pas ou plus.');
  },
  preview: async (ctx, ids, change): Promise<Partial<ChangePreview> & { changing: number }> => {
    const first = await firstKindIs(ctx, ids, change.kindId);
    const { changing } = await previewValue(ctx, ids.filter((id) => !first.includes(id)), change, kind(change.kindId));
    const refused = change.sense === 'enlever' && first.length > 0 ? [{ count: first.length, why: 'c’est la typologie principale, qui se change sur la fiche' }] : [];
    return { changing, refused };
  },
  apply: async (ctx, ids, change) => {
    const first = await firstKindIs(ctx, ids, change.kindId);
    return changeValue(ctx, ids.filter((id) => !first.includes(id)), change, kind(change.kindId));
  },
  putBack: async (ctx, rows, change) => {
    if (change.sense === 'enlever' && (await ctx.db.organisationKind.count({ where: { id: change.kindId } })) === 0) throw conflict('Cette typologie est supprimée depuis : elle ne peut pas revenir.');
    return backValue(ctx, rows, change, kind(change.kindId));
  },
};

async function firstKindIs({ db }: Ctx, ids: readonly string[], kindId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`SELECT p.id::text FROM partnership p JOIN organisation o ON o.id = p.organisation_id WHERE p.id = ANY (${ids}::uuid[]) AND o.kind_id = ${kindId}::uuid`;
  return rows.map(({ id }) => id);
}
