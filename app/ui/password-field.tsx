import { type ComponentPropsWithoutRef, useState } from 'react';
import { Field, type FieldProps } from './field';
import { Icon } from './icon';
import { useHydrated } from './use-hydrated';

export type PasswordFieldProps = FieldProps & {
  /** Tells the browser's keeper of passwords which one it is. */
  autoComplete: 'current-password' | 'new-password';
} & Omit<ComponentPropsWithoutRef<'input'>, keyof FieldProps | 'type' | 'autoComplete' | 'className'>;

/** A password, which the person may look at while typing it. */
export function PasswordField({ name, label, hint, error, required, id, ...native }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  const hydrated = useHydrated();
  return (
    <Field {...{ name, label, hint, error, required, id }}>
      {(wiring) => (
        <div className="control-wrap" data-end>
          <input className="control" type={shown ? 'text' : 'password'} spellCheck={false} {...native} {...wiring} />
          {hydrated && (
            <div className="control-end">
              <button
                type="button"
                className="icon-button"
                aria-pressed={shown}
                aria-controls={wiring.id}
                onClick={() => setShown(!shown)}
              >
                <Icon name={shown ? 'hide' : 'show'} label="Afficher le mot de passe" />
              </button>
            </div>
          )}
        </div>
      )}
    </Field>
  );
}
