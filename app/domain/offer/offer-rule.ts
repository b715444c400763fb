/** What a rule of the night asks about an offer, as the key of its task says it: the day makes another question of each round. */
export const offerRuleKey = (question: 'current' | 'closing', offerId: string, day: string): string => `offer-${question}:${offerId}:${day}`;

/** The offer that a task asks about, and what; null for another task. */
export function offerOfRule(ruleKey: string | null): { question: 'current' | 'closing'; offerId: string } | null {
  const [, question, offerId] = /^offer-(current|closing):([0-9a-f-]{36}):/.exec(ruleKey ?? '') ?? [];
  return question && offerId ? { question: question as 'current' | 'closing', offerId } : null;
}
