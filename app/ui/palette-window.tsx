import { useNavigate } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import type { Command } from './command-palette';
import { matches } from './fold';
import { Icon } from './icon';
import { Kbd } from './kbd';
import { ReactAriaFrame } from './react-aria-frame';
import { useOptionList } from './use-option-list';
import { type Search, useSearch } from './use-search';

type PaletteWindowProps = { commands: readonly Command[]; search?: Search<Command>; onClose: () => void };

/** The window of the palette: a box, and the commands that answer it, by section. */
export default function PaletteWindow({ commands, search, onClose }: PaletteWindowProps) {
  const navigate = useNavigate();
  const box = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const answers = useSearch(search, query);
  const items = bySection([...filterCommands(commands, query), ...answers.items]);

  useEffect(() => box.current?.focus(), []);

  function run(command: Command | undefined) {
    if (!command) return;
    onClose();
    if (command.to) navigate(command.to);
    command.run?.();
  }

  const list = useOptionList({
    count: items.length,
    open: true,
    onPick: (index) => run(items[index]),
    firstIsActive: true,
  });

  return (
    <ReactAriaFrame>
      <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && onClose()}>
        <Modal className="modal" data-wide="">
          <AriaDialog aria-label="Aller à">
            <div className="palette-input">
              <Icon name="search" />
              <input
                ref={box}
                aria-label="Chercher une page, un partenaire, une offre, une personne, une action"
                placeholder="Une page, un partenaire, une offre, une personne…"
                value={query}
                onChange={(event) => {
                  setQuery(event.currentTarget.value);
                  list.reset();
                }}
                {...list.inputProps}
              />
              {answers.waiting && <span className="spinner" aria-hidden="true" />}
            </div>
            <ul {...list.listProps} className="palette-list" aria-label="Résultats">
              {items.map((command, index) => (
                <PaletteLine
                  key={command.id}
                  command={command}
                  opensSection={command.section !== items[index - 1]?.section}
                  option={list.optionProps(index)}
                />
              ))}
            </ul>
            {items.length === 0 && (
              <p className="menu-empty">
                {answers.waiting && 'Recherche…'}
                {answers.failed && 'La recherche n’a pas répondu. Réessayez.'}
                {!answers.waiting && !answers.failed && 'Rien de ce nom. Essayez un autre mot.'}
              </p>
            )}
            <div className="visually-hidden" role="status">
              {!answers.waiting && query && (items.length === 1 ? '1 résultat' : `${items.length} résultats`)}
            </div>
            <p className="palette-foot" aria-hidden="true">
              <span>
                <Kbd>↑</Kbd> <Kbd>↓</Kbd> choisir
              </span>
              <span>
                <Kbd>Entrée</Kbd> ouvrir
              </span>
              <span>
                <Kbd>Échap</Kbd> fermer
              </span>
            </p>
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </ReactAriaFrame>
  );
}

type PaletteLineProps = {
  command: Command;
  opensSection: boolean;
  option: ReturnType<ReturnType<typeof useOptionList>['optionProps']>;
};

function PaletteLine({ command, opensSection, option }: PaletteLineProps) {
  return (
    <>
      {opensSection && (
        <li className="menu-section" role="presentation">
          {command.section}
        </li>
      )}
      <li className="menu-item" {...option}>
        <Icon name={command.icon ?? 'next'} />
        <span>{command.label}</span>
        {command.hint && <span className="menu-hint">{command.hint}</span>}
      </li>
    </>
  );
}

/** The commands that hold every word typed, in their label or their other words. */
export function filterCommands(commands: readonly Command[], query: string): readonly Command[] {
  if (!query.trim()) return commands;
  return commands.filter((command) => matches(query, [command.label, ...(command.keywords ?? [])].join(' ')));
}

/** Sections in the order in which they first appear, each in one piece. */
function bySection(commands: readonly Command[]): readonly Command[] {
  const sections = [...new Set(commands.map((command) => command.section))];
  return sections.flatMap((section) => commands.filter((command) => command.section === section));
}
