import { render, toPlainText } from '@react-email/render';
import type { FunctionComponent } from 'react';

export type RenderedEmail = { subject: string; html: string; text: string };

/** A message ready to be queued: its subject, its layout, and the same in plain text. */
export async function renderEmail<P extends object>(Template: FunctionComponent<P>, subject: (props: P) => string, props: P): Promise<RenderedEmail> {
  const html = await render(<Template {...props} />);
  return { subject: subject(props), html, text: toPlainText(html, { wordwrap: false, selectors: asText }) };
}

const asText = [
  { selector: 'h1', options: { uppercase: false } },
  { selector: 'h2', options: { uppercase: false } },
  { selector: 'a.button', format: 'skip' }, // its address follows in clear
  { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
];
