import type { Permission } from '~/access/permissions';
import type { agencyHome } from '~/domain/home/home.queries.server';
import { importStates } from '~/domain/import/import-lifecycle';
import { stages } from '~/domain/partnership/partnership.lifecycle';
import { paths } from '~/paths';
import { agoWords } from '~/routes/staff/settings/parts/moments';
import { Card } from '~/ui/card';
import { Chip } from '~/ui/chip';
import { Columns } from '~/ui/columns';
import { DataTable } from '~/ui/data-table';
import { Flash } from '~/ui/flash';
import { frenchNumber } from '~/ui/french-number';
import { LinkButton } from '~/ui/link-button';
import { Stat } from '~/ui/stat';
import { FirstSteps } from './first-steps';

type AgencyHomeData = Awaited<ReturnType<typeof agencyHome>>;

export function AgencyHome({ home, permissions, now }: { home: AgencyHomeData; permissions: readonly Permission[]; now: Date }) {
  const { counts, recent, imports } = home;
  if (counts.all === 0 && imports.length === 0) return <FirstSteps counts={counts} permissions={permissions} />;
  const hasMine = counts.mine > 0;
  return (
    <>
      <Troubles {...home} />
      <div className="mb-4 grid gap-4 sm:grid-cols-3">
        <Stat label="Mes partenaires" value={counts.mine} to={`${paths.partners()}?miens=oui`} hint={hasMine ? 'ceux que vous suivez' : 'vous n’en suivez aucun'} />
        <Stat label="Partenaires de l’agence" value={counts.all} to={paths.partners()} hint="hors archives" />
        <Stat label="Sans personne référente" value={counts.unassigned} to={`${paths.partners()}?referent=aucun`} hint={counts.unassigned === 0 ? 'chacun est suivi par quelqu’un' : 'à confier à quelqu’un'} />
      </div>
      <Columns aside={<Aside home={home} />}>
        <Card flush title={hasMine ? 'Mes partenaires, derniers changements' : 'Derniers changements de l’agence'}>
          <DataTable
            caption="Partenaires modifiés récemment"
            rows={recent}
            rowKey={({ id }) => id}
            rowTo={({ id }) => paths.partner(id)}
            columns={[
              { key: 'name', header: 'Partenaire', isRowHeader: true, cell: ({ name }) => name, detail: ({ communeName }) => communeName },
              { key: 'stage', header: 'Étape', cell: ({ stage }) => <Chip tone={stages[stage].tone}>{stages[stage].label}</Chip> },
              { key: 'when', header: 'Changé', cell: ({ updatedAt }) => agoWords(updatedAt, now) },
            ]}
          />
        </Card>
      </Columns>
    </>
  );
}

function Aside({ home: { counts, stages: byStage, imports } }: { home: AgencyHomeData }) {
  return (
    <>
      {imports.length > 0 && (
        <Card title="Imports en cours">
          <ul className="grid gap-3">
            {imports.map(({ id, fileName, state }) => (
              <li key={id} className="grid justify-items-start gap-1">
                <LinkButton to={paths.import(id)} size="small" icon="spreadsheet">
                  {fileName}
                </LinkButton>
                <Chip tone={importStates[state].tone}>{importStates[state].label}</Chip>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card title={counts.mine > 0 ? 'Mes partenaires par étape' : 'Par étape'}>
        <ul className="grid gap-2">
          {byStage.map(({ stage, count }) => (
            <li key={stage} className="flex items-center justify-between gap-2">
              <Chip tone={stages[stage].tone}>{stages[stage].label}</Chip>
              <LinkButton to={`${paths.partners()}?${counts.mine > 0 ? 'miens=oui&' : ''}etape=${stage}`} size="small" variant="quiet" aria-label={`${frenchNumber(count)} à l’étape ${stages[stage].label}`}>
                {frenchNumber(count)}
              </LinkButton>
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}

/** What an administrator must not miss. */
function Troubles({ refusedMails, parkedJobs }: Pick<AgencyHomeData, 'refusedMails' | 'parkedJobs'>) {
  return (
    <>
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
