import { Link } from '@remix-run/react';
import type { agencyHome } from '~/domain/home/home.queries.server';
import { sayNews, sayWho } from '~/domain/home/say-news';
import { homeBlocks, type HomeBlock } from '~/domain/home/blocks';
import { importStates } from '~/domain/import/import-lifecycle';
import { stages } from '~/domain/partnership/partnership.lifecycle';
import { dateOfDay, parisDay } from '~/domain/text/paris-day';
import { dayOf } from '~/domain/text/french-date';
import { paths } from '~/paths';
import { agoWords } from '~/routes/staff/settings/parts/moments';
import { Card } from '~/ui/card';
import { Chip } from '~/ui/chip';
import { DataTable } from '~/ui/data-table';
import { frenchNumber } from '~/ui/french-number';
import { LinkButton } from '~/ui/link-button';
import { Stat } from '~/ui/stat';
import { TasksBlock, TeamBlock } from './task-blocks';

export type AgencyHomeData = Awaited<ReturnType<typeof agencyHome>>;
export type BlockProps = { home: AgencyHomeData; now: Date; mayWriteTasks: boolean };

const { title: quietTitle } = homeBlocks.quiet;

/** Each block of the home page by its name. A block without data is left out. */
export const blockViews: Record<HomeBlock, (props: BlockProps) => JSX.Element | null> = {
  figures: ({ home: { counts } }) => (
    <div className="stat-lines">
      <Stat label="Mes partenaires" value={counts.mine} to={`${paths.partners()}?miens=oui`} hint={counts.mine > 0 ? 'ceux que vous suivez' : 'vous n’en suivez aucun'} />
      <Stat label="Partenaires de l’agence" value={counts.all} to={paths.partners()} hint="hors archives" />
      <Stat label="Sans personne référente" value={counts.unassigned} to={`${paths.partners()}?referent=aucun`} hint={counts.unassigned === 0 ? 'chacun est suivi par quelqu’un' : 'à confier à quelqu’un'} />
    </div>
  ),
  tasks: TasksBlock,
  team: TeamBlock,
  quiet: ({ home: { quiet, counts } }) =>
    quiet && (
      <Card flush={quiet.partners.length > 0} title={quietTitle} action={quiet.asleep > 0 && <Link to={`${paths.partners()}?miens=oui&etape=dormant`}>{frenchNumber(quiet.asleep)} en veille</Link>}>
        {quiet.partners.length === 0 ? (
          <p className="muted">{counts.mine === 0 ? <>Vous ne suivez aucun partenaire. Ouvrez une fiche, puis « Confier à » : ses silences seront dits ici.</> : 'Aucun de vos partenaires actifs n’est resté six mois sans échange.'}</p>
        ) : (
          <DataTable
            caption="Vos partenaires actifs sans échange depuis six mois"
            rows={quiet.partners}
            rowKey={({ id }) => id}
            rowTo={({ id }) => paths.partner(id)}
            columns={[
              { key: 'name', header: 'Partenaire', isRowHeader: true, cell: ({ name }) => name, detail: ({ communeName }) => communeName },
              { key: 'last', header: 'Dernier échange', cell: ({ last }) => `le ${dayOf(last)}` },
            ]}
          />
        )}
      </Card>
    ),
  offers: ({ home: { offers } }) =>
    offers && (
      <Card flush={offers.length > 0} title={homeBlocks.offers.title} action={<Link to={paths.offerFavourites()}>Mes recherches</Link>}>
        {offers.length === 0 ? (
          <p className="muted">Rien de nouveau cette semaine. Dans <Link to={paths.offers()}>Offres</Link>, cherchez comme pour un jeune, puis « Garder cette recherche » : ce qui paraît ensuite est dit ici, et par courriel si vous le voulez.</p>
        ) : (
          <DataTable
            caption={homeBlocks.offers.title}
            rows={offers}
            rowKey={({ id }) => id}
            rowTo={({ id }) => paths.offer(id)}
            columns={[
              { key: 'title', header: 'Offre', isRowHeader: true, cell: ({ title }) => title, detail: ({ holder, commune }) => [holder, commune].filter(Boolean).join(' · ') },
              { key: 'search', header: 'Recherche', cell: ({ search }) => search },
              { key: 'found', header: 'Trouvée', nowrap: true, cell: ({ foundAt }) => `le ${dayOf(foundAt)}` },
            ]}
          />
        )}
      </Card>
    ),
  news: ({ home: { news, counts }, now }) =>
    news && (
      <Card flush={news.length > 0} title={homeBlocks.news.title}>
        {news.length === 0 ? (
          <p className="muted">{counts.mine === 0 ? <>Vous ne suivez aucun partenaire. Ouvrez une fiche, puis « Confier à » : ce que vos collègues y font sera dit ici.</> : 'Rien de nouveau de la part des autres depuis deux semaines.'}</p>
        ) : (
          <DataTable
            caption="Ce que d’autres ont fait avec vos partenaires depuis deux semaines"
            rows={news}
            rowKey={({ type, key }) => `${type}${key}`}
            rowTo={(one) => (one.type === 'exchange' ? paths.partnerExchanges(one.partnershipId) : one.type === 'facts' ? paths.partnerHistory(one.partnershipId) : paths.partner(one.partnershipId))}
            columns={[
              { key: 'name', header: 'Partenaire', isRowHeader: true, cell: ({ name }) => name, detail: sayNews },
              { key: 'who', header: 'Par', cell: sayWho },
              { key: 'when', header: 'Quand', cell: ({ at }) => agoWords(at, now) },
            ]}
          />
        )}
      </Card>
    ),
  changes: ({ home: { recent, counts }, now }) =>
    recent && (
      <Card flush title={counts.mine > 0 ? 'Mes partenaires, derniers changements' : 'Derniers changements de l’agence'}>
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
    ),
  agreements: ({ home: { agreements, counts } }) =>
    agreements && (
      <Card title={counts.mine > 0 ? 'Mes conventions qui se terminent' : homeBlocks.agreements.title} action={<Link to={`${paths.agreements()}?fin=90`}>Toutes</Link>}>
        <LinkList empty="Aucune d’ici trois mois." rows={agreements.map(({ id, partnershipId, partner, title, endsOn }) => ({ id, to: paths.partnerAgreements(partnershipId), name: partner, detail: `${title}${endsOn ? `, jusqu’au ${dayOf(dateOfDay(endsOn))}` : ''}` }))} />
      </Card>
    ),
  patronage: ({ home: { patronage, counts }, now }) =>
    patronage && (
      <Card title={counts.mine > 0 ? 'Mes mécènes à solliciter' : homeBlocks.patronage.title} action={<Link to={paths.patrons()}>Tous les mécènes</Link>}>
        <LinkList empty="Personne à solliciter d’ici trois mois." rows={patronage.map(({ patronageId, partnershipId, name, renewalOn }) => ({ id: patronageId, to: paths.partnerPatronage(partnershipId), name, detail: `${renewalOn < parisDay(now) ? 'depuis le' : 'le'} ${dayOf(dateOfDay(renewalOn))}` }))} />
      </Card>
    ),
  stages: ({ home: { stages: byStage, counts } }) =>
    byStage && (
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
    ),
  imports: ({ home: { imports } }) =>
    imports && imports.length > 0 ? (
      <Card title="Imports en cours">
        <ul className="grid gap-3">
          {imports.map(({ id, fileName, state }) => (
            <li key={id} className="grid justify-items-start gap-1">
              <LinkButton to={paths.import(id)} size="small" icon="spreadsheet">{fileName}</LinkButton>
              <Chip tone={importStates[state].tone}>{importStates[state].label}</Chip>
            </li>
          ))}
        </ul>
      </Card>
    ) : null,
};

function LinkList({ rows, empty }: { rows: readonly { id: string; to: string; name: string; detail: string }[]; empty: string }) {
  if (rows.length === 0) return <p className="muted">{empty}</p>;
  return (
    <ul className="grid gap-2">
      {rows.map(({ id, to, name, detail }) => (
        <li key={id}>
          <Link to={to}>{name}</Link>
          <div className="muted text-sm">{detail}</div>
        </li>
      ))}
    </ul>
  );
}
