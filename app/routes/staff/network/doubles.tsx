import { redirect, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pairSchema } from '~/domain/duplicate/duplicate.schema';
import { listOrganisationPairs } from '~/domain/network-merge/list-organisation-pairs.server';
import { pairBySiret, pairBySiretSchema } from '~/domain/network-merge/pair-by-siret.server';
import { dismissOrganisationPair } from '~/domain/network-merge/settle-organisation-pair.server';
import { inGuillemets } from '~/domain/text/in-guillemets';
import { paths } from '~/paths';
import { CompareBySiret } from '~/routes/staff/network/compare-by-siret';
import { OrganisationPairCard } from '~/routes/staff/network/organisation-pair-card';
import { duplicatesAddress, readDuplicatesAddress } from '~/routes/staff/partners/duplicates/duplicates-address';
import { NoPair } from '~/routes/staff/partners/duplicates/no-pair';
import { PairViews, waitingOf } from '~/routes/staff/partners/duplicates/pair-views';
import { usePairKeys } from '~/routes/staff/partners/duplicates/use-pair-keys';
import { failureOf } from '~/routes/staff/partners/record/typed-again';
import { redirectWith } from '~/server/flash.server';
import { command, commands, page, type Failure } from '~/server/http.server';
import { frenchNumber } from '~/ui/french-number';
import { LinkButton } from '~/ui/link-button';
import { Page } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Organismes en double – Maillage' }];

const words = { two: 'deux organismes', searched: 'Chaque nuit, Maillage compare les faits communs des organismes que plusieurs Missions Locales connaissent. Dès que deux se ressemblent, ils sont ici.' };

const addressOf = (view: Parameters<typeof duplicatesAddress>[0]) => duplicatesAddress(view, paths.networkDoubles());

export const loader = page('organisation.merge', async (ctx, { url }) => {
  const view = readDuplicatesAddress(url.searchParams);
  return { ...(await listOrganisationPairs(ctx, { ...view, after: url.searchParams.get('apres') })), ...view };
});

export const action = commands({
  dismiss: command('organisation.merge', pairSchema, async (ctx, { pairId }, { url }) => {
    const { one, other } = await dismissOrganisationPair(ctx, { pairId });
    return redirectWith(addressOf(readDuplicatesAddress(url.searchParams)), { kind: 'ok', text: `C’est noté : ${inGuillemets(one)} et ${inGuillemets(other)} ne sont pas des doublons.`, action: { label: 'Annuler', to: paths.networkDoublePutBack(pairId) } });
  }),
  compare: command('organisation.merge', pairBySiretSchema, async (ctx, typed) => {
    const { keptId, otherId } = await pairBySiret(ctx, typed);
    return redirect(paths.networkMergeWith(keptId, otherId));
  }),
});

export default function NetworkDoubles() {
  const { pairs, next, level, isDismissed, counts } = useLoaderData<typeof loader>();
  const failure = useActionData<Failure>();
  usePairKeys();
  const waiting = waitingOf(counts);
  const here = addressOf({ level, isDismissed });
  return (
    <Page
      title="Organismes en double"
      meta={[waiting === 0 ? 'Rien n’attend.' : `${frenchNumber(waiting)} ${waiting > 1 ? 'paires d’organismes à regarder' : 'paire d’organismes à regarder'}`, 'Rien n’est fusionné sans vous.']}
      actions={<LinkButton to={paths.networkMerges()} icon="merge">Fusions faites</LinkButton>}
    >
      <PairViews counts={counts} level={level} isDismissed={isDismissed} at={paths.networkDoubles()} />
      {pairs.length === 0 ? <NoPair {...{ isDismissed, words }} isFiltered={level !== null} at={paths.networkDoubles()} /> : pairs.map((pair) => <OrganisationPairCard key={pair.id} pair={pair} action={here} />)}
      {next && <LinkButton to={addressOf({ level, isDismissed, after: next })} icon="down">Les suivants</LinkButton>}
      <CompareBySiret failure={failureOf(failure, 'compare')} />
    </Page>
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
