/**
 * Services for youths from data.inclusion (API v1): a département's services, each with its structure, page after page. Items are as the
 * source says them: whoever reads them takes every field for optional.
 */
export type DataInclusion = {
  /** Throws `SourceProblem`. */
  services: (departement: string) => AsyncIterable<{ services: unknown[]; structures: ReadonlyMap<string, unknown>; total: number }>;
};
