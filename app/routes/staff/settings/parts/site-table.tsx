import { Form } from '@remix-run/react';
import type { SiteField } from '~/domain/agency/site-words';
import { paths } from '~/paths';
import { useFailure } from '~/routes/public/use-failure';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { Chip, Chips } from '~/ui/chip';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { Flash } from '~/ui/flash';
import { frenchNumber } from '~/ui/french-number';
import { LinkButton } from '~/ui/link-button';

type Site = { id: string; isMain: boolean; isClosed: boolean; people: number; partners: number; fields: Record<SiteField, string> };

export function SiteTable({ sites, mayEdit }: { sites: readonly Site[]; mayEdit: boolean }) {
  const { formError, failure } = useFailure();
  const ofTable = failure && ['close', 'reopen', 'main'].includes(failure.intent ?? '');
  return (
    <>
      {ofTable && <Flash kind="error">{formError ?? failure.errors.id}</Flash>}
      <Card flush>
        <DataTable
          caption="Sites de la Mission Locale"
          rows={sites}
          rowKey={(site) => site.id}
          columns={[
            {
              key: 'name',
              header: 'Site',
              isRowHeader: true,
              cell: ({ fields }) => fields.name,
              detail: ({ fields }) => [fields.addressLine, [fields.postcode, fields.commune].filter(Boolean).join(' ')].filter(Boolean).join(', ') || null,
            },
            { key: 'phone', header: 'Téléphone', nowrap: true, cell: ({ fields }) => fields.phone },
            { key: 'state', header: 'État', cell: (site) => <SiteState {...site} /> },
            { key: 'people', header: 'Personnes', align: 'end', cell: ({ people }) => frenchNumber(people) },
            { key: 'partners', header: 'Partenaires', align: 'end', cell: ({ partners }) => frenchNumber(partners) },
            ...(mayEdit ? [{ key: 'actions', header: 'Actions', cell: (site: Site) => <SiteActions site={site} /> }] : []),
          ]}
          empty={<EmptyState icon="pin" title="Aucun site pour le moment" text="Ouvrez le premier site : c’est l’adresse où vous recevez les jeunes et les partenaires." />}
        />
      </Card>
    </>
  );
}

function SiteState({ isMain, isClosed }: Pick<Site, 'isMain' | 'isClosed'>) {
  return (
    <Chips>
      {isMain && <Chip tone="theme">Principal</Chip>}
      {isClosed ? <Chip tone="sleep">Fermé</Chip> : <Chip tone="ok">Ouvert</Chip>}
    </Chips>
  );
}

function SiteActions({ site: { id, isClosed, fields } }: { site: Site }) {
  const about = <span className="visually-hidden"> {fields.name}</span>;
  return (
    <Form method="post" className="flex flex-wrap gap-2">
      <input type="hidden" name="id" value={id} />
      <LinkButton to={`${paths.settingsSites()}?site=${id}`} size="small" icon="edit">
        Modifier{about}
      </LinkButton>
      {isClosed && (
        <Button size="small" name="intent" value="reopen">
          Rouvrir{about}
        </Button>
      )}
    </Form>
  );
}
