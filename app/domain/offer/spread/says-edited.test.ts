import { expect, test } from 'vitest';
import { saysEdited } from './says-edited';

const kept = (name: string, ...fields: string[]) => ({ offerId: name, name, fields });

test.each([
  [{ changed: 0, kept: [] }, 'L’offre est enregistrée.'],
  [{ changed: 1, kept: [] }, 'L’offre est enregistrée, ici et dans 1 autre lieu.'],
  [{ changed: 2, kept: [kept('Lourdes', 'Places', 'Date limite')] }, 'L’offre est enregistrée, ici et dans 2 autres lieux. Garde ses propres valeurs : Lourdes (places, date limite).'],
  [{ changed: 0, kept: ['A', 'B', 'C', 'D', 'E'].map((name) => kept(name, 'Places')) }, 'L’offre est enregistrée. Gardent leurs propres valeurs : A (places) ; B (places) ; C (places) ; et 2 autres.'],
])('%#', (edited, sentence) => expect(saysEdited(edited)).toBe(sentence));
