import type { ThemeCode } from '~/domain/organisation/themes';
import { themes } from '~/domain/organisation/themes';
import type { Stage } from '~/domain/partnership/partnership.lifecycle';
import type { ListValue, ListValues } from './list-values';

/** A partner as the flat table gives it. */
export type FlatRow = {
  id: string;
  agency: string;
  name: string;
  siret: string | null;
  kindIds: string[];
  themeCodes: ThemeCode[];
  tagIds: string[];
  formIds: string[];
  stage: Stage;
  stageSince: Date;
  officerId: string | null;
  commune: string | null;
  postcode: string | null;
  departementCode: string | null;
  latitude: number | null;
  longitude: number | null;
  addressLine: string | null;
  phone: string | null;
  email: string | null;
  website: string | null;
  updatedAt: Date;
  createdAt: Date;
  metres: number | null;
  isPatron: boolean;
  headcountBand: string | null;
  hasYouthLabel: boolean;
  /** By a national agreement, today. */
  isCovered: boolean;
};

/** A partner as a line of the list says it: words instead of ids. */
export type PartnerRow = Omit<FlatRow, 'kindIds' | 'themeCodes' | 'tagIds' | 'formIds' | 'officerId' | 'stageSince' | 'updatedAt' | 'createdAt'> & {
  kinds: string[];
  themes: string[];
  tags: string[];
  forms: string[];
  officer: string | null;
  stageSince: string;
  updatedAt: string;
  createdAt: string;
};

/** Puts words on rows. Prepared once for the values of a list, then called for each row. */
export function wordsFor(values: ListValues): (row: FlatRow) => PartnerRow {
  const [kind, form, tag, person] = [values.typologie, values.forme, values.etiquette, values.referent].map(labelsById) as [Labels, Labels, Labels, Labels];
  // Each field by its name: spreading the rest of fifty rows took longer than all their words.
  return ({ id, isPatron, headcountBand, hasYouthLabel, isCovered, agency, name, siret, stage, commune, postcode, departementCode, latitude, longitude, addressLine, phone, email, website, metres, kindIds, themeCodes, tagIds, formIds, officerId, stageSince, updatedAt, createdAt }) => ({
    id, isPatron, headcountBand, hasYouthLabel, isCovered, agency, name, siret, stage, commune, postcode, departementCode, latitude, longitude, addressLine, phone, email, website, metres,
    kinds: inOrder(kind, kindIds),
    themes: themes.filter(({ code }) => themeCodes.includes(code)).map(({ label }) => label),
    tags: inOrder(tag, tagIds),
    forms: inOrder(form, formIds),
    officer: officerId && (person.get(officerId)?.label ?? 'Une personne partie'),
    stageSince: stageSince.toISOString(),
    updatedAt: updatedAt.toISOString(),
    createdAt: createdAt.toISOString(),
  });
}

type Labels = Map<string, { label: string; position: number }>;

function labelsById(list: ListValue[]): Labels {
  return new Map(list.flatMap(({ ids, label }, position) => ids.map((id) => [id, { label, position }] as const)));
}

/** The labels of these ids, in the order of the filter's menu. */
function inOrder(labels: Labels, ids: string[]): string[] {
  return ids.flatMap((id) => labels.get(id) ?? []).sort((a, b) => a.position - b.position).map(({ label }) => label);
}
