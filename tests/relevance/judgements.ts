import { fold } from '~/domain/text/fold';

/** A partner or an offer of the corpus, by the facts that a judgement may name: `nom`, `siret`, `commune`, `typologie`, `rome`… */
export type Thing = { id: string; nom: string } & Record<string, string>;

/** What a counsellor would want for what was typed: conditions that a thing meets, and how good it is then (0 to 3). */
export type Judged = { group: string; query: string; line: number; judgements: { grade: number; conditions: Condition[]; text: string }[] };
type Condition = { fact: string; operator: '=' | '~' | '^'; value: string };

/**
 * Reads a file of judgements: `# group`, `? what is typed`, then lines `grade conditions`, for which the first that holds counts. A condition is
 * `fact=value` (equal, one of the words of the fact for codes), `fact^value` (begins so) or `fact~value` (the words follow one another in it), without accents or case;
 * several are joined by ` ; `. Throws with the number of a line that it cannot read.
 */
export function readJudgements(text: string): Judged[] {
  const all: Judged[] = [];
  let group = '';
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('//')) continue;
    if (line.startsWith('# ')) group = line.slice(2);
    else if (line.startsWith('? ')) all.push({ group, query: line.slice(2), line: index + 1, judgements: [] });
    else {
      const [, grade, conditions] = /^([0-3]) (.+)$/.exec(line) ?? [];
      if (!grade || !conditions || all.length === 0 || !group) throw new Error(`line ${index + 1} is not a judgement: ${line}`);
      all.at(-1)!.judgements.push({ grade: Number(grade), text: line, conditions: conditions.split(' ; ').map((one) => readCondition(one, index + 1)) });
    }
  }
  return all;
}

function readCondition(text: string, line: number): Condition {
  const [, fact, operator, value] = /^(\p{L}+)([=~^])(.+)$/u.exec(text) ?? [];
  if (!fact || !value) throw new Error(`line ${line}: « ${text} » is not a condition`);
  return { fact, operator: operator as Condition['operator'], value: plain(value) };
}

/** The grade of a thing for a query: that of the first judgement that it meets, else 0. */
export function gradeOf({ judgements }: Judged, thing: Thing): number {
  return judgements.find(({ conditions }) => conditions.every((one) => meets(thing, one)))?.grade ?? 0;
}

export function meets(thing: Thing, { fact, operator, value }: Condition): boolean {
  const held = plain(thing[fact] ?? '');
  if (operator === '~') return ` ${held} `.includes(` ${value} `);
  if (operator === '^') return held.startsWith(value);
  return held === value || (isCodes(fact) && held.split(' ').includes(value));
}

const isCodes = (fact: string) => ['typologie', 'thematique', 'rome'].includes(fact);

/** Folded once: each query reads the facts of everything in the corpus. */
const folded = new Map<string, string>();
function plain(text: string): string {
  const known = folded.get(text) ?? fold(text).replace(/[^a-z0-9_]+/g, ' ').trim();
  folded.set(text, known);
  return known;
}
