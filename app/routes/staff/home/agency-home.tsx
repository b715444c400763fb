import type { Permission } from '~/access/permissions';
import { homeBlocks, type HomeBlock } from '~/domain/home/blocks';
import { paths } from '~/paths';
import { Columns } from '~/ui/columns';
import { EmptyState } from '~/ui/empty-state';
import { Flash } from '~/ui/flash';
import { frenchNumber } from '~/ui/french-number';
import { LinkButton } from '~/ui/link-button';
import { arrangePath, ArrangeBar, HiddenBlocks } from './arrange-blocks';
import { FirstSteps } from './first-steps';
import { blockViews, type AgencyHomeData } from './home-blocks';

type AgencyHomeProps = { home: AgencyHomeData; hidden: readonly HomeBlock[]; isArranging: boolean; permissions: readonly Permission[]; now: Date };

/** The blocks that the person chose, wide ones beside narrow ones; or what to do on the first day. */
export function AgencyHome({ home, hidden, isArranging, permissions, now }: AgencyHomeProps) {
  const { counts, blocks, imports } = home;
  if (counts.all === 0 && (imports ?? []).length === 0) return <FirstSteps counts={counts} permissions={permissions} />;
  const of = (column: 'wide' | 'narrow') =>
    blocks
      .filter((name) => homeBlocks[name].column === column)
      .map((name, index, all) => {
        const View = blockViews[name];
        return (
          <div key={name} className={isArranging ? 'home-block' : undefined}>
            {isArranging && <ArrangeBar name={name} isFirst={index === 0} isLast={index === all.length - 1} />}
            <View home={home} now={now} mayWriteTasks={permissions.includes('task.write')} />
          </div>
        );
      });
  const [wide, narrow] = [of('wide'), of('narrow')];
  return (
    <>
      <Troubles {...home} />
      {isArranging && <HiddenBlocks hidden={hidden} />}
      {blocks.length === 0 && !isArranging && <EmptyState icon="home" title="Votre accueil est vide" text="Choisissez ce qu’il montre." action={<LinkButton to={arrangePath}>Arranger mon accueil</LinkButton>} />}
      {narrow.length > 0 ? <Columns aside={narrow}>{wide}</Columns> : wide}
    </>
  );
}

/** What somebody must not miss: an administrator, or who follows partners. */
function Troubles({ refusedMails, parkedJobs, newFeedback, sureDuplicates }: Pick<AgencyHomeData, 'refusedMails' | 'parkedJobs' | 'newFeedback' | 'sureDuplicates'>) {
  return (
    <>
      {newFeedback > 0 && (
        <Flash title={newFeedback > 1 ? `${frenchNumber(newFeedback)} signalements de l’équipe attendent d’être lus.` : 'Un signalement de l’équipe attend d’être lu.'}>
          <LinkButton to={`${paths.settingsFeedback()}?etat=new`} size="small">
            Lire et répondre
          </LinkButton>
        </Flash>
      )}
      {sureDuplicates > 0 && (
        <Flash title={sureDuplicates > 1 ? `${frenchNumber(sureDuplicates)} partenaires semblent saisis deux fois.` : 'Un partenaire semble saisi deux fois.'}>
          <LinkButton to={paths.duplicates()} size="small">
            Regarder
          </LinkButton>
        </Flash>
      )}
      {refusedMails > 0 && (
        <Flash kind="warning" title={refusedMails > 1 ? `${frenchNumber(refusedMails)} courriels n’ont pas pu partir.` : 'Un courriel n’a pas pu partir.'}>
          <LinkButton to={`${paths.settingsMails()}?etat=refused`} size="small">
            Voir pourquoi
          </LinkButton>
        </Flash>
      )}
      {parkedJobs > 0 && (
        <Flash kind="warning" title={parkedJobs > 1 ? `${frenchNumber(parkedJobs)} tâches de fond attendent votre décision.` : 'Une tâche de fond attend votre décision.'}>
          <LinkButton to={paths.settingsJobs()} size="small">
            Voir
          </LinkButton>
        </Flash>
      )}
    </>
  );
}
