import type { OfferPlace } from '~/domain/offer/list/offer-conditions.server';
import type { OfferFilters } from '~/domain/offer/list/offer-filters';
import { offerSourceLabels } from '~/domain/offer/list/offer-sources';
import { offerKinds } from '~/domain/offer/offer-kinds';
import { publics, receptionModes } from '~/domain/offer/vocabulary/data-inclusion';
import { contracts, levels, schemes } from '~/domain/offer/vocabulary/work';
import { themes } from '~/domain/organisation/themes';
import { inGuillemets } from '~/domain/text/in-guillemets';
import { FilterChip, FilterChips } from '~/ui/filter-chip';
import { offersAddress } from './offer-address';
import { wayInWords } from './way-filter';

type OfferChipsProps = { filters: OfferFilters; place: OfferPlace | null; trades: readonly { value: string; label: string }[] };

/** What the list is limited to, each with the way to take it off. */
export function OfferChips({ filters, place, trades }: OfferChipsProps) {
  const without = (change: Partial<OfferFilters>) => offersAddress({ ...filters, ...change });
  const way = wayInWords(filters, place);
  const some = <T extends string>(name: keyof OfferFilters, values: readonly T[], label: (value: T) => string) => values.map((value) => ({ label: label(value), to: without({ [name]: values.filter((one) => one !== value) }) }));
  const chips = [
    ...(filters.q ? [{ label: inGuillemets(filters.q), to: without({ q: '' }) }] : []),
    ...(way ? [{ label: way, to: without({ commune: '', autour: '', rayon: 0, minutes: 0, moyen: null }) }] : []),
    ...some('sorte', filters.sorte, (kind) => offerKinds[kind].label),
    ...some('thematique', filters.thematique, (code) => themes.find((theme) => theme.code === code)?.label ?? code),
    ...some('metier', filters.metier, (code) => trades.find(({ value }) => value === code)?.label ?? code),
    ...some('contrat', filters.contrat, (code) => contracts[code as keyof typeof contracts]),
    ...some('public', filters.public, (code) => publics[code as keyof typeof publics]),
    ...some('dispositif', filters.dispositif, (code) => schemes[code as keyof typeof schemes]),
    ...some('accueil', filters.accueil, (code) => receptionModes[code as keyof typeof receptionModes]),
    ...(filters.niveau ? [{ label: `jusqu’à ${levels[filters.niveau as keyof typeof levels]}`, to: without({ niveau: '' }) }] : []),
    ...(filters.age === null ? [] : [{ label: `${filters.age} ans`, to: without({ age: null }) }]),
    ...(filters.debut ? [{ label: `avant le ${filters.debut.split('-').reverse().join('/')}`, to: without({ debut: '' }) }] : []),
    ...(filters.session ? [{ label: `une session d’ici le ${filters.session.split('-').reverse().join('/')}`, to: without({ session: '' }) }] : []),
    ...(filters.source ? [{ label: offerSourceLabels[filters.source], to: without({ source: undefined }) }] : []),
    ...(filters.gratuit ? [{ label: 'Gratuit', to: without({ gratuit: false }) }] : []),
    ...(filters.handicap ? [{ label: 'Accessible (handicap)', to: without({ handicap: false }) }] : []),
  ];
  if (chips.length === 0) return null;
  return (
    <FilterChips clearTo={chips.length > 1 ? offersAddress({ vue: filters.vue }) : undefined}>
      {chips.map(({ label, to }) => <FilterChip key={label} label={label} removeTo={to} />)}
    </FilterChips>
  );
}
