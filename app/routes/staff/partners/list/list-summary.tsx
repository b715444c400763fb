import { partnersInWords } from '~/domain/partner/list/bulk-change';
import type { PartnerList } from '~/domain/partner/list/list-partners.server';
import { inGuillemets } from '~/domain/text/in-guillemets';
import { nothingWithAll, type Fewer } from '~/routes/staff/search/fewer-said';

const orders: Record<PartnerList['sort'], string> = {
  nom: 'par nom',
  '-nom': 'par nom, de Z à A',
  modification: 'les derniers modifiés d’abord',
  '-modification': 'les plus anciennement modifiés d’abord',
  distance: 'les plus proches d’abord',
  pertinence: 'les plus ressemblants d’abord',
};

type ListSummaryProps = Pick<PartnerList, 'total' | 'sort' | 'corrected' | 'unplaced' | 'place' | 'notices' | 'filters'> & { /** What fewer words find, when all of them find nothing. */ fewer: Fewer[] | null };

/** How many, in which order, and what must be known of this list. Read aloud when it changes. */
export function ListSummary({ total, sort, corrected, unplaced, place, notices, filters, fewer }: ListSummaryProps) {
  return (
    <div className="mb-3 max-[35em]:mb-1.5 grid gap-1" role="status">
      {notices.map((notice) => (
        <p key={notice}>{notice}</p>
      ))}
      {corrected && (
        <p>
          Résultats pour <b>{inGuillemets(corrected)}</b> et ce qui s’écrit presque comme {inGuillemets(filters.q)}.
        </p>
      )}
      <p>
        <b>{fewer ? nothingWithAll(partnersInWords(total), fewer) : partnersInWords(total)}</b>
        <span className="muted">
          {total > 1 && ` · ${orders[sort]}`}
          {unplaced > 0 && place && ` · ${partnersInWords(unplaced)} sans position connue, hors de ce cercle`}
        </span>
      </p>
    </div>
  );
}
