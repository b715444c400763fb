import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { actorMay, type Actor } from '~/access/actor';
import type { Ctx } from '~/access/context';
import type { Permission } from '~/access/permissions';
import { DomainError, type StaleChange } from '~/domain/errors';
import type { KeepFile } from '~/domain/stored-file/keep-file.server';
import type { z } from '~/domain/zod';
import { paths } from '~/paths';
import { asActor, type Timeouts } from './db.server';
import { isDeadlock } from './deadlock';
import { redirectWith } from './flash.server';
import { errorsOf, readForm, withoutSecrets, type FormValues } from './form.server';
import { currentTrace } from './log.server';
import { refusedInPage } from './refused-in-page.server';
import { visitorOf } from './session.server';

/**
 * `page`, `command` and `download`: all that a route needs to open a context. Once, for every route:
 * session → actor → permission → transaction behind the walls → parse → call → domain errors to HTTP or to the form → log.
 */
export type Visit = {
  params: Record<string, string | undefined>;
  url: URL;
  request: Request;
  address: string;
  /** The documents sent with the form, when its action is `withFiles`. */
  files: readonly KeepFile[];
};

/** What a failed command answers, with status 409 or 422: the form is shown again with all that was typed. */
export type Failure = { ok: false; intent: string | null; errors: Record<string, string>; values: FormValues; stale?: { version: number; changes: StaleChange[] }; /** The record was taken into another one: reading the page again would lead there, away from what was typed. */ isMerged?: true };

export const visitOf = ({ params, request, context }: LoaderFunctionArgs | ActionFunctionArgs, files: readonly KeepFile[] = []): Visit => ({ params, request, url: new URL(request.url), address: context.address, files });

/** What a door asks for, so that a test can walk all doors: a permission, or nothing (`public`). */
export type Door = { door: Permission | 'public' };
export const doorOf = (handler: unknown): Door['door'] | undefined => (typeof handler === 'function' ? (handler as Partial<Door>).door : undefined);

/** A loader that reads, as somebody allowed to. */
export function page<T>(permission: Permission, load: (ctx: Ctx, visit: Visit) => Promise<T>) {
  const loader = async (args: LoaderFunctionArgs): Promise<T> => {
    const actor = await admitted(args, permission);
    return asActor(actor, args.context.requestId, (ctx) => load(ctx, visitOf(args))).catch((error: unknown) => toHttp(error, args.context.unsaved));
  };
  return Object.assign(loader, { door: permission });
}

/** A loader that needs to know who asks and nothing else of the database: no transaction is opened. */
export function pageOfActor<T>(permission: Permission, load: (actor: Actor, visit: Visit) => T) {
  const loader = async (args: LoaderFunctionArgs): Promise<T> => load(await admitted(args, permission), visitOf(args));
  return Object.assign(loader, { door: permission });
}

/** A loader that answers a file or a stream of its own making: same door, the Response goes through as it is. */
export function download(permission: Permission, make: (ctx: Ctx, visit: Visit) => Promise<Response>, timeouts: Timeouts = { timeout: 120_000 }) {
  const loader = (args: LoaderFunctionArgs): Promise<Response> =>
    refusedInPage(args, async () => {
      const actor = await admitted(args, permission);
      return asActor(actor, args.context.requestId, (ctx) => make(ctx, visitOf(args)), timeouts).catch((error: unknown) => toHttp(error));
    });
  return Object.assign(loader, { door: permission });
}

/** A page that needs no account. */
export function publicPage<T>(load: (visit: Visit, visitor: Actor | null) => Promise<T>) {
  const loader = async (args: LoaderFunctionArgs): Promise<T> => load(visitOf(args), await visitorOf(args.request, args.context)).catch((error: unknown) => toHttp(error));
  return Object.assign(loader, { door: 'public' as const });
}

type Handler = (args: ActionFunctionArgs, values: FormValues, files?: readonly KeepFile[]) => Promise<unknown>;
/** An action, its door, and those of its intents when it holds several commands. */
export type Command = ((args: ActionFunctionArgs) => Promise<unknown>) & { handle: Handler; door?: Permission | 'public'; intents?: Record<string, Command> };

/** An action that changes something, as somebody allowed to. What `work` returns (a redirect, mostly) is the answer. */
export function command<S extends z.ZodType, T>(permission: Permission, schema: S, work: (ctx: Ctx, input: z.output<S>, visit: Visit) => Promise<T>): Command {
  return asAction(async (args, values, files) => {
    const actor = await admitted(args, permission);
    return parsed(schema, values, args, (input) => asActor(actor, args.context.requestId, (ctx) => work(ctx, input, visitOf(args, files))));
  }, { door: permission });
}

/** What an undo says once done, and where it leads when that is not where it would lead refused. */
export type Undone = { text: string; to?: string };

/** "Annuler", at an address without a screen: what was done, or why it can no longer be taken back, is said on the page to which it leads (`back`). */
export function undo(permission: Permission, back: (visit: Visit) => string, work: (ctx: Ctx, visit: Visit) => Promise<Undone>): Command {
  return asAction(async (args) => {
    const actor = await admitted(args, permission);
    const visit = visitOf(args);
    try {
      const { text, to } = await asActor(actor, args.context.requestId, (ctx) => work(ctx, visit));
      return redirectWith(to ?? back(visit), { kind: 'ok', text });
    } catch (error) {
      if (error instanceof DomainError && error.refusal.kind === 'conflict') return redirectWith(back(visit), { kind: 'error', text: error.message });
      return toHttp(error);
    }
  }, { door: permission });
}

