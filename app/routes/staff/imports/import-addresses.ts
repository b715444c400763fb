import type { ImportSubject } from '~/domain/import/import-subjects';
import { paths } from '~/paths';

/** Where the imports of each subject are. */
export const importAddresses = {
  partners: { home: { label: 'Partenaires', to: paths.partners() }, list: paths.imports, batch: paths.import, refused: paths.importRefused, progress: paths.importProgress },
  offers: { home: { label: 'Nos offres', to: paths.offersManaged() }, list: paths.offersImports, batch: paths.offersImport, refused: paths.offersImportRefused, progress: paths.offersImportProgress },
} as const satisfies Record<ImportSubject, object>;
