-- What people call the things that have a code: « coiffeuse » finds a salon whose name does not say so by its activity (NAF), « btp » the offers
-- of forty trades (ROME), « siae » four kinds of partners. A longer code says it more precisely, and has the words of the shorter ones too.

CREATE TABLE search.word_of_code (
  -- The beginning of a NAF code (`56.1`), of a ROME code (`G18`), or a kind of partner or the family of it (`siae`).
  code_start text COLLATE "C" PRIMARY KEY,
  -- Folded as the index is: lower case, no accent; trades in the masculine singular, since the search finds the other forms.
  words text NOT NULL
);
ALTER TABLE search.word_of_code ENABLE ROW LEVEL SECURITY;
ALTER TABLE search.word_of_code FORCE ROW LEVEL SECURITY;
CREATE POLICY system ON search.word_of_code TO maillage_system USING (true) WITH CHECK (true);
GRANT SELECT ON search.word_of_code TO maillage_system;

-- Activities: divisions, groups and classes of the NAF rév. 2 (INSEE) in everyday words, with the trades that young people look for there.
INSERT INTO search.word_of_code VALUES
  ('01', 'agriculture agricole ouvrier ferme exploitation'),
  ('01.1', 'culture maraicher maraichage legume cereale'),
  ('01.13', 'maraicher maraichage legume'),
  ('01.19', 'fleur horticulture'),
  ('01.2', 'arboriculture viticulture vigne verger vendange'),
  ('01.4', 'elevage eleveur animaux'),
  ('01.5', 'elevage maraicher maraichage polyculture'),
  ('02', 'foret bucheron sylviculture bois'),
  ('10', 'agroalimentaire industrie alimentaire'),
  ('10.1', 'abattoir viande boucher charcutier charcuterie'),
  ('10.71', 'boulanger boulangerie patissier patisserie pain fournil viennoiserie'),
  ('10.8', 'confiserie chocolatier plat cuisine'),
  ('13', 'textile tissage'),
  ('14', 'couture couturier vetement confection'),
  ('15', 'cuir maroquinerie'),
  ('16', 'bois scierie menuisier charpente'),
  ('18', 'imprimerie imprimeur'),
  ('25', 'metal metallerie chaudronnier chaudronnerie soudeur soudure'),
  ('25.62', 'usinage tourneur fraiseur mecanique precision'),
  ('28', 'mecanique machine industrie'),
  ('31', 'meuble ebeniste menuisier'),
  ('33', 'reparation maintenance industrielle'),
  ('37', 'assainissement eau'),
  ('38', 'dechet tri recyclage reemploi ressourcerie recyclerie valoriste'),
  ('41', 'btp construction batiment macon'),
  ('42', 'btp travaux publics routes canalisation terrassement'),
  ('43', 'btp batiment construction artisan chantier'),
  ('43.21', 'electricien electricite'),
  ('43.22', 'plombier plomberie chauffagiste chauffage sanitaire electricien electricite climatisation'),
  ('43.31', 'platrier plaquiste'),
  ('43.32', 'menuisier menuiserie'),
  ('43.33', 'carreleur carrelage sol'),
  ('43.34', 'peintre peinture vitrier'),
  ('43.91', 'charpentier charpente couvreur couverture toiture zingueur'),
  ('43.99', 'macon maconnerie renovation gros oeuvre charpentier'),
  ('45', 'automobile auto voiture'),
  ('45.11', 'concession vendeur voiture'),
  ('45.20', 'garage garagiste mecanicien mecanique carrossier carrosserie automobile auto pneu reparation voiture'),
  ('45.40', 'moto scooter'),
  ('46', 'commerce gros grossiste'),
  ('47', 'commerce magasin vendeur vente'),
  ('47.1', 'supermarche superette epicerie alimentation caissier caisse rayon libre service'),
  ('47.2', 'primeur boucher poissonnier caviste alimentation'),
  ('47.71', 'vetement mode boutique'),
  ('47.73', 'pharmacie'),
  ('47.76', 'fleuriste fleur jardinerie'),
  ('49', 'transport'),
  ('49.3', 'bus car taxi conducteur voyageur'),
  ('49.41', 'chauffeur routier conducteur poids lourd livreur transport transporteur camion logistique'),
  ('49.42', 'demenageur demenagement'),
  ('52', 'logistique entrepot magasinier cariste manutention'),
  ('53', 'livreur facteur courrier colis'),
  ('55', 'hebergement'),
  ('55.1', 'hotel hotellerie receptionniste serveur femme chambre cuisinier'),
  ('55.2', 'vacances gite hebergement tourisme'),
  ('55.3', 'camping vacances'),
  ('56', 'restauration restaurant cuisine cuisinier'),
  ('56.10', 'restaurant restauration serveur service cuisinier cuisine commis plongeur brasserie barman'),
  ('56.2', 'traiteur cantine restauration collective cuisinier'),
  ('56.3', 'bar cafe barman serveur'),
  ('58', 'edition'),
  ('59', 'cinema video audiovisuel'),
  ('61', 'telecom'),
  ('62', 'informatique informaticien numerique developpeur web site reseau'),
  ('63', 'numerique web'),
  ('64', 'banque'),
  ('65', 'assurance'),
  ('66', 'assurance banque'),
  ('68', 'immobilier logement'),
  ('69.1', 'notaire avocat juridique'),
  ('69.20', 'comptable comptabilite'),
  ('71', 'architecte bureau etude ingenieur'),
  ('73', 'publicite communication'),
  ('74.20', 'photographe photographie'),
  ('75', 'veterinaire animaux'),
  ('77.1', 'location voiture vehicule'),
  ('78', 'emploi recrutement'),
  ('78.20', 'interim travail temporaire'),
  ('79', 'voyage tourisme agence'),
  ('80', 'securite gardiennage surveillance agent'),
  ('81.2', 'nettoyage proprete agent entretien menage'),
  ('81.3', 'paysagiste jardinier espace vert jardin'),
  ('82', 'bureau secretariat'),
  ('84', 'administration service public'),
  ('84.25', 'pompier secours'),
  ('85', 'formation enseignement'),
  ('85.3', 'lycee apprentissage formation'),
  ('85.51', 'sport enseignement'),
  ('85.53', 'auto ecole permis conduire'),
  ('85.59', 'formation adulte stage'),
  ('86', 'sante soin'),
  ('86.1', 'hopital clinique infirmier aide soignant'),
  ('86.2', 'medecin medical dentiste'),
  ('86.9', 'sante soin infirmier'),
  ('87', 'hebergement medico social ehpad aide soignant'),
  ('88', 'social action sociale'),
  ('88.10', 'aide domicile menage menagere auxiliaire vie personne agee'),
  ('88.91', 'creche petite enfance garde enfant'),
  ('90', 'spectacle culture artiste theatre musique'),
  ('91', 'bibliotheque musee'),
  ('93.1', 'sport club sportif'),
  ('93.2', 'loisir animation'),
  ('95', 'reparation depannage'),
  ('96.01', 'pressing blanchisserie laverie repassage'),
  ('96.02', 'coiffeur coiffure salon estheticien esthetique beaute barbier'),
  ('96.04', 'bien etre spa');
