import type { PointTone } from './map-data';
import { markHues, type MarkHue } from './marks';

export type MapColours = Record<'sea' | 'land' | 'border' | 'ink' | 'muted' | 'card' | 'accent' | 'onAccent' | 'focus' | PointTone | MarkHue, string>;

const tokens: Record<keyof MapColours, string> = {
  sea: '--map-sea',
  land: '--map-land',
  border: '--map-border',
  ink: '--ink',
  muted: '--muted',
  focus: '--focus',
  card: '--card',
  accent: '--accent',
  onAccent: '--on-accent',
  ok: '--ok',
  wait: '--wait',
  stop: '--stop',
  sleep: '--sleep',
  theme: '--accent',
  neutral: '--accent',
  ...(Object.fromEntries(markHues.map((hue) => [hue, `--mark-${hue}`])) as Record<MarkHue, string>),
};

/** The tokens as the theme of the moment resolves them: a custom property keeps both themes, a painted colour has one. */
export function readColours(box: HTMLElement): MapColours {
  const probe = document.createElement('span');
  probe.hidden = true;
  box.append(probe);
  const read = (token: string) => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  const colours = Object.fromEntries(Object.entries(tokens).map(([name, token]) => [name, read(token)]));
  probe.remove();
  return colours as MapColours;
}

/** Calls back when the theme changes, by the switch or by the system. Returns what stops it. */
export function watchTheme(onChange: () => void): () => void {
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  system.addEventListener('change', onChange);
  return () => {
    observer.disconnect();
    system.removeEventListener('change', onChange);
  };
}
