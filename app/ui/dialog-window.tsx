import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import type { DialogProps } from './dialog';
import { Icon } from './icon';
import { ReactAriaFrame } from './react-aria-frame';

/** The window of `Dialog`, fetched when it opens. */
export default function DialogWindow({ open, onClose, title, role = 'dialog', wide, children }: DialogProps) {
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
