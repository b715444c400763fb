import type { Ctx } from '~/access/context';
import { formatSiret } from '~/domain/organisation/siret';
import { formatPhone } from '~/domain/organisation/phone';
import { youthLabel } from '~/domain/organisation/youth-label';
import { companySizes, headcountBands, sizeOfBand } from '~/domain/partner/headcount';
import { stages } from '~/domain/partnership/partnership.lifecycle';
import type { Cursor } from './cursor';
import type { PartnerFilters } from './filters';
import { criteriaFor, sortOf } from './list-partners.server';
import { pageOfPartners } from './page-of-partners.server';
import { wordsFor, type PartnerRow } from './partner-row';

type Cell = string | number | null;
type Exported = { title: string; cell: (row: PartnerRow) => Cell };

const together = (words: string[]) => words.join(', ');
const yes = (is: boolean) => (is ? 'oui' : null);
const day = (iso: string) => iso.slice(0, 10).split('-').reverse().join('/');

const officer: Exported = { title: 'Référent·e', cell: (row) => row.officer };
const exported: Exported[] = [
  { title: 'Nom', cell: ({ name }) => name },
  { title: 'SIRET', cell: ({ siret }) => siret && formatSiret(siret).replaceAll(' ', '') },
  { title: 'Typologie', cell: ({ kinds }) => together(kinds) },
  { title: 'Taille', cell: ({ headcountBand }) => { const size = sizeOfBand(headcountBand); return size && companySizes[size].label; } },
  { title: 'Effectif', cell: ({ headcountBand }) => headcountBands.find(({ code }) => code === headcountBand)?.label ?? headcountBand },
  { title: `Label « ${youthLabel} »`, cell: ({ hasYouthLabel }) => yes(hasYouthLabel) },
  { title: 'Accord national', cell: ({ isCovered }) => yes(isCovered) },
  { title: 'Thématiques', cell: ({ themes }) => together(themes) },
  { title: 'Accepte', cell: ({ forms }) => together(forms) },
  { title: 'Étape', cell: ({ stage }) => stages[stage].label },
  { title: 'Depuis', cell: ({ stageSince }) => day(stageSince) },
  officer,
  { title: 'Étiquettes', cell: ({ tags }) => together(tags) },
  { title: 'Téléphone', cell: ({ phone }) => phone && formatPhone(phone) },
  { title: 'Courriel', cell: ({ email }) => email },
  { title: 'Site', cell: ({ website }) => website },
  { title: 'Adresse', cell: ({ addressLine }) => addressLine },
  { title: 'Code postal', cell: ({ postcode }) => postcode },
  { title: 'Commune', cell: ({ commune }) => commune },
  { title: 'Département', cell: ({ departementCode }) => departementCode },
  { title: 'Ajouté le', cell: ({ createdAt }) => day(createdAt) },
  { title: 'Modifié le', cell: ({ updatedAt }) => day(updatedAt) },
];
const agency: Exported = { title: 'Mission Locale', cell: (row) => row.agency };
const distance: Exported = { title: 'Distance (km)', cell: ({ metres }) => (metres === null ? null : Math.round(metres / 100) / 10) };

/** Rows read at once: enough for few queries, little enough for memory. */
const chunk = 2000;

/**
 * Every partner that the filters keep, in the order of the list, as rows of cells with the header first, read by chunks. It
 * holds facts of organisations and of the relation; contacts are not in it, so that a region may have it too.
 */
export async function* exportPartners(ctx: Ctx, filters: PartnerFilters): AsyncGenerator<Cell[]> {
  const { criteria, filters: applied, values } = await criteriaFor(ctx, filters);
  const sort = sortOf(applied, criteria);
  const columns = [...(ctx.actor.missionLocaleId ? exported : [agency, ...exported.filter((column) => column !== officer)]), ...(criteria.place?.circle ? [distance] : [])];
  const inWords = wordsFor(values);
  yield columns.map(({ title }) => title);
  let after: Cursor | null = null;
  do {
    const { rows } = await pageOfPartners(ctx, { criteria, sort, after, size: chunk });
    for (const row of rows.slice(0, chunk).map(inWords)) yield columns.map(({ cell }) => cell(row));
    const last = rows[chunk - 1];
    after = rows.length > chunk && last ? { sort, key: last.key, rank: 1 } : null;
  } while (after);
}
