import { DateField } from '~/ui/date-field';
import { TextField } from '~/ui/text-field';

type PointFieldsProps = { date: string; time: string; labels: { date: string; time: string }; hint?: string; typed: { date: string; time: string }; errors: Record<string, string>; today: string };

/** A day and, if one wishes, an hour. */
export function PointFields({ date, time, labels, hint, typed, errors, today }: PointFieldsProps) {
  return (
    <>
      <DateField name={date} label={labels.date} hint={hint} error={errors[date]} defaultValue={typed.date} max={today} />
      <TextField name={time} label={labels.time} type="time" width="short" error={errors[time]} defaultValue={typed.time} />
    </>
  );
}
