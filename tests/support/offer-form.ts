import { JSDOM } from 'jsdom';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router-dom/server';
import type { Failure } from '~/server/http.server';
import type { OfferStart } from '~/routes/staff/offers/offer-start';
import { OfferForm } from '~/routes/staff/offers/offer-form';

const future = { v7_relativeSplatPath: true };

/** The form of an offer as the server writes it, before any script, and every field of it as a browser would send it. */
export async function sentForm(start: OfferStart, failure?: Failure): Promise<Record<string, string | string[]>> {
  const { query, dataRoutes } = createStaticHandler([{ path: '*', element: createElement(OfferForm, { start, failure, agency: 'Mission Locale', mayPublish: true, isNew: false, cancelTo: '/' }) }], { future });
  const context = await query(new Request('http://127.0.0.1/'));
  if (context instanceof Response) throw new Error('the form leads elsewhere');
  const html = renderToString(createElement(StaticRouterProvider, { router: createStaticRouter(dataRoutes, context, { future }), context, hydrate: false }));
  const { window } = new JSDOM(html);
  const sent: Record<string, string | string[]> = {};
  for (const [name, value] of new window.FormData(window.document.querySelector('form')!)) {
    if (typeof value !== 'string') continue;
    // A browser sends the lines of a text with both marks.
    const text = value.replace(/\r?\n/g, '\r\n');
    if (name.endsWith('[]')) sent[name] = [...[sent[name] ?? []].flat(), text];
    else sent[name] = text;
  }
  return sent;
}
