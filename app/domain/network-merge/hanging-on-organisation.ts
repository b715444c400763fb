/**
 * What points to an organisation and goes to the kept one when the platform makes two of them one, by `table.column`.
 * tests/integration/network-merge/hanging.test.ts reads the catalogue and names what is missing here.
 */
export const movedTables = {
  partnership: { column: 'organisation_id', one: 'partenariat', many: 'partenariats' },
  national_agreement: { column: 'organisation_id', one: 'accord national', many: 'accords nationaux' },
  organisation: { column: 'parent_id', one: 'établissement ou membre rattaché', many: 'établissements ou membres rattachés' },
  membership: { column: 'organisation_id', one: 'compte', many: 'comptes' },
} as const;

export type MovedTable = keyof typeof movedTables;
export const movedTableNames = Object.keys(movedTables) as MovedTable[];

/** What stays on the double, each for its reason. */
export const leftColumns = {
  'organisation.merged_into_id': 'a double of the double is found through it (app.kept_of)',
  'organisation_merge.kept_id': 'the journal of merges',
  'organisation_merge.merged_id': 'the journal of merges',
  'organisation_pair.one_id': 'a pair with a double waits no more, and waits again once the merge is undone',
  'organisation_pair.other_id': 'as above',
  'search.place_doubt.organisation_id': 'a doubt about the address of the double, told again once the merge is undone',
  'search.organisation_key.organisation_id': 'the keys of a double say what they said, for the day when the merge is undone',
} as const;

/** What names an organisation without a foreign key. */
export const looseColumns = {
  'import_item.organisation_id': 'what an import did that day; undoing it looks at the organisation that it wrote',
  'search.partner.organisation_id': 'written from the partnership by its triggers',
} as const;

/** « 3 partenariats », « 1 accord national ». */
export const countMoved = (table: MovedTable, count: number) => `${count} ${count > 1 ? movedTables[table].many : movedTables[table].one}`;
