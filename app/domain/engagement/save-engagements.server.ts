import type { Ctx } from '~/access/context';
import { invalid, stale } from '~/domain/errors';
import { readInput } from '~/domain/partner/read-input';
import { heldPartnershipOf } from '~/domain/partnership/partnership-of.server';
import { fold } from '~/domain/text/fold';
import { dateOfDay, parisDay } from '~/domain/text/paris-day';
import { engagementTextSchema } from './engagement.schema';
import { mergeMatrix } from './matrix-form';
import type { TypedMatrix } from './save-engagements.schema';
import { getMatrix, matrixText, type MatrixRow, type SpokenContact } from './matrix.queries.server';

export type SaveEngagements = { partnershipId: string } & TypedMatrix;
export type SavedMatrix = { /** Forms changed now. */ changed: string[]; /** Forms that somebody else changed meanwhile, kept too. */ merged: string[] };

/**
 * Keeps the matrix of a partner. Only the forms that the person changed are written, with who said so and when (today unless
 * told otherwise); what a colleague changed since the page was opened is merged. Throws `stale` with both versions of a form
 * that both changed, `invalid('saidOn')` for a day to come.
 */
export async function saveEngagements(ctx: Ctx, { partnershipId, typed, base, keep, saidBy, saidOn }: SaveEngagements): Promise<SavedMatrix> {
  const { id, version } = await heldPartnershipOf(ctx, partnershipId);
  const { rows, contacts } = await getMatrix(ctx, id);
  const forms = rows.map(({ formId, form }) => ({ id: formId, label: form }));
  const merged = mergeMatrix({ forms, base, typed, current: matrixText(rows), keep });
  const tooLate = () => stale('Une autre personne a changé ces engagements pendant que vous aviez la page ouverte.', version, merged.conflicts);
  if (merged.conflicts.length > 0) throw tooLate();
  const labels = (ids: readonly string[]) => forms.filter((form) => ids.includes(form.id)).map(({ label }) => label);
  const kept = labels(merged.theirs.filter((formId) => !merged.mine.includes(formId)));
  if (merged.mine.length === 0) return { changed: [], merged: kept };

  const said = { ...whoSaid(saidBy, contacts), saidOn: dayOfWord(saidOn, ctx.now) };
  for (const row of rows.filter(({ formId }) => merged.mine.includes(formId))) {
    if (!(await write(ctx, id, row, merged.rows[row.formId]!, said))) throw tooLate();
  }
  await ctx.emit('partner.changed', { partnershipId: id });
  return { changed: labels(merged.mine), merged: kept };
}

type Said = { saidBy: string | null; saidByContactId: string | null; saidOn: Date };

/** False when a colleague was quicker: the row is no longer what the merge was made with. */
async function write(ctx: Ctx, partnershipId: string, { formId, version }: MatrixRow, text: SaveEngagements['typed'][string], said: Said): Promise<boolean> {
  const isThere = version !== null;
  const known = { partnershipId, formId, ...(isThere && { version }) };
  if (text.readiness === '' && text.comment === '' && text.romes === '' && text.capacity === '' && text.months === '' && text.publicText === '') {
    return !isThere || (await ctx.db.engagement.deleteMany({ where: known })).count > 0;
  }
  const { capacity, ...facts } = readInput(engagementTextSchema, text);
  const data = { ...facts, capacityPerMonth: capacity, ...said };
  const { count } = isThere
    ? await ctx.db.engagement.updateMany({ where: known, data })
    : await ctx.db.engagement.createMany({ data: [{ ...data, partnershipId, formId }], skipDuplicates: true });
  return count > 0;
}

/** A name that is one of the partner’s people is that person. */
function whoSaid(typed: string | null, contacts: readonly SpokenContact[]): Pick<Said, 'saidBy' | 'saidByContactId'> {
  const person = typed === null ? undefined : contacts.find(({ name }) => fold(name) === fold(typed));
  return { saidBy: person?.name ?? typed, saidByContactId: person?.id ?? null };
}

/** The day in Paris, as the calendar of the form gives it. */
function dayOfWord(typed: string | null, now: Date): Date {
  const today = parisDay(now);
  if (typed !== null && typed > today) throw invalid('saidOn', 'Ce jour n’est pas encore venu.');
  return dateOfDay(typed ?? today);
}
