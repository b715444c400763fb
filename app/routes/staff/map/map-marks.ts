import { Briefcase, Bus, Drama, GraduationCap, HeartPulse, House, Landmark } from 'lucide';
import { offerKinds, type OfferKind } from '~/domain/offer/offer-kinds';
import { themeLabel, themes, type ThemeCode } from '~/domain/organisation/themes';
import type { Mark, MarkHue } from '~/ui/map/marks';

const themeLooks: Record<ThemeCode, { hue: MarkHue; icon: Mark['icon'] }> = {
  emploi: { hue: 'teal', icon: Briefcase },
  formation: { hue: 'blue', icon: GraduationCap },
  logement: { hue: 'earth', icon: House },
  sante: { hue: 'rose', icon: HeartPulse },
  citoyennete: { hue: 'violet', icon: Landmark },
  mobilite: { hue: 'leaf', icon: Bus },
  loisirs: { hue: 'gold', icon: Drama },
};

/** A partner is a disc with the drawing of its first theme. */
export const partnerMarks: Readonly<Record<string, Mark>> = {
  ...Object.fromEntries(themes.map(({ code }) => [code, { shape: 'disc', ...themeLooks[code], label: themeLabel(code) } satisfies Mark])),
  '': { shape: 'circle', hue: 'slate', label: 'Sans thématique' },
};

const kindHues: Record<OfferKind, MarkHue> = { job: 'teal', apprenticeship: 'blue', immersion: 'leaf', internship: 'gold', training: 'violet', workshop: 'rose', service: 'earth', mentoring: 'gold' };

/** An offer is the plain shape of its kind. */
export const offerMarks: Readonly<Record<string, Mark>> = Object.fromEntries(Object.entries(offerKinds).map(([kind, { shape, label }]) => [kind, { shape, hue: kindHues[kind as OfferKind], label } satisfies Mark]));
