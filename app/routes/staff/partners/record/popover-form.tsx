import { Form } from '@remix-run/react';
import { type ReactNode, useRef } from 'react';
import { FormStack } from '~/ui/form-layout';
import { Icon, type IconName } from '~/ui/icon';
import { Kbd } from '~/ui/kbd';
import { useClosingDetails } from '~/ui/use-closing-details';
import { useHydrated } from '~/ui/use-hydrated';
import { useShortcut } from '~/ui/use-shortcut';

type PopoverFormProps = { label: string; icon?: IconName; action: string; open?: boolean; side?: 'start' | 'end'; /** The letter that opens it from anywhere on the page. */ shortcut?: string; children: ReactNode };

/** A short form behind a button, which opens without script. Give it a `key` that changes once the form is kept: it closes. */
export function PopoverForm({ label, icon = 'edit', action, open, side = 'end', shortcut, children }: PopoverFormProps) {
  const details = useRef<HTMLDetailsElement>(null);
  useClosingDetails(details);
  const hydrated = useHydrated();
  useShortcut(shortcut ?? '', () => openAtFirstField(details.current), { enabled: Boolean(shortcut) });
  return (
    <details ref={details} className="action-menu" data-side={side} open={open || undefined}>
      <summary className="button" aria-keyshortcuts={shortcut?.toUpperCase()}>
        <Icon name={icon} />
        {label}
        {shortcut && hydrated && <Kbd>{shortcut.toUpperCase()}</Kbd>}
        <Icon name="expand" size={16} />
      </summary>
      {/* Taller than a menu: the whole form is seen without scrolling where the window allows. */}
      <div className="popover max-h-[min(44rem,80vh)]">
        <Form method="post" action={action} className="p-3" preventScrollReset>
          <FormStack>{children}</FormStack>
        </Form>
      </div>
    </details>
  );
}

function openAtFirstField(details: HTMLDetailsElement | null) {
  if (!details) return;
  details.open = true;
  details.querySelector<HTMLElement>('input:checked, input:not([type=hidden]), select, textarea')?.focus();
}
