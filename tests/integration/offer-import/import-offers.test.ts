import { describe, expect, test } from 'vitest';
import { answerAll } from '~/domain/import/answer-question.server';
import { askToApplyOffers } from '~/domain/import/ask-step.server';
import { getImport, itemsOfImport, refusedLines } from '~/domain/import/imports.queries.server';
import { addOffer } from '~/domain/offer/add-offer.server';
import { editOffer } from '~/domain/offer/edit-offer.server';
import { exportOffers } from '~/domain/offer/import/export-offers.server';
import { offerImportOptionsSchema } from '~/domain/offer/import/offer-import-options.schema';
import { addPlace } from '~/domain/offer/spread/add-place.server';
import { addSession } from '~/domain/offer/session/write-session.server';
import { addPartner } from '~/domain/partner/add-partner.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { importing } from '../../support/imports';
import { offerFile } from '../../support/offer-file';
import { sirets } from '../../support/sirets';

useDatabase();
const siret = sirets();
/** Its offers open and close in the year that comes, whatever the day. */
const year = new Date().getFullYear() + 1;
const waiter = { type: 'Emploi', intitule: 'Serveur ou serveuse', description: 'Service du midi.', metier: 'G1803', contrat: 'CDD', heures: '35', debut: `05/01/${year}`, places: '2' };

async function agency() {
  const ml = await missionLocale();
  const officer = ml.as('officer');
  const inn = siret();
  const { partnershipId } = await officer.do(addPartner, { name: 'Auberge du Pic', siret: inn, commune: 'Tarbes', postcode: '65000' });
  const offers = () => officer.run(({ db }) => db.offer.findMany({ where: { missionLocaleId: ml.id }, orderBy: { title: 'asc' } }));
  const send = async (content: string) => {
    const file = await importing(ml, content, { fileName: 'offres.csv', subject: 'offers' });
    const { state, problem } = await file.plan();
    expect({ state, problem }).toMatchObject({ state: 'planned' });
    const apply = async (options: { state?: string; audience?: string } = {}) => {
      await officer.do(askToApplyOffers, offerImportOptionsSchema.parse({ importId: file.id, ...options }));
      await file.run('apply');
      return file.state();
    };
    const items = async (tab: 'create' | 'complete' | 'refused' | 'questions' | 'unchanged') => (await officer.run((ctx) => itemsOfImport(ctx, file.id, tab, {}))).items;
    return { ...file, apply, items };
  };
  return { ml, officer, inn, partnershipId, offers, send };
}

