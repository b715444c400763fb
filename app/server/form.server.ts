import { data } from '@remix-run/node';
import type { z } from '~/domain/zod';

/** What a person typed, given back with the form when something is wrong. Passwords never are. */
export type FormValues = Record<string, string | string[]>;

/** Bytes of a form without documents: two megabytes pasted in a note, which an address writes in three times as many, are read and given back. */
export const longestForm = 8 * 1024 * 1024;
/** Bytes beyond that are read and left, because a browser reads the answer only once it has sent all; then the connection is given up. */
const patience = 64 * 1024 * 1024;

const tooLong = () => data({ title: 'Envoi trop long', sentence: 'Ce formulaire est trop long pour être enregistré en une fois. Revenez en arrière, raccourcissez le texte, puis recommencez.' }, 413);
const notUnderstood = (status: number) => data({ title: 'Envoi non compris', sentence: 'Ce qui est arrivé n’est pas un formulaire de Maillage. Rechargez la page, puis recommencez.' }, status);

/** The typed fields of a form, its files left out. A page of 413, 415 or 400 for what is too long, or no form. */
export async function readForm(request: Request): Promise<FormValues> {
  const type = request.headers.get('Content-Type') ?? '';
  if (!/^\s*(?:application\/x-www-form-urlencoded|multipart\/form-data)\s*(?:;|$)/i.test(type)) throw notUnderstood(415);
  const body = await bodyOf(request);
  const form = await new Response(body, { headers: { 'Content-Type': type } }).formData().catch(() => {
    throw notUnderstood(400);
  });
  return typedFields(form);
}

/** What was typed in a form, its files left out. */
export const typedFields = (form: FormData): FormValues => valuesOf([...form].filter((field): field is [string, string] => typeof field[1] === 'string'));

async function bodyOf({ body, headers }: Request): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  if (Number(headers.get('Content-Length') ?? 0) > patience) throw tooLong();
  for await (const piece of (body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    size += piece.byteLength;
    if (size <= longestForm) pieces.push(piece);
    else pieces.length = 0;
    if (size > patience) break;
  }
  if (size > longestForm) throw tooLong();
  return Buffer.concat(pieces);
}

/** Form fields as a plain object: a field that occurs several times, or whose name ends in `[]`, is a list. No name reaches what every object has. */
export function valuesOf(fields: Iterable<readonly [name: string, value: string]>): FormValues {
  const values = new Map<string, string | string[]>();
  for (const [name, value] of fields) {
    const key = name.replace(/\[\]$/, '');
    const before = values.get(key);
    if (name.endsWith('[]')) values.set(key, [...(Array.isArray(before) ? before : []), value]);
    else values.set(key, before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value]);
  }
  return Object.fromEntries(values);
}

export const withoutSecrets = (values: FormValues): FormValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !/password|motDePasse|^(?:code|recoveryCode|totp)/i.test(name)));

/** First sentence of each field in fault; `form` for what belongs to none. */
export function errorsOf(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const issue of error.issues) {
    const field = issue.path.join('.') || 'form';
    errors[field] ??= issue.message;
  }
  return errors;
}
