import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Icon } from './icon';
import { ReactAriaFrame } from './react-aria-frame';

export type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  /** `alertdialog` for a question that must be answered: a click outside does not close it. */
  role?: 'dialog' | 'alertdialog';
  wide?: boolean;
  children: ReactNode;
};

/** A window above the page: keeps the focus, closes on Escape, and gives the focus back. Needs script. */
export function Dialog({ open, onClose, title, role = 'dialog', wide, children }: DialogProps) {
  return (
    <ReactAriaFrame>
      <ModalOverlay
        className="overlay"
        isOpen={open}
        isDismissable={role === 'dialog'}
        onOpenChange={(isOpen) => !isOpen && onClose()}
      >
        <Modal className="modal" data-wide={wide || undefined}>
          <AriaDialog className="dialog" role={role}>
            <div className="dialog-head">
              <Heading slot="title" level={2}>
                {title}
              </Heading>
              <button type="button" className="icon-button" onClick={onClose}>
                <Icon name="close" label="Fermer" />
              </button>
            </div>
            {children}
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </ReactAriaFrame>
  );
}
