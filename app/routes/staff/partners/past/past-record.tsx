import { saySince, type SaidFact, type SaidRecord } from '~/domain/history/say-record';
import { stages } from '~/domain/partnership/partnership.lifecycle';
import { SaidItems } from '~/routes/staff/partners/past/said-items';
import { Card } from '~/ui/card';
import { Chip, Chips } from '~/ui/chip';
import { Columns } from '~/ui/columns';
import { DescriptionList } from '~/ui/description-list';
import { Flash } from '~/ui/flash';
import { Level } from '~/ui/level';

/** A record as it was: all is read, nothing is changed. */
export function PastRecord({ record }: { record: SaidRecord }) {
  const { exchanges, engagements, contacts, tasks, agreements, national, gifts } = record;
  return (
    <>
      {!record.isOrganisationKnown && <Flash kind="warning">Ce partenaire était alors lié à une autre organisation, réunie depuis avec celle-ci : son nom et ses coordonnées d’alors ne se lisent plus.</Flash>}
      <div className="mb-4">
        <Chips>
          <Chip tone={stages[record.stage].tone}>{stages[record.stage].label} {saySince(record.stageSince)}</Chip>
          {record.endReason && <Chip>{record.endReason}</Chip>}
          {record.isClosed && <Chip tone="stop">Établissement fermé</Chip>}
          {record.themes.map((theme) => <Chip key={theme} tone="theme">{theme}</Chip>)}
          {record.tags.map((tag) => <Chip key={tag}>{tag}</Chip>)}
        </Chips>
      </div>
      <Columns
        aside={
          <>
            <Facts title="Le partenariat" facts={record.partnership} none="Pas de personne référente." />
            <SaidItems title="Interlocuteurs" none="Aucun interlocuteur." items={contacts} />
            <SaidItems title="Tâches à faire" none="Aucune tâche à faire." items={tasks} />
          </>
        }
      >
        <Facts title="Coordonnées et activité" facts={record.organisation} none="Rien de noté." />
        <SaidItems title="Ce que ce partenaire acceptait" none="Rien de noté." items={engagements} beside={({ readiness }) => <Level level={readiness} />} />
        <SaidItems title={exchanges.count > 0 ? `Échanges (${exchanges.count})` : 'Échanges'} none="Aucun échange noté." items={exchanges.latest}>
          {exchanges.count > exchanges.latest.length && <p className="mt-3 muted">Les {exchanges.latest.length} derniers sont montrés.</p>}
        </SaidItems>
        <SaidItems title="Conventions" none="Aucune convention." items={agreements} />
        {national.length > 0 && <SaidItems title="Accords nationaux" none="" items={national} />}
        <SaidItems title="Mécénat" none="Aucun don." items={gifts} />
      </Columns>
    </>
  );
}

function Facts({ title, facts, none }: { title: string; facts: readonly SaidFact[]; none: string }) {
  return (
    <Card title={title}>
      {facts.length === 0 ? <p className="muted">{none}</p> : <DescriptionList items={facts.map(({ label, text }) => ({ term: label, detail: <span className="whitespace-pre-line break-words">{text}</span> }))} />}
    </Card>
  );
}
