import type { Prisma } from '#prisma';
import type { WordEngine } from '~/domain/search/word-engine';
import type { Actor } from './actor';

/** The database inside the transaction of a request or a job: already behind the walls of its actor. */
export type Db = Prisma.TransactionClient;

/** What happened, for the reactions of app/jobs. Payloads hold ids, never personal data. */
export type Events = {
  'partner.added': { partnershipId: string };
  'partner.changed': { partnershipId: string };
  'offer.changed': { offerId: string };
  'offers.sent': { sendingId: string };
  'contact.changed': { partnershipId: string };
  'partnership.moved': { partnershipId: string; from: string; to: string };
  /** Two organisations of the network that the platform made one, or two again. */
  'organisation.merged': { organisationIds: string[] };
  'portfolio.handedOver': { handoverId: string };
  'import.requested': { batchId: string; step: 'read' | 'plan' | 'apply' | 'undo' };
  'services.received': { fileKey: string; isWhole: boolean };
  'feed.asked': { source: 'dataInclusion' | 'franceTravail' };
  'import.applied': { batchId: string };
  'user.invited': { userId: string; membershipId: string };
  'password.resetRequested': { userId: string };
  'password.changed': { userId: string };
  'feedback.sent': { feedbackId: string };
  'feedback.answered': { feedbackId: string };
  'mail.queued': { mailId: string };
  /** A place of the map, not of a person. */
  'reach.wanted': { latitude: number; longitude: number; minutes: number; profile: 'pedestrian' | 'car' };
};
export type EventType = keyof Events;

/** Everything a domain function is given. */
export type Ctx = {
  actor: Actor;
  db: Db;
  requestId: string;
  now: Date;
  /** The ways of going whose reach a service computes here; none where it is only estimated. */
  reachProfiles: readonly ('pedestrian' | 'car')[];
  /** The engine that finds by words beside PostgreSQL, when one is configured. Ask it by `askEngine`. */
  words: WordEngine | null;
  /** Writes the event in this transaction; its reaction runs as a job once the transaction is kept. */
  emit: <T extends EventType>(type: T, payload: Events[T]) => Promise<void>;
  /**
   * Steps over the walls for a short, named reason, in the same transaction (an invitation whose account may exist in
   * another agency). Afterwards the walls are back.
   */
  beyondWalls: <T>(why: string, work: (db: Db) => Promise<T>) => Promise<T>;
};
