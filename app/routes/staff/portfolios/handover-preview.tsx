import { Form } from '@remix-run/react';
import { stages } from '~/domain/partnership/partnership.lifecycle';
import { partnersInWords } from '~/domain/partner/list/bulk-change';
import { soonDays, type PortfolioPreview } from '~/domain/portfolio/portfolio-preview';
import { useFailure, useSending } from '~/routes/public/use-failure';
import { paths } from '~/paths';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { CheckboxField } from '~/ui/checkbox-field';
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
  isWhole: boolean;
  isSelf: boolean;
};

/** Second step: what would change hands, to whom, and the word that goes with it. */
export function HandoverPreview({ giver, preview, successors, address, isWhole, isSelf }: HandoverPreviewProps) {
  const { errors, formError, typed, failure } = useFailure();
  const sending = useSending();
  const { total, unplaced, introductions } = preview;
  const whose = isSelf ? 'vous suivez' : `suit ${giver.name}`;
  if (total === 0) {
    return <Flash kind="info">Aucun des partenaires que {whose} ne correspond.{unplaced > 0 && ` ${frenchNumber(unplaced)} ${unplaced > 1 ? 'n’ont' : 'n’a'} pas de position connue : choisissez plutôt leur commune.`}</Flash>;
  }
  return (
    <Card title={`${partnersInWords(total)} ${total > 1 ? 'changeront' : 'changera'} de mains`}>
      <FormStack>
        {unplaced > 0 && <Flash kind="warning">{frenchNumber(unplaced)} {unplaced > 1 ? 'autres partenaires n’ont' : 'autre partenaire n’a'} pas de position connue : {unplaced > 1 ? 'ils ne sont pas comptés' : 'il n’est pas compté'} autour de la commune.</Flash>}
        <DescriptionList items={factsOf(preview, isWhole)} />
        <Form method="post" action={`${paths.handoverNew(giver.id)}&${address || 'quoi=tout'}`}>
          <FormStack>
            <ErrorSummary errors={errors} formError={formError} />
            <input type="hidden" name="fromId" value={giver.id} />
            <input type="hidden" name="expected" value={total} />
            <SelectField name="toId" label="Qui reprend ?" required placeholder="Choisir une personne…" error={errors.toId} defaultValue={typed('toId')} options={successors.map(({ id, firstName, lastName }) => ({ value: id, label: `${firstName} ${lastName}` }))} />
            <TextArea name="word" label="Un mot pour la personne qui reprend" hint="Facultatif. Il reste dans le bilan, que lisent vous deux et la direction." rows={4} error={errors.word} defaultValue={typed('word')} />
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

function factsOf({ stages: byStage, communes, communeCount, tasks, agreements, gifts, sharedLists, ownLists }: PortfolioPreview, isWhole: boolean) {
  const more = communeCount - communes.length;
  const lists = [sharedLists > 0 && `${frenchNumber(sharedLists)} partagée${sharedLists > 1 ? 's' : ''}, que l’agence garde`, ownLists > 0 && `${frenchNumber(ownLists)} personnelle${ownLists > 1 ? 's' : ''}, qui ne change${ownLists > 1 ? 'nt' : ''} pas de mains`].filter(Boolean);
  return [
    { term: 'Par étape', detail: byStage.map(({ stage, count }) => `${stages[stage].label.toLowerCase()} ${frenchNumber(count)}`).join(', ') },
    { term: 'Par commune', detail: `${communes.map((one) => `${communeWords(one)} ${frenchNumber(one.count)}`).join(', ')}${more > 0 ? `, et ${frenchNumber(more)} autre${more > 1 ? 's' : ''} commune${more > 1 ? 's' : ''}` : ''}` },
    { term: 'Tâches à faire', detail: tasks === 0 ? 'aucune' : `${frenchNumber(tasks)}, qui ${tasks > 1 ? 'suivent' : 'suit'}` },
    { term: `Conventions qui se terminent d’ici ${soonDays} jours`, detail: frenchNumber(agreements) },
    { term: 'Dons à reproposer', detail: frenchNumber(gifts) },
    ...(isWhole && lists.length > 0 ? [{ term: 'Listes enregistrées', detail: lists.join(' ; ') }] : []),
  ];
}
