/** What `npm run doctor` finds of the map: communes without a centre, outlines, addresses that wait or are in doubt. */
export async function checkPlaces(client) {
  const what = 'Positions';
  const { rows: tables } = await client.query(`SELECT to_regclass('search.offer_place_doubt') AS found`);
  if (tables[0].found === null) return { what, state: 'warn', says: 'la base n’est pas à jour', mend: 'npm start' };
  const { rows } = await client.query(`SELECT
    (SELECT count(*)::int FROM commune WHERE part_of_code IS NULL) AS communes,
    (SELECT count(*)::int FROM commune WHERE part_of_code IS NULL AND latitude IS NULL) AS "noCentre",
    (SELECT count(*)::int FROM organisation o WHERE o.latitude IS NULL AND o.commune_code IS NOT NULL) AS nowhere,
    (SELECT count(*)::int FROM search.place_doubt) AS doubts,
    (SELECT count(*)::int FROM search.offer_place_doubt) AS "offerDoubts",
    (SELECT count(*)::int FROM organisation o WHERE o.address_line IS NOT NULL AND o.commune_code IS NOT NULL AND (o.place_precision IN ('commune', 'departement') OR o.latitude IS NULL)
      AND NOT EXISTS (SELECT FROM search.place_doubt d WHERE d.organisation_id = o.id)) AS waiting`);
  return { what, ...placesVerdict({ ...rows[0], asksAddresses: process.env.GEOCODER === 'geoplateforme' }) };
}

/** `{ state, says, mend }` of what was counted. An address is in doubt for people to look at: nothing is wrong with the installation. */
export function placesVerdict({ communes, noCentre, nowhere, doubts, offerDoubts = 0, waiting, asksAddresses }) {
  const says = [
    noCentre === 0 ? `${communes} communes au centre connu` : `${communes - noCentre} communes sur ${communes} au centre connu`,
    nowhere > 0 && `${nowhere} partenaire(s) d’une commune sans centre`,
    doubts > 0 && `${doubts} position(s) à vérifier dans la liste des partenaires`,
    offerDoubts > 0 && `${offerDoubts} dans « Nos offres »`,
    asksAddresses && waiting > 0 && `${waiting} adresse(s) à chercher`,
  ].filter(Boolean).join(', ');
  if (communes === 0) return { state: 'bad', says: 'aucune commune', mend: 'npm start' };
  if (nowhere > 0) return { state: 'warn', says, mend: 'npm run places -- communes.csv (docs/places.md)' };
  if (asksAddresses && waiting > 0) return { state: 'warn', says, mend: 'npm run geocode' };
  return { state: 'ok', says };
}
