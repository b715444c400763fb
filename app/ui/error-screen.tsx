import type { ReactNode } from 'react';

export type ErrorScreenProps = {
  /** 404, 403, 500… */
  code: number;
  title: string;
  text?: ReactNode;
  /** The request's id, as the log has it. */
  id?: string;
  /** What was typed and could not be saved: to be copied. */
  kept?: readonly string[];
  actions?: ReactNode;
};

/** A page that could not be shown: what happened, what to do, and the id to give when asking for help. */
export function ErrorScreen({ code, title, text, id, kept = [], actions }: ErrorScreenProps) {
  return (
    <div className="error-screen">
      <p className="error-code">Erreur {code}</p>
      <h1>{title}</h1>
      {text && <p>{text}</p>}
      {kept.map((typed, n) => (
        <blockquote key={n} className="error-kept">{typed}</blockquote>
      ))}
      {actions && <div className="form-actions">{actions}</div>}
      {id && (
        <p className="field-hint">
          Si vous demandez de l’aide, donnez ce numéro : <code>{id}</code>
        </p>
      )}
    </div>
  );
}
