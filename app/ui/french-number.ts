const narrowSpace = '\u202f';

/**
 * A number as French people write it: `3 637`, `1 234,5`. Written by hand because the engines of the server and of the
 * browser do not always put the same space, which React reports as a mismatch.
 */
export function frenchNumber(value: number): string {
  const [whole = '0', decimals] = String(Math.abs(value)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, narrowSpace);
  return `${value < 0 ? '−' : ''}${grouped}${decimals ? `,${decimals}` : ''}`;
}
