import { describe, expect, test } from 'vitest';
import { readableCommune, readableStreet } from './readable-place';

describe('voies', () => {
  test.each([
    ['Avenue DU GEN SARRAIL', 'Avenue du Général Sarrail'],
    ['62 Avenue DU GEN SARRAIL', '62 avenue du Général Sarrail'],
    ['Rue DE L AVENIR', "Rue de l'Avenir"],
    ["Route DE ST JEAN D'ANGELY", "Route de Saint Jean d'Angely"],
    ['BD JEAN JAURES', 'Boulevard Jean Jaurès'],
    ['12 BIS R DES LILAS', '12 bis rue des Lilas'],
    ['Avenue AVENUE DE LA GARE', 'Avenue de la Gare'],
    ['ZAC GRENOBLE AIR PARC', 'ZAC Grenoble Air Parc'],
    ['ZA DES MOIDESSEULES', 'ZA des Moidesseules'],
    ['LE COUDERT DES CHARMILLES', 'Le Coudert des Charmilles'],
    ['MAIRIE', 'Mairie'],
    ['Place DE L HOTEL DE VILLE', "Place de l'Hôtel de Ville"],
    ['Rue DU 8 MAI 1945', 'Rue du 8 Mai 1945'],
    ['Rue DU 1ER MAI', 'Rue du 1er Mai'],
    ['Rue Henri Barbusse', 'Rue Henri Barbusse'],
    ['5-9 Rue des Papetiers Bellegarde', '5-9 Rue des Papetiers Bellegarde'],
    ['601 rue Néper', '601 rue Néper'],
    ['Grande rue RUE', 'Grande rue RUE'],
    ['AVENUE', 'Avenue'],
    ['', ''],
    ['12', '12'],
  ])('« %s » → « %s »', (typed, readable) => {
    expect(readableStreet(typed)).toBe(readable);
  });
});

test.each([
  ['AMBERIEU EN BUGEY', 'Amberieu-en-Bugey'],
  ['ST MAURICE DE BEYNOST', 'Saint-Maurice-de-Beynost'],
  ['LA LOUPE', 'La Loupe'],
  ["VILLENEUVE D ASCQ", "Villeneuve-d'Ascq"],
  ['TARBES CEDEX 9', 'Tarbes CEDEX 9'],
  ['LYON 08', 'Lyon 08'],
  ['Tarbes', 'Tarbes'],
])('la commune « %s » → « %s »', (typed, readable) => {
  expect(readableCommune(typed)).toBe(readable);
});
