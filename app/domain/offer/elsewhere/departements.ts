/** The code of a département or of an overseas one: `65`, `2A`, `974`. */
export const isDepartement = (code: string): boolean => /^(0[1-9]|[1-8]\d|9[0-5]|2[AB]|97[1-6])$/.test(code) && code !== '20';