-- Kinds of partners.
INSERT INTO search.word_of_code VALUES
  ('siae', 'siae iae insertion'),
  ('france_services', 'demarches administratives'),
  ('cfa', 'apprentissage apprenti alternance'),
  ('geiq', 'geiq alternance');
-- Trades: the domains of the ROME (France Travail).
INSERT INTO search.word_of_code VALUES
  ('A', 'agriculture peche espaces naturels espaces verts soins aux animaux'),
  ('A11', 'engins agricoles et forestiers'),
  ('A12', 'espaces naturels et espaces verts'),
  ('A14', 'production agricole'),
  ('A15', 'soins aux animaux'),
  ('B', 'arts et faconnage d ouvrages d art artisanat'),
  ('C', 'banque assurance immobilier'),
  ('D', 'commerce vente et grande distribution'),
  ('D11', 'commerce alimentaire et metiers de bouche'),
  ('D12', 'commerce non alimentaire'),
  ('D14', 'force de vente'),
  ('D15', 'grande distribution supermarche'),
  ('E', 'communication media et multimedia'),
  ('F', 'construction batiment et travaux publics btp'),
  ('F11', 'conception et etudes'),
  ('F12', 'conduite et encadrement de chantier'),
  ('F13', 'engins de chantier'),
  ('F16', 'second oeuvre'),
  ('F17', 'travaux et gros oeuvre'),
  ('G', 'hotellerie restauration tourisme loisirs et animation'),
  ('G11', 'accueil et promotion touristique'),
  ('G12', 'animation d activites de loisirs'),
  ('G15', 'personnel d etage en hotellerie'),
  ('G16', 'production culinaire cuisine'),
  ('G17', 'accueil en hotellerie'),
  ('G18', 'service en salle'),
  ('H', 'industrie'),
  ('H21', 'alimentaire agroalimentaire'),
  ('H22', 'bois'),
  ('H24', 'cuir et textile couture'),
  ('H29', 'mecanique travail des metaux et outillage'),
  ('H33', 'preparation et conditionnement'),
  ('I', 'installation et maintenance'),
  ('I12', 'entretien technique'),
  ('I14', 'equipements domestiques et informatique'),
  ('I16', 'vehicules engins mecanique'),
  ('J', 'sante'),
  ('J11', 'praticiens medicaux'),
  ('J13', 'professionnels medico techniques'),
  ('J14', 'reeducation et appareillage'),
  ('J15', 'soins paramedicaux'),
  ('K', 'services a la personne et a la collectivite'),
  ('K11', 'accompagnement de la personne'),
  ('K12', 'action sociale socio educative et socio culturelle'),
  ('K13', 'aide a la vie quotidienne'),
  ('K1303', 'petite enfance'),
  ('J1304', 'petite enfance'),
  ('K16', 'culture et gestion documentaire'),
  ('K17', 'defense securite publique et secours'),
  ('K1707', 'asvp surveillance de la voie publique'),
  ('K18', 'developpement territorial et emploi'),
  ('K19', 'droit'),
  ('K21', 'formation initiale et continue'),
  ('K22', 'nettoyage et proprete industriels'),
  ('K23', 'proprete et environnement urbain'),
  ('K24', 'recherche'),
  ('K25', 'securite privee'),
  ('K26', 'services funeraires'),
  ('L', 'spectacle'),
  ('M', 'support a l entreprise'),
  ('M11', 'achats'),
  ('M12', 'comptabilite et gestion'),
  ('M14', 'organisation et etudes'),
  ('M15', 'ressources humaines'),
  ('M16', 'secretariat et assistance'),
  ('M17', 'strategie commerciale marketing et supervision des ventes'),
  ('M18', 'systemes d information et de telecommunication informatique'),
  ('N', 'transport et logistique'),
  ('N11', 'magasinage manutention des charges et demenagement'),
  ('N12', 'organisation de la circulation des marchandises'),
  ('N41', 'conduite transport routier'),
  ('N42', 'encadrement du transport routier');

