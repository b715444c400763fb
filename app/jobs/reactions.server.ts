import type { EventType } from '~/access/context';
import type { TaskName } from './tasks.server';

/** Event → the tasks that follow. Each task is a job of its own: it re-reads the truth and may run twice. */
export const reactions: Partial<Record<EventType, TaskName[]>> = {
  'import.requested': ['import:step'],
  'services.received': ['offer:takeFile'],
  'feed.asked': ['offer:refresh'],
  'import.applied': ['search:learnWords', 'duplicate:find', 'place:geocode'],
  'partner.added': ['search:learnWords', 'duplicate:find', 'place:geocode'],
  'partner.changed': ['search:learnWords', 'duplicate:find', 'place:geocode'],
  'contact.changed': ['duplicate:find'],
  'partnership.moved': ['duplicate:find'],
  'organisation.merged': ['duplicate:find'],
  'portfolio.handedOver': ['mail:handover'],
  'user.invited': ['mail:invitation'],
  'password.resetRequested': ['mail:passwordReset'],
  'password.changed': ['mail:passwordChanged'],
  'offer.changed': ['place:geocode'],
  'offers.sent': ['mail:offers'],
  'feedback.sent': ['mail:feedback'],
  'feedback.answered': ['mail:feedbackAnswer'],
  'mail.queued': ['mail:send'],
  'reach.wanted': ['map:fetchReach'],
};
