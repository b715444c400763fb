const list = (text: string) => new Set(text.trim().split(/\s+/));

/** Legal forms that stand before or after a name; the word after one begins the name. */
export const legalForms = list('SARL SAS SASU EURL SCOP SCIC SNC SA SCI SCA SCS EARL GAEC SELARL SCM SCP GIE GIP EPL EPIC EPCC SEM SPL SIVOM SIVU PETR SCEA');

/** Acronyms that a reader expects in capitals. */
export const acronyms = list(`
  ACI AI EI ETTI EITI SIAE IAE EBS EA ESAT EATT GEIQ CCAS CIAS ADMR UDAF UNA ADAPEI APEI UNAPEI APF APAJH ADSEA ADPEP PEP CAF CPAM MSA CARSAT CNAM MDPH PMI ASE PJJ SPIP DDETS DREETS DRAC ARS
  CFA CFPPA MFR GRETA AFPA AFPI IFAC IFSI INFREP CNED CIDJ CIO CRIJ BIJ PIJ CIDFF CPIE CIVAM AMAP FJT CHRS CADA CLLAJ ALT EHPAD SSIAD SESSAD IME ITEP SAVS CMP CSAPA CAARUD CHU CHR PAEJ
  MJC MPT CSC FCPE PTA ADIE BGE ADIL ADIM PACT SOLIHA CAUE ANAH OPH OPAC HLM USH SOS SPA SPF ATD BTP TP TPE PME ETP EPI SAV VTC TAD SNCF RATP EDF GDF ENGIE UIMM FFB CAPEB CPME MEDEF CMA CCI FNTP OPCO AKTO
  CC CA CU EPCI DDT DGFIP SDIS SMICTOM SICTOM SIRTOM SYDED SIEL URSSAF UFCV UFOLEP CEMEA LEA FOL FRMJC ADEF AFEV AGEFIPH ADAPT LGBT DIY USA UE IDF PACA DOM TOM TLC RH QSE ZA ZI ZAC RN RD
  CNIM AJR ADSI ASBL ONG VIH IUT INSA ENSA EPIDE E2C RSMA SMA CRF CROUS BTS LEP LPA EREA MGEN MAIF MACIF MATMUT AG2R FSE DLA ESS CRESS PTCE UTOPI RERS SEL ADER NQT ANPAA APSV ADAGE
`);

/** Words of two or three letters that are ordinary words: anything else that short stays in capitals, as an acronym would. */
export const shortWords = list(`
  ami art arc bac bas bel bio bon bus but cap car ciel cle clos col coq cri dax dix don duo eau eco est eve feu fil fin foi fou gre gens geo haut ici ile inn job joie jeu jus lac lai lien lin lit loi lot lys mai mas mer
  mie mob moi mon mur nef neo net nez nid nil nom non nord nos oie oui ouf our pain pas pau pin plus pop port pot pre pro puy que qui rat riz rhin roi rue sac sec sel ses sept six soi sol son sud sur tarn tel tes the
  toi toit ton top tot tour tri tous tout trio tub une uni var val vin vie vis vue zen zoo ain aix albi auch aude caen cher dax eure gard gers gap jura laon lens lille lyon metz nice oise orne foix pont sens toul tulle vire
  aid agir air alp amo bois cote duc est fer gaz gel hop lav mad nez non oui pie pli ras rem res ria sao soc sou tac tic toc toy ven via voi
  or os go co si il je tu me te se ma ta nos vos
`);

/** Small words in lower case inside a name. */
export const smallWords = list('de du des la le les et en à aux au sur sous pour par dans chez avec contre entre vers ou un une son sa que qui lès lez');

/** After a legal form or "Association", these still lean on it: Association de la Meuse, Association pour l’Insertion. */
export const leaningWords = list('de du des d pour et contre');

/** Abbreviations that have one meaning: word → full word (bare lower case, spelled later). */
export const abbreviations = new Map<string, string>([
  ['assoc', 'association'], ['ass', 'association'], ['assocation', 'association'], ['associat', 'association'],
  ['ctre', 'centre'], ['ctr', 'centre'], ['ets', 'etablissements'], ['etabl', 'etablissement'], ['synd', 'syndicat'], ['gpt', 'groupement'], ['gpement', 'groupement'],
  ['lyc', 'lycee'], ['univ', 'universite'], ['fed', 'federation'], ['asso', 'association'], ['interm', 'intermediaire'], ['intermed', 'intermediaire'],
  ['deptal', 'departemental'], ['st', 'saint'], ['sts', 'saints'], ['stes', 'saintes'],
]);

/** Groups of words with one full form; the key and the value are bare and lower case, tried on whole words, longest first. */
export const phrases: readonly (readonly [from: string, to: string])[] = [
  ['ctre com action sociale', "centre communal d'action sociale"],
  ['ctre com action social', "centre communal d'action sociale"],
  ['ctre intercom action sociale', "centre intercommunal d'action sociale"],
  ['ctre com d action sociale', "centre communal d'action sociale"],
  ["ctre com d'action sociale", "centre communal d'action sociale"],
  ["communaute d'agglo", "communaute d'agglomeration"],
  ['communaute d agglo', "communaute d'agglomeration"],
  ['communaute de com', 'communaute de communes'],
  ['com de com', 'communaute de communes'],
  ['com d agglo', "communaute d'agglomeration"],
  ['ctre intercom action social', "centre intercommunal d'action sociale"],
  ['com com', 'communaute de communes'],
  ['conseil dep', 'conseil departemental'],
  ['ass dep', 'association departementale'],
  ['assoc dep', 'association departementale'],
  ['association dep', 'association departementale'],
  ['union dep', 'union departementale'],
  ['federation dep', 'federation departementale'],
  ['fed dep', 'federation departementale'],
  ['comite dep', 'comite departemental'],
  ['insertion prof', 'insertion professionnelle'],
  ['formation prof', 'formation professionnelle'],
  ['lycee prof', 'lycee professionnel'],
  ['cote d azur', "côte d'azur"],
  ["cote d'azur", "côte d'azur"],
  ['cote d or', "côte d'or"],
  ["cote d'or", "côte d'or"],
  ['cotes d armor', "côtes d'armor"],
  ["cotes d'armor", "côtes d'armor"],
  ['cote basque', 'côte basque'],
  ['cote d opale', "côte d'opale"],
  ["cote d'opale", "côte d'opale"],
  ['cote vermeille', 'côte vermeille'],
];

/** Women saints, to tell STE for Sainte from STE for Société. */
export const womenSaints = list('MARIE ANNE CATHERINE THERESE CLAIRE MARGUERITE AGNES GENEVIEVE BARBE CECILE LUCIE MADELEINE MARTHE COLOMBE FOY SUZANNE ROSE RITA ODILE SOPHIE ELISABETH HELENE JEANNE BERNADETTE MAURE MENEHOULD EULALIE CROIX LUCE HERMINE SUZANNE FLORINE EUGENIE VICTOIRE TULLE LIVRADE MAXIME RADEGONDE');

/** Roman numerals that are no word. */
export const romanNumerals = list('II III IV VI VII VIII IX XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII XXIII XXIV');
