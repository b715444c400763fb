import { describe, expect, test } from 'vitest';
import { mappingProblems } from './fields';
import { fingerprint, proposedMapping, recogniseColumns } from './recognise-columns';

/** Headers, then the field of each; `-` is a column that is known to be of no use. */
const files: [what: string, headers: string, fields: string][] = [
  ['liste SIAE', 'MESURE;CODE_DEPARTEMENT;CODE_POSTAL;COMMUNE;CODE_NAF2;NATURE_JURIDIQUE;SIRET;DENOMINATION_SOCIALE;NUM_RUE;NOM_RUE;TELEPHONE;MAIL_SIAE', 'kind departement postcode commune nafCode legalForm siret name addressNumber addressLine phone email'],
  ['France services', 'MATRICULE;lib_france_services;FORMAT_FS;ADRESSE;COMPLEMENT_D_ADRESSE;code_postal;lib_com;insee_com;LATITUDE;LONGITUDE;CONTACT_MAIL;TELEPHONE;h_lundi;h_samedi;ITINERANCE', 'externalId name kind addressLine addressComplement postcode commune communeCode latitude longitude email phone hoursMon hoursSat -'],
  ['tableur d’agence, le plus simple', 'Nom;Adresse;CP;Ville;Tél;Mail', 'name addressLine postcode commune phone email'],
  ['tableur d’agence, avec contact', 'Entreprise;SIRET;Adresse;Code postal;Ville;Nom du contact;Prénom du contact;Fonction;Téléphone;Courriel;Observations', 'name siret addressLine postcode commune contactName contactName contactFunction phone email description'],
  ['nom de personne à côté d’un prénom', 'Structure;Nom;Prénom;Fonction;Tel direct;Mail direct', 'name contactName contactName contactFunction contactPhone contactEmail'],
  ['CRM en anglais', 'Account Name;Billing Street;Billing City;Billing Zip;Phone;Website;Industry Code', 'name addressLine commune postcode phone website nafCode'],
  ['contacts en anglais', 'Company;First Name;Last Name;Job Title;Contact Email;Contact Phone;Address Line 1;Address Line 2;Postcode;Town', 'name contactName contactName contactFunction contactEmail contactPhone addressLine addressComplement postcode commune'],
  ['data.inclusion', 'id;siret;rna;nom;commune;code_postal;code_insee;adresse;complement_adresse;longitude;latitude;typologie;telephone;courriel;site_web;presentation_resume;horaires_ouverture;thematiques;date_maj', 'externalId siret - name commune postcode communeCode addressLine addressComplement longitude latitude kind phone email website description openingHours theme -'],
  ['DORA', 'SIRET;Nom de la structure;Type de structure;Adresse;Complément d’adresse;Code postal;Ville;Téléphone;Courriel;Site web;Présentation résumé', 'siret name kind addressLine addressComplement postcode commune phone email website description'],
  ['ancien outil', 'Identifiant;Raison sociale;N° SIRET;Code NAF;Adresse 1;Adresse 2;Code postal;Localité;Téléphone fixe;Téléphone portable;E-mail;Statut juridique', 'externalId name siret nafCode addressLine addressComplement postcode commune phone phone email legalForm'],
  ['Sirene', 'siren;siret;denominationUniteLegale;enseigne1Etablissement;activitePrincipaleEtablissement;numeroVoieEtablissement;typeVoieEtablissement;libelleVoieEtablissement;codePostalEtablissement;libelleCommuneEtablissement;codeCommuneEtablissement', 'siren siret name brandName nafCode addressNumber addressStreetType addressLine postcode commune communeCode'],
  ['adresse en quatre colonnes', 'Dénomination;N° voie;Type de voie;Nom de la voie;Bâtiment;CP;Commune', 'name addressNumber addressStreetType addressLine addressComplement postcode commune'],
  ['coordonnées ensemble', 'Nom de l’organisme;Coordonnées GPS;Sigle;Enseigne', 'name coordinates acronym brandName'],
  ['carte', 'Name;Lat;Lng;URL;Description', 'name latitude longitude website description'],
  ['horaires par jour', 'Libellé;Lundi;Mardi;Mercredi;Jeudi;Vendredi;Samedi;Dimanche', 'name hoursMon hoursTue hoursWed hoursThu hoursFri hoursSat hoursSun'],
  ['matin et après-midi', 'Nom;Lundi matin;Lundi après-midi;Mardi matin;Mardi après-midi', 'name hoursMon hoursMon hoursTue hoursTue'],
  ['suivi des partenaires', 'Partenaire;Typologie;Thématiques;Partenaire depuis le;Étiquettes;Présentation;Horaires d’ouverture', 'name kind theme partnerSince tags description openingHours'],
  ['club d’entreprises', 'Raison sociale / Enseigne;Secteur d’activité;Dirigeant;Portable du contact;Mail du contact;Code APE', 'name description contactName contactPhone contactEmail nafCode'],
  ['étoiles et parenthèses', 'SIRET *;Raison sociale (obligatoire);Code postal *;Ville *;E-mail (facultatif)', 'siret name postcode commune email'],
  ['capitales sans accent', 'RAISON SOCIALE;ADRESSE POSTALE;CODE POSTAL;VILLE;TELEPHONE;ADRESSE MAIL;SITE INTERNET;FORME JURIDIQUE', 'name addressLine postcode commune phone email website legalForm'],
  ['mots collés', 'NumSiret;RaisonSociale;CodePostal;Commune;AdresseMail', 'siret name postcode commune email'],
  ['organismes de formation', 'Nom organisme;Numéro SIRET;Domaines d’intervention;Adresse siège;CP;Ville;Tel standard;Mail générique', 'name siret theme addressLine postcode commune phone email'],
  ['logement', 'Nom de la structure;Type;Adresse complète;Téléphone accueil;Jours et horaires;Contact', 'name kind addressLine phone openingHours contactName'],
  ['établissements de santé', 'Nofinesset;Raison sociale;Complement voie;Numero voie;Type voie;Voie;Lieu dit;Departement;Telephone;Siret', 'externalId name addressComplement addressNumber addressStreetType addressLine addressComplement departement phone siret'],
  ['mairies', 'Code INSEE;Nom commune;Code postal;Adresse mail;Téléphone mairie;Nom de la structure', 'communeCode commune postcode email phone name'],
  ['immersion', 'SIRET;Nom de l’entreprise;Adresse de l’entreprise;NAF;Nom du tuteur;Email du contact;Téléphone du contact', 'siret name addressLine nafCode contactName contactEmail contactPhone'],
  ['mécénat', 'Société;Nom prénom;Fonction;Mail;Portable;Ville;Mots clés', 'name contactName contactFunction email phone commune tags'],
  ['anglais, organisation', 'Organization Name;Category;Street Address;City;Zip Code;Email Address;Phone Number;Opening Hours;Tags', 'name kind addressLine commune postcode email phone openingHours tags'],
  ['points et tirets', 'raison.sociale;code-postal;tel.fixe;e-mail;forme_juridique', 'name postcode phone email legalForm'],
];

