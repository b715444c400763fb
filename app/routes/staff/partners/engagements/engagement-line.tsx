import { controlName, engagementParts, type EngagementText } from '~/domain/engagement/matrix-form';
import type { MatrixRow } from '~/domain/engagement/matrix.queries.server';
import { isReadiness } from '~/domain/engagement/readiness';
import { romeInWords } from '~/domain/engagement/rome';
import { monthsInWords } from '~/domain/engagement/months-in-words';
import { dayOf } from '~/domain/text/french-date';
import { fieldId, FieldError } from '~/ui/field';
import { Icon } from '~/ui/icon';
import { LevelChoice } from '~/ui/level-choice';
import { MonthToggles } from '~/ui/month-toggles';
import { TextField } from '~/ui/text-field';

type EngagementLineProps = { row: MatrixRow; text: EngagementText; errors: Record<string, string>; isChanged: boolean };

/** One form of engagement: how far, how many a month, and the rest behind « Préciser ». */
export function EngagementLine({ row, text, errors, isChanged }: EngagementLineProps) {
  const { formId, form } = row;
  const name = (part: keyof EngagementText) => controlName(part, formId);
  const capacityError = errors[name('capacity')];
  const hasDeepError = engagementParts.some((part) => part !== 'readiness' && part !== 'capacity' && errors[name(part)]);
  const capacityId = fieldId(name('capacity'));
  return (
    <div className="engagement-line" role="group" aria-label={form} data-changed={isChanged || undefined}>
      <div className="engagement-form">
        <b>{form}</b>
        <WhoSaid row={row} />
      </div>
      <LevelChoice name={name('readiness')} label={`${form}, où en est-on`} defaultValue={isReadiness(text.readiness) ? text.readiness : ''} error={errors[name('readiness')]} />
      <div className="engagement-capacity">
        <input className="control" id={capacityId} name={name('capacity')} inputMode="numeric" maxLength={5} defaultValue={text.capacity} aria-label={`${form}, combien par mois`} aria-invalid={capacityError ? true : undefined} aria-describedby={capacityError ? `${capacityId}-erreur` : undefined} />
        <span aria-hidden="true">par mois</span>
        {capacityError && <FieldError id={`${capacityId}-erreur`}>{capacityError}</FieldError>}
      </div>
      <details className="engagement-details" open={hasDeepError || undefined}>
        <summary>
          <span className="visually-hidden">{form}, </span>
          {detailsInWords(text) || 'Préciser'}
          <Icon name="expand" size={16} />
        </summary>
        <div className="engagement-more">
          <MonthToggles name={`${name('months')}[]`} label="Quels mois ?" hint="Aucun coché : toute l’année." defaultValue={text.months.split(' ').filter(Boolean).map(Number)} />
          <TextField name={name('romes')} label="Métiers" hint="Codes ROME séparés par un espace, par exemple I1604." defaultValue={text.romes} error={errors[name('romes')]} autoComplete="off" />
          <TextField name={name('publicText')} label="Pour qui ?" hint="Par exemple : à partir de 18 ans." maxLength={200} defaultValue={text.publicText} error={errors[name('publicText')]} autoComplete="off" />
          <TextField name={name('comment')} label="À savoir" maxLength={500} defaultValue={text.comment} error={errors[name('comment')]} autoComplete="off" />
        </div>
      </details>
    </div>
  );
}

function WhoSaid({ row: { saidBy, saidOn } }: { row: MatrixRow }) {
  if (!saidBy && !saidOn) return null;
  return <div className="muted">{['dit', saidBy && `par ${saidBy}`, saidOn && `le ${dayOf(saidOn)}`].filter(Boolean).join(' ')}</div>;
}

/** `mai, juin · I1604, véhicules… · à partir de 18 ans · pas en août`. */
export function detailsInWords({ months, romes, publicText, comment }: EngagementText): string {
  const when = monthsInWords(months.split(' ').filter(Boolean).map(Number));
  const trades = romes.split(' ').filter(Boolean).map(romeInWords).join(' ; ');
  return [when, trades, publicText, comment].filter(Boolean).join(' · ');
}
