import type { ReactNode } from 'react';
import { Icon } from './icon';

/** What every form component takes: said once here. */
export type FieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  required?: boolean;
  /** Only when two forms of one page hold the same name. */
  id?: string;
};

/** The attributes that tie a control to its label, hint and error. */
export type Wiring = {
  id: string;
  name: string;
  required: boolean | undefined;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
};

/** The id of a field, from its name, so that an error summary can link to it without being told. */
export function fieldId(name: string): string {
  return `champ-${name.replace(/[^\p{L}\p{N}_-]+/gu, '-')}`;
}

/** Ids and ARIA of a field. `describedBy` lists what exists only: a dangling id is read as nothing by some readers. */
export function wireField({ name, id, hint, error, required }: Omit<FieldProps, 'label'>) {
  const control = id ?? fieldId(name);
  const hintId = hint ? `${control}-aide` : undefined;
  const errorId = error ? `${control}-erreur` : undefined;
  const wiring: Wiring = {
    id: control,
    name,
    required: required || undefined,
    'aria-describedby': [hintId, errorId].filter(Boolean).join(' ') || undefined,
    'aria-invalid': error ? true : undefined,
  };
  return { wiring, hintId, errorId };
}

/** Label, hint, control, error, in the order in which they are read. */
export function Field({ children, ...props }: FieldProps & { children: (wiring: Wiring) => ReactNode }) {
  const { wiring, hintId, errorId } = wireField(props);
  return (
    <div className="field" data-invalid={props.error ? '' : undefined}>
      <label className="field-label" htmlFor={wiring.id}>
        <LabelText {...props} />
      </label>
      {props.hint && <FieldHint id={hintId}>{props.hint}</FieldHint>}
      {children(wiring)}
      {props.error && <FieldError id={errorId}>{props.error}</FieldError>}
    </div>
  );
}

/** A group of boxes or of buttons under one question. */
export function FieldSet({
  children,
  columns,
  ...props
}: FieldProps & { columns?: number; children: (wiring: Wiring) => ReactNode }) {
  const { wiring, hintId, errorId } = wireField(props);
  return (
    <fieldset
      id={wiring.id}
      className="field"
      tabIndex={-1}
      data-columns={columns}
      data-invalid={props.error ? '' : undefined}
      aria-describedby={wiring['aria-describedby']}
    >
      <legend className="field-label">
        <LabelText {...props} />
      </legend>
      {props.hint && <FieldHint id={hintId}>{props.hint}</FieldHint>}
      {children(wiring)}
      {props.error && <FieldError id={errorId}>{props.error}</FieldError>}
    </fieldset>
  );
}

function LabelText({ label, required }: Pick<FieldProps, 'label' | 'required'>) {
  return (
    <>
      <span>{label}</span>
      {required && <span className="field-required">obligatoire</span>}
    </>
  );
}

export function FieldHint({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="field-hint">
      {children}
    </p>
  );
}

export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="field-error">
      <Icon name="error" size={16} />
      <span>{children}</span>
    </p>
  );
}