describe('importer des offres', () => {
  test('d’un tableau tel quel : colonnes reconnues, partenaire par SIRET, dates françaises, publiées', async () => {
    const { send, inn, partnershipId, offers, ml, officer } = await agency();
    const file = await send(offerFile([{ ...waiter, siret: inn, limite: `${year}-01-03`, mail: 'emploi@auberge.example', publics: 'Jeunes' }, { type: 'atelier', intitule: 'Atelier CV', description: '<p>Refaire son <b>CV</b></p><script>alert(1)</script><ul><li>à deux</li></ul>', ville: 'Lourdes', cp: '65100' }]));
    expect(await file.counts()).toMatchObject({ lines: 2, create: 2, refused: 0 });
    expect((await file.apply({ state: 'published', audience: 'region' })).state).toBe('applied');
    const [workshop, job] = await offers();
    expect(job).toMatchObject({ partnershipId, kind: 'job', state: 'published', audience: 'region', romes: ['G1803'], contract: 'CDD', places: 2, publics: ['jeunes'], contactEmail: 'emploi@auberge.example', startsOn: new Date(`${year}-01-05`), closesOn: new Date(`${year}-01-03`), createdById: (await ml.person('officer')).userId });
    expect(workshop).toMatchObject({ partnershipId: null, kind: 'workshop', description: 'Refaire son CV\n\n- à deux', hasOwnPlace: true, communeCode: '65286', placePrecision: 'commune' });
    expect(workshop!.latitude).not.toBeNull();
    expect(await officer.run(({ db }) => db.$queryRaw`SELECT count(*)::int AS n FROM search.offer_seen WHERE mission_locale_id = app.mission_locale()`)).toEqual([{ n: 2 }]);
  });

  test('chaque cellule en faute est dite en français, à sa ligne ; le fichier des lignes refusées revient', async () => {
    const { send, inn, officer, offers } = await agency();
    const file = await send(
      offerFile([
        { ...waiter, siret: inn, debut: `05/01/${year}`, fin: `04/01/${year}` },
        { ...waiter, siret: inn, places: '-3' },
        { ...waiter, siret: inn, limite: `31/02/${year}` },
        { ...waiter, siret: '123' },
        { ...waiter, siret: inn, metier: 'Z9999' },
        { ...waiter, siret: inn, metier: 'dresseur de licornes' },
        { ...waiter, siret: inn, type: 'surprise' },
        { ...waiter, siret: inn, intitule: '' },
        { ...waiter, siret: inn },
        { ...waiter, siret: inn, description: 'la même, deux fois' },
        { ...waiter, siret: inn, intitule: 'Veilleur', ouvre: `02/03/${year}`, limite: `01/03/${year}` },
      ]),
    );
    expect(await file.counts()).toMatchObject({ create: 1, refused: 10 });
    const said = Object.fromEntries((await file.items('refused')).map(({ lines, notes }) => [lines[0], notes.join(' ')]));
    expect(said[2]).toContain(`Date de fin, « 04/01/${year} » : La fin est avant le début`);
    expect(said[3]).toMatch(/Nombre de places, « -3 » : Indiquez un nombre de places/);
    expect(said[4]).toMatch(new RegExp(`31/02/${year}.*n’existe pas`));
    expect(said[5]).toMatch(/SIRET/);
    expect(said[6]).toMatch(/« Z9999 » n’est pas un code de métier/);
    expect(said[7]).toMatch(/« dresseur de licornes » n’est pas un métier connu/);
    expect(said[8]).toMatch(/« surprise » n’est pas une sorte d’offre/);
    expect(said[9]).toMatch(/titre/i);
    expect(said[11]).toMatch(/La ligne 10 décrit déjà cette offre/);
    expect(said[12]).toMatch(/ferment avant d’ouvrir/);
    const back: string[][] = [];
    for await (const row of await officer.run(async (ctx) => { for await (const row of refusedLines(ctx, file.id, 'offers')) back.push(row); return []; })) back.push(row);
    expect(back[0]!.at(-1)).toBe('Motif');
    expect(back).toHaveLength(11);
    expect(await offers()).toEqual([]);
  });

  test('un partenaire inconnu est dit, et l’on choisit : de côté, ou à l’agence', async () => {
    const { send, officer, offers } = await agency();
    const file = await send(offerFile([{ ...waiter, entreprise: 'Hôtel que personne ne connaît' }, { ...waiter, intitule: 'Commis', entreprise: 'auberge du pic' }]));
    expect(await file.counts()).toMatchObject({ create: 1, refused: 1, questions: 1 });
    const [asked] = await file.items('questions');
    expect(asked!.notes[0]).toMatch(/« Hôtel que personne ne connaît » n’est pas parmi vos partenaires/);
    await officer.do(answerAll, { importId: file.id, field: 'holder', from: 'agency' });
    expect(await file.counts()).toMatchObject({ create: 2, refused: 0 });
    await file.apply();
    expect((await offers()).map(({ title, partnershipId, state }) => [title, partnershipId !== null, state])).toEqual([['Commis', true, 'draft'], ['Serveur ou serveuse', false, 'draft']]);
  });

  test('un partenaire inconnu s’ajoute d’ici, une fois pour toutes ses lignes ; rien avant l’accord ; l’annulation l’emporte, son organisation aussi', async () => {
    const { send, officer, offers, ml } = await agency();
    const hotel = siret();
    const names = () => officer.run(({ db }) => db.partnership.findMany({ where: { missionLocaleId: ml.id }, select: { organisation: { select: { name: true, siret: true, communeCode: true } } }, orderBy: { createdAt: 'asc' } })).then((all) => all.map(({ organisation }) => organisation));
    const file = await send(offerFile([{ ...waiter, entreprise: 'Hôtel des Cimes', siret: hotel, villePartenaire: 'Lourdes' }, { ...waiter, intitule: 'Commis', entreprise: 'hôtel des cimes' }, { ...waiter, intitule: 'Vente', entreprise: 'Boutique du Gave', villePartenaire: 'Atlantide' }, { ...waiter, intitule: 'Sans métier', metier: 'zorglub', entreprise: 'Jamais Vue' }]));
    await officer.do(answerAll, { importId: file.id, field: 'holder', from: 'new' });
    expect(await file.counts()).toMatchObject({ create: 3, refused: 1 });
    expect((await file.items('create'))[0]!.changes).toEqual([{ label: 'Partenaire', from: '', to: 'Hôtel des Cimes, ajouté à vos partenaires' }]);
    expect(await names()).toHaveLength(1); // a plan writes nothing
    expect((await file.apply({ state: 'published' })).state).toBe('applied');
    // A line that is refused adds nobody; a commune that does not exist is left out.
    expect(await names()).toMatchObject([{ name: 'Auberge du Pic' }, { name: 'Hôtel des Cimes', siret: hotel, communeCode: '65286' }, { name: 'Boutique du Gave', communeCode: null }]);
    const held = await offers();
    expect(held.map(({ title, partnershipId }) => [title, partnershipId !== null])).toEqual([['Commis', true], ['Serveur ou serveuse', true], ['Vente', true]]);
    expect(held[0]!.partnershipId).toBe(held[1]!.partnershipId);
    expect((await file.undo()).state).toBe('undone');
    expect([await offers(), (await names()).map(({ name }) => name)]).toEqual([[], ['Auberge du Pic']]);
    expect(await officer.run(({ db }) => db.organisation.count({ where: { siret: hotel } }))).toBe(0);
  });

  test('un partenaire ajouté ici, sur lequel on a travaillé ou qui a une autre offre, retient l’annulation ; connu du réseau, il est rejoint et lui reste', async () => {
    const { send, officer, offers } = await agency();
    const hotel = siret();
    const neighbour = await missionLocale();
    const theirs = await neighbour.as('officer').do(addPartner, { name: 'Hôtel des Cimes', siret: hotel, commune: 'Lourdes', postcode: '65100' });
    const add = async () => {
      const file = await send(offerFile([{ ...waiter, entreprise: 'Hôtel des Cimes', siret: hotel }]));
      await officer.do(answerAll, { importId: file.id, field: 'holder', from: 'new' });
      await file.apply();
      return { file, partnershipId: (await offers())[0]!.partnershipId! };
    };
    const first = await add();
    expect(await officer.run(({ db }) => db.partnership.findFirstOrThrow({ where: { id: first.partnershipId }, select: { organisationId: true } }))).toEqual({ organisationId: theirs.organisationId });
    await first.file.undo();
    expect(await neighbour.as('officer').run(({ db }) => db.organisation.count({ where: { siret: hotel } }))).toBe(1);
    const second = await add();
    await officer.do(addOffer, { partnershipId: second.partnershipId, kind: 'job', title: 'Nuit' });
    await expect(second.file.undo()).rejects.toThrow(/on a travaillé depuis sur Hôtel des Cimes/);
  });

  test('ce qui est exporté se réimporte sans rien changer ; changé dans le tableau, l’offre change ; l’import s’annule', async () => {
    const { send, inn, officer, offers } = await agency();
    const first = await send(offerFile([{ ...waiter, siret: inn, ref: 'A-1', ville: 'Lourdes', cp: '65100', publics: 'Jeunes ; Femmes' }, { ...waiter, intitule: 'Plonge', siret: inn, ref: 'A-2' }]));
    await first.apply({ state: 'published' });
    await officer.run(({ db }) => db.offer.updateMany({ where: { title: 'Plonge' }, data: { kind: 'apprenticeship', prepares: 'CAP cuisine' } }));
    const exported = async () => officer.run(async (ctx) => {
      const rows: string[][] = [];
      for await (const row of exportOffers(ctx, ['draft', 'published'])) rows.push(row.map((cell) => String(cell ?? '')));
      return rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\n');
    });
    const again = await send(await exported());
    expect(await again.counts()).toMatchObject({ create: 0, complete: 0, unchanged: 2, refused: 0 });
    const changed = await send((await exported()).replace('Service du midi.', 'Service du midi et du soir.').replaceAll('"35"', '"28,5"').replace('CAP cuisine', 'CAP pâtissier'));
    expect(await changed.counts()).toMatchObject({ complete: 2 });
    expect((await changed.items('complete')).flatMap(({ changes }) => changes.map(({ label }) => label))).toContain('Heures par semaine');
    await changed.apply();
    expect((await offers()).map(({ weeklyHours, state }) => [Number(weeklyHours), state])).toEqual([[28.5, 'published'], [28.5, 'published']]);
    expect((await offers()).flatMap(({ prepares }) => prepares ?? [])).toEqual(['CAP pâtissier']);
    expect((await changed.undo()).state).toBe('undone');
    expect((await offers()).map(({ weeklyHours }) => Number(weeklyHours))).toEqual([35, 35]);
  });

  test('mille métiers dans une cellule : vingt sont repris, et on le dit', async () => {
    const { send, offers } = await agency();
    const file = await send(offerFile([{ ...waiter, metier: Array.from({ length: 1000 }, (_, i) => `G${1000 + i}`).join(' ; ') }]));
    expect((await file.items('create')).flatMap(({ notes }) => notes)).toContain('1000 métiers : les vingt premiers sont repris.');
    await file.apply();
    expect((await offers()).map(({ romes }) => romes.length)).toEqual([20]);
  });

  test('les zones se lisent par leur nom, leur numéro ou un code postal, se retrouvent dans l’export, et ce qui n’en est pas une refuse la ligne', async () => {
    const { send, officer, offers } = await agency();
    const workshop = { type: 'atelier', intitule: 'Atelier mobilité', description: 'Deux heures.' };
    const file = await send(offerFile([{ ...workshop, zones: 'Tarbes, 32 ; Occitanie | 65100' }, { ...workshop, intitule: 'Ailleurs', zones: 'Gers, Atlantide' }]));
    expect(await file.counts()).toMatchObject({ create: 1, refused: 1 });
    expect((await file.items('refused'))[0]!.notes.join()).toMatch(/« Atlantide » n’est ni une commune, ni un département, ni une région/);
    await file.apply({ state: 'published' });
    expect((await offers())[0]!.zones).toEqual(expect.arrayContaining(['65440', 'd32', 'r76', '65286']));
    const exported: string[][] = [];
    await officer.run(async (ctx) => {
      for await (const row of exportOffers(ctx, ['published'])) exported.push(row);
    });
    expect(exported[1]![exported[0]!.indexOf('Zones desservies')]).toMatch(/^Tarbes \(65440\) ; Gers \(32\) ; Occitanie \(région 76\) ; .*Lourdes \(65286\)/);
    const again = await send(exported.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\n'));
    expect(await again.counts()).toMatchObject({ create: 0, complete: 0, unchanged: 1, refused: 0 });
  });

  test('une offre en plusieurs lieux : l’export se réimporte tel quel ; une ligne dit lequel, ou reste de côté', async () => {
    const { send, officer, offers } = await agency();
    const { offerId } = await officer.do(addOffer, { kind: 'workshop', title: 'Atelier CV', description: 'Deux heures.', hasOwnPlace: 'oui', commune: 'Tarbes', postcode: '65000' });
    for (const addressLine of ['12 rue Larrey', 'Mairie']) await officer.do(addPlace, { offerId, addressLine, commune: 'Lourdes' });
    const exported: string[][] = [];
    await officer.run(async (ctx) => {
      for await (const row of exportOffers(ctx, ['draft'])) exported.push(row);
    });
    const again = await send(exported.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\n'));
    expect(await again.counts()).toMatchObject({ create: 0, complete: 0, unchanged: 3, refused: 0 });
    const workshop = { type: 'Atelier', intitule: 'Atelier CV', description: 'Trois heures.' };
    const file = await send(offerFile([{ ...workshop, ville: 'Tarbes', cp: '65000' }, { ...workshop, ville: 'Lourdes', cp: '65100' }, workshop]));
    expect(await file.counts()).toMatchObject({ create: 0, complete: 1, refused: 2 });
    expect((await file.items('refused')).every(({ notes }) => notes.join().includes('plusieurs lieux'))).toBe(true);
    await file.apply();
    expect((await offers()).map(({ description, addressLine }) => [description, addressLine]).sort()).toEqual([['Deux heures.', '12 rue Larrey'], ['Deux heures.', 'Mairie'], ['Trois heures.', null]]);
  });

  test('un import s’annule : ce qu’il a ajouté disparaît, de la recherche aussi', async () => {
    const { send, inn, officer, offers } = await agency();
    const file = await send(offerFile([{ ...waiter, siret: inn }, { ...waiter, intitule: 'Plonge' }]));
    await file.apply({ state: 'published' });
    expect(await offers()).toHaveLength(2);
    expect((await file.undo()).state).toBe('undone');
    expect(await offers()).toEqual([]);
    expect(await officer.run(({ db }) => db.$queryRaw`SELECT count(*)::int AS n FROM search.offer_seen WHERE mission_locale_id = app.mission_locale()`)).toEqual([{ n: 0 }]);
  });

  test('deux fois le même fichier : rien en double ; une offre corrigée depuis retient l’annulation', async () => {
    const { send, inn, officer, offers } = await agency();
    const content = offerFile([{ ...waiter, siret: inn }]);
    const first = await send(content);
    await first.apply();
    expect(await (await send(content)).counts()).toMatchObject({ create: 0, unchanged: 1 });
    const [offer] = await offers();
    await officer.do(editOffer, { offerId: offer!.id, version: offer!.version, kind: 'job', title: 'Chef de rang', description: 'Mieux.' });
    await expect(first.undo()).rejects.toThrow(/on a travaillé depuis sur « Chef de rang »/);
  });

  test('un second import, annulé, ne retient plus l’annulation du premier ; appliqué, ou une session ajoutée, si', async () => {
    const { send, inn, officer, offers } = await agency();
    const formation = { ...waiter, type: 'Formation', contrat: '', heures: '', siret: inn, ref: 'F-1' };
    const first = await send(offerFile([formation]));
    await first.apply();
    const second = await send(offerFile([{ ...formation, description: 'Autre chose.', places: '9' }]));
    expect(await second.counts()).toMatchObject({ complete: 1 });
    await second.apply();
    await expect(first.undo()).rejects.toThrow(/on a travaillé depuis sur/);
    expect((await second.undo()).state).toBe('undone');
    const [offer] = await offers();
    expect(offer).toMatchObject({ description: 'Service du midi.', places: 2 });
    await officer.do(addSession, { offerId: offer!.id, startsOn: '2086-01-15', startsAt: '9h', endsAt: '11h', seats: '3' });
    await expect(first.undo()).rejects.toThrow(/on a travaillé depuis sur/);
    const other = await send(offerFile([{ ...formation, ref: 'F-2', intitule: 'Plonge' }]));
    await other.apply();
    const later = await send(offerFile([{ ...formation, ref: 'F-2', intitule: 'Plonge', places: '9' }]));
    await later.apply();
    await expect(other.undo()).rejects.toThrow(/« Plonge »/);
    await later.undo();
    expect((await other.undo()).state).toBe('undone');
    expect((await offers()).map(({ title }) => title)).toEqual([waiter.intitule]);
  });

  test('une autre agence ne voit ni l’import, ni ses lignes', async () => {
    const { send, inn } = await agency();
    const file = await send(offerFile([{ ...waiter, siret: inn }]));
    const other = await missionLocale();
    await expect(other.as('officer').run((ctx) => getImport(ctx, file.id, 'offers'))).rejects.toThrow(/n’existe pas/);
    await expect(other.as('officer').run((ctx) => itemsOfImport(ctx, file.id, 'create', {}))).resolves.toMatchObject({ items: [] });
  });

  test('l’import de partenaires ne s’ouvre pas comme un import d’offres', async () => {
    const { ml, officer } = await agency();
    const partners = await importing(ml, 'Nom;Commune\nGarage;Tarbes');
    await expect(officer.run((ctx) => getImport(ctx, partners.id, 'offers'))).rejects.toThrow(/n’existe pas/);
  });
});
