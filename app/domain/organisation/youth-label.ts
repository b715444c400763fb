/** The network's label for companies that commit themselves to youths, given after a signed charter. */
export const youthLabel = 'Je m’engage pour la jeunesse';
