import type { Ctx } from '~/access/context';
import { invalid } from '~/domain/errors';
import { checkOfficer } from '~/domain/partnership/check-officer.server';
import type { BulkChange } from './bulk-change';

/** What a change replaced, one entry a partnership that it changed: nothing to say when it added or removed a value. */
export type Before = { id: string; officerId?: string | null; stage?: string };

/**
 * Does one thing to many partnerships in a few statements, however many they are, and keeps what it replaced. Those where it
 * would change nothing are left alone. Throws `invalid` for a person or a value that is not the agency's.
 */
export async function changeTogether(ctx: Ctx, { ids, change }: { ids: readonly string[]; change: BulkChange }): Promise<{ changeId: string | null; changed: number }> {
  const before = await apply(ctx, ids, change);
  if (before.length === 0) return { changeId: null, changed: 0 };
  const { id } = await ctx.db.bulkChange.create({ data: { change, before, count: before.length }, select: { id: true } });
  return { changeId: id, changed: before.length };
}

async function apply(ctx: Ctx, ids: readonly string[], change: BulkChange): Promise<Before[]> {
  const { db } = ctx;
  switch (change.verb) {
    case 'attribuer':
      await checkOfficer(ctx, change.officerId);
      return db.$queryRaw<Before[]>`
        WITH before AS (SELECT id, officer_id FROM partnership WHERE id = ANY (${ids}::uuid[]) AND officer_id IS DISTINCT FROM ${change.officerId}::uuid FOR UPDATE),
          done AS (UPDATE partnership p SET officer_id = ${change.officerId}::uuid FROM before WHERE p.id = before.id AND p.mission_locale_id = app.mission_locale())
        SELECT id::text, officer_id::text AS "officerId" FROM before`;
    case 'etiqueter':
      await checkTag(ctx, change.tagId);
      return change.sense === 'ajouter'
        ? db.$queryRaw<Before[]>`INSERT INTO partnership_tag (partnership_id, tag_id) SELECT id, ${change.tagId}::uuid FROM unnest(${ids}::uuid[]) AS id ON CONFLICT DO NOTHING RETURNING partnership_id::text AS id`
        : db.$queryRaw<Before[]>`DELETE FROM partnership_tag WHERE partnership_id = ANY (${ids}::uuid[]) AND tag_id = ${change.tagId}::uuid RETURNING partnership_id::text AS id`;
    case 'thematiser':
      return change.sense === 'ajouter'
        ? db.$queryRaw<Before[]>`INSERT INTO partnership_theme (partnership_id, theme_code) SELECT id, ${change.themeCode} FROM unnest(${ids}::uuid[]) AS id ON CONFLICT DO NOTHING RETURNING partnership_id::text AS id`
        : db.$queryRaw<Before[]>`DELETE FROM partnership_theme WHERE partnership_id = ANY (${ids}::uuid[]) AND theme_code = ${change.themeCode} RETURNING partnership_id::text AS id`;
    case 'typer':
      await checkKind(ctx, change.kindId);
      // The main kind is the shared record's: neither said twice, nor taken off from here.
      return change.sense === 'ajouter'
        ? db.$queryRaw<Before[]>`INSERT INTO partnership_kind (partnership_id, kind_id) SELECT p.id, ${change.kindId}::uuid FROM partnership p JOIN organisation o ON o.id = p.organisation_id
          WHERE p.id = ANY (${ids}::uuid[]) AND o.kind_id <> ${change.kindId}::uuid ON CONFLICT DO NOTHING RETURNING partnership_id::text AS id`
        : db.$queryRaw<Before[]>`DELETE FROM partnership_kind WHERE partnership_id = ANY (${ids}::uuid[]) AND kind_id = ${change.kindId}::uuid RETURNING partnership_id::text AS id`;
    case 'archiver':
      return db.$queryRaw<Before[]>`
        WITH before AS (SELECT id, stage FROM partnership WHERE id = ANY (${ids}::uuid[]) AND stage <> 'archived' FOR UPDATE),
          done AS (UPDATE partnership p SET stage = 'archived', stage_before_archive = before.stage, stage_since = ${ctx.now} FROM before WHERE p.id = before.id AND p.mission_locale_id = app.mission_locale()),
          moves AS (INSERT INTO stage_move (partnership_id, from_stage, to_stage, at) SELECT id, stage, 'archived', ${ctx.now} FROM before)
        SELECT id::text, stage::text FROM before`;
  }
}

async function checkTag({ db }: Ctx, tagId: string): Promise<void> {
  const known = await db.tag.findFirst({ where: { id: tagId, retiredAt: null }, select: { id: true } });
  if (!known) throw invalid('tagId', 'Cette étiquette n’existe pas ou plus.');
}

async function checkKind({ db }: Ctx, kindId: string): Promise<void> {
  const known = await db.organisationKind.findFirst({ where: { id: kindId, retiredAt: null }, select: { id: true } });
  if (!known) throw invalid('kindId', 'Cette typologie n’existe pas ou plus.');
}
