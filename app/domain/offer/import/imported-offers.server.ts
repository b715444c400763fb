import type { ImportedThing } from '~/domain/import/imported-thing';
import type { MappedColumns } from '~/domain/import/column-vocabulary';
import { applyOffers } from './apply-offers.server';
import { offerColumns, type OfferImportField } from './offer-columns';
import { answeredOffers, planOffers, type AcceptedOffer } from './plan-offers.server';
import { readOfferRow } from './read-offer-row';
import { offersBuiltOn, undoOffers } from './undo-offers.server';

/** How offers are imported. */
export const importedOffers = {
  vocabulary: offerColumns,
  read: (row, { mapping, communes }) => {
    const read = readOfferRow(row, { mapping: mapping as MappedColumns<OfferImportField>, communes });
    return read.ok ? { ok: true, row: read } : { ok: false, refused: { line: read.line, label: read.label, cells: read.cells, reasons: read.refused.map(({ reason }) => reason) } };
  },
  gather: (rows) => rows,
  plan: planOffers,
  answered: answeredOffers,
  apply: applyOffers,
  undo: undoOffers,
  builtOn: offersBuiltOn,
} satisfies ImportedThing<AcceptedOffer, AcceptedOffer>;
