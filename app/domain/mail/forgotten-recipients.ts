/** Mails to somebody without an account, whose address is forgotten once they left: nobody needs to know later whom it was. */
export const offersForSomebody = 'offers-for-you';
export const forgottenRecipient = 'adresse oubliée';
