import type { Ctx } from '~/access/context';
import { parisDay } from '~/domain/text/paris-day';
import { Prisma } from '#prisma';
import { allBut, conditionsOf, partnersOf, type Conditions } from './conditions.server';
import { criteriaOf } from './criteria';
import { noFilters, type PartnerFilters } from './filters';
import type { PartnerList } from './list-partners.server';

/** A way out of an empty list: the filters to try instead, and how many partners they show. */
export type WayOut = { label: string; filters: PartnerFilters; count: number };

type Part = Exclude<keyof Conditions, 'archives'>;

const ways: Record<Part, { label: string; without: Partial<PartnerFilters> }> = {
  search: { label: 'sans les mots cherchés', without: { q: '' } },
  circle: { label: 'dans toute la France', without: { commune: '', autour: '', rayon: 0, minutes: 0, moyen: null } },
  place: { label: 'dans toutes les communes', without: { commune: '' } },
  position: { label: 'dont la position est sûre ou non', without: { position: false } },
  mine: { label: 'de tout le monde', without: { miens: false } },
  typologie: { label: 'de toute typologie', without: { typologie: [] } },
  thematique: { label: 'de toute thématique', without: { thematique: [] } },
  etape: { label: 'à toute étape', without: { etape: [] } },
  forme: { label: 'quelle que soit la forme acceptée', without: { forme: [], niveau: null, mois: 0, metier: '' } },
  list: { label: 'hors de cette liste', without: { liste: '' } },
  departement: { label: 'dans tous les départements', without: { departement: [] } },
  etiquette: { label: 'avec ou sans étiquette', without: { etiquette: [] } },
  taille: { label: 'de toute taille', without: { taille: [] } },
  atout: { label: 'avec ou sans label ni accord', without: { atout: [] } },
  referent: { label: 'quelle que soit la personne référente', without: { referent: [] } },
};

/** When a list shows nothing: what each of its filters would show if it alone were dropped, or if the archives were looked into. One query. */
export async function waysOut(ctx: Ctx, { filters, values, place }: Pick<PartnerList, 'filters' | 'values' | 'place'>): Promise<WayOut[]> {
  const { criteria } = criteriaOf(filters, values, place, parisDay(ctx.now));
  const { from, scope } = partnersOf(ctx.actor);
  const conditions = conditionsOf(criteria, ctx.actor);
  const parts = (Object.keys(conditions) as (keyof Conditions)[]).filter((name): name is Part => name !== 'archives');
  const count = (where: Prisma.Sql) => Prisma.sql`(SELECT count(*)::int FROM ${from} WHERE ${scope} AND ${where})`;
  const other = conditionsOf({ ...criteria, isArchived: !criteria.isArchived }, ctx.actor);
  const [{ counts }] = await ctx.db.$queryRaw<[{ counts: number[] }]>`SELECT ARRAY[${Prisma.join([...parts.map((name) => count(allBut(conditions, name))), count(allBut(other))])}] AS counts`;
  const found = [
    ...parts.map((name, i) => ({ label: ways[name].label, filters: { ...filters, ...ways[name].without }, count: counts[i] ?? 0 })),
    { label: criteria.isArchived ? 'hors des archives' : 'dans les archives', filters: { ...filters, archives: !criteria.isArchived }, count: counts.at(-1) ?? 0 },
  ];
  return found.filter((way) => way.count > 0).map((way) => ({ ...way, filters: { ...noFilters, ...way.filters } }));
}
