import { isObject } from './foreign-offer';

export type ServicesOfFile = { ok: true; services: unknown[]; structures: Map<string, unknown> } | { ok: false; sentence: string };

const shape = 'Ce fichier n’a pas la forme de data.inclusion : on attend « structures » et « services ».';

/**
 * Reads a file of data.inclusion (schema v1): `{ structures, services }`, a page of its API (`items`), or a list of services that hold
 * their structure. What is no such file is said in a sentence; what is wrong in one service only concerns that one.
 */
export function servicesOfFile(bytes: Uint8Array): ServicesOfFile {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, sentence: 'Ce fichier JSON est incomplet ou abîmé : exportez-le de nouveau.' };
    return { ok: false, sentence: 'Ce fichier n’est pas en UTF-8 : exportez-le de nouveau, au format JSON.' };
  }
  const services = Array.isArray(json) ? (json as unknown[]) : isObject(json) ? (json.services ?? json.items) : null;
  if (!Array.isArray(services)) return { ok: false, sentence: shape };
  const listed = isObject(json) && Array.isArray(json.structures) ? (json.structures as unknown[]) : [];
  const flat = services.map((one: unknown) => (isObject(one) && isObject(one.service) ? one.service : one));
  if (flat.length > 0 && !flat.some((one) => isObject(one) && 'nom' in one && 'id' in one)) return { ok: false, sentence: shape };
  return { ok: true, services: flat, structures: new Map(listed.flatMap((one) => (isObject(one) && typeof one.id === 'string' ? [[one.id, one] as const] : []))) };
}
