import type { StaleChange } from '~/domain/errors';
import { cleanLines } from '~/domain/text/clean';

/** The values of the edit form by the name of their control, as text. */
export type FormText = Record<string, string>;

/** What can be corrected on a record, in the order of the form. `parts`: controls that make one fact together. */
export const editFields = [
  { field: 'name', label: 'Nom' },
  { field: 'brandName', label: 'Enseigne' },
  { field: 'acronym', label: 'Sigle' },
  { field: 'siret', label: 'SIRET' },
  { field: 'kindId', label: 'Typologie' },
  { field: 'otherKindIds', label: 'Autres typologies' },
  { field: 'nafCode', label: 'Activité (NAF)' },
  { field: 'legalForm', label: 'Forme juridique' },
  { field: 'headcountBand', label: 'Effectif' },
  { field: 'hasYouthLabel', label: 'Label « Je m’engage pour la jeunesse »' },
  { field: 'addressLine', label: 'Adresse' },
  { field: 'addressExtra', label: 'Complément d’adresse' },
  { field: 'postcode', label: 'Code postal' },
  { field: 'commune', label: 'Commune', parts: ['commune', 'communeCode'] },
  { field: 'latitude', label: 'Position', parts: ['latitude', 'longitude'] },
  { field: 'phone', label: 'Téléphone' },
  { field: 'email', label: 'Courriel' },
  { field: 'website', label: 'Site internet' },
  { field: 'openingHours', label: 'Horaires' },
  { field: 'openingHoursNote', label: 'Précision sur les horaires' },
  { field: 'description', label: 'Présentation' },
  { field: 'siteId', label: 'Site de la Mission Locale' },
  { field: 'externalId', label: 'Votre numéro' },
] as const satisfies readonly { field: string; label: string; parts?: readonly string[] }[];

export type EditField = (typeof editFields)[number]['field'];

const partsOf = (entry: (typeof editFields)[number]): readonly string[] => ('parts' in entry ? entry.parts : [entry.field]);
const textOf = (values: FormText, part: string) => cleanLines(values[part] ?? '');
const differ = (a: FormText, b: FormText, parts: readonly string[]) => parts.some((part) => textOf(a, part) !== textOf(b, part));

export type Merged = {
  /** What is to be kept: mine where I changed it, theirs elsewhere. */
  values: FormText;
  /** Changed by both, differently: a person must choose. */
  conflicts: StaleChange[];
  /** What I changed, and what somebody else changed meanwhile and is kept. */
  mine: EditField[];
  theirs: EditField[];
};

/**
 * Merges what a person typed with what is there now, field by field, knowing what the form showed when it was opened
 * (`base`). Nobody's change is lost silently: a field that both changed to different values is a conflict.
 */
export function mergeTyped({ base, typed, current }: { base: FormText; typed: FormText; current: FormText }): Merged {
  const merged: Merged = { values: { ...current }, conflicts: [], mine: [], theirs: [] };
  for (const entry of editFields) {
    const parts = partsOf(entry);
    const isMine = differ(typed, base, parts);
    const isTheirs = differ(current, base, parts);
    if (isTheirs) merged.theirs.push(entry.field);
    if (!isMine) continue;
    for (const part of parts) merged.values[part] = typed[part] ?? '';
    if (!differ(typed, current, parts)) continue;
    merged.mine.push(entry.field);
    const [shown] = parts;
    if (isTheirs && shown) merged.conflicts.push({ field: entry.field, label: entry.label, theirs: current[shown] ?? '', yours: typed[shown] ?? '' });
  }
  return merged;
}

/** What was typed, once the person chose field by field: a field left to the other one takes the value shown as theirs. */
export function withChoices(typed: FormText, base: FormText, keep: Record<string, string>): FormText {
  const chosen = { ...typed };
  for (const entry of editFields) if (keep[entry.field] === 'theirs') for (const part of partsOf(entry)) chosen[part] = base[part] ?? '';
  return chosen;
}

export const editFieldLabel = (field: string) => editFields.find((entry) => entry.field === field)?.label ?? field;
