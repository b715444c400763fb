import { redirect, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listImports } from '~/domain/import/imports.queries.server';
import { startImport } from '~/domain/import/start-import.server';
import { paths } from '~/paths';
import { page } from '~/server/http.server';
import { receiveSheet } from '~/server/receive-sheet.server';
import { Card } from '~/ui/card';
import { LinkButton } from '~/ui/link-button';
import { Page } from '~/ui/page';
import { PastImports } from '~/routes/staff/imports/past-imports';
import { UploadForm } from '~/routes/staff/imports/upload-form';

export const meta: MetaFunction = () => [{ title: 'Importer des offres · Maillage' }];

export const loader = page('import.run', async (ctx) => ({ imports: await listImports(ctx, 'offers') }));

export const action = receiveSheet('import.run', async (ctx, { key, ...sheet }, values) => {
  const { importId } = await startImport(ctx, { ...sheet, subject: 'offers', fileKey: key, askColumns: values.askColumns === 'on' });
  return redirect(paths.offersImport(importId));
});

export default function OfferImports() {
  const { imports } = useLoaderData<typeof loader>();
  return (
    <Page title="Importer des offres" actions={<LinkButton to={`${paths.offersExport()}?format=xlsx`} reloadDocument icon="download">Modèle : vos offres</LinkButton>} breadcrumb={[{ label: 'Offres', to: paths.offers() }, { label: 'Nos offres', to: paths.offersManaged() }, { label: 'Import' }]}>
      <Card title="Choisir un fichier">
        <UploadForm subject="offers" />
      </Card>
      {imports.length > 0 && (
        <Card title="Derniers imports" flush>
          <PastImports imports={imports} subject="offers" />
        </Card>
      )}
    </Page>
  );
}
