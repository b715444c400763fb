import { offerScenarios, type OfferSamples } from './offer-scenarios';

/** What people ask of the list at the network's size. `address(n)` varies, so that nothing is measured from one warm row. `target`: milliseconds, for one person. `anew`: someone has just changed a partner, nothing kept may serve. */
export type Scenario = { name: string; routeIds: string[]; address: (n: number) => string; params?: (n: number) => Record<string, string>; target?: number; anew?: true };

export type Samples = OfferSamples & { ids: string[]; words: string[]; typos: string[]; sirets: string[]; communes: string[]; departements: string[]; officers: string[]; kinds: string[]; nextPages: string[]; /** Records as the rows of lists lead to them, with the list and the place in it. */ walks: string[]; /** The partner with 2,000 exchanges, for a reader who may read them. */ talkative: string | null };

const list = ['routes/staff/partners/list'];
const at = <T>(values: readonly T[], n: number): T => values[n % values.length]!;
const query = (params: Record<string, string>) => `/partenaires?${new URLSearchParams(params)}`;
export const themes = ['emploi', 'formation', 'logement', 'sante', 'mobilite'];
const forms = ['immersion', 'stage', 'emploi', 'visite'];
/** Words that thousands of names, kinds and trades hold. */
export const common = ['association', 'entreprise', 'restaurant', 'mairie', 'formation', 'centre', 'insertion', 'maison'];
/** One word that nothing holds, one that some things hold and not with the others, and three at once. */
export const tooMany = ['zanzibar', 'lyon', 'zanzibar cdi lyon'];
const stages = ['prospect', 'active', 'dormant', 'ended'];

export function scenarios(s: Samples): Scenario[] {
  return [
    { name: 'page vide (même processus)', routeIds: [], address: () => '/accessibilite' },
    { name: 'liste, première page', routeIds: list, address: () => '/partenaires', target: 50 },
    { name: 'liste, pages suivantes', routeIds: list, address: (n) => at(s.nextPages, n), target: 50 },
    { name: 'filtre typologie + thématique', routeIds: list, address: (n) => query({ typologie: at(s.kinds, n), thematique: at(themes, n) }), target: 50 },
    { name: 'filtre étape + référent·e', routeIds: list, address: (n) => query({ etape: at(stages, n), referent: at(s.officers, n) }), target: 50 },
    { name: 'filtre département', routeIds: list, address: (n) => query({ departement: at(s.departements, n) }), target: 50 },
    { name: 'texte, deux mots', routeIds: list, address: (n) => query({ q: at(s.words, n) }), target: 50 },
    { name: 'texte, une faute', routeIds: list, address: (n) => query({ q: at(s.typos, n) }), target: 50 },
    { name: 'texte, mot courant', routeIds: list, address: (n) => query({ q: at(common, n) }), target: 50 },
    { name: 'texte, un mot de trop', routeIds: list, address: (n) => query({ q: `${at(s.words, n)} ${at(tooMany, n)}` }), target: 100 },
    { name: 'SIRET', routeIds: list, address: (n) => query({ q: at(s.sirets, n) }), target: 50 },
    { name: 'rayon 30 km, par distance', routeIds: list, address: (n) => query({ commune: at(s.communes, n), rayon: '30', tri: 'distance' }), target: 50 },
    { name: 'filtre de la matrice (immersion, mécanique, mai)', routeIds: list, address: () => query({ forme: 'immersion', mois: '5', metier: 'I16' }), target: 50 },
    { name: 'filtre de la matrice (formes, niveaux, mois)', routeIds: list, address: (n) => query({ forme: at(forms, n), niveau: at(['to_explore', 'tried', 'regular'], n), mois: String(1 + (n % 12)) }), target: 50 },
    { name: 'matrice', routeIds: ['routes/staff/partners/matrix'], address: (n) => at(['/partenaires/matrice', `/partenaires/matrice?forme=${at(forms, n)}`], n), target: 50 },
    { name: 'tableau des étapes', routeIds: ['routes/staff/partners/board'], address: (n) => at(['/partenaires/etapes', `/partenaires/etapes?thematique=${at(themes, n)}`], n), target: 50 },
    { name: 'fiche, dans une liste', routeIds: ['routes/staff/partners/record', 'routes/staff/partners/overview'], address: (n) => at(s.walks, n), params: (n) => ({ partnerId: /^\/partenaires\/([^?]+)/.exec(at(s.walks, n))?.[1] ?? '' }), target: 50 },
    { name: 'accueil', routeIds: ['routes/staff/home'], address: () => '/', target: 100 },
    { name: 'compteurs des filtres, déjà comptés', routeIds: ['routes/staff/partners/facets'], address: (n) => `/partenaires/compteurs?thematique=${at(themes, n)}`, target: 50 },
    { name: 'compteurs des filtres, à compter', routeIds: ['routes/staff/partners/facets'], address: () => '/partenaires/compteurs', target: 50, anew: true },
    { name: 'compteurs, deux filtres choisis, à compter', routeIds: ['routes/staff/partners/facets'], address: (n) => `/partenaires/compteurs?typologie=${at(s.kinds, n)}&thematique=${at(themes, n)}`, target: 50, anew: true },
    ...(s.talkative ? [{ name: 'échanges d’un partenaire (2 000)', routeIds: ['routes/staff/partners/record', 'routes/staff/partners/exchanges'], address: (n: number) => `/partenaires/${s.talkative}/echanges${at(['', '?type=appel', '?mots=printemps', '?type=visite&mots=recontacter'], n)}`, params: () => ({ partnerId: s.talkative ?? '' }), target: 50 }] : []),
    { name: 'fiche', routeIds: ['routes/staff/partners/record', 'routes/staff/partners/overview'], address: (n) => `/partenaires/${at(s.ids, n)}`, params: (n) => ({ partnerId: at(s.ids, n) }) },
    ...offerScenarios(s),
  ];
}
