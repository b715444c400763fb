import { headersOf, type ColumnVocabulary } from './column-vocabulary';
import { importFields, partnerNeeds, type ImportField } from './fields';
import { likelyHeaders, sureHeaders } from './recognise-columns.words';

const useless = /^(?:motif|itinerance|region|nom region|code region|pays|country|academie|canton|arrondissement|epci|date (?:de )?(?:maj|mise a jour|modification|creation|export|saisie|import)|date_maj|updated at|created at|maj|source|annee|cree le|modifie le|objectid|fid|geom|geometry|shape|column \d+|colonne \d+|effectif|effectifs|tranche effectif|tranche d effectif)$/;
const identity: readonly ImportField[] = ['name', 'siret', 'commune', 'postcode', 'communeCode'];

/** How the columns of a file of partners are known. */
export const partnerColumns: ColumnVocabulary = { fields: importFields, sure: headersOf(sureHeaders), likely: likelyHeaders, useless, identity, needs: partnerNeeds };
