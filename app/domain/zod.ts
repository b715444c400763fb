import { z } from 'zod';
import fr from 'zod/v4/locales/fr.js';

/** zod, speaking French. Import `z` from here and nowhere else: the language is set before the first schema is used. */
z.config(fr());

export { z };
