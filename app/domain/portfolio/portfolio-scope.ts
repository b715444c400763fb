import { noFilters, writeFilters, type PartnerFilters } from '~/domain/partner/list/filters';
import { readFilters } from '~/domain/partner/list/read-filters';
import { z } from '~/domain/zod';

/** Which part of a portfolio: all of it, or what these criteria of the list of partners keep. */
export type PortfolioScope = { isAll: boolean; filters: PartnerFilters; /** The site of the agency that follows them. */ siteId: string | null };

export const wholePortfolio: PortfolioScope = { isAll: true, filters: noFilters, siteId: null };

/**
 * Reads `quoi`, `departement`, `commune`, `rayon`, `etape`, `thematique` and `site`. The archives go with the whole only: asked
 * for as a stage they would turn the other criteria off.
 */
export function readScope(params: URLSearchParams): { scope: PortfolioScope; notices: string[] } {
  if (params.get('quoi') !== 'partie') return { scope: wholePortfolio, notices: [] };
  const { filters, notices } = readFilters(params);
  const { departement, commune, communeText, rayon, thematique } = filters;
  const kept = { ...noFilters, departement, commune, communeText, rayon, thematique, etape: filters.etape.filter((stage) => stage !== 'archived') };
  return { scope: { isAll: false, filters: kept, siteId: z.guid().nullable().catch(null).parse(params.get('site')) }, notices };
}

/** The address of a scope: what `readScope` reads, and nothing that says nothing. */
export function writeScope({ isAll, filters, siteId }: PortfolioScope): URLSearchParams {
  if (isAll) return new URLSearchParams();
  return new URLSearchParams([['quoi', 'partie'], ...writeFilters(filters), ...(siteId ? [['site', siteId]] : [])] as [string, string][]);
}

/** Does a part say which part? With no criterion it would be everything, archives apart: nobody means that. */
export const saysWhichPart = ({ filters, siteId }: PortfolioScope): boolean => siteId !== null || writeFilters({ ...filters, rayon: 0 }).size > 0;
