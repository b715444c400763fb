import type { Role } from '~/access/permissions';

/**
 * The people of the demonstration: invented names, addresses of a domain that cannot exist (RFC 2606), telephones of the
 * ranges that Arcep keeps for fiction. One password for all: these accounts open nothing but the demonstration, and
 * production refuses to start where they exist.
 */
export const demoPassword = 'bergeries-du-val-2026';

export type DemoPerson = { key: string; firstName: string; lastName: string; role: Role; site?: string; phone?: string; /** Days since the last visit. */ seen?: number; invited?: true; left?: true };

export const demoAgencies = {
  adour: {
    name: 'Mission Locale du Val d’Adour', departementCode: '65', phone: '+33536490010', email: 'accueil@val-adour.example', website: 'https://val-adour.example',
    addressLine: '12 rue des Tilleuls', postcode: '65000', communeCode: '65440',
    sites: [
      { key: 'tarbes', name: 'Tarbes', addressLine: '12 rue des Tilleuls', postcode: '65000', communeCode: '65440', phone: '+33536490010', isMain: true },
      { key: 'lourdes', name: 'Lourdes', addressLine: '5 avenue du Moulin', postcode: '65100', communeCode: '65286', phone: '+33536490020' },
      { key: 'lannemezan', name: 'Lannemezan', addressLine: '28 place du Marché', postcode: '65300', communeCode: '65258', phone: '+33536490030' },
      { key: 'bagneres', name: 'Bagnères-de-Bigorre', addressLine: '3 allée des Thermes', postcode: '65200', communeCode: '65059', phone: '+33536490040' },
    ],
    people: [
      { key: 'claire', firstName: 'Claire', lastName: 'Sarrat', role: 'admin', site: 'tarbes', phone: '+33536490011', seen: 0 },
      { key: 'bruno', firstName: 'Bruno', lastName: 'Castéra', role: 'manager', site: 'tarbes', phone: '+33536490012', seen: 2 },
      { key: 'nadia', firstName: 'Nadia', lastName: 'Benhamou', role: 'officer', site: 'tarbes', phone: '+33639980101', seen: 0 },
      { key: 'julien', firstName: 'Julien', lastName: 'Abadie', role: 'officer', site: 'lourdes', phone: '+33639980102', seen: 1 },
      { key: 'maite', firstName: 'Maïté', lastName: 'Lacoste', role: 'officer', site: 'lannemezan', phone: '+33639980103', seen: 0 },
      { key: 'sophie', firstName: 'Sophie', lastName: 'Ducasse', role: 'counsellor', site: 'tarbes', seen: 0 },
      { key: 'karim', firstName: 'Karim', lastName: 'Ferhat', role: 'counsellor', site: 'lourdes', seen: 3 },
      { key: 'elodie', firstName: 'Élodie', lastName: 'Pujol', role: 'counsellor', site: 'lannemezan', seen: 6 },
      { key: 'thomas', firstName: 'Thomas', lastName: 'Vignaux', role: 'counsellor', site: 'bagneres', invited: true },
      { key: 'odile', firstName: 'Odile', lastName: 'Marquet', role: 'officer', site: 'tarbes', left: true },
    ],
  },
  gascogne: {
    name: 'Mission Locale des Coteaux de Gascogne', departementCode: '32', phone: '+33536490050', email: 'accueil@coteaux-gascogne.example', website: 'https://coteaux-gascogne.example',
    addressLine: '7 rue des Remparts', postcode: '32300', communeCode: '32256',
    sites: [
      { key: 'mirande', name: 'Mirande', addressLine: '7 rue des Remparts', postcode: '32300', communeCode: '32256', phone: '+33536490050', isMain: true },
      { key: 'auch', name: 'Auch', addressLine: '40 avenue des Chênes', postcode: '32000', communeCode: '32013', phone: '+33536490051' },
    ],
    people: [
      { key: 'pascale', firstName: 'Pascale', lastName: 'Dupouy', role: 'admin', site: 'mirande', seen: 4 },
      { key: 'yannick', firstName: 'Yannick', lastName: 'Laborde', role: 'officer', site: 'mirande', seen: 0 },
      { key: 'ines', firstName: 'Inès', lastName: 'Caubet', role: 'counsellor', site: 'auch', seen: 1 },
    ],
  },
} as const satisfies Record<string, DemoAgency>;

export type DemoAgency = {
  name: string; departementCode: string; phone: string; email: string; website: string; addressLine: string; postcode: string; communeCode: string;
  sites: readonly { key: string; name: string; addressLine: string; postcode: string; communeCode: string; phone: string; isMain?: true }[];
  people: readonly DemoPerson[];
};

export const demoRegional: DemoPerson = { key: 'agnes', firstName: 'Agnès', lastName: 'Roumégas', role: 'regional', seen: 5 };
export const demoPlatform: DemoPerson = { key: 'plateforme', firstName: 'Alix', lastName: 'Martel', role: 'platformAdmin', seen: 9 };
export const demoPartner: DemoPerson = { key: 'partenaire', firstName: 'Pierre', lastName: 'Lafitte', role: 'partnerAdmin', seen: 12 };

/** `nadia.benhamou@maillage.example` */
export const emailOf = ({ firstName, lastName }: Pick<DemoPerson, 'firstName' | 'lastName'>) =>
  `${bare(firstName)}.${bare(lastName)}@maillage.example`;

const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z]/g, '');
