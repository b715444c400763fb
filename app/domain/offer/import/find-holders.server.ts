import type { Db } from '~/access/context';
import { nameKey } from '~/domain/organisation/name-key';
import { fold } from '~/domain/text/fold';
import { z } from '~/domain/zod';
import type { NamedHolder } from './imported-offer';

export type KnownHolder = { id: string; ownId: string; externalId: string | null; siret: string | null; nameKey: string; name: string; commune: string | null; stage: string };

/** The agency's partners that these rows may mean: by identifier (ours or the agency's own), by SIRET (that of a double of the network leads to the organisation that was kept), by name. One query. */
export async function holdersAmong(db: Db, named: readonly NamedHolder[]): Promise<KnownHolder[]> {
  const ids = named.flatMap(({ id }) => (id ? [id] : []));
  const uuids = ids.filter((id) => z.uuid().safeParse(id).success);
  const sirets = named.flatMap(({ siret }) => siret ?? []);
  const keys = named.flatMap(({ name }) => (name ? nameKey(name) : []));
  if (ids.length + sirets.length + keys.length === 0) return [];
  return db.$queryRaw<KnownHolder[]>`
    SELECT coalesce(own.merged_into_id, own.id)::text AS id, own.id::text AS "ownId", own.external_id AS "externalId", coalesce(r.siret, o.siret) AS siret, o.name_key AS "nameKey", o.name, c.name AS commune, own.stage::text AS stage
    FROM partnership own JOIN organisation o ON o.id = own.organisation_id LEFT JOIN app.register_by_siret(${sirets}::text[]) r ON r.id = o.id LEFT JOIN commune c ON c.code = o.commune_code
    WHERE own.mission_locale_id = app.mission_locale() AND (own.id = ANY (${uuids}::uuid[]) OR own.external_id = ANY (${ids}::text[]) OR r.id IS NOT NULL OR o.name_key = ANY (${keys}::text[]))`;
}

/** Which partner a row means: its identifier says, else its SIRET, else its name (with its commune when the row gives one). Several when the name is not enough; none when unknown. */
export function holdersOf(named: NamedHolder, known: readonly KnownHolder[]): KnownHolder[] {
  const once = (found: KnownHolder[]) => [...new Map(found.map((holder) => [holder.id, holder])).values()];
  if (named.id) {
    const byId = known.filter(({ ownId, externalId }) => ownId === named.id!.toLowerCase() || externalId === named.id);
    if (byId.length > 0) return once(byId);
  }
  if (named.siret) {
    const bySiret = known.filter(({ siret }) => siret === named.siret);
    if (bySiret.length > 0) return once(bySiret);
  }
  if (!named.name) return [];
  const key = nameKey(named.name);
  const byName = known.filter((holder) => holder.nameKey === key && !(named.siret && holder.siret && holder.siret !== named.siret));
  const there = named.commune ? byName.filter(({ commune }) => commune !== null && fold(commune) === fold(named.commune!)) : [];
  return once(there.length > 0 ? there : byName);
}
