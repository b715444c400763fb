/**
 * Reads an activity code of the French nomenclature (NAF rév. 2, INSEE): `7820Z`, `78.20 Z`, `78.20Z Travail temporaire`
 * give `78.20Z`. Null when the text holds no such code; the code's existence is not checked here.
 */
export function parseNaf(text: string): string | null {
  const found = /^\s*(\d{2})\s*\.?\s*(\d{2})\s*\.?\s*([A-Za-z])(?![\p{L}\d])/u.exec(text);
  return found ? `${found[1]}.${found[2]}${found[3]!.toUpperCase()}` : null;
}
