import { Link } from '@remix-run/react';
import type { AgreementFileRow } from '~/domain/agreement/agreement.queries.server';
import { paths } from '~/paths';
import { FileList } from '~/routes/staff/partners/files/file-list';
import { useAlong } from '~/routes/staff/partners/record/use-along';

type AgreementFilesProps = { agreementId: string; holderId: string; files: readonly AgreementFileRow[]; mayWrite: boolean };

/** The files of an agreement, to save; adding one has its own page. */
export function AgreementFiles({ agreementId, holderId, files, mayWrite }: AgreementFilesProps) {
  const along = useAlong();
  if (files.length === 0 && !mayWrite) return null;
  return (
    <div className="mt-3">
      <FileList files={files} addressOf={({ id }) => paths.partnerAgreementFile(holderId, agreementId, id)} mayRemove={() => mayWrite} of={{ name: 'agreementId', value: agreementId }} />
      {mayWrite && <p className="mt-1"><Link to={along(paths.partnerAgreementAttach(holderId, agreementId))}>Joindre des fichiers</Link></p>}
    </div>
  );
}
