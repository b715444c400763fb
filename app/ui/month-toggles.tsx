import { FieldSet, type FieldProps } from './field';

const months = ['janv.', 'févr.', 'mars', 'avril', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'] as const;

/** Months of the year, 1 to 12, each on or off. */
export function MonthToggles({ defaultValue = [], ...field }: FieldProps & { defaultValue?: readonly number[] }) {
  return (
    <FieldSet {...field}>
      {({ name }) => (
        <div className="toggles">
          {months.map((month, i) => (
            <label key={month}>
              <input type="checkbox" name={name} value={i + 1} defaultChecked={defaultValue.includes(i + 1)} />
              {month}
            </label>
          ))}
        </div>
      )}
    </FieldSet>
  );
}
