import { Link } from '@remix-run/react';
import { formatSiret } from '~/domain/organisation/siret';
import { youthLabel } from '~/domain/organisation/youth-label';
import { companySizes, sizeOfBand } from '~/domain/partner/headcount';
import type { ColumnKey } from '~/domain/partner/list/columns';
import type { PartnerFilters, Sort } from '~/domain/partner/list/filters';
import { stages } from '~/domain/partnership/partnership.lifecycle';
import { mailLink } from '~/domain/text/mail-link';
import { paths } from '~/paths';
import { Avatar } from '~/ui/avatar';
import { Chip, Chips } from '~/ui/chip';
import type { Column } from '~/ui/data-table';
import { frenchDistance } from '~/ui/french-distance';
import { listAddress } from './list-address';
import type { ShownRow } from './shown-row';

type TableShape = { chosen: readonly ColumnKey[]; filters: PartnerFilters; sort: Sort; hasCircle: boolean; isRegion: boolean };

/** The columns of the table: the name, the distance when there is one, then those that the person chose. */
export function partnerColumns({ chosen, filters, sort, hasCircle, isRegion }: TableShape): Column<ShownRow>[] {
  const sortedBy = (tri: 'nom' | 'modification') => {
    const isUsual = sort === tri;
    const direction = sort === tri || sort === `-${tri}` ? ((tri === 'nom') === isUsual ? ('asc' as const) : ('desc' as const)) : undefined;
    return { to: listAddress({ ...filters, tri: isUsual ? `-${tri}` : tri }), direction };
  };
  const name: Column<ShownRow> = {
    key: 'nom',
    header: 'Partenaire',
    isRowHeader: true,
    sort: sortedBy('nom'),
    cell: (row) => row.name,
    detail: (row) => {
      const line = [row.commune && `${row.commune} (${row.departementCode})`, !chosen.includes('typologie') && row.kinds.join(', '), isRegion ? row.agency : row.isPatron && 'mécène'].filter(Boolean).join(' · ');
      const badges = chosen.includes('atouts') ? null : meritsOf(row);
      return line || badges ? <>{line}{badges}</> : null;
    },
  };
  const distance: Column<ShownRow> = {
    key: 'distance',
    header: 'Distance',
    align: 'end',
    nowrap: true,
    sort: { to: listAddress({ ...filters, tri: 'distance' }), direction: sort === 'distance' ? 'asc' : undefined },
    cell: ({ metres }) => metres !== null && frenchDistance(metres),
  };
  const others: Record<ColumnKey, Omit<Column<ShownRow>, 'key'>> = {
    typologie: { header: 'Typologie', cell: ({ kinds }) => kinds.join(', ') },
    thematiques: { header: 'Thématiques', cell: ({ themes = [] }) => themes.length > 0 && <Chips>{themes.map((theme) => <Chip key={theme} tone="theme">{theme}</Chip>)}</Chips> },
    formes: { header: 'Accepte', cell: ({ forms = [] }) => someOf(forms, 3) },
    etape: { header: 'Étape', nowrap: true, cell: ({ stage }) => stage && <Chip tone={stages[stage].tone}>{stages[stage].label}</Chip> },
    taille: { header: 'Taille', nowrap: true, cell: ({ headcountBand }) => { const size = sizeOfBand(headcountBand ?? null); return size && companySizes[size].label; } },
    atouts: { header: 'Label, accord', cell: meritsOf },
    referent: { header: 'Référent·e', nowrap: true, cell: ({ officer }) => officer && <span className="inline-flex items-center gap-2"><Avatar name={officer} size="small" />{officer}</span> },
    etiquettes: { header: 'Étiquettes', cell: ({ tags = [] }) => tags.length > 0 && <Chips>{tags.map((tag) => <Chip key={tag} tone="theme">{tag}</Chip>)}</Chips> },
    telephone: { header: 'Téléphone', nowrap: true, cell: ({ phone }) => phone && <a href={`tel:${phone}`}>{phoneInPairs(phone)}</a> },
    courriel: { header: 'Courriel', cell: ({ email }) => email && <a href={mailLink(email)}>{email}</a> },
    adresse: { header: 'Adresse', cell: ({ addressLine, postcode, commune }) => [addressLine, [postcode, commune].filter(Boolean).join(' ')].filter(Boolean).join(', ') },
    siret: { header: 'SIRET', nowrap: true, cell: ({ siret }) => siret && formatSiret(siret) },
    noter: { header: 'Échange', nowrap: true, cell: ({ id, name: called }) => <Link to={paths.partnerExchangeNew(id)}>Noter<span className="visually-hidden"> un échange avec {called}</span></Link> },
    modification: { header: 'Modifié', nowrap: true, sort: sortedBy('modification'), cell: ({ updatedAt }) => updatedAt && day(updatedAt) },
    ajout: { header: 'Ajouté', nowrap: true, cell: ({ createdAt }) => createdAt && day(createdAt) },
  };
  return [name, ...(hasCircle ? [distance] : []), ...chosen.map((key) => ({ key, ...others[key], cell: (row: ShownRow) => others[key].cell(row) || null }))];
}

/** What recommends a partner, in words and by a shape. */
function meritsOf({ hasYouthLabel, isCovered }: ShownRow) {
  if (!hasYouthLabel && !isCovered) return null;
  return (
    <Chips>
      {hasYouthLabel && <Chip tone="ok">{youthLabel}</Chip>}
      {isCovered && <Chip tone="ok">Accord national</Chip>}
    </Chips>
  );
}

/** "Emploi, Stage, Visite, 2 de plus". */
function someOf(words: string[], most: number): string {
  const rest = words.length - most;
  return [...words.slice(0, most), ...(rest > 0 ? [`${rest} de plus`] : [])].join(', ');
}

/** `+33536491208` → `05 36 49 12 08`; another country's number stays as it is. Written here because the full table of countries is heavy. */
const phoneInPairs = (phone: string) => (/^\+33\d{9}$/.test(phone) ? `0${phone.slice(3)}`.replace(/(\d{2})(?=\d)/g, '$1 ') : phone);

const day = (iso: string) => iso.slice(0, 10).split('-').reverse().join('/');
