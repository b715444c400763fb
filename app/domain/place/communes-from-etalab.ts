import { communeFormerNames } from './commune-former-names';
import { departementOfCommuneCode } from './postcode';

/** A commune that exists today, or a former one (`formerOf`: the code of the commune that holds it now). */
export type Commune = {
  /** INSEE code, five characters. */
  code: string;
  name: string;
  postcodes: string[];
  departementCode: string;
  population: number;
  latitude: number | null;
  longitude: number | null;
  formerOf?: string;
};

/** A line of `@etalab/decoupage-administratif/data/communes.json`. */
export type EtalabCommune = {
  code: string;
  nom: string;
  type: string;
  departement?: string;
  codesPostaux?: string[];
  population?: number;
  chefLieu?: string;
  commune?: string;
  anciensCodes?: string[];
};

/**
 * Makes our communes from Etalab's file: those of today, and as former ones the delegated and associated communes, and
 * the bare codes that merged away, and as former names those of `communeFormerNames`. Arrondissements of Paris, Lyon and Marseille become former codes of their city.
 * `centres` gives coordinates by INSEE code (decimal degrees); a former commune has its own centre when it is known.
 */
export function communesFromEtalab(
  records: readonly EtalabCommune[],
  centres: ReadonlyMap<string, { latitude: number; longitude: number }> = new Map(),
): Commune[] {
  const toCommune = (record: EtalabCommune, extra: Partial<Commune> = {}): Commune => ({
    code: record.code,
    name: record.nom,
    postcodes: record.codesPostaux ?? [],
    departementCode: record.departement ?? departementOfCommuneCode(record.code),
    population: record.population ?? 0,
    latitude: centres.get(record.code)?.latitude ?? null,
    longitude: centres.get(record.code)?.longitude ?? null,
    ...extra,
  });
  const present = records.filter((record) => record.type === 'commune-actuelle').map((record) => toCommune(record));
  const byCode = new Map(present.map((commune) => [commune.code, commune]));
  const former: Commune[] = [];
  const known = new Set(byCode.keys());
  for (const record of records) {
    const holder = byCode.get(record.chefLieu ?? record.commune ?? '');
    if (record.type === 'commune-actuelle' || !holder) continue;
    // A delegated commune often keeps the code of the new one: it is then a former name, not a former code.
    former.push(toCommune(record, { formerOf: holder.code, postcodes: record.codesPostaux?.length ? record.codesPostaux : holder.postcodes }));
    known.add(record.code);
  }
  for (const record of records) {
    for (const code of record.anciensCodes ?? []) {
      if (known.has(code)) continue;
      known.add(code);
      former.push(toCommune({ ...record, code, population: 0 }, { formerOf: record.code }));
    }
  }
  for (const [code, name] of communeFormerNames) {
    const commune = byCode.get(code);
    if (commune) former.push({ ...commune, name, population: 0, formerOf: code });
  }
  return [...present, ...former];
}
