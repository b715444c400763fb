/**
 * Words that have one spelling only in names of organisations and streets, with their accents. A word that could be two
 * (MARCHE, PECHE, COTE, ETE, AGE) or a family name is left out: an accent is restored, never guessed.
 */
const words = `
accès accélérateur actualité adaptée adaptées aérodrome aéroport agréé agréée agréées aînés aîné allée allées aménagement aménagements
américain américaine années antiquité apéro après arrêt artère atelier-école athlétisme aînée
bâti bâtie bâtiment bâtiments bâtir bâtisseur bâtisseurs bébé bébés belvédère bénéfice bénéfices bénévolat bénévole bénévoles bétail béton bibliothèque bohème boulangère bûcheron bûcherons
café cafés cafétéria câlin caméléon canapé caractère célébration célèbre célibataires céréales céramique cérémonie château châteaux châtaignier châtaigniers chaîne chaînes chêne chênes
chômage chômeur chômeurs chômeuse chômeuses cinéma cité cités citoyenneté clé clés clôture clôtures collège collèges colonnade coloré comédie comité comités commémoration compétence compétences complément complémentaire
comptabilité confédération confédéral conférence conférences congrès contrôle contrôles coopérateur coopérateurs coopération coopérative coopératives coopératif créa créateur créateurs créatif créatifs création créations créative créatives créativité créer crèche crèches crème crémerie créneau créneaux
débarras débroussaillage décennie déchet déchets déchèterie déchetterie déclic découverte découvertes décor décoration défense défi défis défricheurs dégustation délégation démarche démarches démarrage déménagement déménagements démocratie démocratique démolition démontage dépann dépannage départ départemental départementale départementales départementaux département départements dépendance dépollution dépôt dépôts désinfection développement développeur diététique différence différences diocésain diocèse
échange échanges échappée échelle échelles écho échos éclair école écoles écolier écologie écologique écologiste économe économie économies économique économiques écoute écran écrit écriture écrivains écureuil écuries éditeur édition éditions éducateur éducateurs éducatif éducatifs éducation éducative éducatives égalité église élan électricité électrique électro élevage élèves émancipation émeraude émergence énergie énergies énergétique énergétiques enquête entraînement épanouissement épargne épi épicerie épiceries épicier époque équilibre équipe équipement équipements équipes équitable équitables équité équitation équestre érable espérance espéranto état étang étangs étape étapes éthique étincelle étoile étoiles étranger étrangers étude études étudiant étudiante étudiants évasion éveil événement événements événementiel évolution évènement évènements
façade façades façon fédéral fédérale fédération fédérations féminin féminine fenêtre fête fêtes fidèle fidélité forêt forêts forestière forestières fraternité frère frères frontière frontières fruitière
génération générations général générale généraliste généraux générosité génie géothermie gérontologie gîte gîtes goût goûts goéland gré grâce grève guérison
hébergement hébergements hélicoptère héritage hérisson hérissons héros hêtre hêtres hôpital hôpitaux hospitalité hôte hôtel hôtels hôtelier hôtelière hôtellerie humanité humanitaire hygiène
idéal idée idées identité île îles îlot îlots immédiat inadaptés indépendance indépendant indépendante indépendants indépendantes ingénierie ingénieur ingénieurs intégral intégrale intégration intégrée intérêt intérêts intérieur intérim intérimaire intérimaires intermède intermédiaire intermédiaires intermédiation itinéraire itinéraires itinérance itinérant itinérante
jardinière
kilomètre kinésithérapeute
lâcher laïcité laïque laïques lavandière légal légende léger légère légumes légumerie libération liberté libertés libéral libérale lycée lycées
maçonnerie maçons maître maîtrise maîtres majorité manège maraîchage maraîcher maraîchère maraîchers maraîchère marché-gare maréchal matériaux matériel matériels mécanique mécaniques mécénat médecin médecine médecins média médiateur médiateurs médiathèque médiation médical médicale médicaux médico médiéval méditerranée méditerranéen méditerranéenne mémoire mémoires ménage ménager ménagère ménagères ménages mère mères métal métallerie métallurgie métier métiers mètre métropole métropolitain métropolitaine mobilité mobilités modèle modernité monastère môme mômes moulière musée musées mûrier mûriers
naître nécessaire nécessité négoce nénuphar névé noël numérique numériques
océan océane océanique opérateur opération opérations opportunité opportunités oxygène
pâtisserie pâtissier pâquerettes parité pédagogie pédagogique pédiatrie pélican pépinière pépinières pépite pépites père pères périgord périnatal périnatale périscolaire périphérie pétanque péniche phénix piéton piétonne plénitude poème poésie poète poètes pôle pôles polyvalente popularité possibilité post-scolaire précarité préfecture préférence préfiguration première premières préparation préparatoire présence présidence président préservation prêt prêts prévention prévoyance privé privée privés problème procédé proche-orient progrès propreté propriétaires propriété proximité publicité
qualité quatrième québec quête
râteau récré récréatif réactif réactivité réaction réagir réagis réalisation réalisations réalité récup récupération récupérateurs rédaction réemploi réel références référence réflexion réforme réfugiés réfugié régénération régie régies régime région régional régionale régionales régionaux régions règle régulation réhabilitation réinsertion rémois rénov rénovation rénovations renaître réparation réparations réparer réponse réponses républicain république réseau réseaux réserve réserves résidence résidences résidentiel résilience résistance résolution responsabilité rétro réuni réunie réunies réunion réunir réussir réussite rêve réveil révélation rêver rêves révolution rivière rivières rizière routière
santé scène scolarité sécurité sécurisation séjour séjours sélection séminaire sénior séniors sénat séparation série sérieux sérigraphie service-école sève siège siècle sobriété sociétaire sociétal sociétale société sociétés solidarité solidarités sous-préfecture spécial spéciale spécialisé spécialisée spécialisés spécialités spécialité spécifique stratégie stratégies sûreté supérieur supérieure synergie système systèmes
technicité télé télécentre télécom télégraphe téléphone téléphonie témoignage témoin tempête ténor tête têtes théâtre théâtral thématique thérapeutique thérapie thérapies thermique tolérance trésor trésors très troisième
unité unités universitaire université universités utilité
validité vallée vallées variété végétal végétale végétaux véhicule véhicules vélo vélos vérité vérités vêtement vêtements vétérinaire volontés volonté voilà voûte
zéro
ardèche ariège arménie bélier bézier béziers besançon béarn bourg-en-bresse brésil cévennes cévenol cévenole compiègne corrèze côte-d'or côtes-d'armor drôme finistère fougères franche-comté guéret gévaudan hérault hermès île-de-france isère lozère ménilmontant mézenc montbéliard montélimar nièvre nîmes orléans pyrénées pyrénéen pyrénéenne rhône rhône-alpes saône saumurois séverin vendée vendéen vendéenne évreux évry angoulême chambéry châlons châteauroux châtellerault créteil épinal étampes lunéville périgueux réunionnais réunionnaise saint-étienne sète valréas vénissieux vézère gâtinais gâtine médoc thiérache trégor brière goëlo épernay élysée élysées choisy-le-roi nérac oléron ré-emploi
emmaüs jaurès hélène étienne éric andré rené josé frédéric frédérique thérèse geneviève françois françoise gérard émile émilie édouard élisabeth éloi benoît jérôme michèle noëlle joël raphaël daniel-casanova léon léo léopold félix césar clément clémence mélanie valérie véronique stéphane stéphanie sébastien grégoire grégory mathéo timothée zoé chloé agnès irène éliane élodie eugénie cécile céline jean-jaurès molière abbé blériot saint-exupéry exupéry gréville ampère bérégovoy debré édith égalité estérel
activité activités agglomération agglomérations amitié amitiés boîte boîtes communauté communautés croisière croisières créé française françaises français salarié salariés salariée léman sèvres évêque évêché écluse écluses écharpe épinette nouveautés nouveauté rénovée mijotée récolte récoltes pépin préau préaux énergique réglisse rééducation réadaptation préprofessionnelle déménageurs déco gérance dévoué éco-construction écoconstruction éco zèle charité côtière côtières adéquation équipage étrier établissement établissements cuisinière cuisinières armée armées drôle générer écluse libérée séquoia trèfle trèfles chèvre chèvres chèvrerie brûlerie mêlée pêcheurs pêcheur vigneronne événements préventive éboueur
`;

const exact = new Map(
  words
    .split(/\s+/)
    .filter((word) => word)
    .map((word) => [bare(word), word] as const),
);

/** Words with a ligature that everybody agrees on. */
const ligatured = new Map(
  'cœur cœurs chœur chœurs œuvre œuvres œuvrer œil œillet œillets sœur sœurs bœuf bœufs nœud nœuds vœu vœux manœuvre manœuvres mœurs œcuménique'
    .split(' ')
    .map((word) => [bare(word), word] as const),
);

/** The lower-case spelling of a bare word (no accents, lower case), accents and ligatures restored where sure; else the word itself. */
export function spell(word: string): string {
  return exact.get(word) ?? ligatured.get(word) ?? word;
}

/** Is this bare word one whose spelling we know? */
export function isKnownWord(word: string): boolean {
  return exact.has(word) || ligatured.has(word);
}

function bare(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').replace(/œ/g, 'oe');
}
