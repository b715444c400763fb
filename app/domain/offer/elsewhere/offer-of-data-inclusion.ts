import { parseEmails } from '~/domain/organisation/email';
import { parsePhones } from '~/domain/organisation/phone';
import { isFrench } from '~/domain/place/coordinates';
import { departementOfPostcode } from '~/domain/place/postcode';
import { themesOfThematiques } from '~/domain/offer/vocabulary/thematiques';
import { inGuillemets } from '~/domain/text/in-guillemets';
import { codesIn, instantOf, isObject, lineOf, linkOf, numberOf, siretIn, textOf, type Json, type ReadForeign } from './foreign-offer';

/** A service of data.inclusion (schema v1) with its structure, as an offer. Everything but its id and its name is optional there. */
export function offerOfService(service: unknown, structures: ReadonlyMap<string, unknown>, now: Date): ReadForeign {
  if (!isObject(service)) return { ok: false, reason: 'Un service n’est pas lisible.' };
  const sourceId = lineOf(service.id, 200);
  const title = lineOf(service.nom, 200);
  if (!sourceId) return { ok: false, reason: `Un service n’a pas d’identifiant${title ? ` : ${inGuillemets(title)}` : ''}.` };
  if (!title) return { ok: false, reason: `Le service ${sourceId} n’a pas de nom.` };
  const nested = isObject(service.structure) ? service.structure : structures.get(lineOf(service.structure_id, 200) ?? '');
  const structure: Json = isObject(nested) ? nested : {};
  const thematiques = codesIn(service.thematiques);
  const type = lineOf(service.type, 100);
  const email = parseEmails(lineOf(service.courriel ?? structure.courriel, 300) ?? '').emails[0] ?? null;
  const phone = parsePhones(lineOf(service.telephone ?? structure.telephone, 100) ?? '').phones[0]?.number ?? null;
  return {
    ok: true,
    sourceId,
    siret: siretIn(structure.siret),
    row: {
      kind: type === 'atelier' ? 'workshop' : type === 'formation' ? 'training' : 'service',
      title,
      description: textOf(service.description, 20_000),
      theme_codes: themesOfThematiques(thematiques),
      thematiques,
      service_type: type,
      publics: codesIn(service.publics),
      conditions: [textOf(service.publics_precisions, 2000), textOf(service.conditions_acces, 2900)].filter(Boolean).join('\n\n') || null,
      cost: lineOf(service.frais, 100),
      cost_text: lineOf(service.frais_precisions, 300),
      reception_modes: codesIn(service.modes_accueil),
      mobilisation_modes: codesIn(service.modes_mobilisation),
      mobilisable_by: codesIn(service.mobilisable_par),
      mobilisation_text: textOf(service.mobilisation_precisions, 2000),
      mobilisation_url: linkOf(service.lien_mobilisation),
      schedule: lineOf(service.horaires_accueil, 300),
      duration: sayDuration(service),
      zones: zonesIn(service.zone_eligibilite),
      contact_name: lineOf(service.contact_nom_prenom, 150),
      contact_email: email,
      contact_phone: phone,
      holder_name: lineOf(structure.nom, 250),
      holder_siret: siretIn(structure.siret),
      source_url: linkOf(service.lien_source) ?? linkOf(structure.lien_source),
      published_at: instantOf(service.date_maj, now),
      ...placeOf(hasPlace(service) ? service : structure),
    },
  };
}

const hasPlace = (one: Json) => Boolean(one.code_insee ?? one.commune ?? one.latitude);

function placeOf(one: Json) {
  const [latitude, longitude] = [numberOf(one.latitude), numberOf(one.longitude)];
  const point = latitude !== null && longitude !== null && isFrench({ latitude, longitude }) ? { latitude, longitude, place_precision: 'street' } : { latitude: null, longitude: null, place_precision: null };
  const postcode = lineOf(one.code_postal, 5);
  const communeCode = lineOf(one.code_insee, 5);
  return { has_own_place: true, address_line: [lineOf(one.adresse, 250), lineOf(one.complement_adresse, 100)].filter(Boolean).join(', ') || null, postcode: postcode && /^\d{5}$/.test(postcode) ? postcode : null, commune_code: communeCode && /^\d[\dAB]\d{3}$/.test(communeCode) ? communeCode : null, departement_code: postcode ? departementOfPostcode(postcode) : null, ...point };
}

const mostZones = 500;
/** All of its zones or none: a list cut short would keep out those of the rest. */
function zonesIn(given: unknown): string[] {
  const codes = codesIn(given, mostZones + 1);
  return codes.length > mostZones || codes.some((code) => /^france$/i.test(code)) ? [] : codes.flatMap(zoneOf);
}

/** Its zones are codes of communes, of départements, of regions or of EPCI; ours say which. « france » is everywhere: none. */
function zoneOf(code: string): string[] {
  return /^(\d{2,3}|2[AB])$/.test(code) ? [`d${code}`] : [code];
}

function sayDuration(service: Json): string | null {
  const [weeks, hours] = [numberOf(service.nombre_semaines), numberOf(service.volume_horaire_hebdomadaire)];
  return [weeks ? `${weeks} semaine${weeks > 1 ? 's' : ''}` : null, hours ? `${String(hours).replace('.', ',')} h par semaine` : null].filter(Boolean).join(', ') || null;
}
