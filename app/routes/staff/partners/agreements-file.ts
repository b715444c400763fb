import { fileOfAgreement, restoreFile } from '~/domain/agreement/agreement-file.server';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { z } from '~/domain/zod';
import { paths } from '~/paths';
import { keepingWalk } from '~/routes/staff/partners/record/keeping-walk.server';
import { redirectWith } from '~/server/flash.server';
import { command, download, type Visit } from '~/server/http.server';
import { sendFile } from '~/server/send-file.server';

const which = ({ params }: Visit) => ({ partnershipId: knownId(params.partnerId), agreementId: knownId(params.agreementId, 'Cette convention n’existe pas, ou plus.'), fileId: knownId(params.fileId, 'Ce fichier n’existe pas, ou plus.') });

/** The file of an agreement, to be saved. */
export const loader = download('agreement.read', async (ctx, visit) => sendFile(await fileOfAgreement(ctx, which(visit))));

/** "Annuler", after a file was taken off. */
export const action = keepingWalk(command('agreement.write', z.object({}), async (ctx, _input, visit) => {
  const known = which(visit);
  await restoreFile(ctx, known);
  return redirectWith(paths.partnerAgreements(known.partnershipId), { kind: 'ok', text: 'Le fichier est de nouveau là.' });
}));
