import { fold } from '~/domain/text/fold';
import { inGuillemets } from '~/domain/text/in-guillemets';

/** A zone, as the table keeps it: a commune by its INSEE code (`65440`), a département (`d65`) or a region (`r76`). */
export const zonePattern = /^(\d[0-9AB]\d{3}|d(\d{2,3}|2[AB])|r\d{2,3})$/;

export type NamedZone = { zone: string; name: string | null };
export type ZonePlaces = {
  departements: readonly { code: string; name: string }[];
  regions: readonly { code: string; name: string }[];
  communes: readonly { code: string; name: string; postcodes: readonly string[]; departementCode: string }[];
};

/** How a zone is written in a form, so that it reads back as itself: `Tarbes (65440)`, `Hautes-Pyrénées (65)`, `Occitanie (région 76)`. */
export function writtenZone({ zone, name }: NamedZone): string {
  if (name === null) return zone.startsWith('r') ? `région ${zone.slice(1)}` : zone.startsWith('d') ? zone.slice(1) : `INSEE ${zone}`;
  return zone.startsWith('r') ? `${name} (région ${zone.slice(1)})` : `${name} (${zone.replace(/^d/, '')})`;
}

/** The pieces of what was typed: by commas, semicolons or lines, each once. */
export const zonePieces = (typed: string): string[] => [...new Set(typed.split(/[,;\n]/).map((piece) => piece.trim()).filter(Boolean))];

/** The name without its code, in the letters that communes are looked up by. */
export const zoneName = (piece: string): string => spaced(piece.replace(/\s*\([^)]*\)\s*$/, ''));

export type ReadZone = { ok: true; zones: string[] } | { ok: false; reason: string };

/**
 * What a piece means among the places that its letters could be. A number of five digits is the postcode that people type, with all
 * its communes, before it is an INSEE code; a name is a département or a region before a commune.
 */
export function readZone(piece: string, { departements, regions, communes }: ZonePlaces): ReadZone {
  const zones = (...found: string[]): ReadZone => ({ ok: true, zones: found });
  const [, region] = /(?:^|\()\s*r[ée]gion\s+(\d{2,3})\)?$/iu.exec(piece) ?? [];
  if (region) return zones(`r${region}`);
  const [, insee] = /^insee\s+(\d[0-9AB]\d{3})$/i.exec(piece) ?? [];
  if (insee) return zones(insee.toUpperCase());
  const [, inBrackets] = /\(\s*(\d[0-9AB]\d{0,3})\s*\)$/i.exec(piece) ?? [];
  const code = (inBrackets ?? (/^\d[0-9AB]\d{0,3}$/i.test(piece) ? piece : '')).toUpperCase();
  const name = inBrackets || !code ? zoneName(piece) : '';
  if (code.length === 5) {
    const byPostcode = communes.filter(({ postcodes }) => postcodes.includes(code));
    if (!inBrackets && byPostcode.length > 0) return zones(...byPostcode.map((one) => one.code));
    const known = communes.find((one) => one.code === code && (!name || spaced(one.name) === name));
    if (known) return zones(code);
    const named = byPostcode.find((one) => spaced(one.name) === name);
    return named ? zones(named.code) : { ok: false, reason: `${inGuillemets(piece)} n’est ni une commune ni un code postal connus.` };
  }
  const departement = departements.find((one) => (code ? one.code === code : spaced(one.name) === name));
  if (departement && (!name || spaced(departement.name) === name)) return zones(`d${departement.code}`);
  const byRegion = code ? undefined : regions.find((one) => spaced(one.name) === name);
  if (byRegion) return zones(`r${byRegion.code}`);
  const alike = communes.filter((one) => spaced(one.name) === name && (!code || one.departementCode === code));
  if (alike.length === 1) return zones(alike[0]!.code);
  if (alike.length > 1) return { ok: false, reason: `Plusieurs communes s’appellent ${inGuillemets(piece)} : ajoutez le département, comme « ${alike[0]!.name} (${alike[0]!.departementCode}) ».` };
  return { ok: false, reason: `${inGuillemets(piece.slice(0, 60))} n’est ni une commune, ni un département, ni une région connus.` };
}

/** `ST LARY-SOULAN` → `saint lary soulan`. */
export function spaced(name: string): string {
  return fold(name).replace(/[-'\s]+/g, ' ').replace(/\bst\b/g, 'saint').replace(/\bste\b/g, 'sainte').trim();
}
