import { expect, test } from 'vitest';
import { parseOpeningHours } from '~/domain/organisation/opening-hours';
import { openingHoursLines, openingHoursSentence } from './say-opening-hours';

test.each(['Du lundi au vendredi 9h-12h et 14h-17h30 ; samedi 9h-12h ; dimanche fermé', 'lundi et mardi 8h-12h', 'mercredi 10h-18h', 'du lundi au dimanche 0h-24h', 'lundi 9h-12h ; mercredi 9h-12h'])(
  '« %s » se relit comme il s’écrit',
  (typed) => {
    const hours = parseOpeningHours(typed)!;
    expect(Object.keys(hours.days).length).toBeGreaterThan(0);
    expect(parseOpeningHours(openingHoursSentence(hours))).toEqual(hours);
  },
);

test('les jours qui se suivent avec les mêmes heures se disent ensemble', () => {
  expect(openingHoursLines(parseOpeningHours('Du lundi au vendredi 9h-12h et 14h-17h30, samedi fermé')!)).toEqual([
    { days: 'lundi au vendredi', times: '9 h à 12 h, 14 h à 17 h 30' },
    { days: 'samedi', times: 'fermé' },
  ]);
});
