import { isEmptyFact, mayReplace, sameFact, type FactSources } from '~/domain/partner/shared-facts';
import { mergeFields, type MergeField, type MergeFieldName } from './merge-fields';

type Row = Record<string, unknown>;
/** One of the two records: its rows as the database has them, by column. */
export type MergeRecord = { partnership: Row; organisation: Row; /** Its kind is « Autre », which says nothing. */ isOfOtherKind?: boolean };
export type Side = 'kept' | 'merged';

export type Difference = {
  field: MergeFieldName;
  label: string;
  proposed: Side;
  /** The organisation wrote its own: no other word takes its place. */
  isLocked: boolean;
};

/** Stages by how much they say: a partnership that lives says more than one that sleeps or is over. */
const stageOrder = ['archived', 'prospect', 'ended', 'contacted', 'dormant', 'building', 'active'];

/** The fields on which two records differ, each with the side that is proposed: what is filled, then the better source; between equals, the record that is kept. */
export function compareRecords(kept: MergeRecord, merged: MergeRecord): Difference[] {
  return mergeFields.flatMap((field: MergeField) => {
    const [ours, theirs] = [valuesOf(kept, field), valuesOf(merged, field)];
    if (field.columns.every((column) => sameFact(ours[column], theirs[column])) || isOnlyItself(field, kept, merged)) return [];
    if (field.field === 'stage' && ours.stage === theirs.stage && ours.end_reason_id === theirs.end_reason_id) return [];
    if (field.field === 'kindId' && merged.isOfOtherKind) return [];
    const isLocked = sourceOf(kept, field)?.source === 'organisation' && sourceOf(merged, field)?.source !== 'organisation';
    return [{ field: field.field as MergeFieldName, label: field.label, proposed: isLocked ? 'kept' : proposedSide(field, kept, merged), isLocked }];
  });
}

/** The sides as they are taken: what a person chose, what is proposed where they said nothing, never over a word of the organisation itself. */
export function takenSides(differences: readonly Difference[], choices: Readonly<Record<string, Side | undefined>>): Map<MergeFieldName, Side> {
  return new Map(differences.map(({ field, proposed, isLocked }) => [field, isLocked ? 'kept' : (choices[field] ?? proposed)]));
}

/** The columns of the kept record that change, by table, once the sides are taken. */
export function takenValues(kept: MergeRecord, merged: MergeRecord, sides: ReadonlyMap<MergeFieldName, Side>): MergeRecord {
  const patch: MergeRecord = { partnership: {}, organisation: {} };
  const sources: FactSources = { ...sourcesOf(kept) };
  for (const field of mergeFields as readonly MergeField[]) {
    if (sides.get(field.field as MergeFieldName) !== 'merged') continue;
    Object.assign(patch[field.table], valuesOf(merged, field));
    if (!field.fact) continue;
    const source = sourceOf(merged, field);
    if (source) sources[field.fact] = source;
    else delete sources[field.fact];
  }
  const phones = otherPhones(kept, merged, (patch.organisation.phone ?? kept.organisation.phone) as string | null);
  if (!sameFact(phones, kept.organisation.other_phones)) patch.organisation.other_phones = phones;
  if (!sameFact(sources, sourcesOf(kept))) patch.organisation.fact_sources = sources;
  return patch;
}

/** No number is lost: the one that is not chosen goes beside the others. */
function otherPhones(kept: MergeRecord, merged: MergeRecord, chosen: string | null): string[] {
  const all = [kept, merged].flatMap(({ organisation }) => [organisation.phone, ...((organisation.other_phones as string[] | null) ?? [])]);
  return [...new Set(all.filter((phone): phone is string => Boolean(phone) && phone !== chosen))];
}

function proposedSide(field: MergeField, kept: MergeRecord, merged: MergeRecord): Side {
  const [ours, theirs] = [valuesOf(kept, field), valuesOf(merged, field)];
  const [emptyHere, emptyThere] = [isEmpty(field, ours) || (field.field === 'kindId' && Boolean(kept.isOfOtherKind)), isEmpty(field, theirs)];
  if (emptyHere !== emptyThere) return emptyHere ? 'merged' : 'kept';
  if (field.field === 'stage') return stageOrder.indexOf(String(theirs.stage)) > stageOrder.indexOf(String(ours.stage)) ? 'merged' : 'kept';
  const [source, other] = [sourceOf(kept, field), sourceOf(merged, field)];
  if (!other || !mayReplace(other.source, source?.source)) return 'kept';
  // Not the newest of two: a record typed again in haste comes last and says less.
  return source && mayReplace(source.source, other.source) ? 'kept' : 'merged';
}

const valuesOf = (record: MergeRecord, { table, columns }: MergeField): Row => Object.fromEntries(columns.map((column) => [column, record[table][column] ?? null]));
const sourcesOf = (record: MergeRecord) => (record.organisation.fact_sources ?? {}) as FactSources;
const sourceOf = (record: MergeRecord, { fact }: MergeField) => (fact ? sourcesOf(record)[fact] : undefined);
/** An address is there when it has a street or a town: a point on a map alone is none. */
const isEmpty = ({ field, columns }: MergeField, values: Row) => (field === 'address' ? ['address_line', 'commune_code', 'postcode'] : columns.slice(0, 1)).every((column) => isEmptyFact(values[column]));
/** An organisation hangs neither on itself nor on its double. */
const isOnlyItself = ({ field }: MergeField, kept: MergeRecord, merged: MergeRecord) =>
  field === 'parentId' && [kept.organisation.id, merged.organisation.id].includes(merged.organisation.parent_id);
