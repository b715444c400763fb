/**
 * The spaces of French that never end a line: inside « », before : ; ? ! % €, in a telephone number, between a number and its
 * unit. Sources are written with plain spaces; what a screen or a message shows has these (jsx-runtime.ts beside). Twice is the same as once.
 */
export function frenchSpaces(text: string): string {
  if (!maySpace.test(text)) return text;
  return text
    .replace(/« /g, '«\u00a0')
    .replace(/ (?=[»:%€])/g, '\u00a0')
    .replace(/ (?=[;?!])/g, '\u202f')
    .replace(/\b0\d(?: \d\d){4}\b/g, (phone) => phone.replace(/ /g, '\u00a0'))
    .replace(/(^|\d) (?=(?:km|min|h|ko|Mo)(?![\p{L}\p{N}]))/gu, '$1\u00a0');
}

/** What most strings have none of: a page has some hundreds of them, each looked at once. */
const maySpace = / [»:;?!%€]|« |(?:^|\d) [\dkmhM]/;

/** Tags whose text is not read as a sentence: what it says is what it does. */
const verbatim = new Set<unknown>(['code', 'pre', 'script', 'style', 'textarea']);

/** The properties of an element, the strings among its children written as French is. */
export function inFrench(type: unknown, props: { children?: unknown }): { children?: unknown } {
  const { children } = props;
  if (children === undefined || verbatim.has(type)) return props;
  const written = Array.isArray(children) ? spacedAmong(children) : spaced(children);
  return written === children ? props : { ...props, children: written };
}

const spaced = (child: unknown) => (typeof child === 'string' ? frenchSpaces(child) : child);

const spacedAmong = (children: readonly unknown[]) => {
  const first = children.findIndex((child) => spaced(child) !== child);
  return first < 0 ? children : children.map(spaced);
};