test.each(files)('%s : toutes les colonnes sont reconnues', (_, headers, fields) => {
  const found = recogniseColumns(headers.split(';')).map(({ field }) => (field === 'ignored' ? '-' : field));
  expect(found.join(' ')).toBe(fields);
});

test('au moins vingt-cinq fichiers sont dans la table', () => {
  expect(files.length).toBeGreaterThanOrEqual(25);
});

describe('les valeurs aident', () => {
  const column = (header: string, values: string[]) => recogniseColumns([header], values.map((value) => [value]))[0]!;
  const sirets = ['41071771400035', '343 560 405 00023', '53069516200012'];

  test('un titre qui ne dit rien est reconnu à ses valeurs, sans être sûr', () => {
    expect(column('Colonne A', sirets)).toMatchObject({ field: 'siret', confidence: 'likely' });
    expect(column('zzz', ['a@b.example', 'c@d.example'])).toMatchObject({ field: 'email', confidence: 'likely' });
    expect(column('zzz', ['05 36 49 12 08', '0536491209'])).toMatchObject({ field: 'phone', confidence: 'likely' });
    expect(column('zzz', ['65000', '31000', '1000'])).toMatchObject({ field: 'postcode', confidence: 'likely' });
    expect(column('zzz', ['78.20Z', '9499Z'])).toMatchObject({ field: 'nafCode', confidence: 'likely' });
    expect(column('zzz', ['43.23,0.07', '48,85 ; 2,35'])).toMatchObject({ field: 'coordinates', confidence: 'likely' });
    expect(column('zzz', ['bleu', 'vert'])).toMatchObject({ field: 'ignored', confidence: 'unknown', examples: ['bleu', 'vert'] });
  });

  test('un titre que ses valeurs démentent n’est pas cru', () => {
    expect(column('SIRET', ['a@b.example', 'c@d.example'])).toMatchObject({ field: 'email', confidence: 'likely' });
    expect(column('Code postal', ['Tarbes', 'Lourdes'])).toMatchObject({ field: 'postcode', confidence: 'unknown' });
    expect(column('Commune', ['65000', '65100'])).toMatchObject({ field: 'postcode', confidence: 'likely' });
    expect(column('Contact', ['a@b.example', 'c@d.example'])).toMatchObject({ field: 'contactEmail' });
  });

  test('« Label » reste une étiquette quand il en nomme, et se demande quand il dit oui ou non', () => {
    expect(column('Label', ['Handi-accueil', 'RSE'])).toMatchObject({ field: 'tags', confidence: 'sure' });
    expect(column('Label', ['oui', 'non'])).toMatchObject({ field: 'hasYouthLabel', confidence: 'unknown' });
    expect(column('Label « Je m’engage pour la jeunesse »', ['oui', ''])).toMatchObject({ field: 'hasYouthLabel', confidence: 'sure' });
  });

  test('un titre sûr avec des valeurs justes, ou une colonne vide, reste sûr', () => {
    expect(column('SIRET', [...sirets, 'en cours', ''])).toMatchObject({ field: 'siret', confidence: 'sure' });
    expect(column('Téléphone', ['', ''])).toMatchObject({ field: 'phone', confidence: 'sure' });
  });

  test('de deux colonnes pour un champ, la meilleure le garde et l’autre le dit', () => {
    const same = recogniseColumns(['COMMUNE', 'LIB_COM'], [['TARBES', 'Tarbes'], ['IBOS', 'Ibos']]);
    expect(same).toMatchObject([{ field: 'commune', confidence: 'sure' }, { field: 'ignored', confidence: 'sure', why: expect.stringMatching(/Dit la même chose que « COMMUNE »/) }]);
    const other = recogniseColumns(['Commune', 'Ville'], [['TARBES', 'Paris'], ['', 'Lyon']]);
    expect(other).toMatchObject([{ field: 'ignored', confidence: 'unknown' }, { field: 'commune', confidence: 'sure' }]);
  });
});

test('le choix proposé est utilisable, et ce qui l’empêche se dit', () => {
  const columns = recogniseColumns(['Nom', 'SIRET', 'zzz']);
  expect(proposedMapping(columns)).toEqual([{ column: 0, header: 'Nom', field: 'name' }, { column: 1, header: 'SIRET', field: 'siret' }]);
  expect(mappingProblems(proposedMapping(columns))).toEqual([]);
  expect(mappingProblems([{ column: 0, header: 'A', field: 'siret' }, { column: 1, header: 'B', field: 'siret' }])).toEqual([
    expect.stringMatching(/« SIRET » est donné par 2 colonnes \(« A », « B »\)/),
    expect.stringMatching(/Aucune colonne ne donne le nom/),
  ]);
});

test('l’empreinte reconnaît la même forme de fichier', () => {
  expect(fingerprint(['Nom', 'Code_Postal', 'N° SIRET'])).toBe(fingerprint(['NOM', 'code postal', 'n°siret']));
  expect(fingerprint(['Nom', 'CP'])).not.toBe(fingerprint(['CP', 'Nom']));
});
