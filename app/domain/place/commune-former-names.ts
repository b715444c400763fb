/**
 * Names that files still carry and that the official list no longer has: communes renamed since, or chief towns whose
 * name the merged commune did not keep. INSEE code → former name. Source: INSEE, "Code officiel géographique".
 */
export const communeFormerNames: readonly (readonly [code: string, name: string])[] = [
  ['88465', 'Capavenir Vosges'],
  ['14689', 'Le Hom'],
  ['15141', 'Neussargues en Pinatelle'],
  ['52332', 'Montigny-le-Roi'],
  ['71566', 'Verdun-sur-le-Doubs'],
  ['16046', 'Blanzac-Porcheresse'],
  ['51597', 'La Chaussée de Damery'],
];
