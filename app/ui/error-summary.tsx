import { type MouseEvent, useEffect, useRef, useState } from 'react';
import { fieldId } from './field';
import { Icon } from './icon';

export type FieldErrors = Readonly<Record<string, string | undefined>>;

export type ErrorSummaryProps = {
  /** By name of field. Each line begins with what the form calls that field, so that two never say the same. */
  errors?: FieldErrors;
  /** What no single field explains. */
  formError?: string;
};

/** The list of what must be corrected, on top of the form; it takes the focus each time a submit fails. */
export function ErrorSummary({ errors = {}, formError }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const wrong = Object.entries(errors).flatMap(([name, message]) => (message ? [{ name, message }] : []));
  const told = wrong.length > 0 || Boolean(formError);

  // The names of the fields are those on screen: said once, in the form itself.
  const [labels, setLabels] = useState<Record<string, string>>({});
  useEffect(() => {
    const names = Object.keys(errors);
    if (names.length > 0) setLabels(Object.fromEntries(names.map((name) => [name, labelOf(name)])));
  }, [errors]);

  // A new failed submit brings a new object, even when it says the same.
  useEffect(() => {
    if (told) box.current?.focus();
  }, [errors, formError, told]);

  if (!told) return null;
  return (
    <div ref={box} className="error-summary" role="alert" tabIndex={-1} data-focus-ring="">
      <h2>
        <Icon name="error" />
        {wrong.length > 0 ? countSentence(wrong.length) : 'Ce formulaire n’a pas pu être enregistré'}
      </h2>
      {formError && <p>{formError}</p>}
      {wrong.length > 0 && (
        <ul>
          {wrong.map(({ name, message }) => (
            <li key={name}>
              <a href={`#${fieldId(name)}`} onClick={(event) => focusField(event, name)}>
                {labels[name] ? `${labels[name]} : ${message}` : message}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function countSentence(count: number): string {
  return count === 1 ? 'Une réponse est à corriger' : `${count} réponses sont à corriger`;
}

/** What the form calls this field; nothing for one that has no name on screen. */
function labelOf(name: string): string {
  const target = document.getElementById(fieldId(name));
  const label = target instanceof HTMLFieldSetElement ? target.querySelector('legend') : document.querySelector(`label[for="${fieldId(name)}"]`);
  // « obligatoire » stands beside the name.
  const text = (label?.querySelector(':scope > span:not(.field-required)') ?? label)?.textContent ?? target?.getAttribute('aria-label') ?? '';
  return text.trim().replace(/\s*[?:]$/, '');
}

/** The link alone would scroll without entering the field; in a group, the first box is what one wants. */
function focusField(event: MouseEvent, name: string) {
  const target = document.getElementById(fieldId(name));
  if (!target) return;
  event.preventDefault();
  const control = target instanceof HTMLFieldSetElement ? target.querySelector<HTMLElement>('input') : target;
  (control ?? target).focus();
  target.scrollIntoView?.({ block: 'center' });
}
