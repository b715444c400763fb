import { expect, test } from 'vitest';
import { changesOf, fileOf, folderName, withoutKept } from './migration-sql.mjs';

const DIFF = `-- DropForeignKey
ALTER TABLE "tag" DROP CONSTRAINT "tag_mission_locale_id_fkey";

-- AlterTable
ALTER TABLE "tag" ADD COLUMN     "hue" INTEGER,
ALTER COLUMN "mission_locale_id" DROP DEFAULT;

-- CreateTable
CREATE TABLE "site" (
    "id" UUID NOT NULL,

    CONSTRAINT "site_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "site_id" ON "site"("id");
`;
const KEPT = `-- DropForeignKey
ALTER TABLE "tag" DROP CONSTRAINT "tag_mission_locale_id_fkey";

-- AlterTable
ALTER TABLE "tag" ALTER COLUMN "mission_locale_id" DROP DEFAULT;
`;

test('an ALTER TABLE of several clauses is several changes', () => {
  expect(changesOf(DIFF).map(({ change }) => change)).toContain('ALTER TABLE "tag" ADD COLUMN "hue" INTEGER;');
});

test('what was made by hand is left out, even beside a real change', () => {
  const changes = withoutKept(DIFF, KEPT).map(({ change }) => change);
  expect(changes).toHaveLength(3);
  expect(changes.join('\n')).not.toContain('DROP');
});

test('a table keeps all its lines', () => {
  expect(fileOf(withoutKept(DIFF, KEPT))).toContain('CREATE TABLE "site" (\n    "id" UUID NOT NULL,\n\n    CONSTRAINT "site_pkey" PRIMARY KEY ("id")\n);');
});

test('nothing is left when the schema and the migrations agree', () => {
  expect(withoutKept(KEPT, KEPT)).toEqual([]);
});

test('a folder is named by its date and a plain name', () => {
  const now = new Date('2026-11-22T09:30:00Z');
  expect(folderName('Add opening-hours', now)).toBe('20261122093000_add_opening_hours');
  expect(() => folderName('../elsewhere', now)).toThrow('un nom en minuscules');
});

test('a folder always comes after those that exist, even when the clock is late', () => {
  expect(folderName('next', new Date('2026-01-01T00:00:00Z'), ['20261122000500_outbox'])).toBe('20261122000501_next');
});
