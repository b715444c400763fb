import { useState } from 'react';
import { feedbackKindNames, feedbackKinds, longestFeedback, type FeedbackKind } from '~/domain/feedback/feedback';
import { whereFrom } from '~/domain/feedback/where-from';
import type { Failure } from '~/server/http.server';
import { CheckboxField } from '~/ui/checkbox-field';
import { RadioGroup } from '~/ui/radio-group';
import { TextArea } from '~/ui/text-area';

export type FeedbackAbout = { /** The address where the link was followed. */ page: string | null; errorId: string | null };
/** What was typed before: in a window that was closed, or a form that was refused. */
export type Typed = Partial<Record<'kind' | 'happened' | 'expected', string>>;

/** The fields of a report, alike in the window and on the page of its own. Each thing that is joined can be left out. */
export function FeedbackFields({ about: { page, errorId }, typed, failure }: { about: FeedbackAbout; typed: Typed; failure?: Failure }) {
  const [kind, setKind] = useState<FeedbackKind>(feedbackKindNames.find((name) => name === typed.kind) ?? 'problem');
  const { asks, expects } = feedbackKinds[kind];
  const from = whereFrom(page);
  const isTicked = (name: string, usual: boolean) => (failure ? failure.values[name] === 'oui' : usual);
  return (
    <>
      <div onChange={({ target }) => target instanceof HTMLInputElement && setKind(target.value as FeedbackKind)}>
        <RadioGroup name="kind" id="champ-signalement-genre" label="C’est" inline options={feedbackKindNames.map((value) => ({ value, label: feedbackKinds[value].label }))} defaultValue={kind} error={failure?.errors.kind} />
      </div>
      <TextArea name="happened" label={asks} rows={4} required maxLength={longestFeedback} defaultValue={typed.happened} error={failure?.errors.happened} hint="Inutile de citer une personne : la page suffit souvent." />
      <TextArea name="expected" label={`${expects} (facultatif)`} rows={2} maxLength={longestFeedback} defaultValue={typed.expected} error={failure?.errors.expected} />
      {page && from && (
        <>
          <input type="hidden" name="page" value={page} />
          <CheckboxField name="withPage" value="oui" label="Dire de quelle page je viens" hint={errorId ? `${from.page}, et le numéro de l’erreur : ${errorId}` : from.page} defaultChecked={isTicked('withPage', true)} />
          {from.record && <CheckboxField name="withRecord" value="oui" label="Joindre aussi le lien de cette fiche" hint="Pour que l’administration de votre agence puisse l’ouvrir." defaultChecked={isTicked('withRecord', false)} />}
        </>
      )}
      {errorId && <input type="hidden" name="errorId" value={errorId} />}
    </>
  );
}
