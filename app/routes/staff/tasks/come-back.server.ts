import { returnPath } from '~/domain/account/return-path';
import { z } from '~/domain/zod';
import { paths } from '~/paths';
import { redirectWith, type FlashMessage } from '~/server/flash.server';

/** A form of tasks says from which page it was sent: the home, a record, a list. */
export const back = { back: z.string().max(2000).default(paths.tasks()) };

export const comeBack = (from: string, message: FlashMessage) => redirectWith(returnPath(from), message);

export const undoTo = (address: string, from: string) => `${address}?retour=${encodeURIComponent(returnPath(from))}`;
