/** Words that every other name holds: left out as soon as there is something else to look for. Folded. */
export const smallWords: ReadonlySet<string> = new Set('a au aux avec d dans de des du en et l la le les of ou par pour s sur un une'.split(' '));
