import { wireField } from './field';
import { type EngagementLevel, LevelBars, levelWords } from './level';

export type LevelChoiceProps = {
  name: string;
  /** What is judged; read aloud, since the row that holds it shows it already. */
  label: string;
  /** Empty while nobody said anything. */
  defaultValue?: EngagementLevel | '';
  error?: string;
  /** The word of the empty choice. */
  unsaid?: string;
};

const order: readonly EngagementLevel[] = ['refused', 'to_explore', 'willing', 'tried', 'regular'];

/** The five levels as buttons to choose between: arrows go from one to the next, Tab leaves. Bars and words, never the colour alone. */
export function LevelChoice({ name, label, defaultValue = '', error, unsaid = '–' }: LevelChoiceProps) {
  const { wiring, errorId } = wireField({ name, error });
  return (
    <fieldset id={wiring.id} tabIndex={-1} className="level-choice" aria-describedby={wiring['aria-describedby']} data-invalid={error ? '' : undefined}>
      <legend className="visually-hidden">{label}</legend>
      <div className="level-choices">
        <label title="Rien de dit">
          <input type="radio" name={name} value="" defaultChecked={defaultValue === ''} />
          <span aria-hidden="true">{unsaid}</span>
          <span className="visually-hidden">rien de dit</span>
        </label>
        {order.map((level) => (
          <label key={level} className="level" data-level={level}>
            <input type="radio" name={name} value={level} defaultChecked={level === defaultValue} />
            <LevelBars level={level} />
            {levelWords[level]}
          </label>
        ))}
      </div>
      {error && <p id={errorId} className="field-error">{error}</p>}
    </fieldset>
  );
}
