/** The fields of a contact with their French labels, in the order in which they are read. */
export const contactFields = [
  { field: 'firstName', label: 'Prénom' },
  { field: 'lastName', label: 'Nom' },
  { field: 'jobTitle', label: 'Fonction' },
  { field: 'phone', label: 'Téléphone' },
  { field: 'email', label: 'Courriel' },
  { field: 'channel', label: 'À joindre plutôt par' },
  { field: 'preference', label: 'Préférence' },
  { field: 'origin', label: 'Comment on la connaît' },
  { field: 'informedOn', label: 'Informée le' },
] as const;
