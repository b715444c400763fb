import type { AppLoadContext } from '@remix-run/node';
import type { Registry } from 'prom-client';

declare module '@remix-run/node' {
  /** What the server hands to each request of Remix. */
  interface AppLoadContext {
    requestId: string;
    /** Network address of the visitor: counts tries to sign in, never logged. */
    address: string;
    nonce: string;
    metrics: Registry;
    /** The visitor's actor, looked up once a request however many loaders run. */
    visitor?: Promise<unknown>;
    /** What was typed in a form of a record that was taken into another one, in this request. */
    unsaved?: string[];
  }
}

export type { AppLoadContext };
