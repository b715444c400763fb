import { describe, expect, test } from 'vitest';
import { kindLabel, kinds } from './kinds';
import { hintKind, recogniseKind, recogniseKinds } from './recognise-kind';
import { recogniseTheme, recogniseThemes } from './recognise-theme';
import { themeLabel, themes } from './themes';

describe('typologies', () => {
  test.each([
    ['ACI', 'siae_aci'], ['AI', 'siae_ai'], ['EI', 'siae_ei'], ['ETTI', 'siae_etti'], ['EITI', 'siae_ei'], ['GEIQ', 'geiq'], ['EA', 'entreprise_adaptee'], ['SIAE_ACI', 'siae_aci'],
    ["Atelier et chantier d'insertion", 'siae_aci'], ['Entreprise d’insertion', 'siae_ei'], ['Association intermédiaire', 'siae_ai'],
    ['Entreprise de travail temporaire d’insertion', 'siae_etti'], ['Entreprise', 'entreprise'], ['PME', 'entreprise'], ['OF', 'organisme_formation'], ['Organisme de formation', 'organisme_formation'],
    ['CFA', 'cfa'], ['Centre de formation d’apprentis', 'cfa'], ['Mairie', 'collectivite'], ['CCAS', 'collectivite'], ['Communauté de communes', 'collectivite'],
    ['France Travail', 'institution'], ['Administration', 'institution'], ['Association loi 1901', 'association'], ['Asso', 'association'], ['Fédération', 'federation'], ['Branche professionnelle', 'federation'],
    ['Hôpital', 'sante'], ['Bailleur social', 'logement'], ['FJT', 'logement'], ['CHRS', 'logement'], ['Auto-école', 'mobilite'], ['Espace labellisé', 'france_services'], ['Autre', 'autre'],
  ])('« %s » est %s', (text, kind) => {
    expect(recogniseKind(text)).toBe(kind);
  });

  test('les libellés du produit se relisent tous', () => {
    for (const kind of kinds) expect([recogniseKind(kind.label), recogniseKind(kind.plural), recogniseKind(kind.code)], kind.code).toEqual([kind.code, kind.code, kind.code]);
    for (const theme of themes) expect(recogniseTheme(theme.label)).toBe(theme.code);
    expect(kindLabel('siae_aci')).toMatch(/chantier/);
    expect(kindLabel('local')).toBe('local');
    expect(themeLabel('citoyennete')).toBe('Vie citoyenne');
  });

  test('plusieurs dans une cellule, et l’inconnu est rendu', () => {
    expect(recogniseKinds('ACI / EI')).toEqual({ kinds: ['siae_aci', 'siae_ei'], unknown: [] });
    expect(recogniseKinds('Association, zorglub')).toEqual({ kinds: ['association'], unknown: ['zorglub'] });
    expect(recogniseKinds('')).toEqual({ kinds: [], unknown: [] });
  });

  test('la forme juridique et le code NAF donnent une indication', () => {
    expect(hintKind('Association déclarée', '78.20Z')).toBe('association');
    expect(hintKind("Centre communal d'action sociale", null)).toBe('collectivite');
    expect(hintKind('SAS, société par actions simplifiée', '43.33Z')).toBe('entreprise');
    expect(hintKind('Association déclarée', '85.59A')).toBe('organisme_formation');
    expect(hintKind(null, null)).toBeNull();
  });
});

describe('thématiques', () => {
  test.each([['Emploi', 'emploi'], ['Insertion professionnelle', 'emploi'], ['logement-hebergement', 'logement'], ['Santé mentale', 'sante'], ['Accès aux droits', 'citoyennete'], ['Permis B', 'mobilite'], ['Sport', 'loisirs'], ['Alternance', 'formation'], ['zorglub', null]])('« %s » est %s', (text, theme) => {
    expect(recogniseTheme(text)).toBe(theme);
  });

  test('plusieurs dans une cellule, dans l’ordre du réseau', () => {
    expect(recogniseThemes('Mobilité / Emploi ; zorglub')).toEqual({ themes: ['emploi', 'mobilite'], unknown: ['zorglub'] });
    expect(recogniseThemes('Loisirs, sport, culture')).toEqual({ themes: ['loisirs'], unknown: [] });
  });
});
