import { beforeAll, describe, expect, test } from 'vitest';
import { addContact } from '~/domain/contact/add-contact.server';
import { addOffer } from '~/domain/offer/add-offer.server';
import { moveOffer } from '~/domain/offer/move-offer.server';
import { movePartnership } from '~/domain/partnership/move-partnership.server';
import { searchEverything } from '~/domain/search/search-everything.server';
import { suggest } from '~/domain/search/suggest.server';
import { withTrace } from '~/server/log.server';
import { missionLocale, regionalReader, type acting } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { learnWords, partners } from '../partner-list/some-partners';

useDatabase();

type Agency = Awaited<ReturnType<typeof missionLocale>>;
let [ours, theirs, far]: Agency[] = [];
type Who = ReturnType<typeof acting>;

/** A partner of the agency with a person and two offers: one for the agency alone, one for its region. */
async function liveWith(agency: Agency, { name, lastName, title }: { name: string; lastName: string; title: string }) {
  const officer = agency.as('officer');
  const [partnershipId] = await partners(agency, [{ name, postcode: '65000', commune: 'Tarbes', phone: '05 36 49 12 08', nafCode: '45.20A' }]);
  await officer.do(addContact, { partnershipId: partnershipId!, firstName: 'Solène', lastName, jobTitle: 'cheffe d’atelier', phone: '06 39 98 12 34', email: `s.${lastName.toLowerCase()}@exemple.example` });
  for (const audience of ['agency', 'region'] as const) {
    const { offerId } = await officer.do(addOffer, { kind: 'job', title: `${title} ${audience === 'agency' ? 'privée' : 'partagée'}`, description: 'À lire.', partnershipId, romes: ['I1604'], audience });
    await officer.do(moveOffer, { offerId, verb: 'publish' });
  }
  return partnershipId!;
}

beforeAll(async () => {
  [ours, theirs, far] = [await missionLocale(), await missionLocale(), await missionLocale({ regionCode: '24', departementCode: '18' })];
  await liveWith(ours!, { name: 'Garage des Œillets', lastName: 'Castabère', title: 'Mécanique aux Œillets' });
  await liveWith(theirs!, { name: 'Garage du Secret', lastName: 'Mystère', title: 'Mécanique secrète' });
  const archived = await liveWith(ours!, { name: 'Garage Fermé', lastName: 'Disparue', title: 'Mécanique ancienne' });
  await ours!.as('officer').do(movePartnership, { partnershipId: archived, verb: 'archive' } as never);
  await learnWords();
});

const counsellor = () => ours!.as('counsellor');
/** Every name that a suggestion or the page tells, of whatever kind. */
const suggested = async (typed: string, who: Who = counsellor()) => {
  const { partners: found, offers, contacts } = await who.do(suggest, typed);
  return [...found.map(({ name }) => name), ...offers.map(({ title }) => title), ...contacts.map(({ name }) => name)];
};
const everything = async (typed: string, who: Who = counsellor()) => {
  const found = await who.do(searchEverything, typed);
  return found ? [...found.partners.rows.map(({ name }) => name), ...(found.offers?.rows ?? []).map(({ title }) => title), ...(found.contacts?.rows ?? []).map(({ name }) => name)] : null;
};

describe('une seule case pour tout', () => {
  test.each([
    ['oeillets', ['Garage des Œillets', 'Mécanique aux Œillets partagée', 'Mécanique aux Œillets privée']],
    ['ŒILLETS', ['Garage des Œillets', 'Mécanique aux Œillets partagée', 'Mécanique aux Œillets privée']],
    ['casta', ['Solène Castabère']],
    ['solene castabere', ['Solène Castabère']],
    ['chef atelier casta', ['Solène Castabère']], // the beginning of what she does
    ['s.castabère@exemple', ['Solène Castabère']],
    ['06 39 98 12 34', ['Garage des Œillets', 'Solène Castabère']],
    ['+33639981234', ['Garage des Œillets', 'Solène Castabère']],
  ])('« %s » propose, puis montre %j', async (typed, expected) => {
    expect((await suggested(typed)).sort()).toEqual(expected);
    expect((await everything(typed))!.sort()).toEqual(expected);
  });

  test('un mot du métier trouve l’entreprise et ses offres ; ce qui est partagé par la région aussi, pas le reste', async () => {
    expect((await everything('mecanicienne'))!.sort()).toEqual(['Garage des Œillets', 'Mécanique aux Œillets partagée', 'Mécanique aux Œillets privée', 'Mécanique secrète partagée']);
  });

  test('la page pardonne une faute et dit le compte de chaque liste, comme les listes elles-mêmes', async () => {
    const found = await counsellor().do(searchEverything, 'oeuillets');
    expect([found!.partners.total, found!.partners.corrected, found!.offers!.total]).toEqual([1, 'oeillets', 2]);
  });

  test('un chemin dans la phrase est pour les offres ; les partenaires se cherchent par les autres mots', async () => {
    const found = await counsellor().do(searchEverything, 'mecanique tarbes 30 min en bus');
    expect(found!.offers!.place?.name).toBe('Tarbes');
    expect(found!.offers!.filters).toMatchObject({ minutes: 30, moyen: 'bus', commune: '65440' });
    expect(found!.partners.rows.map(({ name }) => name)).toEqual(['Garage des Œillets']);
  });

  test('une personne partie vient en dernier et le dit ; le nom exact vient d’abord', async () => {
    const officer = ours!.as('officer');
    const [partnershipId] = await partners(ours!, [{ name: 'Atelier des Noms', postcode: '65100', commune: 'Lourdes' }]);
    for (const lastName of ['Abadielle-Roux', 'Abadielle']) await officer.do(addContact, { partnershipId: partnershipId!, firstName: 'Zoé', lastName });
    await officer.run(({ db }) => db.contact.updateMany({ where: { lastName: 'Abadielle' }, data: { leftAt: new Date() } }));
    await officer.do(addContact, { partnershipId: partnershipId!, firstName: 'Ana', lastName: 'Abadielle' });
    const { contacts } = await counsellor().do(suggest, 'abadielle');
    expect(contacts.map(({ name, hasLeft }) => [name, hasLeft])).toEqual([['Ana Abadielle', false], ['Zoé Abadielle-Roux', false], ['Zoé Abadielle', true]]);
  });
});

