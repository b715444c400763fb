import { Form } from '@remix-run/react';
import { stages } from '~/domain/partnership/partnership.lifecycle';
import { partnersInWords } from '~/domain/partner/list/bulk-change';
import { soonDays, type PortfolioPreview } from '~/domain/portfolio/portfolio-preview';
import { useFailure, useSending } from '~/routes/public/use-failure';
import { paths } from '~/paths';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { CheckboxField } from '~/ui/checkbox-field';
import { CheckboxGroup } from '~/ui/checkbox-group';
import { DescriptionList } from '~/ui/description-list';
import { ErrorSummary } from '~/ui/error-summary';
import { Flash } from '~/ui/flash';
import { FormActions } from '~/ui/form-actions';
import { FormStack } from '~/ui/form-layout';
import { frenchNumber } from '~/ui/french-number';
import { SelectField } from '~/ui/select-field';
import { TextArea } from '~/ui/text-area';
import { communeWords } from './territory-words';

type HandoverPreviewProps = {
  giver: { id: string; name: string };
  preview: PortfolioPreview;
  successors: readonly { id: string; firstName: string; lastName: string }[];
  address: string;
  isSelf: boolean;
};

/** Second step: what would change hands, to whom, and the word that goes with it. */
export function HandoverPreview({ giver, preview, successors, address, isSelf }: HandoverPreviewProps) {
  const { errors, formError, typed, failure } = useFailure();
  const sending = useSending();
  const { total, unplaced, introductions, lists, unseenLists } = preview;
  const whose = isSelf ? 'vous suivez' : `suit ${giver.name}`;
  if (total === 0) {
    return <Flash kind="info">Aucun des partenaires que {whose} ne correspond.{unplaced > 0 && ` ${frenchNumber(unplaced)} ${unplaced > 1 ? 'n’ont' : 'n’a'} pas de position connue : choisissez plutôt leur commune.`}</Flash>;
  }
  return (
    <Card title={`${partnersInWords(total)} ${total > 1 ? 'changeront' : 'changera'} de mains`}>
      <FormStack>
        {unplaced > 0 && <Flash kind="warning">{frenchNumber(unplaced)} {unplaced > 1 ? 'autres partenaires n’ont' : 'autre partenaire n’a'} pas de position connue : {unplaced > 1 ? 'ils ne sont pas comptés' : 'il n’est pas compté'} autour de la commune.</Flash>}
        <DescriptionList items={factsOf(preview, giver.name)} />
        <Form method="post" action={`${paths.handoverNew(giver.id)}&${address || 'quoi=tout'}`}>
          <FormStack>
            <ErrorSummary errors={errors} formError={formError} />
            <input type="hidden" name="fromId" value={giver.id} />
            <input type="hidden" name="expected" value={total} />
            <SelectField name="toId" label="Qui reprend ?" required placeholder="Choisir une personne…" error={errors.toId} defaultValue={typed('toId')} options={successors.map(({ id, firstName, lastName }) => ({ value: id, label: `${firstName} ${lastName}` }))} />
            <TextArea name="word" label="Un mot pour la personne qui reprend" hint="Facultatif. Il reste dans le bilan, que lisent vous deux et la direction." rows={4} error={errors.word} defaultValue={typed('word')} />
            {lists.length > 0 && (
              <CheckboxGroup name="listIds" label="Listes enregistrées à transmettre aussi" hint={unseenLists > 0 ? unseenWords(giver.name, unseenLists) : 'Chaque liste cochée devient celle de la personne qui reprend ; les autres restent où elles sont.'} error={errors.listIds}
                defaultValue={[failure?.values.listIds ?? []].flat()} options={lists.map(({ id, name, isShared }) => ({ value: id, label: isShared ? `${name} (partagée)` : name }))} />
            )}
            {introductions > 0 && (
              <CheckboxField name="introduce" value="oui" defaultChecked={failure?.values.introduce === 'oui'} label={`Créer une tâche « Faire connaissance » pour ${partnersInWords(introductions)}`}
                hint="Ceux qui ont une convention en cours, ou un échange depuis six mois ; dix par semaine à partir de la semaine prochaine." />
            )}
            <FormActions>
              <Button type="submit" variant="main" icon="users" pending={sending}>Transmettre</Button>
            </FormActions>
            <p className="muted">Tout change en une fois, et pourra être annulé depuis le bilan. Les échanges et les notes restent au nom de qui les a écrits.</p>
          </FormStack>
        </Form>
      </FormStack>
    </Card>
  );
}

const unseenWords = (name: string, count: number) => `${name} garde aussi ${count > 1 ? `${frenchNumber(count)} listes personnelles, que personne d’autre ne voit` : 'une liste personnelle, que personne d’autre ne voit'} : elles se partagent ou se transmettent depuis son compte.`;

function factsOf({ stages: byStage, communes, communeCount, tasks, agreements, gifts, lists, unseenLists }: PortfolioPreview, giver: string) {
  const more = communeCount - communes.length;
  return [
    { term: 'Par étape', detail: byStage.map(({ stage, count }) => `${stages[stage].label.toLowerCase()} ${frenchNumber(count)}`).join(', ') },
    { term: 'Par commune', detail: `${communes.map((one) => `${communeWords(one)} ${frenchNumber(one.count)}`).join(', ')}${more > 0 ? `, et ${frenchNumber(more)} autre${more > 1 ? 's' : ''} commune${more > 1 ? 's' : ''}` : ''}` },
    { term: 'Tâches à faire', detail: tasks === 0 ? 'aucune' : `${frenchNumber(tasks)}, qui ${tasks > 1 ? 'suivent' : 'suit'}` },
    { term: `Conventions qui se terminent d’ici ${soonDays} jours`, detail: frenchNumber(agreements) },
    { term: 'Dons à reproposer', detail: frenchNumber(gifts) },
    ...(lists.length === 0 && unseenLists > 0 ? [{ term: 'Listes enregistrées', detail: unseenWords(giver, unseenLists) }] : []),
  ];
}
