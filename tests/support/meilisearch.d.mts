/** A Meilisearch for one test file; see meilisearch.mjs. */
export type TestMeilisearch = {
  readonly url: string;
  readonly key: string;
  /** Killed on the spot, as by a crash. */
  kill(): Promise<void>;
  /** Stopped, its data kept. */
  halt(): Promise<void>;
  /** Started again on the same data. */
  start(): Promise<void>;
  /** Stopped for good, its data erased. */
  stop(): Promise<void>;
};
export function testMeilisearch(options?: { log?: (line: string) => void }): Promise<TestMeilisearch>;