describe('ce que vit une autre agence ne se devine pas', () => {
  const spellings = ['Garage du Secret', 'garage secret', 'secret', 'secre', 'SECRET', 'secrett', 'mystere', 'Mystère', 'myst', 'solene mystere', 's.mystere@exemple.example', 'mystere@', 'mecanique secrete', 'mecanique secrete privee', 'privee', '06 39 98 12 34', '0639981234', '+33 6 39 98 12 34', '05 36 49 12 08', '98 12 34', "secret' OR '1'='1", 'secret:*', 'se%', 'secret | garage'];
  const isTheirs = /Secret|Mystère|secrète privée/;
  test.each(spellings)('« %s »', async (typed) => {
    for (const tell of [suggested, everything]) {
      expect(((await tell(typed)) ?? []).filter((name) => isTheirs.test(name))).toEqual([]);
      // Another region does not see what is shared with this one either.
      expect(((await tell(typed, far!.as('officer'))) ?? []).filter((name) => /Garage|Mécanique|Solène/.test(name))).toEqual([]);
    }
  });
  test('et l’agence elle-même les trouve, sinon le reste ne prouverait rien', async () => {
    expect(await suggested('secret', theirs!.as('counsellor'))).toContain('Garage du Secret');
    expect(await suggested('mystere', theirs!.as('counsellor'))).toEqual(['Solène Mystère']);
    expect(await everything('mecanique secrete', theirs!.as('counsellor'))).toEqual(expect.arrayContaining(['Mécanique secrète privée']));
  });
  test('une région lit les partenaires et les offres de ses agences, jamais les personnes, même par leur téléphone', async () => {
    const region = regionalReader('76');
    expect(await everything('garage', region)).toEqual(expect.arrayContaining(['Garage des Œillets', 'Garage du Secret']));
    for (const typed of ['mystere', 'solene', 'castabere', '06 39 98 12 34']) for (const tell of [suggested, everything]) expect(await tell(typed, region), typed).toEqual([]);
  });
  test('un partenaire archivé, ses offres et ses personnes n’y sont plus', async () => {
    for (const typed of ['garage ferme', 'disparue', 'mecanique ancienne']) expect((await suggested(typed)).filter((name) => /Fermé|Disparue|ancienne/.test(name))).toEqual([]);
  });
});

test.each(['', ' ', '\u0000', '🙂', '& | ! ( ) : * <->', "''", '"', '%_\\', '-- ;'])('de « %s » il n’y a rien à chercher', async (typed) => {
  expect(await suggested(typed)).toEqual([]);
  expect(await everything(typed)).toBeNull();
});
test.each(['a', 'é', '1', 'a'.repeat(2000), 'ab '.repeat(700), "d'", "o'", 'garage & !oeillets', '"garage des oeillets"', '99999999999999999999', `${'('.repeat(50)}garage`])('« %.30s » a une réponse, sans erreur', async (typed) => {
  expect(await suggested(typed)).toBeInstanceOf(Array);
  expect(await everything(typed)).toBeInstanceOf(Array);
});

describe('un nombre fixe de requêtes', () => {
  const counted = async (work: (who: Who) => Promise<unknown>) => {
    const queries = async (run: () => Promise<unknown>) => {
      const trace = { requestId: 'x', queries: 0 };
      await withTrace(trace, run);
      return trace.queries;
    };
    return (await queries(() => work(counsellor()))) - (await queries(() => counsellor().run(async () => null)));
  };
  test('pendant que l’on tape : quatre au plus, qu’il y ait beaucoup à trouver ou rien', async () => {
    for (const [typed, most] of [['garage', 4], ['mecanique oeillets tarbes', 4], ['zzzzz', 4], ['06 39 98 12 34', 2]] as const) expect(await counted((who) => who.do(suggest, typed)), typed).toBe(most);
  });
  test('la page : les deux listes et les personnes', async () => {
    await partners(ours!, Array.from({ length: 12 }, (_, i) => ({ name: `Garage numéro ${i}`, postcode: '65000', commune: 'Tarbes' })));
    const count = (typed: string) => counted((who) => who.do(searchEverything, typed));
    // The values, what is known of the words and the page of partners, the page of offers, the people.
    expect(await count('garage')).toBe(5);
    // Nearest spellings, read once, then whether the words as they are find something; the town of a way and what is reached from it.
    expect([await count('zzzzz'), await count('oeuillets'), await count('mecanique tarbes 30 min en bus')]).toEqual([6, 7, 7]);
  });
});
