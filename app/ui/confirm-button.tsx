import { type ReactNode, useRef, useState } from 'react';
import { Button, type ButtonLook } from './button';
import { Dialog } from './dialog';
import { useHydrated } from './use-hydrated';

export type ConfirmButtonProps = ButtonLook & {
  /** The question: "Archiver ce partenaire ?" */
  title: string;
  /** What will happen, and whether it can be undone. */
  text: ReactNode;
  /** The verb of the answer, not "OK". */
  confirmLabel: string;
  children: ReactNode;
  /** Sent with the form when the answer is yes. */
  name?: string;
  value?: string;
  /** The page that asks the same question when there is no script. Without it, the form is sent at once. */
  confirmPage?: string;
  /** The form, when the button is not inside it. */
  form?: string;
  pending?: boolean;
};

/** A submit button that asks first. */
export function ConfirmButton({
  title,
  text,
  confirmLabel,
  children,
  name,
  value,
  confirmPage,
  form,
  pending,
  variant = 'danger',
  ...look
}: ConfirmButtonProps) {
  const [open, setOpen] = useState(false);
  const submitter = useRef<HTMLButtonElement>(null);
  const hydrated = useHydrated();

  function confirm() {
    setOpen(false);
    submitter.current?.form?.requestSubmit(submitter.current);
  }

  return (
    <>
      <Button
        type="submit"
        variant={variant}
        pending={pending}
        form={form}
        name={name}
        value={value}
        formAction={confirmPage}
        onClick={(event) => {
          event.preventDefault();
          setOpen(true);
        }}
        {...look}
      >
        {children}
      </Button>
      {/* The window lives outside the form: this one submits in its place, to the form's own address. */}
      {hydrated && <button ref={submitter} type="submit" hidden form={form} name={name} value={value} />}
      {hydrated && (
        <Dialog open={open} onClose={() => setOpen(false)} title={title} role="alertdialog">
          <div>{text}</div>
          <div className="dialog-actions">
            <Button type="button" onClick={() => setOpen(false)}>
              Annuler
            </Button>
            <Button type="button" variant={variant === 'default' ? 'main' : variant} onClick={confirm}>
              {confirmLabel}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