/** An action that needs no account (sign-in, invitation). */
export function publicCommand<S extends z.ZodType, T>(schema: S, work: (input: z.output<S>, visit: Visit, requestId: string) => Promise<T>): Command {
  return asAction((args, values) => parsed(schema, values, args, (input) => work(input, visitOf(args), args.context.requestId)), { door: 'public' });
}

/** Several commands of one page, told apart by the form's `intent` (the name of its button). */
export function commands(table: Record<string, Command>) {
  return asAction(async (args, values, files) => {
    const intent = typeof values.intent === 'string' ? values.intent : '';
    const chosen = Object.hasOwn(table, intent) ? table[intent] : undefined;
    if (!chosen) throw data({ title: 'Action inconnue', sentence: 'Cette action n’existe pas ou plus. Rechargez la page.' }, 400);
    return chosen.handle(args, values, files);
  }, { intents: table });
}

function asAction(handle: Handler, said: Pick<Command, 'door' | 'intents'>): Command {
  const action = async (args: ActionFunctionArgs) => handle(args, await readForm(args.request));
  return Object.assign(action, { handle, ...said });
}

async function parsed<S extends z.ZodType>(schema: S, values: FormValues, { context }: ActionFunctionArgs, work: (input: z.output<S>) => Promise<unknown>): Promise<unknown> {
  const intent = typeof values.intent === 'string' ? values.intent : null;
  const failure = (status: number, errors: Record<string, string>, more: Partial<Failure> = {}) =>
    data({ ok: false, intent, errors, values: withoutSecrets(values), ...more } satisfies Failure, status);
  const input = schema.safeParse(values);
  if (!input.success) return failure(422, errorsOf(input.error));
  try {
    return await work(input.data);
  } catch (error) {
    if (isDeadlock(error)) return failure(409, { form: 'Deux personnes écrivaient au même instant sur les mêmes fiches. Ce que vous avez saisi est encore ici : recommencez.' });
    if (!(error instanceof DomainError)) throw error;
    const { refusal } = error;
    if (refusal.kind === 'invalid') return failure(422, { [refusal.field]: error.message });
    if (refusal.kind === 'conflict') return failure(409, { form: error.message });
    if (refusal.kind === 'merged') {
      // Without a script the page is made again at once, for a record that is no longer there: it says what was typed instead of leading away.
      context.unsaved = textsOf(withoutSecrets(values));
      return failure(409, { form: `${error.message} Ce que vous avez saisi est encore ici : copiez-le, puis rechargez la page, qui ouvrira l’autre fiche.` }, { isMerged: true });
    }
    if (refusal.kind === 'stale') return failure(409, { form: error.message }, { stale: { version: refusal.version, changes: refusal.changes } });
    return toHttp(error);
  }
}

/** The actor of this request, or a way out: to the sign-in page when nobody is signed in, 403 when the role may not. */
export async function admitted(args: LoaderFunctionArgs | ActionFunctionArgs, permission: Permission): Promise<Actor> {
  const actor = await visitorOf(args.request, args.context);
  const trace = currentTrace();
  if (trace) trace.permission = permission;
  if (!actor) {
    const { pathname, search } = new URL(args.request.url);
    throw redirect(paths.login(args.request.method === 'GET' ? pathname + search : undefined));
  }
  if (trace) Object.assign(trace, { actorId: actor.userId, missionLocaleId: actor.missionLocaleId });
  if (!actorMay(actor, permission)) throw data({ title: 'Accès réservé', sentence: 'Votre compte ne permet pas d’ouvrir cette page. Demandez à la personne qui administre votre agence.' }, 403);
  return actor;
}

/** What a person typed, without what the form carries by itself: ids, numbers of version, names of buttons. */
const textsOf = ({ intent: _intent, version: _version, ...values }: FormValues): string[] => Object.values(values).flat().filter((value) => value.trim() !== '' && !/^[0-9a-f-]{36}$|^[[{]/i.test(value));

/** Domain errors become pages, and a merged record leads to the one that has all of it, or to what was `unsaved`; malformed ids in an address are a page that does not exist. Anything else rises. */
export async function toHttp(error: unknown, unsaved?: string[]): Promise<never> {
  if (error instanceof DomainError) {
    if (error.refusal.kind === 'merged' && unsaved) {
      const sentence = `${error.message} Rien n’est perdu : voici ce que vous aviez saisi, à reprendre sur l’autre fiche.`;
      throw data({ title: 'Fiche fusionnée', sentence, unsaved, instead: { to: paths.partner(error.refusal.keptId), label: 'Ouvrir l’autre fiche' } }, 409);
    }
    if (error.refusal.kind === 'merged') throw await redirectWith(paths.partner(error.refusal.keptId), { kind: 'info', text: error.message });
    const [status, title] = error.refusal.kind === 'notFound' ? [404, 'Page introuvable'] : error.refusal.kind === 'forbidden' ? [403, 'Accès réservé'] : error.refusal.kind === 'invalid' ? [422, 'Adresse non comprise'] : [409, 'Impossible pour le moment'];
    throw data({ title, sentence: error.message }, status as number);
  }
  throw error;
}
