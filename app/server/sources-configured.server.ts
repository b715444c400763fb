import { env } from './env.server';

/** Which sources of offers this installation can reach. */
export const sourcesConfigured = () => ({ dataInclusion: env().dataInclusion.DATA_INCLUSION !== 'off', franceTravail: env().franceTravail.FRANCE_TRAVAIL !== 'off' });
