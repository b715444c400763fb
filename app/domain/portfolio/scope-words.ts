import type { Place } from '~/domain/partner/list/criteria';
import type { ListValues } from '~/domain/partner/list/list-values';
import type { PortfolioScope } from './portfolio-scope';

type Known = { values: Pick<ListValues, 'departement' | 'etape' | 'thematique'>; place: Place | null; site: string | null };

/** What was handed over, in words: « tout le portefeuille », or each criterion. */
export function scopeWords({ isAll, filters, siteId }: PortfolioScope, { values, place, site }: Known): string {
  if (isAll) return 'tout le portefeuille';
  const labels = (name: keyof Known['values']) => filters[name].map((value) => values[name].find((one) => one.value === value)?.label ?? value).join(', ');
  return [
    filters.departement.length > 0 && `département ${labels('departement')}`,
    place && (place.circle ? `à ${place.circle.km} km autour de ${place.name}` : `commune de ${place.name}`),
    siteId && `site ${site ?? 'fermé depuis'}`,
    filters.etape.length > 0 && `étape ${labels('etape')}`,
    filters.thematique.length > 0 && `thématique ${labels('thematique')}`,
  ].filter(Boolean).join(' ; ');
}
