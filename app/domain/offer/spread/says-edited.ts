/** What a correction did at the other places of an offer: how many took it, and which of its fields some keep as they had them. */
export type EditedEverywhere = { changed: number; kept: { offerId: string; name: string; fields: string[] }[] };

/** How many places are named: the sentence is read at a glance. */
const named = 3;

/** The sentence after a correction, for whoever made it. */
export function saysEdited({ changed, kept }: EditedEverywhere): string {
  const saved = changed === 0 ? 'L’offre est enregistrée.' : `L’offre est enregistrée, ici et dans ${changed} autre${changed > 1 ? 's' : ''} lieu${changed > 1 ? 'x' : ''}.`;
  if (kept.length === 0) return saved;
  const places = kept.slice(0, named).map(({ name, fields }) => `${name} (${fields.map((field) => field.toLowerCase()).join(', ')})`).join(' ; ');
  const more = kept.length > named ? ` ; et ${kept.length - named} autre${kept.length > named + 1 ? 's' : ''}` : '';
  return `${saved} ${kept.length > 1 ? 'Gardent leurs propres valeurs' : 'Garde ses propres valeurs'} : ${places}${more}.`;
}
