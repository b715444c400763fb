/**
 * What hangs on a partnership and follows it when two records become one. tests/integration/walls/attached-tables.test.ts reads the
 * catalogue and names the table that is missing here.
 *
 * `row`: the row changes partnership; `key` finds it again. `value`: the partnership is in the row's key, and one partnership has
 * each value once (`key`): what the kept record has already stays where it is, on the record that is taken in.
 * `follows`: moves with another row, by its own foreign key or by that row (`parent`, by the columns `by`).
 * `one` and `many` are what a person reads.
 */
export const attachedTables = {
  contact: { as: 'row', key: 'id', one: 'interlocuteur', many: 'interlocuteurs' },
  interaction: { as: 'row', key: 'id', one: 'échange ou note', many: 'échanges et notes' },
  task: { as: 'row', key: 'id', one: 'tâche', many: 'tâches' },
  stage_move: { as: 'row', key: 'id', one: 'changement d’étape', many: 'changements d’étape', dated: 'at' },
  patronage: { as: 'row', key: 'id', one: 'don', many: 'dons' },
  agreement: { as: 'row', key: 'id', one: 'convention', many: 'conventions' },
  offer: { as: 'row', key: 'id', one: 'offre', many: 'offres' },
  agreement_form: { as: 'follows', parent: 'agreement', by: 'agreement_id' },
  agreement_file: { as: 'follows', parent: 'agreement', by: 'agreement_id' },
  engagement: { as: 'value', key: 'form_id', one: 'engagement', many: 'engagements' },
  partnership_kind: { as: 'value', key: 'kind_id', one: 'autre typologie', many: 'autres typologies' },
  partnership_theme: { as: 'value', key: 'theme_code', one: 'thématique', many: 'thématiques' },
  partnership_tag: { as: 'value', key: 'tag_id', one: 'étiquette', many: 'étiquettes' },
  agreement_party: { as: 'value', key: 'agreement_id', one: 'convention signée à côté d’un autre', many: 'conventions signées à côté d’un autre' },
  saved_list_partner: { as: 'value', key: 'list_id', one: 'liste', many: 'listes' },
} as const satisfies Record<string, AttachedTable>;

type AttachedTable =
  | { as: 'row'; key: string; one: string; many: string; dated?: string }
  | { as: 'follows'; parent: string; by: string }
  | { as: 'value'; key: string; one: string; many: string };

export type AttachedName = keyof typeof attachedTables;
type Of<Way extends AttachedTable['as']> = { [Name in AttachedName]: (typeof attachedTables)[Name]['as'] extends Way ? Name : never }[AttachedName];
export type RowTable = Of<'row'>;
export type ValueTable = Of<'value'>;

const named = <Way extends AttachedTable['as']>(way: Way) => (Object.keys(attachedTables) as AttachedName[]).filter((name) => attachedTables[name].as === way) as Of<Way>[];
export const rowTables = named('row');
export const valueTables = named('value');
export const followingTables = named('follows');

/** Tables that point to a partnership and follow nothing, each for its reason. */
export const unattachedTables = {
  partnership: 'the record itself, by merged_into_id',
  partner_merge: 'the journal of merges',
  duplicate_pair: 'what may be a double leaves with the flat row of the record that was taken in',
  handover_partner: 'what a handover gave is told of the record that it gave',
  saved_list_place: 'a person who stopped at the record that was taken in starts the list again',
  interaction_contact: 'moved by the foreign key of its exchange',
  interaction_colleague: 'moved by the foreign key of its exchange',
  interaction_file: 'moved by the foreign key of its exchange',
} as const;

/** « 3 échanges et notes », « 1 contact ». */
export const countInWords = (table: RowTable | ValueTable, count: number) => `${count} ${count > 1 ? attachedTables[table].many : attachedTables[table].one}`;
