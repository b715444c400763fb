/** The page that an address asks for (`?page=3`), the first when it says nothing sensible. */
export function pageNumber(params: URLSearchParams): number {
  const number = Number(params.get('page'));
  return Number.isInteger(number) && number >= 1 && number <= 10_000 ? number : 1;
}
