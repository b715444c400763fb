import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { actorMay } from '~/access/actor';
import { pairSchema } from '~/domain/duplicate/duplicate.schema';
import { countDuplicates, listDuplicates } from '~/domain/duplicate/list-duplicates.server';
import { dismissDuplicate } from '~/domain/duplicate/settle-duplicate.server';
import { inGuillemets } from '~/domain/text/in-guillemets';
import { paths } from '~/paths';
import { duplicatesAddress, readDuplicatesAddress } from '~/routes/staff/partners/duplicates/duplicates-address';
import { NoPair } from '~/routes/staff/partners/duplicates/no-pair';
import { PairCard } from '~/routes/staff/partners/duplicates/pair-card';
import { PairViews, waitingOf } from '~/routes/staff/partners/duplicates/pair-views';
import { usePairKeys } from '~/routes/staff/partners/duplicates/use-pair-keys';
import { redirectWith } from '~/server/flash.server';
import { command, page } from '~/server/http.server';
import { frenchNumber } from '~/ui/french-number';
import { LinkButton } from '~/ui/link-button';
import { Page } from '~/ui/page';

export const meta: MetaFunction = () => [{ title: 'Doublons possibles – Maillage' }];

const words = { two: 'deux fiches', searched: 'Maillage compare vos fiches après chaque ajout, chaque import et chaque nuit. Dès que deux se ressemblent, elles sont ici.' };

export const loader = page('duplicate.read', async (ctx, { url }) => {
  const view = readDuplicatesAddress(url.searchParams);
  return { ...(await listDuplicates(ctx, { ...view, after: url.searchParams.get('apres') })), ...view, counts: await countDuplicates(ctx), maySettle: actorMay(ctx.actor, 'duplicate.settle') };
});

export const action = command('duplicate.settle', pairSchema, async (ctx, { pairId }, { url }) => {
  const { one, other } = await dismissDuplicate(ctx, { pairId });
  const here = duplicatesAddress(readDuplicatesAddress(url.searchParams));
  return redirectWith(here, { kind: 'ok', text: `C’est noté : ${inGuillemets(one)} et ${inGuillemets(other)} ne sont pas des doublons.`, action: { label: 'Annuler', to: paths.duplicatePutBack(pairId) } });
});

export default function Duplicates() {
  const { pairs, next, level, isDismissed, counts, maySettle } = useLoaderData<typeof loader>();
  usePairKeys();
  const waiting = waitingOf(counts);
  const here = duplicatesAddress({ level, isDismissed });
  return (
    <Page
      title="Doublons possibles"
      breadcrumb={[{ label: 'Partenaires', to: paths.partners() }]}
      meta={[waiting === 0 ? 'Rien n’attend.' : `${frenchNumber(waiting)} ${waiting > 1 ? 'paires de fiches à regarder' : 'paire de fiches à regarder'}`, 'Rien n’est fusionné sans vous.']}
    >
      <PairViews counts={counts} level={level} isDismissed={isDismissed} at={paths.duplicates()} />
      {pairs.length === 0 ? <NoPair {...{ isDismissed, words }} isFiltered={level !== null} at={paths.duplicates()} elsewhere={<LinkButton to={paths.partners()} icon="partner">Voir les partenaires</LinkButton>} /> : pairs.map((pair) => <PairCard key={pair.id} pair={pair} action={here} maySettle={maySettle} />)}
      {next && <LinkButton to={duplicatesAddress({ level, isDismissed, after: next })} icon="down">Les suivants</LinkButton>}
    </Page>
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
