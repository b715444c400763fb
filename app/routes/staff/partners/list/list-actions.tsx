import { noFilters, writeFilters, type PartnerFilters } from '~/domain/partner/list/filters';
import { columnsFor, type ColumnKey } from '~/domain/partner/list/columns';
import { paths } from '~/paths';
import { MapSwitch } from '~/routes/staff/map/map-choice';
import type { Failure } from '~/server/http.server';
import { ActionMenu, MenuLink } from '~/ui/action-menu';
import { LinkButton } from '~/ui/link-button';
import { NarrowFold, NarrowFoldButton } from '~/ui/narrow-fold';
import { ColumnMenu } from './column-menu';
import { listAddress, viewAddress } from './list-address';
import { SavedListMenu } from './saved-list-menu';

type ListActionsProps = {
  filters: PartnerFilters;
  columns: readonly ColumnKey[];
  may: { import: boolean; export: boolean; saveLists: boolean; handOver: boolean; seeDuplicates: boolean };
  isRegion: boolean;
  here: string;
  hasRows: boolean;
  failure?: Failure;
};

/** To the right of the title: whose partners, what to do with the list. */
export function ListActions({ filters, columns, may, isRegion, here, hasRows, failure }: ListActionsProps) {
  const exportTo = (format: 'xlsx' | 'csv') => `${paths.partnersExport()}?${new URLSearchParams([['format', format], ...writeFilters(filters)])}`;
  return (
    <>
      <MapSwitch isOn={filters.vue !== ''} listTo={listAddress({ ...filters, vue: '' })} mapTo={listAddress({ ...filters, vue: filters.vue || 'carte' })} />
      <NarrowFoldButton opens="actions-de-la-liste" label="Plus d’actions" icon="more" iconOnly />
      <NarrowFold id="actions-de-la-liste" label="Actions de la liste" isOpen={failure?.intent === 'enregistrer-liste'}>
        {!isRegion && (
          <LinkButton to={listAddress({ ...filters, miens: !filters.miens })} icon="person" aria-current={filters.miens ? 'true' : undefined}>
            {filters.miens ? 'Mes partenaires seulement' : 'Mes partenaires'}
          </LinkButton>
        )}
        {may.saveLists && <SavedListMenu action={here} failure={failure?.intent === 'enregistrer-liste' ? failure : undefined} />}
        <ColumnMenu chosen={columns} offered={columnsFor({ isRegion })} action={here} />
        <ActionMenu label="Plus" icon="more">
          <MenuLink to={viewAddress(paths.partnersBoard(), filters)} icon="columns">Par étapes</MenuLink>
          <MenuLink to={viewAddress(paths.partnersMatrix(), filters)} icon="chart">Matrice des engagements</MenuLink>
          {may.handOver && <MenuLink to={paths.handovers()} icon="users">Transmettre un portefeuille</MenuLink>}
          {may.seeDuplicates && <MenuLink to={paths.duplicates()} icon="copy">Doublons possibles</MenuLink>}
          {!isRegion && !filters.position && <MenuLink to={listAddress({ ...noFilters, position: true, vue: filters.vue })} icon="pin">Positions à vérifier</MenuLink>}
          {may.import && <MenuLink to={paths.imports()} icon="upload">Importer un fichier</MenuLink>}
          {may.export && hasRows && <MenuLink to={exportTo('xlsx')} reloadDocument icon="spreadsheet">Exporter pour Excel</MenuLink>}
          {may.export && hasRows && <MenuLink to={exportTo('csv')} reloadDocument icon="download">Exporter en CSV</MenuLink>}
          {filters.archives ? (
            <MenuLink to={listAddress({ ...filters, archives: false })} icon="back">Quitter les archives</MenuLink>
          ) : (
            <MenuLink to={listAddress({ ...noFilters, archives: true, vue: filters.vue })} icon="archive">Voir les archives</MenuLink>
          )}
        </ActionMenu>
      </NarrowFold>
    </>
  );
}