-- The words of these codes; null when they have none.
CREATE FUNCTION search.words_of_codes(codes text[]) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE SET search_path = search, pg_temp AS $$
  SELECT string_agg(w.words, ' ' ORDER BY w.code_start) FROM search.word_of_code w
  WHERE w.code_start IN (SELECT start FROM unnest(codes) AS code, LATERAL (VALUES (left(code, 1)), (left(code, 2)), (left(code, 3)), (left(code, 4)), (left(code, 5)), (code), (split_part(code, '_', 1))) AS s(start))
$$;

-- As in the migration "groups", with the words of the activity and of the kind, the lightest of all.
CREATE OR REPLACE FUNCTION search.refresh(agencies uuid[], partnerships uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  -- First the locks, always in the same order, then the reading in a statement of its own: of two transactions that
  -- change one partner at once, the second waits here and then sees what the first wrote.
  PERFORM FROM search.partner s JOIN unnest(agencies, partnerships) AS w(agency, id) ON (s.mission_locale_id, s.partnership_id) = (w.agency, w.id)
    ORDER BY s.mission_locale_id, s.partnership_id FOR UPDATE OF s;
  INSERT INTO search.partner AS s (mission_locale_id, partnership_id, organisation_id, region_code, name, sort_name, siret, phones, words,
    kind_id, kind_ids, theme_codes, tag_ids, form_ids, stage, stage_since, is_archived, officer_id,
    commune_code, commune_name, postcode, departement_code, latitude, longitude, place_precision, created_at, updated_at,
    address_line, phone, email, website, headcount_band, has_youth_label, agreement_days)
  SELECT p.mission_locale_id, p.id, o.id, ml.region_code, o.name, app.norm(o.name), o.siret,
    ARRAY(SELECT DISTINCT search.phone_digits(x) FROM (SELECT unnest(o.other_phones || o.phone) UNION ALL
      SELECT c.phone FROM contact c WHERE c.mission_locale_id = p.mission_locale_id AND c.partnership_id = p.id AND c.deleted_at IS NULL) AS t(x) WHERE x IS NOT NULL),
    setweight(to_tsvector('simple', app.norm(concat_ws(' ', o.name, o.brand_name, o.acronym, o.original_name))), 'A')
      || setweight(to_tsvector('simple', app.norm(concat_ws(' ', c.name, d.name, o.postcode, o.departement_code))), 'B')
      || setweight(to_tsvector('simple', app.norm(concat_ws(' ', k.label, t.labels, g.labels, o.address_line))), 'C')
      || setweight(to_tsvector('simple', coalesce(search.words_of_codes(ARRAY[o.naf_code, k.code]), '')), 'D'),
    o.kind_id,
    ARRAY(SELECT o.kind_id UNION SELECT pk.kind_id FROM partnership_kind pk WHERE pk.mission_locale_id = p.mission_locale_id AND pk.partnership_id = p.id),
    t.codes, g.ids,
    ARRAY(SELECT e.form_id FROM engagement e WHERE e.mission_locale_id = p.mission_locale_id AND e.partnership_id = p.id AND e.readiness IN ('willing', 'tried', 'regular')),
    p.stage, p.stage_since, p.stage = 'archived', p.officer_id,
    o.commune_code, c.name, o.postcode, o.departement_code, o.latitude, o.longitude, o.place_precision, p.created_at, greatest(p.updated_at, o.updated_at),
    o.address_line, o.phone, o.email, o.website, o.headcount_band, o.has_youth_label, search.agreement_days(o.id)
  FROM unnest(agencies, partnerships) AS wanted(agency, id)
  JOIN partnership p ON (p.mission_locale_id, p.id) = (wanted.agency, wanted.id)
  JOIN organisation o ON o.id = p.organisation_id
  JOIN mission_locale ml ON ml.id = p.mission_locale_id
  JOIN organisation_kind k ON k.id = o.kind_id
  LEFT JOIN commune c ON c.code = o.commune_code
  LEFT JOIN departement d ON d.code = o.departement_code
  CROSS JOIN LATERAL (SELECT coalesce(array_agg(th.code ORDER BY th.position), '{}') AS codes, string_agg(th.label, ' ') AS labels
    FROM partnership_theme pt JOIN theme th ON th.code = pt.theme_code WHERE pt.mission_locale_id = p.mission_locale_id AND pt.partnership_id = p.id) t
  CROSS JOIN LATERAL (SELECT coalesce(array_agg(tg.id), '{}') AS ids, string_agg(tg.label, ' ') AS labels
    FROM partnership_tag pt JOIN tag tg ON tg.id = pt.tag_id WHERE pt.mission_locale_id = p.mission_locale_id AND pt.partnership_id = p.id) g
  ON CONFLICT (mission_locale_id, partnership_id) DO UPDATE SET
    organisation_id = excluded.organisation_id, region_code = excluded.region_code, name = excluded.name, sort_name = excluded.sort_name, siret = excluded.siret,
    phones = excluded.phones, words = excluded.words, kind_id = excluded.kind_id, kind_ids = excluded.kind_ids, theme_codes = excluded.theme_codes,
    tag_ids = excluded.tag_ids, form_ids = excluded.form_ids, stage = excluded.stage, stage_since = excluded.stage_since, is_archived = excluded.is_archived,
    officer_id = excluded.officer_id, commune_code = excluded.commune_code, commune_name = excluded.commune_name, postcode = excluded.postcode,
    departement_code = excluded.departement_code, latitude = excluded.latitude, longitude = excluded.longitude, place_precision = excluded.place_precision,
    updated_at = excluded.updated_at, address_line = excluded.address_line, phone = excluded.phone, email = excluded.email, website = excluded.website,
    headcount_band = excluded.headcount_band, has_youth_label = excluded.has_youth_label, agreement_days = excluded.agreement_days;
END $$;

-- As in the migration "offer_feeds", with the words of the domains of its trades and their codes; the theme of a service is what it is, as its title.
CREATE OR REPLACE FUNCTION search.refresh_offers(agencies uuid[], offers uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  DELETE FROM search.offer s USING unnest(agencies, offers) AS w(agency, id)
  WHERE (s.mission_locale_id, s.offer_id) = (w.agency, w.id) AND NOT EXISTS (
    SELECT FROM offer f LEFT JOIN partnership p ON p.mission_locale_id = f.mission_locale_id AND p.id = f.partnership_id
    WHERE (f.mission_locale_id, f.id) = (w.agency, w.id) AND f.state = 'published' AND f.deleted_at IS NULL AND p.stage IS DISTINCT FROM 'archived');
  INSERT INTO search.offer AS s (mission_locale_id, offer_id, audience_key, region_code, kind, origin, title, holder, words, theme_codes, romes, contract, working_time, level, experience, service_type, cost,
    starts_on, closes_on, age_min, age_max, publics, schemes, reception_modes, is_handicap_friendly, zones, places, commune_code, commune_name, postcode, departement_code, latitude, longitude, place_precision, published_at, confirmed_at)
  SELECT f.mission_locale_id, f.id,
    CASE f.audience WHEN 'agency' THEN 'a:' || f.mission_locale_id WHEN 'region' THEN 'r:' || ml.region_code ELSE 'n' END,
    ml.region_code, f.kind, f.origin, f.title, coalesce(o.name, f.holder_name, ml.name),
    setweight(to_tsvector('simple', app.norm(concat_ws(' ', f.title, CASE WHEN f.kind = 'service' THEN th.labels END))), 'A')
      || setweight(to_tsvector('simple', app.norm(concat_ws(' ', trades.words, c.name, d.name, coalesce(f.postcode, o.postcode), c.departement_code, coalesce(o.name, f.holder_name, ml.name), o.brand_name))), 'B')
      || setweight(to_tsvector('simple', app.norm(concat_ws(' ', words_of.kind, f.contract, CASE WHEN f.kind <> 'service' THEN th.labels END, f.schedule, f.duration, search.words_of_codes(f.romes), array_to_string(f.romes, ' ')))), 'C')
      || setweight(to_tsvector('simple', app.norm(left(concat_ws(' ', f.description, f.conditions), 4000))), 'D'),
    f.theme_codes, f.romes, f.contract, f.working_time, f.level, f.experience, f.service_type, f.cost, f.starts_on, f.closes_on, f.age_min, f.age_max,
    f.publics, f.schemes, f.reception_modes, f.is_handicap_friendly, f.zones, f.places,
    c.code, c.name, CASE WHEN f.has_own_place THEN f.postcode ELSE coalesce(o.postcode, site.postcode) END, c.departement_code,
    CASE WHEN f.has_own_place THEN f.latitude ELSE coalesce(o.latitude, site.latitude) END, CASE WHEN f.has_own_place THEN f.longitude ELSE coalesce(o.longitude, site.longitude) END,
    CASE WHEN f.has_own_place THEN f.place_precision WHEN o.id IS NOT NULL THEN o.place_precision ELSE 'commune' END,
    coalesce(f.published_at, f.state_since), coalesce(f.confirmed_at, f.published_at, f.state_since)
  FROM unnest(agencies, offers) AS w(agency, id)
  JOIN offer f ON (f.mission_locale_id, f.id) = (w.agency, w.id) AND f.state = 'published' AND f.deleted_at IS NULL
  JOIN mission_locale ml ON ml.id = f.mission_locale_id
  LEFT JOIN partnership p ON p.mission_locale_id = f.mission_locale_id AND p.id = f.partnership_id
  LEFT JOIN organisation o ON o.id = p.organisation_id
  LEFT JOIN LATERAL (SELECT * FROM site x WHERE x.mission_locale_id = f.mission_locale_id AND x.closed_at IS NULL ORDER BY x.is_main DESC, x.id LIMIT 1) site ON o.id IS NULL
  LEFT JOIN commune c ON c.code = CASE WHEN f.has_own_place THEN f.commune_code ELSE coalesce(o.commune_code, site.commune_code, CASE WHEN o.id IS NULL THEN ml.commune_code END) END
  LEFT JOIN departement d ON d.code = c.departement_code
  CROSS JOIN LATERAL (SELECT CASE f.kind WHEN 'job' THEN 'emploi' WHEN 'apprenticeship' THEN 'alternance apprentissage' WHEN 'immersion' THEN 'immersion pmsmp' WHEN 'internship' THEN 'stage'
    WHEN 'training' THEN 'formation' WHEN 'workshop' THEN 'atelier' WHEN 'mentoring' THEN 'parrainage' ELSE 'service' END AS kind) words_of
  CROSS JOIN LATERAL (SELECT string_agg(x.words, ' ') AS words FROM (SELECT label AS words FROM rome_job WHERE code = ANY (f.romes) UNION ALL SELECT search_label FROM rome_title WHERE job_code = ANY (f.romes)) x) trades
  CROSS JOIN LATERAL (SELECT string_agg(t.label, ' ') AS labels FROM theme t WHERE t.code = ANY (f.theme_codes)) th
  WHERE p.stage IS DISTINCT FROM 'archived'
  ON CONFLICT (mission_locale_id, offer_id) DO UPDATE SET
    audience_key = excluded.audience_key, region_code = excluded.region_code, kind = excluded.kind, origin = excluded.origin, title = excluded.title, holder = excluded.holder, words = excluded.words,
    theme_codes = excluded.theme_codes, romes = excluded.romes, contract = excluded.contract, working_time = excluded.working_time, level = excluded.level, experience = excluded.experience,
    service_type = excluded.service_type, cost = excluded.cost, starts_on = excluded.starts_on, closes_on = excluded.closes_on, age_min = excluded.age_min, age_max = excluded.age_max,
    publics = excluded.publics, schemes = excluded.schemes, reception_modes = excluded.reception_modes, is_handicap_friendly = excluded.is_handicap_friendly, zones = excluded.zones, places = excluded.places,
    commune_code = excluded.commune_code, commune_name = excluded.commune_name, postcode = excluded.postcode, departement_code = excluded.departement_code, latitude = excluded.latitude, longitude = excluded.longitude,
    place_precision = excluded.place_precision, published_at = excluded.published_at, confirmed_at = excluded.confirmed_at;
END $$;

-- The rows that exist learn them.
DO $$
DECLARE agency uuid;
BEGIN
  FOR agency IN SELECT id FROM mission_locale ORDER BY id LOOP
    PERFORM search.refresh(array_agg(mission_locale_id ORDER BY partnership_id), array_agg(partnership_id ORDER BY partnership_id)) FROM search.partner WHERE mission_locale_id = agency HAVING count(*) > 0;
    PERFORM search.refresh_offers(array_agg(mission_locale_id ORDER BY offer_id), array_agg(offer_id ORDER BY offer_id)) FROM search.offer WHERE mission_locale_id = agency HAVING count(*) > 0;
  END LOOP;
END $$;
