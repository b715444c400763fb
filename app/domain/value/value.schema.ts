import { requiredLine, seenVersion } from '~/domain/partner/typed-text';
import { z } from '~/domain/zod';
import { valueSets, type ValueSetKey } from './value-sets';

const keys = Object.keys(valueSets) as [ValueSetKey, ...ValueSetKey[]];
const set = z.enum(keys);
const id = z.uuid('Cette valeur n’existe pas ou plus.');
const label = requiredLine('Écrivez le nom de cette valeur.', 80);

export const addValueSchema = z.object({ set, label });
export const renameValueSchema = z.object({ set, id, label, version: seenVersion() });
export const moveValueSchema = z.object({ set, id, towards: z.enum(['up', 'down']) });
export const oneValueSchema = z.object({ set, id });
/** `replacementId` empty: only a value that nobody uses is deleted. */
export const deleteValueSchema = z.object({ set, id, replacementId: z.union([z.literal(''), id]).nullish().transform((text) => text || null) });
