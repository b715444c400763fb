import { readinessWords, type Readiness } from '~/domain/engagement/readiness';
import { levels, type PartnerFilters } from '~/domain/partner/list/filters';
import { monthName } from '~/domain/text/french-date';
import { SelectField } from '~/ui/select-field';
import { TextField } from '~/ui/text-field';

/** `déjà fait ou plus`. */
export const levelInWords = (level: Readiness) => (level === 'regular' ? readinessWords[level] : `${readinessWords[level]} ou plus`);

const byRank: readonly Readiness[] = ['to_explore', 'willing', 'tried', 'regular'];

/** How far, when and for which trades: asked together with the forms ticked above. */
export function EngagementFields({ filters }: { filters: PartnerFilters }) {
  return (
    <div className="filter-further">
      <SelectField name="niveau" label="Où en est-on" defaultValue={filters.niveau ?? ''} options={byRank.map((level) => ({ value: levels.some((one) => one === level) ? level : '', label: levelInWords(level) }))} />
      <SelectField name="mois" label="Possible en" defaultValue={filters.mois ? String(filters.mois) : ''} options={[{ value: '', label: 'n’importe quel mois' }, ...Array.from({ length: 12 }, (_, i) => ({ value: String(i + 1), label: monthName(i + 1) }))]} />
      <TextField name="metier" label="Métier" hint="Code ROME ou son début : I16, I1604." maxLength={5} autoComplete="off" defaultValue={filters.metier} />
    </div>
  );
}
