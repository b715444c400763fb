import { fileOfExchange, putBackOnExchange } from '~/domain/exchange/exchange-file.server';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { z } from '~/domain/zod';
import { paths } from '~/paths';
import { keepingWalk } from '~/routes/staff/partners/record/keeping-walk.server';
import { redirectWith } from '~/server/flash.server';
import { command, download, type Visit } from '~/server/http.server';
import { sendFile } from '~/server/send-file.server';

const which = ({ params }: Visit) => ({ partnershipId: knownId(params.partnerId), exchangeId: knownId(params.exchangeId, 'Cet échange n’existe pas, ou plus.'), fileId: knownId(params.fileId, 'Ce fichier n’existe pas, ou plus.') });

/** The file of an exchange, to be saved. */
export const loader = download('exchange.read', async (ctx, visit) => sendFile(await fileOfExchange(ctx, which(visit))));

/** "Annuler", after a file was taken off. */
export const action = keepingWalk(command('exchange.write', z.object({}), async (ctx, _input, visit) => {
  const known = which(visit);
  await putBackOnExchange(ctx, known);
  return redirectWith(paths.partnerExchanges(known.partnershipId), { kind: 'ok', text: 'Le fichier est de nouveau là.' });
}));
