import { unzipSync, strFromU8 } from 'fflate';
import type { Actor } from '~/access/actor';
import { asSystem } from '~/server/db.server';
import type { Route } from './doors';

/** What a person gets of an address, whatever way the route gave it: the status, where it leads, and every word of it. */
export type Answer = { status: number; to: string; text: string };

type Visit = { params?: Record<string, string>; search?: string; form?: Record<string, string | string[]> | null };

/** The address of a route with these ids in it. */
export const fill = (address: string, params: Record<string, string>) => address.replace(/:(\w+)/g, (_, name: string) => params[name] ?? 'inconnu');

/** Opens an address as somebody, or sends a form to it. An error that is no answer rises: it would be a page 500. */
export async function visit(route: Route, actor: Actor, { params = {}, search = '', form = null }: Visit): Promise<Answer> {
  const names = [...route.address.matchAll(/:(\w+)/g)].map(([, name]) => name!);
  const request = new Request(`http://127.0.0.1${fill(route.address, params)}${search}`, { method: form ? 'POST' : 'GET', body: form ? new URLSearchParams(Object.entries(form).flatMap(([name, values]) => [values].flat().map((value) => [name, value]))) : undefined });
  const args = { request, params: Object.fromEntries(names.map((name) => [name, params[name] ?? 'inconnu'])), context: { requestId: crypto.randomUUID(), nonce: '', address: '127.0.0.1', visitor: Promise.resolve({ actor, missing: null }) } };
  const handler = (form ? route.module.action : route.module.loader) as (args: unknown) => unknown;
  const ask = async () => read(await Promise.resolve().then(() => handler({ ...args, request: request.clone() })).catch((thrown: unknown) => thrown));
  const answer = await ask();
  if (answer.status !== 429) return answer;
  // These tests ask for more exports than a person may: « come back later » would hide what the address answers.
  await asSystem('a test asks more often than a person', (db) => db.loginFailure.deleteMany());
  return ask();
}

async function read(answer: unknown): Promise<Answer> {
  if (answer instanceof Error) throw answer;
  if (answer instanceof Response) return { status: answer.status, to: answer.headers.get('Location') ?? '', text: wordsOf(new Uint8Array(await answer.arrayBuffer())) };
  const { data, init, type } = (answer ?? {}) as { data?: unknown; init?: { status?: number }; type?: string };
  if (type === 'DataWithResponseInit') return { status: init?.status ?? 200, to: '', text: JSON.stringify(data) };
  return { status: 200, to: '', text: JSON.stringify(answer) };
}

/** A spreadsheet is a zip of XML. */
function wordsOf(bytes: Uint8Array): string {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return strFromU8(bytes);
  return Object.entries(unzipSync(bytes)).map(([name, content]) => `${name}\n${strFromU8(content)}`).join('\n');
}

/** The same answer whatever ids were asked for and whenever: ids become their names, moments a word. */
export function withoutIds({ status, to, text }: Answer, ids: Record<string, string>): Answer {
  const plain = (words: string) => Object.entries(ids).reduce((said, [name, id]) => said.replaceAll(id, `<${name}>`), words).replace(/\d{4}-\d\d-\d\dT\d\d:\d\d[\d:.]*Z?/g, '<moment>');
  return { status, to: plain(to), text: plain(text) };
}
