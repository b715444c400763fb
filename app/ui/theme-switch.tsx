import { useState } from 'react';
import { Icon, type IconName } from './icon';
import { useHydrated } from './use-hydrated';

export type Theme = 'light' | 'dark';

/** Read by the server, which then writes `data-theme` on <html>: no flash of the other theme. */
export const themeCookie = 'maillage-theme';

const choices: readonly { theme: Theme | null; label: string; icon: IconName }[] = [
  { theme: 'light', label: 'Clair', icon: 'sun' },
  { theme: 'dark', label: 'Sombre', icon: 'moon' },
  { theme: null, label: 'Automatique', icon: 'screen' },
];

/** Light, dark, or as the machine is set, which is also what happens without script. */
export function ThemeSwitch({ theme = null }: { theme?: Theme | null }) {
  const [current, setCurrent] = useState(theme);
  const hydrated = useHydrated();
  if (!hydrated) return null;

  function choose(wanted: Theme | null) {
    setCurrent(wanted);
    if (wanted) document.documentElement.dataset.theme = wanted;
    else delete document.documentElement.dataset.theme;
    const life = wanted ? 'max-age=31536000' : 'max-age=0';
    document.cookie = `${themeCookie}=${wanted ?? ''}; path=/; ${life}; samesite=lax`;
  }

  return (
    <div className="segmented" role="group" aria-label="Apparence">
      {choices.map(({ theme: wanted, label, icon }) => (
        <button key={label} type="button" aria-pressed={current === wanted} onClick={() => choose(wanted)}>
          <Icon name={icon} size={16} />
          {label}
        </button>
      ))}
    </div>
  );
}
