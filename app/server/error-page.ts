const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign]!);

/** The colours of `tokens.css`, light and dark: this page is for addresses that no screen surrounds, where the site's own sheet has no address. */
const style = `:root{color-scheme:light dark}body{margin:0;background:light-dark(#f7f6f2,#0f1417);color:light-dark(#1a1f2e,#e6ebee);font:1rem/1.5 system-ui,sans-serif}
header{padding:14px 16px;background:#14333b;color:#fff;font-weight:700;font-size:1.15rem}main{max-width:40rem;margin:clamp(24px,9vh,96px) auto;padding:0 16px;overflow-wrap:anywhere}
a{display:inline-block;padding:10px 14px;border:1px solid;border-radius:8px;color:inherit;font-weight:600;text-decoration:none}a:focus-visible{outline:3px solid;outline-offset:2px}`;

type Refused = { status: number; title: string; sentence: string; /** Of the answer, which alone may style. */ nonce?: string };

/** A whole page that says why: for files, and for what never reaches a screen. Says the same words as `ErrorScreen`, in the same order. */
export function errorPage({ status, title, sentence, nonce = '' }: Refused): string {
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${escaped(title)} – Maillage</title><style nonce="${escaped(nonce)}">${style}</style></head><body><header>Maillage</header><main><p>Erreur ${status}</p><h1>${escaped(title)}</h1><p>${escaped(sentence)}</p><p><a href="/">Retour à l’accueil</a></p></main></body></html>`;
}
