import type { OfferList } from '~/domain/offer/list/list-offers.server';
import { inGuillemets } from '~/domain/text/in-guillemets';
import { nothingWithAll, type Fewer } from '~/routes/staff/search/fewer-said';
import { frenchNumber } from '~/ui/french-number';

const orders: Record<OfferList['sort'], string> = { pertinence: 'les plus ressemblantes d’abord', distance: 'les plus proches d’abord', date: 'les dernières publiées d’abord', debut: 'celles qui commencent bientôt d’abord' };

type OffersSummaryProps = Pick<OfferList, 'total' | 'sort' | 'corrected' | 'filters' | 'place' | 'notices'> & { /** What fewer words find, when all of them find nothing. */ fewer: Fewer[] | null };

/** How many, in which order, and what must be known of this list. Read aloud when it changes. */
export function OffersSummary({ total, sort, corrected, filters, notices, fewer }: OffersSummaryProps) {
  return (
    <div className="mb-3 max-[35em]:mb-1.5 grid gap-1" role="status">
      {notices.map((notice) => <p key={notice}>{notice}</p>)}
      {corrected && <p>Résultats pour <b>{inGuillemets(corrected)}</b> et ce qui s’écrit presque comme {inGuillemets(filters.q)}.</p>}
      <p>
        <b>{total === 0 ? (fewer ? nothingWithAll('Aucune offre', fewer) : 'Aucune offre') : `${frenchNumber(total)} offre${total > 1 ? 's' : ''}`}</b>
        <span className="muted">{total > 1 && ` · ${orders[sort]}`}</span>
      </p>
    </div>
  );
}
