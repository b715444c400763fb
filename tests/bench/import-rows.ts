import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { chance } from './chance';
import { makeName, type Town } from './network';
import { signIn, type Visitor } from './visitor';

/** Sends a file of `count` new partners as an officer would, and tells how long each step took: [step, seconds]. */
export async function importRows(client: pg.Client, port: number, membershipId: string, count: number): Promise<[string, number][]> {
  const visitor = await signIn(client, port, membershipId);
  const steps: [string, number][] = [];
  const timed = async <T>(step: string, work: () => Promise<T>): Promise<T> => {
    const from = performance.now();
    const result = await work();
    steps.push([step, (performance.now() - from) / 1000]);
    return result;
  };
  const file = await csv(client, count);
  const address = await timed('envoi', () => upload(visitor, port, file));
  const id = address.split('/').at(-1)!.split('?')[0]!;
  await timed('lecture et essai à blanc', () => state(client, id, 'planned'));
  await post(visitor, port, `/partenaires/import/${id}`, { intent: 'apply', importId: id, stage: 'prospect' });
  await timed('application', () => state(client, id, 'applied'));
  await post(visitor, port, `/partenaires/import/${id}`, { intent: 'undo', importId: id });
  await timed('annulation', () => state(client, id, 'undone'));
  return steps;
}

async function csv(client: pg.Client, count: number): Promise<string> {
  const random = chance(Date.now());
  const towns = (await client.query<Town>(`SELECT code, name, postcodes[1] AS postcode, departement_code AS departement FROM commune WHERE part_of_code IS NULL AND population > 2000 AND postcodes[1] IS NOT NULL ORDER BY code`)).rows;
  const lines = Array.from({ length: count }, () => {
    const town = random.pick(towns);
    const siren = luhn(String(700_000_00 + random.below(99_999_99)).slice(0, 8));
    const siret = luhn(`${siren}${String(random.below(9999)).padStart(4, '0')}`);
    return [siret, makeName(random, town).toUpperCase(), `${1 + random.below(90)} RUE DES ESSAIS`, town.postcode, town.name.toUpperCase(), `05 36 49 ${10 + random.below(89)} ${10 + random.below(89)}`].join(';');
  });
  return ['SIRET;RAISON SOCIALE;ADRESSE;CODE POSTAL;COMMUNE;TELEPHONE', ...lines].join('\r\n');
}

/** Adds the digit that makes the number pass Luhn's check. */
function luhn(digits: string): string {
  const sum = [...digits].reverse().reduce((all, digit, i) => all + (i % 2 === 0 ? [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][Number(digit)]! : Number(digit)), 0);
  return digits + String((10 - (sum % 10)) % 10);
}

const send = (visitor: Visitor, port: number, path: string, body: BodyInit) =>
  fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', redirect: 'manual', headers: { cookie: visitor.cookie, origin: `http://127.0.0.1:${port}` }, body });

async function upload(visitor: Visitor, port: number, file: string): Promise<string> {
  const form = new FormData();
  form.set('file', new Blob([file], { type: 'text/csv' }), 'partenaires.csv');
  const answer = await send(visitor, port, '/partenaires/import', form);
  const to = answer.headers.get('location');
  if (!to) throw new Error(`The upload answers ${answer.status}`);
  return to;
}

async function post(visitor: Visitor, port: number, path: string, fields: Record<string, string>): Promise<void> {
  const answer = await send(visitor, port, path, new URLSearchParams(fields));
  if (answer.status >= 400) throw new Error(`${path} ${fields.intent} answers ${answer.status}`);
}

/** Waits until the batch is there; five minutes at most. */
async function state(client: pg.Client, id: string, wanted: string): Promise<void> {
  for (let tries = 0; tries < 3000; tries += 1) {
    const { rows } = await client.query<{ state: string; problem: string | null }>('SELECT state, problem FROM import_batch WHERE id = $1', [id]);
    if (rows[0]?.state === wanted) return;
    if (rows[0]?.state === 'failed' || rows[0]?.state === 'mapping') throw new Error(`The import is ${rows[0].state}: ${rows[0].problem ?? ''}`);
    await wait(100);
  }
  throw new Error(`The import does not become ${wanted}`);
}
