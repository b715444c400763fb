/**
 * The two files of a new command, `{ path: text }`: the command, then its test.
 * @throws {Error} when the names are not those of the house
 */
export function commandFiles(area, name, ...more) {
  if (!/^[a-z]+(-[a-z]+)*$/.test(area ?? '')) throw new Error('Le domaine : un mot anglais du glossaire, en minuscules.');
  if (!/^[a-z]+(-[a-z]+)+$/.test(name ?? '') || more.length > 0) throw new Error('La commande : un verbe et un nom, en minuscules et avec un tiret, par exemple archive-partnership.');
  const verb = name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
  const type = verb[0].toUpperCase() + verb.slice(1);
  const words = name.replaceAll('-', ' ');
  return {
    [`app/domain/${area}/${name}.server.ts`]: commandText({ verb, type, words }),
    [`tests/integration/${area}/${name}.test.ts`]: testText({ area, name, verb, words }),
  };
}

const commandText = ({ verb, type, words }) => `import type { Ctx } from '~/access/context';
import { z } from '~/domain/zod';

/** What the form sends; the screen and the command share it. A screen needs it? Move it to a \`.schema.ts\` beside. */
export const ${verb}Schema = z.object({ id: z.uuid() });
export type ${type} = z.output<typeof ${verb}Schema>;

/**
 * ${words[0].toUpperCase()}${words.slice(1)}: say what it does, its units, and the errors it throws.
 */
export async function ${verb}(ctx: Ctx, { id }: ${type}): Promise<void> {
  // Fetch, decide (in a pure function beside), write, tell (ctx.emit).
  throw new Error(\`${verb}(\${id}) by \${ctx.actor.role} is still to be written\`);
}
`;

const testText = ({ area, name, verb, words }) => `import { expect, test } from 'vitest';
import { ${verb} } from '~/domain/${area}/${name}.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';

useDatabase();

test('une personne de l’agence peut : ${words}', async () => {
  const agency = await missionLocale();
  await agency.as('officer').do(${verb}, { id: crypto.randomUUID() });
});

test('une autre agence ne peut pas : ${words}', async () => {
  const [brest, arles] = [await missionLocale(), await missionLocale()];
  const id = await arles.as('officer').run(async () => crypto.randomUUID());
  await expect(brest.as('officer').do(${verb}, { id })).rejects.toMatchObject({ refusal: { kind: 'notFound' } });
});
`;
