/** Answers kept in this process by what they depend on. The least recently read leaves first. */
export function keptAnswers<T>(most: number) {
  const kept = new Map<string, T>();
  return {
    get(key: string): T | undefined {
      const answer = kept.get(key);
      if (answer !== undefined) {
        kept.delete(key);
        kept.set(key, answer);
      }
      return answer;
    },
    /** As it is kept, or made now and kept. */
    async orMake(key: string, make: () => Promise<T>): Promise<T> {
      const ready = this.get(key);
      if (ready !== undefined) return ready;
      const answer = await make();
      this.set(key, answer);
      return answer;
    },
    set(key: string, answer: T): void {
      kept.delete(key);
      kept.set(key, answer);
      if (kept.size > most) kept.delete(kept.keys().next().value!);
    },
  };
}
