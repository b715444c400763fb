/** What an agency asks of France Travail: where, and which jobs. Codes are those of its API. */
export type JobSearch = { departement: string; communes: readonly string[]; contracts: readonly string[]; experience: string | null; /** ISO days: published from, until. */ since?: string; until?: string };

/** Job offers of France Travail (API « Offres d’emploi » v2). Items are as the source says them. */
export type FranceTravail = {
  /** Every offer that answers, page after page; a département too large for one search is cut in days. Throws `SourceProblem`. */
  jobs: (search: JobSearch) => AsyncIterable<{ jobs: unknown[]; total: number }>;
};
