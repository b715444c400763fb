import { redirect, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listImports } from '~/domain/import/imports.queries.server';
import { startImport } from '~/domain/import/start-import.server';
import { paths } from '~/paths';
import { page } from '~/server/http.server';
import { receiveSheet } from '~/server/receive-sheet.server';
import { Card } from '~/ui/card';
import { Page } from '~/ui/page';
import { PastImports } from '~/routes/staff/imports/past-imports';
import { UploadForm } from '~/routes/staff/imports/upload-form';

export const meta: MetaFunction = () => [{ title: 'Importer des partenaires · Maillage' }];

export const loader = page('import.run', async (ctx) => ({ imports: await listImports(ctx) }));

export const action = receiveSheet('import.run', async (ctx, { key, ...sheet }, values) => {
  const { importId } = await startImport(ctx, { ...sheet, fileKey: key, askColumns: values.askColumns === 'on' });
  return redirect(paths.import(importId));
});

export default function Imports() {
  const { imports } = useLoaderData<typeof loader>();
  return (
    <Page title="Importer des partenaires" breadcrumb={[{ label: 'Partenaires', to: paths.partners() }, { label: 'Import' }]}>
      <Card title="Choisir un fichier">
        <UploadForm subject="partners" />
      </Card>
      {imports.length > 0 && (
        <Card title="Derniers imports" flush>
          <PastImports imports={imports} subject="partners" />
        </Card>
      )}
    </Page>
  );
}
