import { MeilisearchError, type Meilisearch } from '~/adapters/search/meilisearch';
import type { FoundThing } from '~/domain/search/word-engine';

/** So many bytes in a request: Meilisearch takes a hundred million, and a thousand long offers are twenty. */
const PARCEL_BYTES = 8_000_000;
/** More refused in one go: it is not the documents that are wrong. */
const MOST_REFUSED = 100;

/** A document that Meilisearch will not have, by its code. */
export type Refused = FoundThing & { why: string };

type Sent = { /** Waits until all is written; answers what was refused. @throws what made it fail otherwise */ written: () => Promise<Refused[]> };

/**
 * Sends these documents to an index in parcels of a bounded size. A parcel that is refused is cut in two until the documents that are at
 * fault stand alone: they are answered, and all others are written. `until`, of `performance.now()`: waits no longer.
 * @throws when Meilisearch does not answer, or refuses for another reason than what the documents hold
 */
export async function sendDocuments(server: Meilisearch, index: string, documents: readonly FoundThing[], { until, parcelBytes = PARCEL_BYTES }: { until?: number; parcelBytes?: number } = {}): Promise<Sent> {
  const sent: Sent[] = [];
  const refused: Refused[] = [];
  for (const parcel of parcelsOf(documents, parcelBytes)) sent.push(await sendParcel(parcel));
  return {
    async written() {
      for (const one of sent) await one.written();
      return refused;
    },
  };

  async function sendParcel(parcel: readonly FoundThing[]): Promise<Sent> {
    try {
      const task = await server.addDocuments(index, parcel);
      return { written: () => server.wait(task, { until }).then(() => refused, (error: unknown) => inHalves(parcel, error)) };
    } catch (error) {
      return { written: () => inHalves(parcel, error) };
    }
  }

  async function inHalves(parcel: readonly FoundThing[], error: unknown): Promise<Refused[]> {
    if (!(error instanceof MeilisearchError && error.isOfDocuments) || refused.length >= MOST_REFUSED) throw error;
    const middle = parcel.length >> 1;
    if (middle === 0) refused.push({ agency: parcel[0]!.agency, id: parcel[0]!.id, why: error.code });
    else for (const half of [parcel.slice(0, middle), parcel.slice(middle)]) await (await sendParcel(half)).written();
    return refused;
  }
}

/** In their order, each parcel of `bytes` at most; a document that is larger alone goes alone. */
export function parcelsOf<D extends object>(documents: readonly D[], bytes: number): D[][] {
  const parcels: D[][] = [];
  let left = 0;
  for (const document of documents) {
    const size = Buffer.byteLength(JSON.stringify(document)) + 1;
    if (size > left || parcels.length === 0) {
      parcels.push([]);
      left = bytes;
    }
    parcels.at(-1)!.push(document);
    left -= size;
  }
  return parcels;
}
