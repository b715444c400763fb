/**
 * Where to go after signing in: a page of this very site, or the home page. `//ailleurs.example`, `/\ailleurs.example` and
 * `javascript:` are others' addresses in disguise.
 */
export function returnPath(wanted: string | null | undefined): string {
  if (!wanted || wanted.length > 2000 || !wanted.startsWith('/')) return '/';
  const here = 'http://here.invalid';
  try {
    const { origin, pathname, search, hash } = new URL(wanted, here);
    if (origin !== here || pathname.startsWith('//') || /^\/(connexion|deconnexion)(\/|$)/.test(pathname)) return '/';
    return pathname + search + hash;
  } catch {
    return '/';
  }
}
