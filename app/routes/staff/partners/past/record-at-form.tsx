import { Form, Link } from '@remix-run/react';
import { paths } from '~/paths';
import { useAlong, WalkFields } from '~/routes/staff/partners/record/use-along';
import { PointFields } from '~/routes/staff/partners/past/point-fields';
import { Button } from '~/ui/button';
import { FormRow } from '~/ui/form-layout';

type RecordAtFormProps = {
  partnerId: string; today: string;
  typed?: { date: string; time: string }; errors?: Record<string, string>;
  quickDays: readonly { day: string; label: string }[];
  /** An entry of the last import. */
  importEntryId: string | null;
};

/** Chooses a moment of the past: a day, or one that comes to mind. */
export function RecordAtForm({ partnerId, today, typed = { date: '', time: '' }, errors = {}, quickDays, importEntryId }: RecordAtFormProps) {
  const along = useAlong();
  const own = paths.partnerRecordAt(partnerId);
  return (
    <Form method="get" action={own}>
      <WalkFields />
      <FormRow>
        <PointFields date="date" time="heure" labels={{ date: 'Jour', time: 'Heure (facultative)' }} typed={typed} errors={errors} today={today} />
      </FormRow>
      <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" size="small" icon="show">Voir la fiche</Button>
        {quickDays.map(({ day, label }) => <Link key={day} to={along(`${own}?date=${day}`)}>{label}</Link>)}
        {importEntryId && <Link to={along(paths.partnerRecordAt(partnerId, importEntryId))}>Avant le dernier import</Link>}
        <Link to={along(paths.partnerCompare(partnerId))}>Comparer deux dates</Link>
      </p>
    </Form>
  );
}
