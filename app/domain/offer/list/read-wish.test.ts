import { expect, test } from 'vitest';
import { readWish } from './read-wish';

test.each([
  ['serveuse tarbes 30 min en bus', { words: 'serveuse tarbes', minutes: 30, mode: 'bus', km: null }],
  ['Coiffure à vélo', { words: 'coiffure', minutes: null, mode: 'velo', km: null }],
  ['cuisine lourdes à moins de 1h en voiture', { words: 'cuisine lourdes', minutes: 60, mode: 'voiture', km: null }],
  ['mécanique 1 h 30 en car', { words: 'mecanique', minutes: 90, mode: 'bus', km: null }],
  ['logement tarbes 20 km', { words: 'logement tarbes', minutes: null, mode: null, km: 20 }],
  ['Apprenti boulanger', { words: 'Apprenti boulanger', minutes: null, mode: null, km: null }],
  ['vente 35 h', { words: 'vente 35 h', minutes: null, mode: null, km: null }],
  ['', { words: '', minutes: null, mode: null, km: null }],
])('« %s »', (typed, wish) => expect(readWish(typed)).toEqual(wish));
