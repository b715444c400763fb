import type { ReactNode } from 'react';

export type ErrorScreenProps = {
  /** 404, 403, 500… */
  code: number;
  title: string;
  text?: ReactNode;
  /** The request's id, as the log has it. */
  id?: string;
  actions?: ReactNode;
};

/** A page that could not be shown: what happened, what to do, and the id to give when asking for help. */
export function ErrorScreen({ code, title, text, id, actions }: ErrorScreenProps) {
  return (
    <div className="error-screen">
      <p className="error-code">Erreur {code}</p>
      <h1>{title}</h1>
      {text && <p>{text}</p>}
      {actions && <div className="form-actions">{actions}</div>}
      {id && (
        <p className="field-hint">
          Si vous demandez de l’aide, donnez ce numéro&nbsp;: <code>{id}</code>
        </p>
      )}
    </div>
  );
}
