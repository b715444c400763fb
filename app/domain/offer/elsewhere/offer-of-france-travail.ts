import { isRomeCode } from '~/domain/engagement/rome';
import { isFrench } from '~/domain/place/coordinates';
import { departementOfPostcode } from '~/domain/place/postcode';
import { codesOfWords } from '~/domain/offer/import/offer-words';
import { inGuillemets } from '~/domain/text/in-guillemets';
import { instantOf, isObject, lineOf, linkOf, numberOf, siretIn, textOf, type Json, type ReadForeign } from './foreign-offer';

/**
 * A job of France Travail (API v2) as an offer. Everything but its id and its title is optional there. Nobody's name, mail or telephone
 * is kept: one applies by the link of the offer.
 */
export function offerOfJob(job: unknown, now: Date): ReadForeign {
  if (!isObject(job)) return { ok: false, reason: 'Une offre n’est pas lisible.' };
  const sourceId = lineOf(job.id, 200);
  const title = lineOf(job.intitule, 200);
  if (!sourceId) return { ok: false, reason: `Une offre n’a pas d’identifiant${title ? ` : ${inGuillemets(title)}` : ''}.` };
  if (!title) return { ok: false, reason: `L’offre ${sourceId} n’a pas d’intitulé.` };
  const [company, origin, contact] = [objectIn(job.entreprise), objectIn(job.origineOffre), objectIn(job.contact)];
  const nature = lineOf(job.natureContrat, 20);
  const isApprenticeship = job.alternance === true || nature === 'E2' || nature === 'FS';
  const rome = lineOf(job.romeCode, 5);
  const hours = numberOf(/(\d{1,2}(?:[.,]\d)?)\s*h/i.exec(lineOf(job.dureeTravailLibelle, 300) ?? '')?.[1]?.replace(',', '.'));
  const places = numberOf(job.nombrePostes);
  return {
    ok: true,
    sourceId,
    siret: siretIn(company.siret),
    row: {
      kind: isApprenticeship ? 'apprenticeship' : 'job',
      title,
      description: textOf(job.description, 20_000),
      theme_codes: ['emploi'],
      romes: rome && isRomeCode(rome) ? [rome] : [],
      contract: (nature === 'E2' || nature === 'FS' ? nature : null) ?? lineOf(job.typeContrat, 20),
      working_time: /partiel/i.test(lineOf(job.dureeTravailLibelleConverti, 100) ?? '') ? 'part' : /plein/i.test(lineOf(job.dureeTravailLibelleConverti, 100) ?? '') ? 'full' : null,
      weekly_hours: hours !== null && hours >= 1 && hours <= 60 ? hours : null,
      schedule: lineOf(job.dureeTravailLibelle, 300),
      pay: lineOf(objectIn(job.salaire).libelle ?? objectIn(job.salaire).commentaire, 200),
      experience: lineOf(job.experienceExige, 20),
      level: levelOf(job.formations),
      places: places !== null && places >= 1 ? Math.min(10_000, Math.round(places)) : null,
      is_handicap_friendly: job.accessibleTH === true,
      conditions: conditionsOf(job),
      mobilisation_modes: linkOf(contact.urlPostulation) ? ['utiliser-lien-mobilisation'] : [],
      mobilisation_url: linkOf(contact.urlPostulation),
      holder_name: lineOf(company.nom, 250) ?? 'Employeur non précisé',
      holder_siret: siretIn(company.siret),
      source_url: linkOf(origin.urlOrigine) ?? `https://candidat.francetravail.fr/offres/recherche/detail/${encodeURIComponent(sourceId)}`,
      published_at: instantOf(job.dateCreation, now),
      ...placeOf(objectIn(job.lieuTravail)),
    },
  };
}

/** `salaire` may be an empty list. */
const objectIn = (value: unknown): Json => (isObject(value) ? value : {});
const objectsIn = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

function placeOf(place: Json) {
  const [latitude, longitude] = [numberOf(place.latitude), numberOf(place.longitude)];
  const communeCode = lineOf(place.commune, 5);
  const postcode = lineOf(place.codePostal, 5);
  // Its coordinates are those of the commune.
  const point = latitude !== null && longitude !== null && isFrench({ latitude, longitude }) ? { latitude, longitude, place_precision: 'commune' } : { latitude: null, longitude: null, place_precision: null };
  return { has_own_place: true, address_line: null, postcode: postcode && /^\d{5}$/.test(postcode) ? postcode : null, commune_code: communeCode && /^\d[\dAB]\d{3}$/.test(communeCode) ? communeCode : null, departement_code: postcode ? departementOfPostcode(postcode) : null, ...point };
}

/** The lowest of the levels that are required. */
function levelOf(formations: unknown): string | null {
  const wanted = objectsIn(formations).filter(({ exigence }) => exigence === 'E').flatMap(({ niveauLibelle }) => codesOfWords('level', lineOf(niveauLibelle, 100) ?? '').codes);
  return wanted.sort()[0] ?? null;
}

function conditionsOf(job: Json): string | null {
  const listed = (label: string, list: unknown, name: string) => {
    const said = objectsIn(list).slice(0, 15).flatMap((one) => {
      const text = lineOf(one[name], 150);
      return text ? [`- ${text}${one.exigence === 'E' ? ' (exigé)' : ''}`] : [];
    });
    return said.length > 0 ? `${label} :\n${said.join('\n')}` : null;
  };
  const experience = lineOf(job.experienceLibelle, 200);
  return [experience && `Expérience : ${experience}`, listed('Compétences', job.competences, 'libelle'), listed('Formations', job.formations, 'domaineLibelle'), listed('Permis', job.permis, 'libelle'), listed('Langues', job.langues, 'libelle')].filter(Boolean).join('\n\n') || null;
}
