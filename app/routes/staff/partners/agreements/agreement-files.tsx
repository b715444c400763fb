import { Form, Link } from '@remix-run/react';
import type { AgreementFileRow } from '~/domain/agreement/agreement.queries.server';
import { paths } from '~/paths';
import { Button } from '~/ui/button';
import { fileSize } from '~/ui/file-field';
import { Icon } from '~/ui/icon';

type AgreementFilesProps = { agreementId: string; holderId: string; files: readonly AgreementFileRow[]; mayWrite: boolean };

/** The files of an agreement, to save; adding one has its own page. */
export function AgreementFiles({ agreementId, holderId, files, mayWrite }: AgreementFilesProps) {
  if (files.length === 0 && !mayWrite) return null;
  return (
    <div className="mt-3">
      <ul className="grid gap-1">
        {files.map(({ id, name, size }) => (
          <li key={id} className="flex flex-wrap items-center gap-2">
            <Icon name="attachment" />
            <a className="break-all" href={paths.partnerAgreementFile(holderId, agreementId, id)} download>{name}</a>
            <span className="muted">{fileSize(size)}</span>
            {mayWrite && (
              <Form method="post" preventScrollReset>
                <input type="hidden" name="agreementId" value={agreementId} />
                <input type="hidden" name="fileId" value={id} />
                <Button size="small" variant="quiet" name="intent" value="removeFile" aria-label={`Retirer ${name}`}>Retirer</Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {mayWrite && <p className="mt-1"><Link to={paths.partnerAgreementAttach(holderId, agreementId)}>Joindre un fichier</Link></p>}
    </div>
  );
}
