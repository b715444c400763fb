import { useActionData, useLoaderData } from '@remix-run/react';
import { actorMay } from '~/access/actor';
import { saveEngagementsSchema } from '~/domain/engagement/save-engagements.schema';
import { getMatrix, matrixText } from '~/domain/engagement/matrix.queries.server';
import { saveEngagements } from '~/domain/engagement/save-engagements.server';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { paths } from '~/paths';
import { MatrixForm } from '~/routes/staff/partners/engagements/matrix-form';
import { ReadMatrix } from '~/routes/staff/partners/engagements/read-matrix';
import { redirectWith } from '~/server/flash.server';
import { command, page, type Failure } from '~/server/http.server';

export const loader = page('partner.read', async (ctx, { params }) => {
  const { isOurs, rows, contacts } = await getMatrix(ctx, params.partnerId);
  return { rows, contacts, current: matrixText(rows), mayWrite: isOurs && actorMay(ctx.actor, 'engagement.write') };
});

// After a refused form too: what a colleague wrote meanwhile is what the choice is about.
export { rereadAfterRefusal as shouldRevalidate } from '~/routes/staff/partners/record/reread-after-refusal';

export const action = command('engagement.write', saveEngagementsSchema, async (ctx, input, { params, url }) => {
  const partnershipId = knownId(params.partnerId);
  const { changed, merged } = await saveEngagements(ctx, { ...input, partnershipId });
  const kept = merged.length > 0 ? ` Une autre personne avait changé entre-temps : ${merged.join(', ')}. C’est gardé aussi.` : '';
  return redirectWith(`${paths.partnerEngagements(partnershipId)}${url.search}`, { kind: 'ok', text: changed.length > 0 ? `C’est noté : ${changed.join(', ')}.${kept}` : 'Rien n’a changé.' });
});

export default function PartnerEngagements() {
  const { rows, contacts, current, mayWrite } = useLoaderData<typeof loader>();
  const failure = useActionData<Failure>();
  if (!mayWrite) return <ReadMatrix rows={rows} />;
  // Once kept, the form starts again from what is there now.
  return <MatrixForm key={failure ? JSON.stringify(failure.values) : rows.map(({ version }) => version).join()} {...{ rows, contacts, current, failure }} />;
}
